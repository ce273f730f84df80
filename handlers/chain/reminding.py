"""Reminders: who has not filed is told in time, each step once, and every step is on record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from handlers import dates
from handlers.callback import of_command
from handlers.desk import Desk, Task
from handlers.fitting import lines_within
from handlers.outgoing import Address, Button, Message
from handlers.reports.openings import title
from handlers.words import Html, Words, words_in
from reporting import reminders
from reporting.calendar import Period
from reporting.campaign import Campaign
from reporting.chain import Unit
from reporting.deadlines import closes, fillable
from reporting.people import Person
from reporting.reminders import Nudge, Reminder, due_reminders, steps
from storage.nouns import NewNotice, NoticeState
from storage.store import Books


async def due(books: Books, desk: Desk, now: datetime) -> list[Task]:
    """One task for each message that somebody is to get now, one for what was missed."""
    nudges: list[Nudge] = []
    for campaign in desk.campaigns.values():
        nudges += await _campaign(books, desk, campaign, now)
    known = await books.ledger.known([key(each) for each in nudges])
    new = [each for each in nudges if key(each) not in known]
    timely = [each for each in new if not each.reminder.is_missed(now)]
    tasks: list[Task] = [
        partial(_remind, desk, message, now) for message in reminders.messages(timely)
    ]
    if missed := [each for each in new if each.reminder.is_missed(now)]:
        tasks.append(partial(_record_missed, missed, now))
    return tasks


def key(nudge: Nudge) -> str:
    """The ledger's key: what, whom, which report, which step. Unique for ever."""
    return (
        f"remind:{nudge.campaign}:{nudge.period}:{nudge.unit}:{nudge.reminder.step}:{nudge.person}"
    )


async def _campaign(books: Books, desk: Desk, campaign: Campaign, now: datetime) -> list[Nudge]:
    since = await books.campaigns.loaded(campaign.key, now)
    regions, units = await books.roster.tree(campaign.key)
    tier_of = {region.id: region.tier for region in regions}
    liaisons = await books.people.liaisons_by_unit(campaign.key, now)
    joined = await books.roster.joined(campaign.key)
    found: list[Nudge] = []
    for tier in campaign.tiers:
        expected = [u for u in units if u.counted and tier_of.get(u.region) == tier.key]
        for period in fillable(campaign, tier.key, now):
            passed = due_reminders(
                steps(campaign, tier.key, period, desk.workdays[campaign.key]), since, now
            )
            if passed and expected:
                filed = await books.reports.filed(campaign.key, period.key, campaign.form.key)
                closed = closes(campaign, tier.key, period)
                waiting = [
                    unit
                    for unit in expected
                    if unit.id not in filed and joined[unit.id] < closed  # else in no table of it
                ]
                found += _nudges(campaign, period, passed, waiting, liaisons)
    return found


def _nudges(
    campaign: Campaign,
    period: Period,
    passed: tuple[Reminder, ...],
    waiting: list[Unit],
    liaisons: Mapping[int, tuple[Person, ...]],
) -> list[Nudge]:
    """Every step that has come, for every liaison who can be told."""
    calendar = campaign.calendar
    return [
        Nudge(person.id, campaign.key, unit.id, period.key, calendar.today(reminder.at), reminder)
        for unit in waiting
        for person in liaisons.get(unit.id, ())
        if person.telegram is not None and not person.blocked
        for reminder in passed
    ]


async def _remind(
    desk: Desk, message: reminders.Message, now: datetime, books: Books
) -> list[Message]:
    """One message that lists every report this person still owes."""
    person = await books.people.by_id(message.person)
    if person is None or person.telegram is None:
        return []
    words = words_in(person.language)
    lines = [await _line(books, desk, words, nudge) for nudge in message.lines]
    first, *others = message.nudges
    fill = Button(words.plain("button-fill"), _command("fill", message))
    zero = Button(words.plain("button-declare"), _command("zero", message))
    return [
        Message(
            Address(person.telegram),
            "\n".join([words("reminder-head"), *lines_within(words, lines)]),
            key=key(first),
            kind="reminder",
            buttons=((fill, zero),),
            person=person.id,
            campaign=first.campaign,
            period=first.period,
            step=first.reminder.step,
            settles=tuple(key(each) for each in others),
        )
    ]


def _command(name: str, message: reminders.Message) -> str:
    """Straight to the report where there is only one, else to the choice."""
    if len(message.lines) > 1:
        return of_command(name)
    only = message.lines[0]
    return of_command(name, f"{only.unit} {only.period}")


async def _line(books: Books, desk: Desk, words: Words, nudge: Nudge) -> Html:
    campaign = desk.campaigns[nudge.campaign]
    unit = await books.roster.unit(nudge.unit)
    days = nudge.reminder.days
    kind = "overdue" if days < 0 else "today" if days == 0 else "before"
    return words(
        f"reminder-{kind}",
        title=title(words, campaign, nudge.period, unit.name),
        deadline=dates.deadline(words, campaign.calendar, nudge.reminder.due),
        days=abs(days),
    )


async def _record_missed(missed: list[Nudge], now: datetime, books: Books) -> list[Message]:
    """Too late to be said: a record, never a message at night."""
    for nudge in missed:
        person = await books.people.by_id(nudge.person)
        await books.ledger.add(
            NewNotice(
                key=key(nudge),
                kind="reminder",
                chat=(person and person.telegram) or 0,
                payload={},
                created_at=now,
                person=nudge.person,
                campaign=nudge.campaign,
                period=nudge.period,
                step=nudge.reminder.step,
            ),
            state=NoticeState.MISSED,
        )
    return []
