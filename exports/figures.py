"""Figures as numbers in a cell, exactly as given: no rounding, no more decimals than needed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

from exports.sheet import Cell, Style
from reporting.measure import Kind, Measure

DIGITS = 15
"""What a spreadsheet keeps of a number. A longer one is written as text: nothing is lost."""


def figure_cell(figure: int | None, measure: Measure, style: Style) -> Cell:
    """A cell with a figure; an absent figure leaves it blank, which is not zero."""
    style = _fitting(style)
    if figure is None:
        return Cell(None, style)
    value = _trimmed(measure.value(figure))
    decimals = max(0, -int(value.as_tuple().exponent))
    if len(str(abs(figure)).strip("0")) > DIGITS:
        return Cell(measure.shown(figure), style)
    shown = "0." + "0" * decimals if decimals else "0"
    if measure.kind is Kind.PERCENT:
        return Cell(_trimmed(value.scaleb(-2)), _formatted(style, shown + "%"))
    return Cell(value if decimals else int(value), _formatted(style, shown))


def _trimmed(value: Decimal) -> Decimal:
    """Without trailing zeros behind the point, and never in powers of ten."""
    return value.to_integral() if value == value.to_integral() else value.normalize()


@cache
def _fitting(style: Style) -> Style:
    """The style for a number, which cannot be wrapped: a large one is set smaller."""
    return replace(style, wrap=False, shrink=True)


@cache
def _formatted(style: Style, number_format: str) -> Style:
    """The style with a number format; always the same object, so that a big sheet stays small."""
    return replace(style, number_format=number_format)
