"""Who is reminded when: steps relative to a due day, and one message a person.

A step is worth sending from its time until the next step of the same report, at the latest
until the end of its own local day. After that it is missed: a record, not a message. Sent a
day later it would only say what that day's own step says better, or wake people at night.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from reporting.calendar import Period
from reporting.campaign import Campaign, ReminderStep
from reporting.deadlines import late_until, units_due, units_due_day
from reporting.workdays import WorkingDays


@dataclass(frozen=True, slots=True)
class Reminder:
    """One step for one level and period. ``until``: from then on it is missed, not sent.

    ``days`` is how far the due day is from the reminder's day: 3, 1, 0; negative: overdue.
    """

    step: str  # a key of the ledger: before-3, overdue-1 … overdue-5
    at: datetime
    until: datetime
    due: datetime
    days: int

    def is_missed(self, now: datetime) -> bool:
        """Whether it is too late to send it."""
        return now >= self.until


@dataclass(frozen=True, slots=True)
class Nudge:
    """A reminder for one person about one unit's report. ``day`` is the reminder's local day."""

    person: int
    campaign: str
    unit: int
    period: str
    day: date
    reminder: Reminder


@dataclass(frozen=True, slots=True)
class Message:
    """What one person is told at once: a line for each report, the soonest due first.

    ``nudges`` are all the steps that it settles in the ledger.
    """

    person: int
    day: date
    lines: tuple[Nudge, ...]
    nudges: tuple[Nudge, ...]


def steps(
    campaign: Campaign, tier: str, period: Period, workdays: WorkingDays
) -> tuple[Reminder, ...]:
    """The reminders of a period for units of this level, in order of time.

    A step before the period opens is dropped, and so is one after 补报 has ended.
    """
    due_day, due = units_due_day(campaign, tier, period), units_due(campaign, tier, period)
    end = late_until(campaign, tier, period)
    calendar = campaign.calendar
    times = sorted(
        (calendar.at(day, step.at), key, day)
        for step in campaign.reminders
        for key, day in _days(step, due_day, workdays)
    )
    kept = [each for each in times if period.opens <= each[0] and (not end or each[0] < end)]
    following = [at for at, _, _ in kept[1:]]
    ends = [calendar.instant(day) for _, _, day in kept]
    untils = [min(pair) for pair in zip(following, ends, strict=False)] + ends[-1:]
    return tuple(
        Reminder(key, at, until, due, (due_day - day).days)
        for (at, key, day), until in zip(kept, untils, strict=True)
    )


def _days(step: ReminderStep, due: date, workdays: WorkingDays) -> list[tuple[str, date]]:
    """The ledger's key and the local day of each time that a step comes."""
    if not step.overdue:
        return [(step.key, due - timedelta(days=step.days))]
    later = (due + timedelta(days=n) for n in range(1, 366))
    worked = islice((day for day in later if workdays.is_working(day)), step.overdue)
    return [(f"{step.key}-{n}", day) for n, day in enumerate(worked, start=1)]


def due_reminders(
    reminders: Iterable[Reminder], since: datetime, now: datetime
) -> tuple[Reminder, ...]:
    """Those whose time has come by ``now``; nothing from before ``since`` (the loading)."""
    return tuple(each for each in reminders if since <= each.at <= now)


def messages(nudges: Iterable[Nudge]) -> tuple[Message, ...]:
    """One message a person and local day, listing every report once, by its latest step."""
    grouped: dict[tuple[date, int], list[Nudge]] = {}
    for nudge in nudges:
        grouped.setdefault((nudge.day, nudge.person), []).append(nudge)
    return tuple(
        Message(person, day, _lines(theirs), tuple(theirs))
        for (day, person), theirs in sorted(grouped.items())
    )


def _lines(nudges: list[Nudge]) -> tuple[Nudge, ...]:
    latest = {
        (each.campaign, each.unit, each.period): each
        for each in sorted(nudges, key=lambda each: each.reminder.at)
    }
    return tuple(
        sorted(latest.values(), key=lambda e: (e.reminder.due, e.campaign, e.unit, e.period))
    )
