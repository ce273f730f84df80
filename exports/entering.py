"""A sheet that is to be filled in: what may be changed on it, and what may be put there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from exports.sheet import Entry


def enter(target: Any, entries: Iterable[Entry]) -> None:
    """Protect the sheet without a password, and let its open cells take numbers only."""
    target.protection.sheet = True
    target.protection.formatColumns = target.protection.formatRows = False  # may be widened
    for entry in entries:
        checked = DataValidation(
            type="whole" if entry.whole else "decimal",
            operator="greaterThanOrEqual",
            formula1="0",
            allow_blank=True,
            showErrorMessage=True,
            error=entry.refusal,
        )
        for row, column in entry.places:
            checked.add(f"{get_column_letter(column)}{row}")
        target.data_validations.append(checked)
