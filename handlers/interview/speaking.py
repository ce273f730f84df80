"""A turn of the interview: hear, decide (purely), store, and only then word what happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

from handlers.callback import pointed, read
from handlers.desk import LIAISONS, Rows, Scene
from handlers.interview import asking, company
from handlers.interview.submitting import submit
from handlers.interview.talk import Talk
from handlers.interview.work import Work, in_hand
from handlers.outgoing import Act, Toast
from handlers.thread import bared, in_thread
from handlers.words import Html
from reporting import interview
from reporting.draft import REVIEW, ROWS
from reporting.events import Outdated, Refused, Reviewed, Saved, Submitted, Turn
from reporting.said import Choice, Said, Tapped, Word


async def said(scene: Scene, text: str) -> list[Act]:
    """Words typed that are no command: the answer to the pending question, if there is one."""
    return await speak(scene, Said(text))


async def speak(scene: Scene, word: Word, data: Mapping[str, bytes] | None = None) -> list[Act]:
    """One thing said, sent or tapped in an interview. ``data``: the bytes sent, by their sha256."""
    work = await in_hand(scene)
    if work is None or (isinstance(word, Tapped) and word.draft != work.draft.key):
        return await _no_question(scene)
    if isinstance(word, Tapped):
        word = replace(word, to=pointed(work.form, word.to))
    if isinstance(word, Said) and work.draft.at.startswith(ROWS):
        word = replace(word, shown=await _shown(scene, work))
    turn = interview.answer(work.form, work.draft, word, work.background)
    if any(isinstance(event, Outdated) for event in turn.events):
        return await _no_question(scene)
    books = scene.books.reports
    turned = (work.report.id, scene.speaker.id, work.draft, turn.draft, scene.now)
    await books.save(*turned)
    await scene.books.attachments.save(*turned, data or {})
    in_vain = isinstance(word, Said) and work.draft.at == REVIEW and _only_reviewed(turn)
    work = replace(work, draft=turn.draft)
    if any(isinstance(event, Submitted) for event in turn.events):
        return await submit(scene, work)
    if any(isinstance(event, Saved) for event in turn.events):
        await books.leave(scene.speaker.id, scene.now)
    return await told(scene, work, turn, _press(scene) if in_vain else None)


async def _shown(scene: Scene, work: Work) -> str:
    """The figure that the choice, as it was last shown, said a number would answer."""
    asked = await scene.books.ledger.last_question(scene.speaker.id)
    for _, data in chain(*(asked.payload.get("buttons") or () if asked else ())):
        match read(data):
            case Tapped(draft, place, Choice.DONE, to):
                if (draft, place) == (work.draft.key, work.draft.at):
                    return pointed(work.form, to)
    return ""


async def unreadable(scene: Scene) -> list[Act]:
    """A sticker, a photo, a voice message: not an answer; the question stays."""
    work = await in_hand(scene)
    if work is None:
        return await company.overtaken(scene) or [_nothing_pending(scene)]
    again = interview.resume(work.form, work.draft, work.background)
    head = _press(scene) if work.draft.at == REVIEW else scene.words("refused-not-text")
    return await told(scene, work, again, head)


def _only_reviewed(turn: Turn) -> bool:
    return all(isinstance(event, Reviewed) for event in turn.events)


def _press(scene: Scene) -> Html:
    """The review is answered by its buttons alone."""
    return scene.words("review-press")


async def edited(scene: Scene) -> list[Act]:
    """A message was changed afterwards: what was taken stays, and the person is told."""
    if await in_hand(scene) is None:
        return []
    return [scene.say(scene.words("edited"))]


async def resumed(scene: Scene, head: Html) -> list[Act]:
    """The pending question once more, after something else; [] where no report is in hand."""
    work = await in_hand(scene)
    if work is None:
        return []
    again = interview.resume(work.form, work.draft, work.background)
    return await told(scene, replace(work, draft=again.draft), again, head)


async def asked_again(scene: Scene) -> list[Act]:
    """The pending question below whatever else is said now; [] where no report is in hand."""
    work = await in_hand(scene)
    if work is None:
        return []
    again = interview.resume(work.form, work.draft, work.background)
    text, rows = _worded(scene, replace(work, draft=again.draft), again)
    head = scene.words("prompt-goes-on", title=work.title(scene.words))
    return [scene.say(f"{head}\n{text}", rows, kind="question", person=scene.speaker.id)]


async def begun(scene: Scene, work: Work, turn: Turn, head: Html) -> list[Act]:
    """The first question, below everything: a reminder may have scrolled far away."""
    text, rows = _worded(scene, work, turn)
    question = scene.say(f"{head}\n{text}", rows, kind="question", person=scene.speaker.id)
    asked = await scene.books.ledger.last_question(scene.speaker.id)
    return [*bared(asked), question]


async def told(scene: Scene, work: Work, turn: Turn, head: Html | None = None) -> list[Act]:
    """What happened, as one message: in place of the pressed one, or below the old one."""
    text, rows = _worded(scene, work, turn)
    text = f"{head}\n{text}" if head else text
    return await in_thread(scene, text, rows)


def _worded(scene: Scene, work: Work, turn: Turn) -> tuple[str, Rows]:
    events = turn.events
    if any(isinstance(event, Refused) for event in events):
        events += interview.resume(work.form, work.draft, work.background).events
    every = work.campaign.calendar.every
    talk = Talk(scene.words, work.form, work.draft, work.title(scene.words), every)
    text, rows = asking.compose(talk, events)
    if not any(isinstance(event, Saved) for event in events):
        text = "\n".join([text, *company.at_work(scene.words, work.company, scene.now)])
    return text, rows


async def _no_question(scene: Scene) -> list[Act]:
    """An old button gets a kind answer and changes nothing; so do words nobody asked for."""
    if handed_in := await company.overtaken(scene):
        return handed_in
    if scene.pressed is not None:
        return [Toast(scene.pressed.callback, scene.words.plain("outdated"))]
    return [_nothing_pending(scene)]


def _nothing_pending(scene: Scene) -> Act:
    fills = scene.held(*LIAISONS)
    return scene.say(scene.words("not-in-interview" if fills else "not-understood"))
