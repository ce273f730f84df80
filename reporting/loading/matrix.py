"""The matrix as declared → its header and its cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reporting.form import Column, Row
from reporting.label import Label
from reporting.loading.form_shape import CellsShape, ColumnShape, FormShape, RowShape
from reporting.loading.names import note_unknown
from reporting.loading.problem import Problems
from reporting.measure import Measure

BETWEEN = " / "  # a header group and what stands below it


@dataclass(frozen=True)
class Line:
    """A row as declared, and where."""

    shape: RowShape
    place: str


@dataclass(frozen=True)
class Leaf:
    """A column of cells as declared, where, and its full name."""

    shape: ColumnShape
    place: str
    label: Label


@dataclass(frozen=True)
class Crossing:
    """A row and a column, and what the file says of exactly this cell."""

    line: Line
    leaf: Leaf
    said: CellsShape | None = None
    place: str = ""  # of what is said

    @property
    def key(self) -> str:
        """The cell's key."""
        return f"{self.line.shape.key}.{self.leaf.shape.key}"


def build_columns(shapes: Sequence[ColumnShape]) -> tuple[Column, ...]:
    """The header's nodes, groups with all that is below them."""
    return tuple(
        Column(
            key=each.key,
            label=each.label.label,
            columns=build_columns(each.columns),
            width=each.width or 0.0,
            short=each.short.label if each.short else None,
            aliases=each.aliases,
        )
        for each in shapes
    )


def build_rows(shapes: Sequence[RowShape], measures: Mapping[str, Measure]) -> tuple[Row, ...]:
    """The matrix' lines, top to bottom."""
    return tuple(
        Row(each.key, each.label.label, measures[each.measure], each.aliases) for each in shapes
    )


def nodes(
    shapes: Sequence[ColumnShape], place: str = "columns"
) -> Iterator[tuple[str, ColumnShape]]:
    """Every node of the header, groups before what is below them, with its place."""
    for n, shape in enumerate(shapes, 1):
        here = f"{place}[{n}]"
        yield here, shape
        yield from nodes(shape.columns, f"{here}.columns")


def leaves(
    shapes: Sequence[ColumnShape], place: str = "columns", above: tuple[Label, ...] = ()
) -> Iterator[Leaf]:
    """The columns of cells, left to right, called by the words of their groups and their own."""
    for n, shape in enumerate(shapes, 1):
        here = f"{place}[{n}]"
        path = (*above, (shape.asked or shape.label).label)
        if shape.columns:
            yield from leaves(shape.columns, f"{here}.columns", path)
        else:
            zh, en = (BETWEEN.join(label.said(of) for label in path) for of in ("zh", "en"))
            yield Leaf(shape, here, Label(zh, en))


def crossings(shape: FormShape, problems: Problems) -> list[Crossing]:
    """Every cell, row by row, with the one [[cells]] that speaks of it."""
    said = _said(shape, problems)
    columns = list(leaves(shape.columns))
    lines = [Line(row, f"rows[{n}]") for n, row in enumerate(shape.rows, 1)]
    return [
        Crossing(line, leaf, *said.get((line.shape.key, leaf.shape.key), ()))
        for line in lines
        for leaf in columns
    ]


def _said(shape: FormShape, problems: Problems) -> dict[tuple[str, str], tuple[CellsShape, str]]:
    rows = {row.key for row in shape.rows}
    columns = [leaf.shape.key for leaf in leaves(shape.columns)]
    said: dict[tuple[str, str], tuple[CellsShape, str]] = {}
    for n, each in enumerate(shape.cells, 1):
        place = f"cells[{n}]"
        note_unknown(f"{place}.rows", each.rows, sorted(rows), problems)
        note_unknown(f"{place}.columns", each.columns, columns, problems)
        for crossing in ((row, column) for row in each.rows for column in each.columns):
            if crossing in said:
                problems.add(
                    place,
                    f"单元格 {'.'.join(crossing)} 在 {said[crossing][1]} 已有说明",
                    f"the cell {'.'.join(crossing)} is already declared at {said[crossing][1]}",
                    remedy=("每个单元格只说明一次", "declare each cell once"),
                )
            said.setdefault(crossing, (each, place))
    return said
