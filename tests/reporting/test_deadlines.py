"""When a report is due, when a region closes, what is open: by hand tables of real months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.calendar import Edge, Every, build_calendar
from reporting.campaign import Campaign
from reporting.chain import Region
from reporting.deadlines import (
    closes,
    closings_due,
    fillable,
    late_until,
    on_time,
    region_due,
    units_due,
)
from tests.reporting.small_campaign import SHANGHAI, calendar, campaign, two_levels

LONG_AGO = datetime(2000, 1, 1, tzinfo=SHANGHAI)
PROVINCE = Region(1, "甲省", "province", None)
CITY = Region(2, "乙市", "city", 1)
COUNTY = Region(3, "丙县", "county", 2)
TREE = (PROVINCE, CITY, COUNTY)


def end_of(month: int, day: int, year: int = 2023) -> datetime:
    """24:00 of a day."""
    return datetime(year, month, day, tzinfo=SHANGHAI) + timedelta(days=1)


def at(month: int, day: int, hour: int = 9, year: int = 2023) -> datetime:
    return datetime(year, month, day, hour, tzinfo=SHANGHAI)


def february() -> Campaign:
    return campaign(calendar("2023-12", "2024-03"))


DUE = [  # period, units everywhere, county upward, city upward = province closes
    ("2023-08", (8, 25), (8, 28), (8, 30)),
    ("2023-09", (9, 25), (9, 28), (9, 30)),  # 29 September to 6 October are holidays: it stays
    ("2023-10", (10, 25), (10, 28), (10, 30)),  # 28 October is a Saturday; 31 days: the 30th
    ("2023-11", (11, 25), (11, 28), (11, 30)),  # 25 November is a Saturday
    ("2023-12", (12, 25), (12, 28), (12, 30)),  # 30 December is a Saturday
]


@pytest.mark.parametrize(("key", "units", "county", "city"), DUE)
def test_every_edge_of_every_month(
    key: str, units: tuple[int, int], county: tuple[int, int], city: tuple[int, int]
) -> None:
    of = campaign()
    period = of.calendar.period(key)
    for tier in ("province", "city", "county"):
        assert units_due(of, tier, period) == end_of(*units)
    assert region_due(of, "county", period) == end_of(*county)
    assert region_due(of, "city", period) == end_of(*city)
    assert region_due(of, "province", period) is None
    assert closes(of, "county", period) == end_of(*units)
    assert closes(of, "city", period) == end_of(*county)
    assert closes(of, "province", period) == end_of(*city)


def test_without_a_level_below_a_region_closes_with_its_own_units() -> None:
    of = two_levels()
    assert closes(of, "city", of.calendar.period("2023-09")) == end_of(9, 25)


def test_the_30th_is_the_last_day_of_february() -> None:
    of = campaign(calendar("2023-01", "2024-03"))
    assert region_due(of, "city", of.calendar.period("2023-02")) == end_of(2, 28)
    assert region_due(of, "city", of.calendar.period("2024-02")) == end_of(2, 29, 2024)


def test_an_exception_moves_one_level_in_one_period() -> None:
    of = campaign(calendar(exceptions={("2023-12", "units_due:city"): date(2023, 12, 20)}))
    december = of.calendar.period("2023-12")
    assert units_due(of, "city", december) == end_of(12, 20)
    assert units_due(of, "county", december) == end_of(12, 25)


def test_the_last_second_of_the_due_day_is_on_time_and_midnight_is_late() -> None:
    due = end_of(9, 25)
    assert on_time(due - timedelta(seconds=1), due)
    assert not on_time(due, due)


def test_what_comes_once_can_be_filed_late_without_end() -> None:
    days = Edge(date=date(2023, 7, 1)), Edge(date=date(2023, 12, 25)), Edge(date=date(2023, 12, 1))
    final = build_calendar(SHANGHAI, Every.ONCE, "final", "final", *days, {})
    tiers = tuple(replace(t, units_due=days[1], due=None) for t in campaign().tiers)
    of = replace(campaign(), calendar=final, tiers=tiers)
    assert units_due(of, "city", final.periods[0]) == end_of(12, 25)
    assert late_until(of, "city", final.periods[0]) is None
    assert fillable(of, "city", at(12, 31, 9, 2030)) == final.periods


def test_a_late_report_is_taken_until_the_next_one_is_due() -> None:
    of = campaign()
    assert late_until(of, "county", of.calendar.period("2023-09")) == end_of(10, 25)


def test_after_the_last_period_late_reports_have_as_long_as_ever() -> None:
    of = campaign()
    assert late_until(of, "county", of.calendar.period("2023-12")) == end_of(1, 25, 2024)
    assert fillable(of, "county", at(1, 26, 0, 2024)) == ()


TO_FILL = [
    (at(8, 20, 23), []),  # nothing has opened yet
    (at(8, 21, 0), ["2023-08"]),
    (at(8, 27), ["2023-08"]),  # overdue, but the next has not opened
    (at(9, 20), ["2023-08"]),
    (at(9, 21, 0), ["2023-08", "2023-09"]),
    (at(9, 25, 23), ["2023-08", "2023-09"]),
    (at(9, 26, 0), ["2023-09"]),
    (at(1, 25, 23, 2024), ["2023-12"]),
]


@pytest.mark.parametrize(("now", "keys"), TO_FILL)
def test_what_there_is_to_fill_in(now: datetime, keys: list[str]) -> None:
    assert [period.key for period in fillable(campaign(), "county", now)] == keys


def test_a_month_reported_in_the_next_one_stays_open_beside_it() -> None:
    of = jiaxing_like()
    keys = [p.key for p in fillable(of, "county", at(9, 2))]
    assert keys == ["2023-07", "2023-08", "2023-09"]
    assert [p.key for p in fillable(of, "county", at(9, 3, 0))] == keys[1:]


def jiaxing_like() -> Campaign:
    """Everything opens on the 1st and is due on the 2nd of the next month."""
    months = Edge(day=1), Edge(day=31), Edge(day=1)
    of = build_calendar(SHANGHAI, Every.MONTH, "2023-07", "2023-12", *months, {})
    tiers = campaign().tiers
    second = Edge(day=2, offset=1)
    return replace(
        campaign(),
        calendar=of,
        tiers=tuple(replace(t, units_due=second, due=t.due and second) for t in tiers),
    )


def test_where_all_close_at_one_instant_children_come_first() -> None:
    closings = closings_due(jiaxing_like(), TREE, at(9, 1), at(9, 4))
    assert [each.region for each in closings] == [COUNTY, CITY, PROVINCE]
    assert {each.at for each in closings} == {end_of(9, 2)}


def test_on_28_february_city_and_province_close_together_city_first() -> None:
    of = campaign(calendar("2022-12", "2023-03"))
    closings = closings_due(of, TREE, at(2, 1), at(3, 1, 0))
    assert [(each.region, each.at) for each in closings] == [
        (COUNTY, end_of(2, 25)),
        (CITY, end_of(2, 28)),
        (PROVINCE, end_of(2, 28)),
    ]


def test_on_29_february_the_province_waits_a_day_longer() -> None:
    closings = closings_due(february(), TREE, at(2, 1, 9, 2024), at(3, 1, 0, 2024))
    assert [each.at for each in closings] == [
        end_of(2, 25, 2024),
        end_of(2, 28, 2024),
        end_of(2, 29, 2024),
    ]


def test_months_that_were_missed_are_closed_in_order() -> None:
    closings = closings_due(campaign(), TREE, LONG_AGO, at(10, 1, 0))
    assert [(each.period.key, each.region.tier) for each in closings] == [
        ("2023-08", "county"),
        ("2023-08", "city"),
        ("2023-08", "province"),
        ("2023-09", "county"),
        ("2023-09", "city"),
        ("2023-09", "province"),
    ]


def test_what_closed_before_the_campaign_was_loaded_is_not_told() -> None:
    assert closings_due(campaign(), TREE, at(9, 1), at(9, 20)) == ()


def test_a_region_closes_at_midnight_and_not_a_moment_before() -> None:
    midnight = end_of(9, 25)
    assert not closings_due(campaign(), TREE, at(9, 1), midnight - timedelta(microseconds=1))
    assert len(closings_due(campaign(), TREE, at(9, 1), midnight)) == 1


@given(st.lists(st.datetimes(datetime(2023, 8, 1), datetime(2024, 1, 5)), max_size=9))
def test_however_often_the_clock_asks_every_closing_comes_once(ticks: list[datetime]) -> None:
    end = at(1, 6, 0, 2024)
    until = [*(each.replace(tzinfo=SHANGHAI) for each in sorted(ticks)), end]
    just_after = [LONG_AGO, *(each + timedelta(microseconds=1) for each in until)]
    pairs = zip(just_after, until, strict=False)
    found = [c for since, now in pairs for c in closings_due(campaign(), TREE, since, now)]
    assert found == list(closings_due(campaign(), TREE, LONG_AGO, end))
    assert len(found) == 15
