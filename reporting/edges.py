"""Days relative to a period: the 25th, the 2nd of the next month, Friday. Only arithmetic."""

from __future__ import annotations

import calendar as months
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

Day = date  # ``Edge`` has a field of that name


class Every(StrEnum):
    """How often a period comes."""

    MONTH = "month"
    WEEK = "week"
    ONCE = "once"


@dataclass(frozen=True, slots=True)
class Edge:
    """A day relative to a period: the 25th, the 2nd of the next month, Friday, or one fixed date.

    Exactly one of ``day`` (31 and any day the month lacks mean its last), ``weekday``
    (0 = Monday) and ``date`` is set. ``offset`` counts months or weeks from the period.
    """

    day: int | None = None
    weekday: int | None = None
    date: Day | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class PeriodName:
    """What a period is called, as numbers: month 9 of 2023, ISO week 36 of 2023, or once."""

    every: Every
    year: int | None = None
    month: int | None = None
    week: int | None = None


def name_of(key: str) -> PeriodName:
    """What a period's key says: 2023-09, 2023-W36; any other word is a period that comes once.

    ValueError for a month or a week that the year does not have.
    """
    if month := re.fullmatch(r"(\d{4})-(\d{2})", key):
        first = date(int(month[1]), int(month[2]), 1)
        return PeriodName(Every.MONTH, first.year, month=first.month)
    if week := re.fullmatch(r"(\d{4})-W(\d{2})", key):
        date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return PeriodName(Every.WEEK, int(week[1]), week=int(week[2]))
    return PeriodName(Every.ONCE)


def day_of(edge: Edge, key: str) -> date:
    """The day an edge falls on in the period with this key, by the rule alone.

    A day that the month lacks is its last day. ValueError if the edge is not one of this
    kind of period (a weekday of a month, a day of a week).
    """
    name = name_of(key)
    if edge.date is not None:
        return edge.date
    if edge.day is not None and name.year and name.month:
        count = name.year * 12 + name.month - 1 + edge.offset
        year, month = count // 12, count % 12 + 1
        return date(year, month, min(edge.day, months.monthrange(year, month)[1]))
    if edge.weekday is not None and name.year and name.week:
        monday = date.fromisocalendar(name.year, name.week, 1)
        return monday + timedelta(weeks=edge.offset, days=edge.weekday)
    raise ValueError(f"{edge} is not a day of the period {key}")


def following(key: str) -> str:
    """The key of the month or week after this one; ValueError for what comes once."""
    name = name_of(key)
    if name.every is Every.MONTH:
        return f"{day_of(Edge(day=1, offset=1), key):%Y-%m}"
    year, week, _ = day_of(Edge(weekday=0, offset=1), key).isocalendar()
    return f"{year:04}-W{week:02}"


def suits(edge: Edge, every: Every) -> bool:
    """Whether an edge names a possible day of such periods, and names it in one way only."""
    if sum(each is not None for each in (edge.day, edge.weekday, edge.date)) != 1:
        return False
    if edge.date is not None:
        return edge.offset == 0
    if every is Every.MONTH:
        return edge.day is not None and 1 <= edge.day <= 31
    return every is Every.WEEK and edge.weekday is not None and 0 <= edge.weekday <= 6
