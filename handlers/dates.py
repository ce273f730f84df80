"""Periods and instants as people say them, in the campaign's zone."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol

from handlers.words import LANGUAGES, Html, Words, words_in
from reporting.calendar import Calendar, Every, name_of
from reporting.campaign import Campaign


class Due(Protocol):
    """Something with a deadline in a campaign, seen at a moment."""

    @property
    def campaign(self) -> Campaign: ...  # noqa: D102
    @property
    def due(self) -> datetime: ...  # noqa: D102
    @property
    def now(self) -> datetime: ...  # noqa: D102


def period(words: Words, key: str) -> str:
    """What a period is called: 2023年9月, 2023年第36周, 专项总结."""
    name = name_of(key)
    if name.every is Every.MONTH:
        month = words.plain(f"month-{name.month}")
        return words.plain("period-month", year=str(name.year), month=month)
    if name.every is Every.WEEK:
        return words.plain("period-week", year=str(name.year), week=str(name.week))
    return words.plain("period-once")


def spoken(key: str) -> tuple[str, ...]:
    """What people call a period in a message: 2023年9月, 9月, 9月份, September; 第36周."""
    name = name_of(key)
    said = []
    for language in LANGUAGES:
        words = words_in(language)
        said.append(period(words, key))
        if name.every is Every.MONTH:
            said.append(words.plain(f"month-{name.month}"))
        if name.every is Every.WEEK:
            said.append(words.plain("week-alone", week=str(name.week)))
    return (*(f"{each}份" for each in said if each.endswith("月")), *said)


def moment(calendar: Calendar, instant: datetime) -> str:
    """A local date and time: 2023-09-25 09:00."""
    return f"{instant.astimezone(calendar.zone):%Y-%m-%d %H:%M}"


def deadline(words: Words, calendar: Calendar, due: datetime) -> str:
    """An exclusive due instant as the notice says it: 9月25日 24:00."""
    day = calendar.today(due - timedelta(microseconds=1))
    return words.plain("deadline", month=str(day.month), day=str(day.day))


def deadline_line(words: Words, what: Due) -> Html:
    """The deadline alone, where it no longer matters how far it is."""
    return words("due", deadline=deadline(words, what.campaign.calendar, what.due))


def due(words: Words, what: Due) -> Html:
    """The deadline and how far it is: 9月25日 24:00，还有 3 天."""
    calendar = what.campaign.calendar
    said = deadline(words, calendar, what.due)
    last = calendar.today(what.due - timedelta(microseconds=1))
    days = (last - calendar.today(what.now)).days
    if what.now >= what.due:
        return words("due-passed", deadline=said)
    if days == 0:
        return words("due-today", deadline=said)
    return words("due-in", deadline=said, days=days)
