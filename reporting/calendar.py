"""Periods and their dates. Dates are the campaign's local days; instants are aware datetimes.

"X日前" runs through 24:00 of day X: a due instant is the next day's 00:00, exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import NoReturn
from zoneinfo import ZoneInfo

from reporting.edges import Day, Edge, Every, PeriodName, day_of, following, name_of, suits
from reporting.label import Label

__all__ = [
    "Calendar",
    "CalendarError",
    "Day",
    "Edge",
    "Every",
    "Period",
    "PeriodName",
    "build_calendar",
    "day_of",
    "following",
    "name_of",
    "suits",
]


@dataclass(frozen=True, slots=True)
class Period:
    """A month (week, …) of a campaign. ``start`` and ``end`` are its first and last day."""

    key: str  # 2023-09, 2023-W36, final
    start: date
    end: date
    opens: datetime  # from when its reports can be filled


@dataclass(frozen=True)
class Calendar:
    """A campaign's periods, oldest first, and the days that differ from the rule.

    ``exceptions`` maps (period key, edge name) to a fixed date; edge names are ``start``,
    ``end``, ``opens`` and, a level each, ``units_due:<tier key>`` and ``due:<tier key>``.
    """

    zone: ZoneInfo
    every: Every
    periods: tuple[Period, ...]
    exceptions: Mapping[tuple[str, str], date]

    def period(self, key: str) -> Period:
        """The period with this key; KeyError if the campaign has none."""
        for each in self.periods:
            if each.key == key:
                return each
        raise KeyError(key)

    def before(self, period: Period) -> Period | None:
        """The period before this one; None for the first."""
        n = self.periods.index(period)
        return self.periods[n - 1] if n else None

    def after(self, period: Period) -> Period | None:
        """The period after this one; None for the last."""
        return next(iter(self.periods[self.periods.index(period) + 1 :]), None)

    def label(self, period: Period) -> PeriodName:
        """What the period is called, as data; the words are the handlers'."""
        return name_of(period.key)

    def day(self, period: Period, edge: Edge, name: str) -> date:
        """The day an edge falls on in this period, exceptions first."""
        return self.exceptions.get((period.key, name)) or day_of(edge, period.key)

    def instant(self, day: date) -> datetime:
        """24:00 of a local day, in UTC: what is due on that day is due before this."""
        return self.midnight(day + timedelta(days=1))

    def midnight(self, day: date) -> datetime:
        """00:00 of a local day, in UTC."""
        return self.at(day, time())

    def at(self, day: date, clock: time) -> datetime:
        """A local time of a local day, in UTC."""
        return datetime.combine(day, clock, self.zone).astimezone(UTC)

    def today(self, now: datetime) -> date:
        """The local day of an instant."""
        return now.astimezone(self.zone).date()


class CalendarError(ValueError):
    """A calendar that cannot be: where (``first``, ``exceptions.2023-13.start``), what, remedy."""

    def __init__(self, place: str, what: Label, remedy: Label) -> None:
        """Keep the three apart: the loader adds the file, the handlers the words around them."""
        super().__init__(f"{place}: {what.en}; {remedy.en}")
        self.place, self.what, self.remedy = place, what, remedy


def build_calendar(
    zone: ZoneInfo,
    every: Every,
    first: str,
    last: str,
    start: Edge,
    end: Edge,
    opens: Edge,
    exceptions: Mapping[tuple[str, str], date],
) -> Calendar:
    """The periods ``first`` to ``last``; CalendarError where the file says what cannot be."""
    keys = tuple(_keys(every, first, last))
    edges = {"start": start, "end": end, "opens": opens}
    for name, edge in edges.items():
        if not suits(edge, every) or (every is not Every.ONCE and edge.date):
            _refuse(name, f"这一天不适用于 {every} 报告期", f"not a day of a {every} period", every)
    _check_exceptions(exceptions, keys)
    bare = Calendar(zone, every, (), exceptions)
    periods = []
    for key in keys:
        days = {n: exceptions.get((key, n)) or day_of(edge, key) for n, edge in edges.items()}
        opening = bare.midnight(days["opens"])
        periods.append(Period(key, days["start"], days["end"], opening))
    _check_order(periods)
    return Calendar(zone, every, tuple(periods), exceptions)


def _keys(every: Every, first: str, last: str) -> Iterator[str]:
    for place, key in (("first", first), ("last", last)):
        try:
            fits = name_of(key).every is every
        except ValueError:
            fits = False
        if not fits or not key:
            _refuse(place, f"报告期“{key}”写法不对", f"'{key}' is not such a period", every)
    if every is Every.ONCE and first != last:
        _refuse("last", "一次性报告只有一个报告期", "there is one period only", every)
    if first > last:  # such keys sort as they follow each other
        _refuse("last", f"{last} 早于 {first}", f"{last} is before {first}", every)
    key = first
    while key <= last:
        yield key
        if every is Every.ONCE:
            return
        key = following(key)


def _check_exceptions(exceptions: Mapping[tuple[str, str], date], keys: tuple[str, ...]) -> None:
    for key, name in exceptions:
        place = f"exceptions.{key}.{name}"
        if key not in keys:
            raise CalendarError(
                place,
                Label(f"没有报告期 {key}", f"there is no period {key}"),
                Label(f"可用：{keys[0]} 至 {keys[-1]}", f"write one of {keys[0]} to {keys[-1]}"),
            )
        if name not in ("start", "end", "opens") and not name.startswith(("units_due:", "due:")):
            raise CalendarError(
                place,
                Label(f"不认识“{name}”", f"'{name}' is not known"),
                Label(
                    "可用：start、end、opens、units_due:级别、due:级别",
                    "write start, end, opens, units_due:<tier> or due:<tier>",
                ),
            )


def _check_order(periods: list[Period]) -> None:
    for each in periods:
        if each.start > each.end:
            raise CalendarError(
                f"{each.key}.end",
                Label(f"{each.end} 早于开始日 {each.start}", f"{each.end} is before {each.start}"),
                Label("请改正 start 或 end", "correct start or end, or the exception"),
            )
    for one, two in pairwise(periods):
        if two.start <= one.end:
            raise CalendarError(
                f"{two.key}.start",
                Label(f"与 {one.key} 重叠", f"{two.key} overlaps {one.key}"),
                Label(f"应晚于 {one.end}", f"start after {one.end}"),
            )


_REMEDY = {
    Every.MONTH: Label(
        "按月：报告期写 2023-09；日期写 day = 1 至 31", "months: write 2023-09, and day = 1 to 31"
    ),
    Every.WEEK: Label(
        "按周：报告期写 2023-W36；日期写 weekday = 0（周一）至 6",
        "weeks: write 2023-W36, and weekday = 0 (Monday) to 6",
    ),
    Every.ONCE: Label(
        "一次性：first 与 last 相同，如 final；日期写 date = 2023-12-25",
        "once: first and last are one word, like final; write date = 2023-12-25",
    ),
}


def _refuse(place: str, zh: str, en: str, every: Every) -> NoReturn:
    raise CalendarError(place, Label(zh, en), _REMEDY[every])
