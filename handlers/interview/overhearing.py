"""Figures sent while nothing was asked: their report is opened, and the card shown at once."""

from __future__ import annotations

from handlers.desk import Scene
from handlers.interview.work import background
from handlers.outgoing import Act
from handlers.reports.filling import enter, fill, ways_in
from handlers.reports.openings import Opening, openings
from handlers.thread import bared
from reporting import interview
from reporting.draft import Background, Draft
from reporting.events import Turn
from reporting.form import Form
from storage.nouns import Report


async def overheard(scene: Scene, text: str) -> list[Act]:
    """The card of a text with many answers, in the one report that can take it.

    Of several it is asked which, and the words wait under the buttons. [] where the speaker is
    in a report, or no report that is not handed in yet finds answers in the words.
    """
    conversation = await scene.books.reports.conversation(scene.speaker.id)
    if conversation is not None and conversation.active:
        return []
    waiting = [each for each in await openings(scene) if each.submitted is None]
    able = [each for each in waiting if await _finds_answers(scene, each, text)]
    if len(able) > 1:
        return await _which(scene, able, text)
    return await _laid_out(scene, able[0], text) if able else []


async def told(scene: Scene, words: str) -> list[Act]:
    """The report was chosen: the words that waited under the buttons go to it."""
    asked = await scene.books.ledger.last_question(scene.speaker.id)
    text = asked.payload.get("keeps") if asked else None
    chosen = [each for each in await openings(scene) if each.words == words]
    if not text or not chosen or chosen[0].submitted is not None:
        return await fill(scene, words)
    return await _laid_out(scene, chosen[0], text)


async def _finds_answers(scene: Scene, opening: Opening, text: str) -> bool:
    books, form = scene.books.reports, opening.campaign.form
    report = await books.find(opening.unit.id, opening.period.key, form.key)
    draft = await books.draft(report.id, scene.speaker.id) if report else Draft("", "")
    begun = report or Report(0, opening.campaign.key, opening.unit.id, opening.period.key, form.key)
    stood = await background(scene, opening.campaign, opening.unit, begun)
    return interview.heard(form, draft, text, stood) is not None


async def _laid_out(scene: Scene, opening: Opening, text: str) -> list[Act]:
    def begin(form: Form, draft: Draft, background: Background) -> Turn:
        card = interview.heard(form, draft, text, background)
        return card or interview.resume(form, draft, background)

    return await enter(scene, opening, begin)


async def _which(scene: Scene, able: list[Opening], text: str) -> list[Act]:
    more = {"kind": "question", "person": scene.speaker.id, "keeps": text}
    before = await scene.books.ledger.last_question(scene.speaker.id)
    rows = ways_in(scene, able, "told")
    return [*bared(before), scene.say(scene.words("told-which"), rows, **more)]
