"""The rows of an uploaded xlsx, behind the guard."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from exports.guard import UnsafeFile, check
from exports.roster_words import RosterFileError, Unreadable, refused
from reporting.roster import Row

COLUMNS = 60  # far more than a roster has


def sheet_rows(data: bytes, lines: int) -> tuple[Row, ...]:
    """The rows of the first visible sheet, ``lines`` of them at most and one more.

    RosterFileError for a file that is not safe to open, that cannot be read, or that has a
    formula without its result.
    """
    try:
        check(data)
    except UnsafeFile as error:
        raise refused(Unreadable(error.reason.value)) from error
    try:
        values, formulas = (_cells(data, lines, results) for results in (True, False))
    except RosterFileError:
        raise
    except Exception as error:  # a damaged file makes openpyxl raise nearly anything
        raise refused(Unreadable.DAMAGED) from error
    _check_formulas(values, formulas)
    rows = ((n, tuple(_text(value) for value in row)) for n, row in enumerate(values, start=1))
    return tuple(row for row in rows if any(row[1]))


def _cells(data: bytes, lines: int, results: bool) -> list[tuple[Any, ...]]:
    """The cells as they stand: the results of formulas, or the formulas themselves."""
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=results)
    try:
        visible = [each for each in book.worksheets if each.sheet_state == "visible"]
        if not visible:
            raise refused(Unreadable.EMPTY)
        sheet: Any = visible[0]
        sheet.reset_dimensions()  # what the file says of its size may be wrong
        return list(sheet.iter_rows(max_row=lines + 1, max_col=COLUMNS, values_only=True))
    finally:
        book.close()


def _check_formulas(values: list[tuple[Any, ...]], formulas: list[tuple[Any, ...]]) -> None:
    """A formula whose result was never computed would be read as an empty cell."""
    for n, (results, written) in enumerate(zip(values, formulas, strict=True), start=1):
        for column, (result, formula) in enumerate(zip(results, written, strict=True), start=1):
            if result is None and formula is not None:
                raise refused(Unreadable.FORMULA, cell=f"{get_column_letter(column)}{n}")


def _text(value: Any) -> str:
    """A cell as text: whole numbers without a point, yes and no in words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
