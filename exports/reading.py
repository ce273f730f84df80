"""An annex read back from the file's bytes: what somebody who opens it would see.

Labels are looked for in the file itself, and must stand where the form has them: the n-th row
under the header carries the form's n-th label, and the header above the n-th column its groups
and its name. Nothing is taken from what the writer remembers.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from openpyxl import load_workbook

from exports.annex import NOT_APPLICABLE
from exports.guard import OWN, Limits, check
from exports.header import depth
from exports.sentences import sentence_figures
from reporting.form import Cell, Column, Form, State
from reporting.label import Language
from reporting.measure import Kind

ROOM = 40  # rows and columns beside the matrix that are looked through
Grid = Sequence[Sequence[Any]]


class SheetMismatchError(Exception):
    """The sheet is not this form: what stands at ``row``, ``column`` (from 1), what should."""

    def __init__(self, row: int, column: int, found: object, wanted: str) -> None:
        """Name the place, what was found there, and what belongs there."""
        super().__init__(f"row {row}, column {column}: {found!r}, not {wanted!r}")
        self.row, self.column, self.found, self.wanted = row, column, found, wanted


def read_figures(
    data: bytes, form: Form, *, language: Language = "zh", limits: Limits = OWN
) -> Mapping[str, Decimal | None]:
    """Every input and computed figure on the workbook's first sheet, in units; None: blank.

    ``UnsafeFile`` if the file must not be opened, ``SheetMismatchError`` if its first sheet is not
    this form.
    """
    check(data, limits)
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        grid = _grid(book.worksheets[0], form)
    finally:
        book.close()
    top = _find(grid, form.title.said(language)) + 1
    top = next((n for n in range(top, len(grid)) if _starts_header(grid[n], form, language)), top)
    _check_header(grid, top, form, language)
    first = top + depth(form.columns)
    return {
        **_matrix(grid, first, form, language),
        **_sentences(grid, first + len(form.rows), form, language),
    }


def _grid(sheet: Any, form: Form) -> Grid:
    """The values of the sheet's upper left part; the rest cannot belong to the form."""
    rows, columns = len(form.rows) + ROOM, len(form.leaves) + 1
    lines = sheet.iter_rows(1, rows, 1, columns, values_only=True)
    return [[*line, *[None] * (columns - len(line))] for line in lines]


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


def _matrix(grid: Grid, first: int, form: Form, language: Language) -> dict[str, Decimal | None]:
    """The figures of the matrix."""
    figures: dict[str, Decimal | None] = {}
    for n, row in enumerate(form.rows, first):
        line: Sequence[Any] = grid[n] if n < len(grid) else [None] * (1 + len(form.leaves))
        if line[0] != row.label.said(language):
            raise SheetMismatchError(n + 1, 1, line[0], row.label.said(language))
        for column, leaf in enumerate(form.leaves, 1):
            cell = form.cells[f"{row.key}.{leaf.key}"]
            figure = _figure(line[column], cell, (n + 1, column + 1))
            if cell.state in (State.INPUT, State.COMPUTED):
                figures[cell.key] = figure
    return figures


def _figure(value: Any, cell: Cell, at: tuple[int, int]) -> Decimal | None:
    """A cell's number exactly as shown; one that takes no figure must hold what the form prints."""
    if cell.state in (State.NONE, State.BLANK):
        printed = NOT_APPLICABLE if cell.state is State.NONE else None
        if value != printed:
            raise SheetMismatchError(*at, value, printed or "")
        return None
    if value is None or isinstance(value, bool):
        if value is None:
            return None
        raise SheetMismatchError(*at, value, cell.measure.unit.zh)
    try:
        number = Decimal(str(value))
    except InvalidOperation as error:
        raise SheetMismatchError(*at, value, cell.measure.unit.zh) from error
    is_share = cell.measure.kind is Kind.PERCENT and not isinstance(value, str)
    return number.scaleb(2) if is_share else number


def _sentences(grid: Grid, first: int, form: Form, language: Language) -> dict[str, Decimal | None]:
    """The figures in the sentences, each looked for below the matrix."""
    figures: dict[str, Decimal | None] = {}
    for sentence in form.sentences:
        texts = (str(line[0]) for line in grid[first:] if line[0] is not None)
        read = (sentence_figures(sentence, text, language) for text in texts)
        found = next((each for each in read if each is not None), None)
        if found is None:
            raise SheetMismatchError(first + 1, 1, None, sentence.text.said(language))
        figures |= found
    return figures
