"""撤回: what was handed in is taken back, on record, as long as nothing has accepted it."""

from __future__ import annotations

from handlers import dates
from handlers.callback import of_command
from handlers.desk import LIAISONS, Scene
from handlers.outgoing import Act, Address, Button, Message
from handlers.reports.corrections import retired
from handlers.reports.openings import Opening, report, reports
from handlers.reports.ways import choices, way, ways
from handlers.scope import is_named
from handlers.thread import in_thread
from handlers.words import Html, Words, words_in
from reporting.chain import Decision, Submission


async def withdraw(scene: Scene, words: str) -> list[Act]:
    """Ask first; the second tap names the version that was shown (``12 2023-09 2``)."""
    if not scene.held(*LIAISONS):
        return [scene.say(scene.words("fill-not-yours"))]
    named, _, version = words.rpartition(" ")
    opening = await report(scene, words) or await report(scene, named)
    if opening is None:
        return await _which(scene, words)
    found = opening.withdrawable
    if found is None:
        return await _too_late(scene, opening)
    if version == str(found.version):
        return await _withdrawn(scene, opening, found)
    return await _asked(scene, opening, found)


async def _which(scene: Scene, words: str) -> list[Act]:
    """The one that can be taken back, or the choice among several."""
    can = [each for each in await reports(scene) if each.withdrawable]
    can = [each for each in can if not words or is_named(scene, each.period, words)]
    if not can:
        return [scene.say(scene.words("withdraw-none"))]
    if len(can) > 1:
        rows = choices(scene.words, can, "withdraw")
        return await in_thread(scene, scene.words("withdraw-which"), rows)
    return await withdraw(scene, can[0].words)


async def _too_late(scene: Scene, opening: Opening) -> list[Act]:
    key = "withdraw-locked" if opening.submitted else "withdraw-nothing"
    text = scene.words(key, title=opening.title(scene.words))
    return await in_thread(scene, text, ways(scene.words, opening))


async def _asked(scene: Scene, opening: Opening, found: Submission) -> list[Act]:
    """What would be taken back, and what would stand then."""
    text = scene.words(
        "withdraw-confirm",
        title=opening.title(scene.words),
        version=found.version,
        at=dates.moment(opening.campaign.calendar, found.submitted_at),
        by=found.by,
        then=_then(scene, opening, found),
    )
    label = scene.words.plain("button-withdraw-confirm")
    data = of_command("withdraw", f"{opening.words} {found.version}")
    keep = way(scene.words, "button-withdraw-not", "mine", opening)
    return await in_thread(scene, text, ((Button(label, data), keep),))


def _then(scene: Scene, opening: Opening, found: Submission) -> Html:
    left = opening.without(found)
    if left is None:
        return scene.words("withdraw-leaves-nothing", due=dates.due(scene.words, opening))
    key = "withdraw-leaves-accepted" if found.reason else "withdraw-leaves"
    return scene.words(key, version=left.version)


async def _withdrawn(scene: Scene, opening: Opening, found: Submission) -> list[Act]:
    """On record; then the report stands as if the version had not been handed in."""
    books, who = scene.books, scene.speaker.id
    if not await books.decisions.decide(found.id, Decision.WITHDRAWN, who, scene.now):
        return await _too_late(scene, opening)  # somebody was first
    await books.journal.note(
        who,
        "withdrawn",
        at=scene.now,
        unit=opening.unit.id,
        region=opening.region.id,
        after={"period": opening.period.key, "version": found.version},
    )
    after = await report(scene, opening.words)
    assert after is not None
    title = opening.title(scene.words)
    then = _now(scene.words, after)
    text = scene.words("withdrawn", title=title, version=found.version, then=then)
    acts = await in_thread(scene, text, ways(scene.words, after))
    acts += await _told(scene, after, found)
    return [*acts, *(await retired(scene, found.id) if found.reason else ())]


async def _told(scene: Scene, opening: Opening, found: Submission) -> list[Act]:
    """The unit's other liaison, who may think that it has reported."""
    people = await scene.books.people.holders(tuple(LIAISONS), scene.now, unit=opening.unit.id)
    others = [each for each in people if each.id != scene.speaker.id and each.telegram is not None]
    acts: list[Act] = []
    for each in others:
        words = words_in(each.language)
        text = words(
            "company-withdrawn",
            title=opening.title(words),
            by=scene.speaker.name,
            version=found.version,
            then=_now(words, opening),
        )
        to = Address(each.telegram or 0)
        acts.append(Message(to, text, "", buttons=ways(words, opening), person=each.id))
    return acts


def _now(words: Words, opening: Opening) -> Html:
    if opening.submitted is None:
        return words("withdrawn-nothing", due=dates.due(words, opening))
    return words("withdrawn-before", version=opening.submitted.version)
