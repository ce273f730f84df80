"""A printed annex looked at as a reader would: by the words in its margins. Shares no code with
what wrote it."""

from __future__ import annotations

import io
from decimal import Decimal

from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet


def first_sheet(data: bytes) -> Worksheet:
    return load_workbook(io.BytesIO(data)).worksheets[0]


def words_at(sheet: Worksheet, row: int, column: int) -> str:
    """What a reader sees there: of a merged area, its one text."""
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        for area in sheet.merged_cells.ranges:
            if cell.coordinate in area:
                return str(sheet.cell(area.min_row, area.min_col).value or "")
    return "" if cell.value is None else str(cell.value)


def row_of(sheet: Worksheet, label: str) -> int:
    return next(n for n in range(1, sheet.max_row + 1) if words_at(sheet, n, 1) == label)


def column_of(sheet: Worksheet, label: str, above: int) -> int:
    """The column over whose figures this label stands lowest."""
    for row in range(above - 1, 1, -1):
        for column in range(2, sheet.max_column + 1):
            if words_at(sheet, row, column) == label:
                return column
    raise LookupError(label)


def number(sheet: Worksheet, row_label: str, column_label: str, first: str) -> Decimal | str | None:
    """The figure where two labels cross; ``first`` is the label of the first row of figures."""
    top = row_of(sheet, first)
    value = sheet.cell(row_of(sheet, row_label), column_of(sheet, column_label, top)).value
    return Decimal(str(value)) if isinstance(value, int | float) else value
