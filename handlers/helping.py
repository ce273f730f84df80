"""Greetings and ``/help``: what this person can do here, in a few lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from handlers import commands, dates
from handlers.callback import of_command
from handlers.desk import LIAISONS, Rows, Scene
from handlers.fitting import lines_within
from handlers.outgoing import Act, Button, Menu
from handlers.reports.openings import Opening, openings
from handlers.words import Html
from reporting.people import COLLECTS, Duty, Person, Role
from storage.nouns import Redeemed

FOR = {
    "fill": LIAISONS,
    "zero": LIAISONS,
    "template": LIAISONS,
    "mine": LIAISONS,
    "withdraw": LIAISONS,
    "missing": COLLECTS,
    "figure": COLLECTS,
    "trace": COLLECTS,
    "late": COLLECTS,
    "bind": COLLECTS,
}
DUTIES_ROOM, TODO_ROOM = 1200, 2000  # characters of one message


async def help_(scene: Scene, words: str) -> list[Act]:
    """The commands of this chat that are of use to the asker, a line each."""
    lines = [scene.words("help-head")]
    for name, does in _of_use(scene):
        spoken = commands.BY_NAME[name].spoken(scene.words.language)[0]
        lines.append(scene.words("help-line", name=name, does=does, spoken=spoken))
    lines.append(scene.words("help-numbers" if scene.private else "help-group"))
    return [scene.say("\n".join(lines))]


def menu(scene: Scene) -> list[Act]:
    """The same as Telegram's menu, in a chat of one's own; nothing for who has no duty."""
    if not (scene.private and scene.duties):
        return []
    return [Menu(scene.heard.where.chat, _of_use(scene))]


def _of_use(scene: Scene) -> tuple[tuple[str, str], ...]:
    every = commands.menu(scene.words.language, scene.heard.kind)
    return tuple(line for line in every if scene.held(*FOR.get(line[0], tuple(Role))))


async def greeting(scene: Scene) -> list[Act]:
    """``/start`` by somebody who is bound already: who they are here, and what is open."""
    return await _introduced(scene, scene.speaker, scene.duties, "greeting")


async def welcome(scene: Scene, redeemed: Redeemed) -> list[Act]:
    """After an invitation was redeemed: name, duties, and the first thing to do."""
    person = await scene.books.people.by_id(redeemed.person)
    assert person is not None
    duties = await scene.books.people.duties(person.id, scene.heard.present)
    duties = tuple(each for each in duties if each.campaign in scene.desk.campaigns)
    scene = replace(scene, person=person, duties=duties)  # bound from now on
    return await _introduced(scene, person, duties, "welcome")


async def _introduced(
    scene: Scene, person: Person, duties: tuple[Duty, ...], key: str
) -> list[Act]:
    lines = [scene.words(key, name=person.name)]
    held = [await _duty(scene, each) for each in duties]
    lines += lines_within(scene.words, held, DUTIES_ROOM)
    todo = [each for each in await openings(scene, duties) if each.submitted is None]
    lines += _todo(scene, todo)
    buttons: Rows = ()
    if todo:
        buttons = ((Button(scene.words.plain("button-fill"), of_command("fill")),),)
    elif not any(each.role in LIAISONS for each in duties):
        lines.append(scene.words("welcome-asking"))
        if any(each.role is Role.COORDINATOR for each in duties):
            lines.append(scene.words("welcome-binding"))
    return [scene.say("\n".join(lines), buttons, person=person.id)]


async def _duty(scene: Scene, duty: Duty) -> Html:
    region = await scene.books.roster.region(duty.region)
    name = region.name
    if duty.unit is not None:
        name = (await scene.books.roster.unit(duty.unit)).name
    campaign = scene.words.label(scene.desk.campaigns[duty.campaign].short)
    role = scene.words.plain(f"role-{duty.role.value}")
    return scene.words("duty", campaign=campaign, name=name, region=region.name, role=role)


def _todo(scene: Scene, todo: Iterable[Opening]) -> list[Html]:
    lines = [
        scene.words("todo", title=each.title(scene.words), due=dates.due(scene.words, each))
        for each in todo
    ]
    return lines_within(scene.words, lines, TODO_ROOM)
