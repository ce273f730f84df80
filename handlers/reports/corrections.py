"""Corrections on the coordinators' desk: who is asked, who may decide, what still waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from handlers.callback import of_command
from handlers.chain.standing import Standing, standing
from handlers.desk import Rows, Scene
from handlers.outgoing import Act, Address, Button, Message, Retire
from handlers.reports.correction_card import card
from handlers.reports.openings import Opening
from handlers.words import Words, words_in
from reporting.chain import Submission, Unit
from reporting.people import Person, Role
from storage.nouns import Report
from storage.store import Books


@dataclass(frozen=True, slots=True)
class Case:
    """A correction with its place in the chain. ``stands``: the region as it is without it."""

    report: Report
    unit: Unit
    correction: Submission
    stands: Standing


async def announced(scene: Scene, opening: Opening, correction: Submission) -> list[Act]:
    """A card for everybody who may decide and can be reached, each in their own language."""
    campaign, region = opening.campaign, opening.region
    stands = await standing(scene.books, campaign, region, opening.period)
    return [
        Message(
            Address(each.telegram or 0),
            card(words_in(each.language), stands, opening.unit, correction),
            key=f"{_step(correction.id)}:{each.id}",
            buttons=choices(words_in(each.language), correction),
            person=each.id,
            campaign=campaign.key,
            period=opening.period.key,
            step=_step(correction.id),
        )
        for each in await _askable(scene.books, campaign.key, region.id, scene.now)
    ]


async def _askable(books: Books, campaign: str, region: int, now: datetime) -> tuple[Person, ...]:
    """The region's coordinators; where none can be reached, the administrators."""
    coordinators = _reachable(await books.people.coordinators(region, now))
    return coordinators or _reachable(await books.people.administrators(campaign, now))


def _reachable(people: Iterable[Person]) -> tuple[Person, ...]:
    return tuple(each for each in people if each.telegram is not None and not each.blocked)


async def case(scene: Scene, correction: int) -> Case | None:
    """The correction with this id, if the speaker may decide on it."""
    found = await scene.books.reports.version(correction)
    report = await scene.books.reports.of_version(correction)
    if found is None or report is None or not found.reason:
        return None
    unit = await scene.books.roster.unit(report.unit)
    if not _may_decide(scene, report, unit):
        return None
    campaign = scene.desk.campaigns[report.campaign]
    region = await scene.books.roster.region(unit.region)
    period = campaign.calendar.period(report.period)
    return Case(report, unit, found, await standing(scene.books, campaign, region, period))


def _may_decide(scene: Scene, report: Report, unit: Unit) -> bool:
    """Whether the speaker coordinates the unit's own region, or administers the campaign."""
    return any(
        each.role is Role.ADMINISTRATOR
        or (each.role is Role.COORDINATOR and each.region == unit.region)
        for each in scene.duties
        if each.campaign == report.campaign
    )


async def waiting(scene: Scene) -> list[Case]:
    """Every correction that the speaker may decide on and nobody has, oldest first."""
    regions = {each.region for each in scene.held(Role.COORDINATOR)}
    for duty in scene.held(Role.ADMINISTRATOR):
        tree, _ = await scene.books.roster.tree(duty.campaign)
        regions |= {each.id for each in tree}
    found = [each for id in regions for each in await scene.books.reports.corrections(id)]
    cases = [await case(scene, each.id) for each in sorted(found, key=lambda each: each.id)]
    return [each for each in cases if each is not None]


def shown(scene: Scene, what: Case) -> Act:
    """A card once more, for who has lost sight of it."""
    text = card(scene.words, what.stands, what.unit, what.correction)
    return scene.say(text, choices(scene.words, what.correction), step=_step(what.correction.id))


async def retired(scene: Scene, correction: int) -> list[Act]:
    """The cards that still ask lose their buttons; the pressed one is replaced anyway."""
    asked = await scene.books.ledger.find(step=_step(correction))
    here = scene.pressed.message if scene.pressed else None
    return [Retire(Address(each.chat), each.id) for each in asked if each.message_id != here]


def choices(words: Words, correction: Submission) -> Rows:
    """[同意更正] [不同意]."""
    agree = Button(words.plain("button-agree"), of_command("agree", str(correction.id)))
    refuse = Button(words.plain("button-disagree"), of_command("disagree", str(correction.id)))
    return ((agree, refuse),)


def _step(correction: int) -> str:
    return f"correction-{correction}"
