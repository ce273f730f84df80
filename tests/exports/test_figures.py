"""A figure in a cell: exactly as given, a number where a spreadsheet can keep it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.figures import DIGITS, figure_cell
from exports.sheet import Style
from tests.exports.small import MONEY, PERCENT, PIECES

PLAIN = Style()


@pytest.mark.parametrize(
    ("figure", "value", "shown"),
    [
        (0, 0, "0"),
        (12_000_000, 12, "0"),
        (3_500_000, Decimal("3.5"), "0.0"),
        (35_000, Decimal("0.035"), "0.000"),
        (123_456, Decimal("0.123456"), "0.000000"),
        (100_000_000, 100, "0"),
    ],
)
def test_money_shows_exactly_the_decimals_given(figure, value, shown) -> None:
    cell = figure_cell(figure, MONEY, PLAIN)
    assert (cell.value, cell.style.number_format) == (value, shown)


def test_a_percentage_is_a_hundredth_shown_as_per_cent() -> None:
    cell = figure_cell(12_50, PERCENT, PLAIN)
    assert (cell.value, cell.style.number_format) == (Decimal("0.125"), "0.0%")
    assert figure_cell(100_00, PERCENT, PLAIN).value == 1


def test_an_absent_figure_is_an_empty_cell() -> None:
    assert figure_cell(None, PIECES, PLAIN).value is None
    assert figure_cell(0, PIECES, PLAIN).value == 0


def test_a_number_longer_than_a_spreadsheet_keeps_is_written_as_text() -> None:
    assert figure_cell(999_999_999_999_999_999, MONEY, PLAIN).value == "999999999999.999999"
    assert figure_cell(10**17, PIECES, PLAIN).value == 10**17  # one digit and its zeros


@given(st.integers(0, 10**18))
def test_no_figure_is_rounded(figure: int) -> None:
    cell = figure_cell(figure, MONEY, PLAIN)
    assert Decimal(str(cell.value)) == MONEY.value(figure)


@given(st.integers(0, 10**DIGITS - 1))
def test_a_number_survives_the_spreadsheets_own_arithmetic(figure: int) -> None:
    value = figure_cell(figure, MONEY, PLAIN).value
    assert isinstance(value, int | Decimal)
    assert Decimal(str(float(f"{float(value):.16g}"))) == MONEY.value(figure)


@given(st.integers(0, 10**12))
def test_the_format_has_as_many_decimals_as_the_number(figure: int) -> None:
    cell = figure_cell(figure, MONEY, PLAIN)
    _, point, decimals = cell.style.number_format.partition(".")
    assert decimals == "0" * len(decimals)
    assert bool(point) == bool(decimals)
    _, _, digits = MONEY.shown(figure).partition(".")
    assert len(decimals) == len(digits)
