"""A duty that is spoken of: what it is called, who may pass it on, and what was done with it."""

from __future__ import annotations

from typing import Any

from handlers.callback import of_command
from handlers.desk import Scene
from handlers.outgoing import Act, Address, Button, Message
from handlers.thread import bared
from handlers.words import Html, Words, words_in
from reporting.people import Duty, Person, may_pass_on


async def duty_name(scene: Scene, words: Words, duty: Duty) -> Html:
    """Campaign, unit or region, and role: 茶叶检查：市农业局 联络员."""
    return words(
        "duty-name",
        campaign=words.label(scene.desk.campaigns[duty.campaign].short),
        place=await place_name(scene, duty),
        role=words.plain(f"role-{duty.role.value}"),
    )


async def place_name(scene: Scene, duty: Duty) -> str:
    """The unit's name, or the region's."""
    if duty.unit is not None:
        return (await scene.books.roster.unit(duty.unit)).name
    return (await scene.books.roster.region(duty.region)).name


async def handed(scene: Scene, id: str) -> Duty | None:
    """The duty with this id, where the speaker may pass it on; None: not theirs to do so."""
    if not (id.isascii() and id.isdecimal() and len(id) < 19):
        return None
    duty = await scene.books.handovers.duty(int(id))
    if duty is None or duty.campaign not in scene.desk.campaigns:
        return None
    allowed = may_pass_on(scene.duties, duty) and await is_open(scene, duty)
    return duty if allowed else None


async def is_open(scene: Scene, duty: Duty) -> bool:
    """Whether somebody could take it up: it is held, or the unit's last of a role nobody has."""
    now = scene.heard.present
    if duty.until is None or duty.until > now:
        return True
    unit = duty.unit
    return unit is not None and await scene.books.handovers.vacant(unit, duty.role, now) == duty


async def noted(scene: Scene, what: str, duty: Duty, after: Any = None) -> None:
    """Into the journal: who did what with whose duty."""
    await scene.books.journal.note(
        scene.speaker.id,
        what,
        at=scene.heard.present,
        unit=duty.unit,
        region=duty.region if duty.unit is None else None,
        before={"duty": duty.id, "role": duty.role.value, "person": duty.person},
        after=after,
    )


async def relieved(scene: Scene, person: Person, duty: Duty, key: str, **values: str) -> list[Act]:
    """Who had the duty has no more to do with it: their question ends, and they are told."""
    conversation = await scene.books.reports.conversation(person.id)
    acts: list[Act] = []
    if conversation is not None and conversation.active and conversation.report.unit == duty.unit:
        await scene.books.reports.leave(person.id, scene.heard.present)
        acts += bared(await scene.books.ledger.last_question(person.id))
    await scene.books.prompts.drop(person.id)
    return [*acts, *await told(scene, [person], duty, key, **values)]


async def told(
    scene: Scene, people: list[Person], duty: Duty, key: str, **values: str
) -> list[Act]:
    """A message to each that can be reached, in their own language."""
    acts: list[Act] = []
    for person in people:
        if person.telegram is not None:
            words = words_in(person.language)
            text = words(key, duty=await duty_name(scene, words, duty), **values)
            acts.append(Message(Address(person.telegram), text, "", person=person.id))
    return acts


def button(scene: Scene, key: str, words: str, **values: object) -> Button:
    """A button of a step of ``/handover``. ValueError where the words are too long for one."""
    return Button(scene.words.plain(key, **values), of_command("handover", words))
