"""更正: a liaison asks for what is locked to be changed; a coordinator finds what waits."""

from __future__ import annotations

from dataclasses import replace

from handlers import prompting
from handlers.desk import LIAISONS, Scene
from handlers.interview.speaking import begun
from handlers.interview.work import taken_up
from handlers.outgoing import Act
from handlers.reasons import read_reason
from handlers.reports import corrections
from handlers.reports.openings import Opening, report, reports
from handlers.reports.ways import choices, ways
from handlers.scope import is_named
from handlers.thread import in_thread
from reporting import interview
from reporting.correcting import reopened
from reporting.people import Role

DECIDES = (Role.COORDINATOR, Role.ADMINISTRATOR)
CARDS_SHOWN = 10


async def correct(scene: Scene, words: str) -> list[Act]:
    """``12 2023-09`` from a button, a period, or nothing; behind a prompt the reason follows."""
    if not scene.held(*LIAISONS, *DECIDES):
        return [scene.say(scene.words("correct-not-yours"))]
    unit, period, reason = (*words.split(maxsplit=2), "", "", "")[:3]
    opening = await report(scene, f"{unit} {period}")
    if opening is not None:
        return await _correct(scene, opening, reason)
    cases = await corrections.waiting(scene)
    if not cases and not scene.held(*LIAISONS):
        return [scene.say(scene.words("correct-nothing-waiting"))]
    cards = [corrections.shown(scene, each) for each in cases[:CARDS_SHOWN]]
    return cards or await _which(scene, words)


async def _which(scene: Scene, words: str) -> list[Act]:
    can = [each for each in await reports(scene) if each.locked]
    can = [each for each in can if not words or is_named(scene, each.period, words)]
    if not can:
        return [scene.say(scene.words("correct-none"))]
    if len(can) > 1:
        rows = choices(scene.words, can, "correct")
        return await in_thread(scene, scene.words("correct-which"), rows)
    return await _correct(scene, can[0], "")


async def _correct(scene: Scene, opening: Opening, typed: str) -> list[Act]:
    """Ask for the reason; once it is known, open the draft with the accepted figures."""
    if not opening.locked or opening.pending:
        key = "correct-waiting" if opening.pending else "correct-not-locked"
        text = scene.words(key, title=opening.title(scene.words))
        return await in_thread(scene, text, ways(scene.words, opening))
    if opening.correcting:
        return await _opened(scene, opening, opening.correcting)
    reason, refusal = read_reason(scene.words, typed)
    if reason:
        return await _opened(scene, opening, reason)
    version = opening.submitted.version if opening.submitted else 0
    text = scene.words("correct-reason", title=opening.title(scene.words), version=version)
    return await prompting.ask(scene, "correct", opening.words, f"{refusal}{text}")


async def _opened(scene: Scene, opening: Opening, reason: str) -> list[Act]:
    """The interview as usual, from the figures that were accepted."""
    campaign, form, books = opening.campaign, opening.campaign.form, scene.books.reports
    found = await books.open(campaign.key, opening.unit.id, opening.period.key, form.key)
    work = await taken_up(scene, found)
    draft = work.draft
    if not opening.correcting and opening.submitted:
        draft = reopened(draft, opening.submitted, reason)
        await books.save(found.id, scene.speaker.id, work.draft, draft, scene.now)
    turn = interview.resume(form, draft, work.background)
    await books.enter(scene.speaker.id, found.id, turn.draft.at, scene.now)
    head = scene.words("correct-begin", reason=reason)
    return await begun(scene, replace(work, draft=turn.draft), turn, head)
