"""A nested header, any number of levels deep: where each of its labels stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exports.fitting import needed
from exports.sheet import Canvas, Style
from reporting.form import Column
from reporting.label import Label, Language


@dataclass(frozen=True, slots=True)
class Heading:
    """One label: ``row`` and ``column`` count from 0 within the header."""

    label: Label
    row: int
    column: int
    rows: int
    columns: int


def depth(columns: Sequence[Column]) -> int:
    """How many lines the header has."""
    return max((1 + depth(each.columns) for each in columns), default=0)


def headings(columns: Sequence[Column]) -> tuple[Heading, ...]:
    """Every label of the header. A group spans its columns, a leaf reaches down to the cells."""
    return tuple(_headings(columns, 0, 0, depth(columns)))


def _headings(columns: Sequence[Column], row: int, column: int, below: int) -> Iterable[Heading]:
    for node in columns:
        width = len(node.leaves)
        yield Heading(node.label, row, column, 1 if node.columns else below, width)
        yield from _headings(node.columns, row + 1, column, below - 1)
        column += width


def draw(
    canvas: Canvas,
    columns: Sequence[Column],
    at: tuple[int, int],
    style: Style,
    language: Language,
    groups: Style | None = None,
) -> int:
    """Draw the header from ``at`` on, its rows high enough for the words; the next free row.

    Labels of several columns may have a style of their own.
    The canvas must know the columns' widths, and may know the rows' heights, which only grow.
    """
    top, left = at
    for each in sorted(headings(columns), key=lambda heading: heading.rows):
        row, column = top + each.row, left + each.column
        text = each.label.said(language)
        look = groups if groups and each.columns > 1 else style
        canvas.put((row, column), text, look, rows=each.rows, columns=each.columns)
        width = sum(canvas.widths[column + n] for n in range(each.columns))
        _make_room(canvas, range(row, row + each.rows), needed(text, width, style.size))
    return top + depth(columns)


def _make_room(canvas: Canvas, rows: range, height: float) -> None:
    """Raise rows evenly until together they are so high."""
    lacking = height - sum(canvas.heights.get(row, 0.0) for row in rows)
    for row in rows if lacking > 0 else ():
        canvas.raise_to(row, canvas.heights.get(row, 0.0) + lacking / len(rows))
