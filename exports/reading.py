"""An annex read back from the file's bytes: what somebody who opens it would see.

Every figure is looked for by the words in the file (``exports.placing``). Nothing is taken from
what the writer remembers.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from openpyxl import load_workbook

from exports.annex import NOT_APPLICABLE
from exports.guard import OWN, Limits, check
from exports.placing import ROOM, Grid, SheetMismatchError, find_matrix
from exports.sentences import sentence_figures
from reporting.form import Cell, Form, State
from reporting.label import Language
from reporting.measure import Kind


def read_figures(
    data: bytes, form: Form, *, sheet: int = 0, language: Language = "zh", limits: Limits = OWN
) -> Mapping[str, Decimal | None]:
    """Every input and computed figure on a sheet (from 0) of the workbook, in units; None: blank.

    ``UnsafeFile`` if the file must not be opened, ``SheetMismatchError`` if the sheet is not
    this form.
    """
    check(data, limits)
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        grid = _grid(book.worksheets[sheet], form)
    finally:
        book.close()
    first = find_matrix(grid, form, language)
    return {
        **_matrix(grid, first, form),
        **_sentences(grid, first + len(form.rows), form, language),
    }


def _grid(sheet: Any, form: Form) -> Grid:
    """The values of the sheet's upper left part; the rest cannot belong to the form."""
    rows, columns = len(form.rows) + ROOM, len(form.leaves) + 1
    lines = sheet.iter_rows(1, rows, 1, columns, values_only=True)
    return [[*line, *[None] * (columns - len(line))] for line in lines]


def _matrix(grid: Grid, first: int, form: Form) -> dict[str, Decimal | None]:
    """The figures of the matrix."""
    figures: dict[str, Decimal | None] = {}
    for n, row in enumerate(form.rows, first):
        for column, leaf in enumerate(form.leaves, 1):
            cell = form.cells[f"{row.key}.{leaf.key}"]
            figure = _figure(grid[n][column], cell, (n + 1, column + 1))
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
