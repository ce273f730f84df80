"""同意更正, or not: decided once, by whoever comes first; the liaisons are told."""

from __future__ import annotations

from handlers import dates, prompting
from handlers.callback import of_command
from handlers.desk import LIAISONS, Rows, Scene
from handlers.outgoing import Act, Address, Button, Message
from handlers.reasons import read_reason
from handlers.reports import corrections
from handlers.reports.correction_card import card
from handlers.reports.corrections import Case
from handlers.reports.openings import title
from handlers.words import Html, Words, words_in
from reporting.chain import Decision
from storage.nouns import Decided


async def agree(scene: Scene, words: str) -> list[Act]:
    """It counts from now on; the next version of the region's table follows by itself."""
    found = await _named(scene, words)
    if not isinstance(found, Case):
        return found
    return await _decide(scene, found, Decision.ACCEPTED)


async def disagree(scene: Scene, words: str) -> list[Act]:
    """Asks for the reason first (``12``); it reaches the liaisons (``12 请附核查记录``)."""
    id, _, typed = words.partition(" ")
    found = await _named(scene, id)
    if not isinstance(found, Case):
        return found
    reason, refusal = read_reason(scene.words, typed)
    if reason:
        return await _decide(scene, found, Decision.REFUSED, reason)
    text = scene.words("disagree-reason", title=_title(scene.words, found))
    id = str(found.correction.id)
    return await prompting.ask(scene, "disagree", id, f"{refusal}{text}", below=True)


async def _named(scene: Scene, words: str) -> Case | list[Act]:
    """The correction that is meant, if it still waits; else what there is to say."""
    if not words:
        cases = await corrections.waiting(scene)
        if len(cases) == 1:
            return cases[0]
        return [corrections.shown(scene, each) for each in cases] or _none(scene)
    known = words.isdecimal() and len(words) < 19
    found = await corrections.case(scene, int(words)) if known else None
    if found is None:
        return _none(scene)
    decided = await scene.books.decisions.of(found.correction.id)
    return found if decided is None else [_told_who(scene, found, decided)]


def _none(scene: Scene) -> list[Act]:
    return [scene.say(scene.words("decide-none"))]


def _told_who(scene: Scene, what: Case, decided: Decided) -> Act:
    """Somebody was first: who, and what."""
    return scene.replace_or_say(_outcome(scene.words, "decided-first", what, decided))


def _outcome(words: Words, key: str, what: Case, decided: Decided) -> Html:
    version, told = what.correction.version, _told(words, what, decided)
    return words(key, title=_title(words, what), version=version, what=told)


def _told(words: Words, what: Case, decided: Decided) -> Html:
    """Agreed or not, by whom, when and why."""
    at = dates.moment(what.stands.campaign.calendar, decided.at)
    key = f"decided-{decided.what.value}"
    return words(key, by=decided.by or "", at=at, reason=decided.reason)


async def _decide(scene: Scene, what: Case, how: Decision, reason: str = "") -> list[Act]:
    books, id, who = scene.books, what.correction.id, scene.speaker
    made = await books.decisions.decide(id, how, who.id, scene.now, reason)
    decided = await books.decisions.of(id)
    assert decided is not None
    if not made:
        return [_told_who(scene, what, decided)]
    await books.journal.note(
        who.id,
        f"correction-{how.value}",
        at=scene.now,
        report=what.report.id,
        unit=what.unit.id,
        region=what.unit.region,
        after={"version": what.correction.version, "reason": reason},
    )
    told = await _tell(scene, what, decided)
    return [_here(scene, what, decided), *told, *await corrections.retired(scene, id)]


def _here(scene: Scene, what: Case, decided: Decided) -> Act:
    """In place of the pressed card: the card with its outcome; below words: the outcome."""
    outcome = _outcome(scene.words, "decided-now", what, decided)
    if scene.pressed is None:
        return scene.say(outcome)
    state = f"correction-{decided.what.value}"
    shown = card(scene.words, what.stands, what.unit, what.correction, state)
    return scene.replace_or_say(f"{shown}\n{_told(scene.words, what, decided)}")


async def _tell(scene: Scene, what: Case, decided: Decided) -> list[Act]:
    """Both liaisons of the unit hear of it."""
    people = await scene.books.people.holders(tuple(LIAISONS), scene.now, unit=what.unit.id)
    return [
        Message(
            Address(each.telegram),
            _message(words_in(each.language), what, decided),
            key=f"correction-{decided.what.value}:{what.correction.id}:{each.id}",
            buttons=_again(words_in(each.language), what, decided),
            person=each.id,
        )
        for each in people
        if each.telegram is not None
    ]


def _message(words: Words, what: Case, decided: Decided) -> Html:
    return words(
        f"told-{decided.what.value}",
        title=_title(words, what),
        version=what.correction.version,
        by=decided.by or "",
        reason=decided.reason,
    )


def _again(words: Words, what: Case, decided: Decided) -> Rows:
    if decided.what is not Decision.REFUSED:
        return ()
    place = f"{what.unit.id} {what.report.period}"
    return ((Button(words.plain("button-correct"), of_command("correct", place)),),)


def _title(words: Words, what: Case) -> Html:
    return title(words, what.stands.campaign, what.report.period, what.unit.name)
