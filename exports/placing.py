"""Where the form's matrix stands in a sheet, found by the words on it.

Labels are looked for in the sheet itself, and must stand where the form has them: the n-th row
under the header carries the form's n-th label, and the header above the n-th column its groups
and its name.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from exports.edges import edge_lines
from exports.header import depth
from reporting.form import Column, Form
from reporting.label import Language

ROOM = 40  # rows and columns beside the matrix that are looked through
Grid = Sequence[Sequence[Any]]
"""A sheet's upper left part, row by row; None: an empty cell."""


class SheetMismatchError(Exception):
    """The sheet is not this form: what stands at ``row``, ``column`` (from 1), what should."""

    def __init__(self, row: int, column: int, found: object, wanted: str) -> None:
        """Name the place, what was found there, and what belongs there."""
        super().__init__(f"row {row}, column {column}: {found!r}, not {wanted!r}")
        self.row, self.column, self.found, self.wanted = row, column, found, wanted


def find_matrix(grid: Grid, form: Form, language: Language = "zh") -> int:
    """The index of the row with the matrix's first figures; SheetMismatchError."""
    top = _find(grid, form.title.said(language)) + 1
    usual = top + len(edge_lines(form.header))
    top = next((n for n in range(top, len(grid)) if _starts_header(grid[n], form, language)), usual)
    _check_header(grid, top, form, language)
    first = top + depth(form.columns)
    for n, row in enumerate(form.rows, first):
        found, wanted = grid[n][0] if n < len(grid) else None, row.label.said(language)
        if found != wanted:
            raise SheetMismatchError(n + 1, 1, found, wanted)
    return first


def _find(grid: Grid, title: str) -> int:
    """The index of the row that begins with the title."""
    for n, line in enumerate(grid):
        if line[0] == title:
            return n
    raise SheetMismatchError(1, 1, grid[0][0] if grid else None, title)


def _starts_header(line: Sequence[Any], form: Form, language: Language) -> bool:
    return bool(line[1] == form.columns[0].label.said(language))


def _check_header(grid: Grid, top: int, form: Form, language: Language) -> None:
    """The header's labels lead to the same columns, by the same groups, as the form's."""
    wanted = _paths(form.columns, language)
    found: list[list[str]] = []
    for column in range(1, len(wanted) + 1):
        path = _path(grid[top : top + depth(form.columns)], column, found[-1] if found else [])
        found.append(path)
        right = wanted[column - 1]
        if path != right:
            raise SheetMismatchError(top + 1, column + 1, "/".join(path), "/".join(right))


def _paths(
    columns: Sequence[Column], language: Language, above: tuple[str, ...] = ()
) -> list[list[str]]:
    """The labels from the top down to each leaf."""
    paths: list[list[str]] = []
    for node in columns:
        path = (*above, node.label.said(language))
        paths += _paths(node.columns, language, path) if node.columns else [list(path)]
    return paths


def _path(lines: Grid, column: int, left: Sequence[str]) -> list[str]:
    """The labels above a column. An empty cell belongs to the label on its left, or, once the
    column has a label of its own, to that one.
    """
    path: list[str] = []
    own = False
    for level, line in enumerate(lines):
        text = line[column]
        if text is not None:
            own = True
            path.append(str(text))
        elif not own and level < len(left):
            path.append(left[level])
        else:
            break
    return path
