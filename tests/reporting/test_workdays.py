"""Which days are worked, the days worked in place of a holiday (调休) included."""

from __future__ import annotations

from datetime import date

import pytest

from reporting.workdays import working_days

CHINA = working_days("CN", (2023, 2024))


@pytest.mark.parametrize(
    ("month", "day", "works"),
    [
        (9, 28, True),
        (9, 29, False),  # mid-autumn
        (9, 30, False),
        (10, 2, False),
        (10, 6, False),
        (10, 7, True),  # a Saturday, worked
        (10, 8, True),  # a Sunday, worked
        (11, 25, False),
        (12, 2, False),
        (12, 10, False),
        (12, 29, True),
        (12, 30, False),
    ],
)
def test_the_autumn_of_2023_in_china(month: int, day: int, works: bool) -> None:
    assert CHINA.is_working(date(2023, month, day)) is works


def test_without_a_country_monday_to_friday_are_worked() -> None:
    plain = working_days("", ())
    week = [date(2023, 10, 2 + n) for n in range(7)]
    assert [plain.is_working(day) for day in week] == [True] * 5 + [False] * 2
    assert plain.announced(2099)


def test_a_year_whose_worked_weekends_are_not_announced_says_so() -> None:
    assert CHINA.announced(2023)
    assert not working_days("CN", (2099,)).announced(2099)


def test_a_country_without_such_announcements_is_always_known() -> None:
    assert working_days("DE", (2099,)).announced(2099)
