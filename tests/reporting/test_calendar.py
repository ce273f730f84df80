"""Every day of a period by hand table; what a file says that cannot be is named."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.calendar import (
    Calendar,
    CalendarError,
    Edge,
    Every,
    PeriodName,
    build_calendar,
    day_of,
    following,
    name_of,
)
from tests.reporting.small_campaign import SHANGHAI, calendar

MONDAY, FRIDAY, SUNDAY = 0, 4, 6


def weekly(first: str, last: str) -> Calendar:
    edges = Edge(weekday=MONDAY), Edge(weekday=SUNDAY), Edge(weekday=FRIDAY)
    return build_calendar(SHANGHAI, Every.WEEK, first, last, *edges, {})


MONTH_EDGES = [
    (Edge(day=25), "2023-09", date(2023, 9, 25)),
    (Edge(day=26, offset=-1), "2023-01", date(2022, 12, 26)),
    (Edge(day=2, offset=1), "2023-12", date(2024, 1, 2)),
    (Edge(day=30), "2023-10", date(2023, 10, 30)),  # 31 days: stays on the 30th
    (Edge(day=30), "2023-02", date(2023, 2, 28)),
    (Edge(day=30), "2024-02", date(2024, 2, 29)),
    (Edge(day=31), "2023-09", date(2023, 9, 30)),
    (Edge(day=31), "2023-12", date(2023, 12, 31)),
    (Edge(day=29, offset=2), "2023-12", date(2024, 2, 29)),
    (Edge(date=date(2023, 12, 25)), "2023-12", date(2023, 12, 25)),
]
WEEK_EDGES = [
    (Edge(weekday=FRIDAY), "2023-W36", date(2023, 9, 8)),
    (Edge(weekday=MONDAY, offset=1), "2023-W36", date(2023, 9, 11)),
    (Edge(weekday=MONDAY), "2021-W01", date(2021, 1, 4)),
    (Edge(weekday=SUNDAY), "2020-W53", date(2021, 1, 3)),
    (Edge(weekday=SUNDAY, offset=-1), "2021-W01", date(2021, 1, 3)),
]


@pytest.mark.parametrize(("edge", "key", "day"), MONTH_EDGES + WEEK_EDGES)
def test_an_edge_falls_on_this_day(edge: Edge, key: str, day: date) -> None:
    assert day_of(edge, key) == day


def test_a_weekday_is_no_day_of_a_month() -> None:
    with pytest.raises(ValueError, match="2023-09"):
        day_of(Edge(weekday=1), "2023-09")


def test_the_periods_follow_each_other_without_a_gap() -> None:
    periods = calendar("2023-11", "2024-03").periods
    assert [each.key for each in periods] == [
        "2023-11",
        "2023-12",
        "2024-01",
        "2024-02",
        "2024-03",
    ]
    for one, two in pairwise(periods):
        assert two.start == one.end + timedelta(days=1)


def test_weeks_run_over_the_end_of_a_long_year() -> None:
    keys = [each.key for each in weekly("2020-W52", "2021-W01").periods]
    assert keys == ["2020-W52", "2020-W53", "2021-W01"]


def test_what_comes_once_has_fixed_days() -> None:
    only = Edge(date=date(2023, 7, 1)), Edge(date=date(2023, 12, 25)), Edge(date=date(2023, 12, 1))
    once = build_calendar(SHANGHAI, Every.ONCE, "final", "final", *only, {})
    (period,) = once.periods
    assert (period.key, period.start, period.end) == (
        "final",
        date(2023, 7, 1),
        date(2023, 12, 25),
    )
    assert once.label(period) == PeriodName(Every.ONCE)


def test_a_period_opens_at_local_midnight() -> None:
    september = calendar().period("2023-09")
    assert september.opens == datetime(2023, 9, 21, tzinfo=SHANGHAI)
    assert september.opens.tzinfo is UTC


def test_a_due_day_runs_through_midnight_exclusive() -> None:
    assert calendar().instant(date(2023, 12, 31)) == datetime(2024, 1, 1, tzinfo=SHANGHAI)


def test_a_due_day_is_as_long_as_the_clocks_say() -> None:
    berlin = calendar(zone=ZoneInfo("Europe/Berlin"))
    day = date(2023, 10, 29)
    assert berlin.instant(day) - berlin.midnight(day) == timedelta(hours=25)


def test_an_exception_goes_before_the_rule() -> None:
    given_day = date(2023, 12, 20)
    year = calendar(exceptions={("2023-12", "due:city"): given_day})
    assert year.day(year.period("2023-12"), Edge(day=30), "due:city") == given_day
    assert year.day(year.period("2023-11"), Edge(day=30), "due:city") == date(2023, 11, 30)
    assert year.day(year.period("2023-12"), Edge(day=30), "due:county") == date(2023, 12, 30)


def test_an_exception_moves_a_period_itself() -> None:
    first = calendar(
        exceptions={
            ("2023-08", "start"): date(2023, 8, 8),
            ("2023-08", "opens"): date(2023, 8, 10),
        }
    ).periods[0]
    assert first.start == date(2023, 8, 8)
    assert first.opens == datetime(2023, 8, 10, tzinfo=SHANGHAI)


def test_a_period_knows_its_neighbours_and_its_name() -> None:
    year = calendar()
    august, september, *_, december = year.periods
    assert year.before(september) == august
    assert year.before(august) is None
    assert year.after(august) == september
    assert year.after(december) is None
    assert year.label(september) == PeriodName(Every.MONTH, 2023, month=9)
    assert name_of("2023-W36") == PeriodName(Every.WEEK, 2023, week=36)
    with pytest.raises(KeyError):
        year.period("2024-01")


MONTH = (Edge(day=1), Edge(day=31), Edge(day=1))
WRONG = [
    ("first", ("2023-13", "2023-12", *MONTH, {})),
    ("first", ("2023-W36", "2023-12", *MONTH, {})),
    ("last", ("2023-08", "December", *MONTH, {})),
    ("last", ("2023-08", "2023-07", *MONTH, {})),
    ("start", ("2023-08", "2023-12", Edge(weekday=1), *MONTH[1:], {})),
    ("start", ("2023-08", "2023-12", Edge(day=32), *MONTH[1:], {})),
    ("start", ("2023-08", "2023-12", Edge(day=1, weekday=1), *MONTH[1:], {})),
    ("end", ("2023-08", "2023-12", Edge(day=1), Edge(), Edge(day=1), {})),
    ("end", ("2023-08", "2023-12", Edge(day=1), Edge(date=date(2023, 8, 1)), Edge(day=1), {})),
    ("2023-08.end", ("2023-08", "2023-08", Edge(day=9), Edge(day=8), Edge(day=1), {})),
    ("2023-09.start", ("2023-08", "2023-09", Edge(day=25, offset=-1), Edge(day=25), MONTH[2], {})),
    (
        "exceptions.2024-01.start",
        ("2023-08", "2023-09", *MONTH, {("2024-01", "start"): date(2024, 1, 1)}),
    ),
    (
        "exceptions.2023-08.begin",
        ("2023-08", "2023-09", *MONTH, {("2023-08", "begin"): date(2023, 8, 1)}),
    ),
]


@pytest.mark.parametrize(("place", "said"), WRONG)
def test_a_calendar_that_cannot_be_names_the_place_and_the_remedy(
    place: str, said: tuple[Any, ...]
) -> None:
    with pytest.raises(CalendarError) as caught:
        build_calendar(SHANGHAI, Every.MONTH, *said)
    assert caught.value.place == place
    for words in (caught.value.what, caught.value.remedy):
        assert words.zh and words.en


@given(st.dates(date(1971, 1, 1), date(2199, 12, 31)), st.integers(-24, 24), st.integers(1, 31))
def test_a_day_is_never_past_its_month(day: date, offset: int, number: int) -> None:
    found = day_of(Edge(day=number, offset=offset), f"{day:%Y-%m}")
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == offset
    assert found.day == number or (found + timedelta(days=1)).day == 1


@given(st.dates(date(1971, 1, 1), date(2199, 12, 31)))
def test_the_next_week_begins_when_this_one_ends(day: date) -> None:
    year, week, _ = day.isocalendar()
    key = f"{year}-W{week:02}"
    sunday = day_of(Edge(weekday=SUNDAY), key)
    assert day_of(Edge(weekday=MONDAY), following(key)) == sunday + timedelta(days=1)
