"""Which days are worked: weekends, public holidays, and days worked in their place (调休)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

import holidays

ANNOUNCES_YEARLY = frozenset({"CN"})
"""Countries where the days worked in place of a holiday are announced anew for every year."""


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The days off that fall on weekdays, and the weekend days that are worked."""

    country: str
    off: frozenset[date]
    worked: frozenset[date]

    def is_working(self, day: date) -> bool:
        """Whether offices work on this day."""
        return day in self.worked if day.weekday() >= 5 else day not in self.off

    def announced(self, year: int) -> bool:
        """Whether the year's adjusted working days are known; if not, they may still change."""
        return self.country not in ANNOUNCES_YEARLY or any(d.year == year for d in self.worked)


@cache
def _of_year(country: str, year: int) -> WorkingDays:
    known = holidays.country_holidays(country, years=year, expand=False)
    return WorkingDays(country, frozenset(known), frozenset(known.weekend_workdays))


def working_days(country: str, years: Iterable[int]) -> WorkingDays:
    """The working days of these years; ``""`` is Monday to Friday with no holidays.

    Of other years only the weekends are known. NotImplementedError for a country that the
    ``holidays`` package does not have.
    """
    each = [_of_year(country, year) for year in years] if country else []
    return WorkingDays(
        country,
        frozenset().union(*(year.off for year in each)),
        frozenset().union(*(year.worked for year in each)),
    )
