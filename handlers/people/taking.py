"""A successor opens the link: at that moment the old duty ends and the same begins for them."""

from __future__ import annotations

from dataclasses import replace

from handlers import helping
from handlers.callback import of_command
from handlers.desk import Scene
from handlers.outgoing import Act, Button
from handlers.people.duties import duty_name, is_open, relieved, told
from reporting.invite import digest
from reporting.people import Duty, Person, may_pass_on, named
from storage.nouns import Handover, Redeemed


async def offered(scene: Scene, code: str) -> list[Act] | None:
    """What becomes of this code; None where it hands nothing over.

    Who has duties already is asked first: the press that confirms brings the code once more.
    """
    found = await scene.books.handovers.by_code(digest(code))
    if found is None:
        return None
    if why := await _refusal(scene, found):
        return [scene.replace_or_say(scene.words(why))]
    if scene.duties and scene.pressed is None:
        text = scene.words("handover-take", duty=await duty_name(scene, scene.words, found.duty))
        row = (
            Button(scene.words.plain("button-handover-take"), of_command("start", code)),
            Button(scene.words.plain("button-cancel"), of_command("cancel")),
        )
        return [scene.say(text, (row,), secret=True)]
    person = await _person(scene, found)
    if person is None:
        return [scene.say(scene.words("handover-foreign"))]
    return await _taken_up(scene, found, person)


async def _refusal(scene: Scene, found: Handover) -> str:
    """What to say where the code cannot be used; "" where it can."""
    now, duty = scene.heard.present, found.duty
    if found.used_at is not None:
        return "handover-used"
    if found.cancelled_at is not None or not await _still_given(scene, found):
        return "handover-void"
    if found.expires_at <= now:
        return "handover-expired"
    if scene.person is not None and scene.person.id == duty.person and _runs(scene, duty):
        return "handover-own-link"
    if any((e.role, e.region, e.unit) == (duty.role, duty.region, duty.unit) for e in scene.duties):
        return "handover-held"
    return ""


async def _still_given(scene: Scene, found: Handover) -> bool:
    """Whether the duty is as it was when the code was made, and its giver may still give it."""
    duty = found.duty
    if duty.until is not None and duty.until > found.created_at and not _runs(scene, duty):
        return False
    held = await scene.books.people.duties(found.by, scene.heard.present)
    return may_pass_on(held, duty) and await is_open(scene, duty)


def _runs(scene: Scene, duty: Duty) -> bool:
    return duty.until is None or duty.until > scene.heard.present


async def _person(scene: Scene, found: Handover) -> Person | None:
    """Whose this account is; somebody new where it is nobody's. None: they have another one."""
    if scene.person is not None:
        return scene.person
    speaker, who = scene.heard.speaker, named(found.name)
    assert speaker is not None and who is not None
    id = await scene.books.handovers.enrol(*who, speaker.telegram)
    if id is None:
        return None
    await scene.books.people.set_language(id, scene.words.language)
    return await scene.books.people.by_id(id)


async def _taken_up(scene: Scene, found: Handover, person: Person) -> list[Act]:
    now, duty, books = scene.heard.present, found.duty, scene.books
    old = await books.people.by_id(duty.person)
    assert old is not None
    await books.handovers.take_up(found, person.id, now)
    before = {"duty": duty.id, "role": duty.role.value, "person": old.id}
    after = {"person": person.id, "by": found.by}
    region = duty.region if duty.unit is None else None
    await books.journal.note(
        person.id, "handover", at=now, unit=duty.unit, region=region, before=before, after=after
    )
    acts = await _greeted(scene, person, duty)
    if _runs(scene, duty):
        acts += await relieved(scene, old, duty, "handover-relieved", name=person.name)
    concerned = {each.id: each for each in await books.people.coordinators(duty.region, now)}
    giver = await books.people.by_id(found.by)
    concerned |= {giver.id: giver} if giver else {}
    those = [each for id, each in concerned.items() if id not in (old.id, person.id)]
    return acts + await told(scene, those, duty, "handover-told", old=old.name, name=person.name)


async def _greeted(scene: Scene, person: Person, duty: Duty) -> list[Act]:
    taken = scene.words("handover-taken", duty=await duty_name(scene, scene.words, duty))
    if scene.person is None:
        return [scene.say(taken), *await helping.welcome(scene, Redeemed(person.id))]
    duties = await scene.books.people.duties(person.id, scene.heard.present)
    mine = tuple(each for each in duties if each.campaign in scene.desk.campaigns)
    return [scene.replace_or_say(taken), *await helping.greeting(replace(scene, duties=mine))]
