"""Both shipped campaigns: every edge of every period, by hand from the notices' readings.

Each date was looked up in a calendar of 2023; a deadline stays where a holiday or a weekend
falls on it.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from reporting.campaign import Campaign
from reporting.chain import Region
from reporting.deadlines import closes, closings_due, late_until, region_due, units_due
from reporting.reminders import steps
from reporting.workdays import working_days
from tests.campaigns import jiaxing, sichuan

MonthDay = tuple[int, int]
WORKDAYS = working_days("CN", (2023, 2024))


def end_of(of: Campaign, month: int, day: int, year: int = 2023) -> datetime:
    """24:00 of a day."""
    return datetime(year, month, day, tzinfo=of.calendar.zone) + timedelta(days=1)


SICHUAN = [  # period, from, to, opens, units (S1), county (S2), city (S3)
    ("2023-08", date(2023, 8, 8), date(2023, 8, 25), (8, 21), (8, 25), (8, 28), (8, 30)),
    ("2023-09", date(2023, 8, 26), date(2023, 9, 25), (9, 21), (9, 25), (9, 28), (9, 30)),
    ("2023-10", date(2023, 9, 26), date(2023, 10, 25), (10, 21), (10, 25), (10, 28), (10, 30)),
    ("2023-11", date(2023, 10, 26), date(2023, 11, 25), (11, 21), (11, 25), (11, 28), (11, 30)),
    ("2023-12", date(2023, 11, 26), date(2023, 12, 25), (12, 21), (12, 25), (12, 28), (12, 30)),
]
JIAXING = [  # period, to, units of a county (J5), county (J1) = units of the city
    ("2023-07", date(2023, 7, 31), (8, 1), (8, 2)),
    ("2023-08", date(2023, 8, 31), (9, 1), (9, 2)),  # 2 September: a Saturday
    ("2023-09", date(2023, 9, 30), (10, 1), (10, 2)),  # both holidays
    ("2023-10", date(2023, 10, 31), (11, 1), (11, 2)),
    ("2023-11", date(2023, 11, 30), (12, 1), (12, 2)),  # 2 December: a Saturday
    ("2023-12", date(2023, 12, 25), (12, 25), (12, 25)),  # with the final summary (J2)
]


def test_sichuan_runs_from_august_to_december() -> None:
    assert [each.key for each in sichuan().calendar.periods] == [row[0] for row in SICHUAN]


@pytest.mark.parametrize(("key", "start", "end", "opens", "units", "county", "city"), SICHUAN)
def test_every_edge_of_sichuan(
    key: str,
    start: date,
    end: date,
    opens: MonthDay,
    units: MonthDay,
    county: MonthDay,
    city: MonthDay,
) -> None:
    of = sichuan()
    period = of.calendar.period(key)
    assert (period.start, period.end) == (start, end)
    assert period.opens == datetime(2023, *opens, tzinfo=of.calendar.zone)
    assert {units_due(of, t.key, period) for t in of.tiers} == {end_of(of, *units)}
    assert region_due(of, "county", period) == end_of(of, *county)
    assert region_due(of, "city", period) == end_of(of, *city)
    assert region_due(of, "province", period) is None
    assert closes(of, "county", period) == end_of(of, *units)
    assert closes(of, "city", period) == end_of(of, *county)
    assert closes(of, "province", period) == end_of(of, *city)


def test_jiaxing_runs_from_july_to_december() -> None:
    assert [each.key for each in jiaxing().calendar.periods] == [row[0] for row in JIAXING]


@pytest.mark.parametrize(("key", "end", "units", "county"), JIAXING)
def test_every_edge_of_jiaxing(key: str, end: date, units: MonthDay, county: MonthDay) -> None:
    of = jiaxing()
    period = of.calendar.period(key)
    assert (period.start, period.end) == (end.replace(day=1), end)
    assert period.opens == datetime(2023, end.month, 1, tzinfo=of.calendar.zone)
    assert units_due(of, "county", period) == end_of(of, *units)
    assert region_due(of, "county", period) == end_of(of, *county)
    assert units_due(of, "city", period) == end_of(of, *county)
    assert region_due(of, "city", period) is None
    assert closes(of, "county", period) == end_of(of, *units)
    assert closes(of, "city", period) == end_of(of, *county)


def test_in_december_jiaxing_closes_all_at_once_counties_first() -> None:
    of = jiaxing()
    city, county = Region(1, "某市", "city", None), Region(2, "某县", "county", 1)
    christmas = end_of(of, 12, 25)
    closings = closings_due(of, [city, county], end_of(of, 12, 3), christmas)
    assert [(each.region, each.at) for each in closings] == [
        (county, christmas),
        (city, christmas),
    ]


@pytest.mark.parametrize("of", (sichuan(), jiaxing()), ids=lambda of: of.key)
def test_the_last_period_can_still_be_filed_late_over_the_years_end(of: Campaign) -> None:
    until = late_until(of, "county", of.calendar.periods[-1])
    assert until and until > datetime(2024, 1, 1, tzinfo=of.calendar.zone)


def test_the_reminders_of_sichuans_september_go_round_the_holidays() -> None:
    of = sichuan()
    reminders = steps(of, "city", of.calendar.period("2023-09"), WORKDAYS)
    local = [each.at.astimezone(of.calendar.zone) for each in reminders]
    assert [(each.month, each.day, each.hour) for each in local] == [
        (9, 22, 9),
        (9, 24, 9),
        (9, 25, 9),
        (9, 26, 9),
        (9, 27, 9),
        (9, 28, 9),
        (10, 7, 9),
        (10, 8, 9),
    ]
