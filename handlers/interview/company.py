"""Two people, one report: each is told that the other is at it, and who handed it in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from handlers import dates
from handlers.callback import of_command
from handlers.desk import LIAISONS, Rows, Scene
from handlers.interview.work import Work
from handlers.outgoing import Act, Address, Button, Message
from handlers.reports.openings import title
from handlers.thread import bared, in_thread
from handlers.words import Html, Words, words_in
from reporting.campaign import Campaign
from reporting.chain import Submission
from storage.nouns import Companion

RECENT = timedelta(minutes=30)  # so long after a move somebody counts as being at it


def at_work(words: Words, company: Iterable[Companion], now: datetime) -> list[Html]:
    """联络员乙 正在填报（3分钟前）, a line each; none where nobody else has moved lately."""
    return [_line(words, each, now) for each in company if now - each.at < RECENT]


def _line(words: Words, who: Companion, now: datetime) -> Html:
    minutes = max(now - who.at, timedelta()) // timedelta(minutes=1)
    if not minutes:
        return words("company-just-now", name=who.person.name)
    return words("company-minutes", name=who.person.name, minutes=minutes)


async def told(scene: Scene, work: Work, submission: Submission) -> list[Act]:
    """Everybody else who was in the report is told in their own chat that it is handed in."""
    acts: list[Act] = []
    for person in (each.person for each in work.company):
        if person.telegram is None:
            continue
        acts += bared(await scene.books.ledger.last_question(person.id))
        words = words_in(person.language)
        text = _submitted(words, work.campaign, work.unit.name, submission)
        rows = _change(words, submission)
        to = Address(person.telegram)
        acts.append(Message(to, text, "", kind="question", buttons=rows, person=person.id))
    return acts


async def overtaken(scene: Scene) -> list[Act]:
    """Words or a press in a report that another has handed in meanwhile; [] where none has."""
    conversation = await scene.books.reports.conversation(scene.speaker.id)
    if conversation is None or conversation.place:
        return []
    report = conversation.report
    if report.unit not in {each.unit for each in scene.held(*LIAISONS)}:
        return []
    newest = await scene.books.reports.newest(report.unit, report.period, report.form)
    if newest is None or newest.by == scene.speaker.name:
        return []
    unit = await scene.books.roster.unit(report.unit)
    campaign = scene.desk.campaigns[report.campaign]
    text = _submitted(scene.words, campaign, unit.name, newest)
    return await in_thread(scene, text, _change(scene.words, newest))


def _submitted(words: Words, campaign: Campaign, unit: str, submission: Submission) -> Html:
    return words(
        "company-submitted",
        title=title(words, campaign, submission.period, unit),
        by=submission.by,
        version=submission.version,
        at=dates.moment(campaign.calendar, submission.submitted_at),
    )


def _change(words: Words, submission: Submission) -> Rows:
    again = of_command("again", f"{submission.unit} {submission.period}")
    return ((Button(words.plain("button-again"), again),),)
