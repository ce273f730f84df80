"""What a cell of somebody else's workbook shows: a number as a spreadsheet shows it, or a text.

A figure is read to 15 digits, exactly, and never as a float.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, DecimalException
from enum import StrEnum

from openpyxl.styles.numbers import is_date_format

from exports.figures import DIGITS
from exports.foreign_cells import Raw

SHOWN = Context(prec=DIGITS)
LARGEST = 40  # digits before or after the point that are written out
_QUOTED = re.compile(r'"[^"]*"|\\.')


class Sort(StrEnum):
    """What stands in a cell."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"  # a number that is shown as a date or a time
    BOOLEAN = "boolean"
    ERROR = "error"  # #REF!
    FORMULA = "formula"  # one whose result is not in the file


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a cell that is not empty. ``text`` is the number as shown: 3.5, or 12.5%."""

    sort: Sort
    text: str


def found(raw: Raw, texts: Mapping[int, str], number_format: str) -> Found | None:
    """A cell as it is seen; None where nothing is."""
    match raw.kind:
        case "s":
            text = texts.get(int(raw.text), "") if raw.text else ""
        case "str" | "inlineStr":
            text = raw.text
        case "b":
            return Found(Sort.BOOLEAN, "TRUE" if raw.text.strip() == "1" else "FALSE")
        case "e":
            return Found(Sort.ERROR, raw.text)
        case "d":
            return Found(Sort.DATE, raw.text)
        case _ if not raw.text.strip():
            return Found(Sort.FORMULA, "") if raw.formula else None
        case _:
            return _number(raw.text.strip(), number_format)
    return Found(Sort.TEXT, text) if text.strip() else None


def _number(text: str, number_format: str) -> Found:
    """A number as it is shown: 3.5000000000000004 is 3.5."""
    share = "%" in _QUOTED.sub("", number_format)
    try:
        number = SHOWN.scaleb(SHOWN.plus(Decimal(text)), 2 if share else 0)
    except DecimalException:
        return Found(Sort.ERROR, text)
    if not number.is_finite():
        return Found(Sort.ERROR, text)
    if is_date_format(number_format):
        return Found(Sort.DATE, text)
    return Found(Sort.NUMBER, _written(number) + ("%" if share else ""))


def _written(number: Decimal) -> str:
    """Digits without an exponent and without trailing zeros."""
    if number == 0:
        return "0"
    if abs(number.adjusted()) > LARGEST:
        return str(number)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
