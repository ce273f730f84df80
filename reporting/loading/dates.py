"""``[calendar]`` and the levels' edges → the calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from zoneinfo import ZoneInfo, available_timezones

import holidays

from reporting.calendar import Calendar, CalendarError, Edge, build_calendar, suits
from reporting.loading.names import nearest, note_unknown
from reporting.loading.problem import Problems
from reporting.loading.shape import CalendarShape, EdgeShape, TierShape


def build_dates(
    shape: CalendarShape, tiers: Iterable[TierShape], problems: Problems
) -> Calendar | None:
    """The calendar with its exceptions; None, with everything noted, if it cannot be."""
    tiers = list(tiers)
    note_unknown("calendar.holidays", [shape.holidays or "CN"], _countries(), problems)
    _check_exceptions(shape, tiers, problems)
    _check_edges(shape, tiers, problems)
    if shape.zone not in available_timezones():
        problems.add(
            "calendar.zone",
            f"没有时区“{shape.zone}”",
            f"there is no time zone {shape.zone!r}",
            remedy=nearest(shape.zone, sorted(available_timezones())),
        )
        return None
    try:
        calendar = build_calendar(
            zone=ZoneInfo(shape.zone),
            every=shape.every,
            first=shape.first,
            last=shape.last,
            start=build_edge(shape.start),
            end=build_edge(shape.end),
            opens=build_edge(shape.opens),
            exceptions=dict(_exceptions(shape)),
        )
    except CalendarError as error:
        what, remedy = error.what, error.remedy
        problems.add(f"calendar.{error.place}", what.zh, what.en, remedy=(remedy.zh, remedy.en))
        return None
    except (ValueError, OverflowError):
        problems.add(
            "calendar",
            "日期超出日历的范围",
            "the dates leave the calendar's range",
            remedy=("改正 first、last 或 offset", "correct first, last or an offset"),
        )
        return None
    _check_opening(calendar, problems)
    return calendar


def build_edge(shape: EdgeShape) -> Edge:
    """A day relative to a period."""
    return Edge(shape.day, shape.weekday, shape.date, shape.offset)


def _countries() -> list[str]:
    return sorted(holidays.list_supported_countries(include_aliases=False))


def _exceptions(shape: CalendarShape) -> Iterator[tuple[tuple[str, str], date]]:
    for each in shape.exceptions:
        for name in ("start", "end", "opens"):
            if day := getattr(each, name):
                yield (each.period, name), day
        for name in ("units_due", "due"):
            for tier, day in getattr(each, name).items():
                yield (each.period, f"{name}:{tier}"), day


def _check_exceptions(shape: CalendarShape, tiers: list[TierShape], problems: Problems) -> None:
    known = [tier.key for tier in tiers]
    seen: set[str] = set()
    for n, each in enumerate(shape.exceptions, 1):
        place = f"calendar.exceptions[{n}]"
        note_unknown(f"{place}.units_due", each.units_due, known, problems)
        note_unknown(f"{place}.due", each.due, known, problems)
        if each.period in seen:
            problems.add(
                f"{place}.period",
                f"报告期 {each.period} 的例外写了两次",
                f"the exceptions of {each.period} stand twice",
                remedy=("合并为一处", "put them into one"),
            )
        seen.add(each.period)


def _check_edges(shape: CalendarShape, tiers: list[TierShape], problems: Problems) -> None:
    edges = [(f"tiers[{n}].units_due", tier.units_due) for n, tier in enumerate(tiers, 1)]
    edges += [(f"tiers[{n}].due", tier.due) for n, tier in enumerate(tiers, 1) if tier.due]
    for place, edge in edges:
        if not suits(build_edge(edge), shape.every):
            problems.add(
                place,
                f"这一天不适用于 {shape.every} 报告期",
                f"this is not a day of a {shape.every} period",
                remedy=(
                    "按月写 day，按周写 weekday，一次性写 date，只写一个",
                    "write day for months, weekday for weeks, date for once; only one of them",
                ),
            )


def _check_opening(calendar: Calendar, problems: Problems) -> None:
    late = [each.key for each in calendar.periods if each.opens >= calendar.instant(each.end)]
    if late:
        problems.add(
            "calendar.opens",
            f"报告期 {', '.join(late)} 结束后才开始填报",
            f"these periods open only after their end: {', '.join(late)}",
            remedy=("改早 opens", "let them open earlier"),
        )
