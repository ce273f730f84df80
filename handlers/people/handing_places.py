"""The units whose duties a coordinator passes on: listed in pages, or found by name."""

from __future__ import annotations

from handlers.callback import of_command
from handlers.desk import Rows, Scene
from handlers.fitting import echoed, short
from handlers.outgoing import Act, Button
from handlers.people.duties import button
from handlers.queries.missing import reach
from reporting.chain import Region, Unit
from reporting.people import COLLECTS, Duty, Role
from reporting.roster.nouns import fold

PAGE = 8  # places on the buttons of one message
LABEL_ROOM = 60
Place = Unit | Region


async def shown(scene: Scene, words: str) -> list[Act]:
    """``units 2``, ``unit 5``, ``region 1``; else the places whose name has these words."""
    verb, _, rest = words.partition(" ")
    places = await _places(scene)
    if verb == "units":
        return _page(scene, places, int(rest) if rest.isdecimal() and len(rest) < 6 else 0)
    if verb in ("unit", "region"):
        found = [each for each in places if f"{_kind(each)} {each.id}" == words]
    else:
        found = [each for each in places if fold(each.name) == fold(words)]
        found = found or [each for each in places if fold(words) in fold(each.name)]
    if len(found) == 1:
        return await _card(scene, found[0])
    if not found:
        return [scene.replace_or_say(scene.words("handover-no-place", said=echoed(words)))]
    return _page(scene, found[:PAGE], 0)


async def _places(scene: Scene) -> list[Place]:
    """The units of the regions one coordinates; an administrator's: every unit and region."""
    places: list[Place] = []
    for campaign in scene.desk.campaigns:
        held = [each for each in scene.held(*COLLECTS) if each.campaign == campaign]
        if not held:
            continue
        regions, units = await scene.books.roster.tree(campaign)
        if any(each.role is Role.ADMINISTRATOR for each in held):
            places += [*regions, *units]
        else:
            mine = {each.region for each in held}
            places += [each for each in units if each.region in mine]
    return places


def _page(scene: Scene, places: list[Place], page: int) -> list[Act]:
    last = max(len(places) - 1, 0) // PAGE
    page = min(page, last)
    rows = [
        (Button(short(each.name, LABEL_ROOM), of_command("handover", f"{_kind(each)} {each.id}")),)
        for each in places[page * PAGE :][:PAGE]
    ]
    turning = []
    if page:
        turning.append(button(scene, "button-handover-before", f"units {page - 1}"))
    if page < last:
        turning.append(button(scene, "button-handover-next", f"units {page + 1}"))
    text = scene.words("handover-places", page=page + 1, of=last + 1)
    return [scene.replace_or_say(text, (*rows, *((tuple(turning),) if turning else ())))]


async def _card(scene: Scene, place: Place) -> list[Act]:
    """Who holds what there, and what can be done about each."""
    now, books = scene.heard.present, scene.books
    if isinstance(place, Unit):
        duties = await books.handovers.of_unit(place.id, now)
    else:
        duties = await books.handovers.of_region(place.id, now)
    people = await books.people.by_ids([each.person for each in duties])
    lines, rows = [scene.words("handover-place", name=place.name)], list[tuple[Button, ...]]()
    for duty in duties:
        person, role = people[duty.person], scene.words.plain(f"role-{duty.role.value}")
        who = scene.words(f"reach-{reach(person)}", name=person.name)
        lines.append(scene.words("handover-holder", role=role, who=who))
        rows += _about(scene, duty, person.name, role)
    if not duties:
        lines.append(scene.words("handover-nobody"))
    rows += await _vacancies(scene, place)
    return [scene.replace_or_say("\n".join(lines), tuple(rows))]


async def _vacancies(scene: Scene, place: Place) -> Rows:
    """Of a unit: a button for each role that somebody had and nobody has now."""
    rows = []
    for each in (Role.LIAISON, Role.DEPUTY) if isinstance(place, Unit) else ():
        duty = await scene.books.handovers.vacant(place.id, each, scene.heard.present)
        if duty is not None:
            role = scene.words.plain(f"role-{each.value}")
            rows.append((button(scene, "button-handover-name", f"duty {duty.id}", role=role),))
    return tuple(rows)


def _about(scene: Scene, duty: Duty, name: str, role: str) -> Rows:
    on = button(scene, "button-handover-on", f"duty {duty.id}", name=name, role=role)
    if duty.person == scene.speaker.id:
        return ((on,),)
    return ((on,), (button(scene, "button-handover-stop", f"stop {duty.id}", name=name),))


def _kind(place: Place) -> str:
    return "unit" if isinstance(place, Unit) else "region"
