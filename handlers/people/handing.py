"""``/handover``: a duty is passed on to a successor, by its holder or by who is over it.

The words behind the command are a step and what it is about: ``duty 17``, ``to 17 NAME``,
``give 17 NAME`` … Who may is looked at anew at every step.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Mapping

from handlers import dates, prompting
from handlers.callback import of_command
from handlers.desk import Scene
from handlers.interview.speaking import asked_again
from handlers.outgoing import Act, Button
from handlers.people import handing_places, handing_stop
from handlers.people.duties import button, duty_name, handed, noted, place_name
from handlers.thread import in_thread
from handlers.words import words_of_all
from reporting.invite import HANDOVER_LIFETIME, LENGTH, code, deep_link, digest
from reporting.people import COLLECTS, Duty, named
from storage.nouns import Handover

Step = Callable[[Scene, Duty, str], Awaitable[list[Act]]]


async def handover(scene: Scene, words: str) -> list[Act]:
    """The step that the words name; else the unit of that name; else what can be handed over."""
    verb, _, rest = words.partition(" ")
    if verb in STEPS:
        id, _, said = rest.partition(" ")
        duty = await handed(scene, id)
        if duty is None:
            return [scene.replace_or_say(scene.words("handover-not-yours"))]
        return await STEPS[verb](scene, duty, said)
    if words and scene.held(*COLLECTS):
        return await handing_places.shown(scene, words)
    return await _begun(scene)


async def _begun(scene: Scene) -> list[Act]:
    """One's own duties, and the way to those one is over."""
    over = scene.held(*COLLECTS)
    if len(scene.duties) == 1 and not over:
        return await _duty(scene, scene.duties[0], "")
    rows = []
    for duty in scene.duties:
        role = scene.words.plain(f"role-{duty.role.value}")
        label = scene.words.plain("handover-own", place=await place_name(scene, duty), role=role)
        rows.append((Button(label, of_command("handover", f"duty {duty.id}")),))
    if over:
        rows.append((button(scene, "button-handover-units", "units"),))
    return [scene.replace_or_say(scene.words("handover-which"), tuple(rows))]


async def _duty(scene: Scene, duty: Duty, said: str) -> list[Act]:
    """Ask who the successor is; or, where a code is on its way already, show that."""
    pending = await scene.books.handovers.pending(duty.id, scene.heard.present)
    return await (_shown(scene, pending) if pending else _asked(scene, duty))


async def _shown(scene: Scene, pending: Handover) -> list[Act]:
    duty = pending.duty
    text = scene.words(
        "handover-pending",
        duty=await duty_name(scene, scene.words, duty),
        name=pending.name,
        until=_until(scene, pending.duty, pending),
    )
    cancel = button(scene, "button-handover-cancel", f"cancel {duty.id}")
    again = button(scene, "button-handover-again", f"anew {duty.id}")
    return [scene.replace_or_say(text, ((cancel, again),))]


async def _anew(scene: Scene, duty: Duty, said: str) -> list[Act]:
    """Another name or another link; the one before stands until the new one is made."""
    return await _asked(scene, duty)


async def _asked(scene: Scene, duty: Duty, why: str = "handover-name") -> list[Act]:
    text = scene.words(why, duty=await duty_name(scene, scene.words, duty))
    return await prompting.ask(scene, "handover", f"to {duty.id}", text)


async def _to(scene: Scene, duty: Duty, said: str) -> list[Act]:
    """What will happen, before it is confirmed."""
    who = named(said)
    if who is None:
        return await _asked(scene, duty, "handover-name-again")
    name = " ".join(who).strip()
    try:
        confirm = button(scene, "button-handover-confirm", f"give {duty.id} {name}")
    except ValueError:  # more than a button holds
        return await _asked(scene, duty, "handover-name-again")
    old = await scene.books.people.by_id(duty.person)
    called = await duty_name(scene, scene.words, duty)
    text = scene.words("handover-card", duty=called, old=old.name if old else "", name=name)
    return await prompting.ask(scene, "handover", f"sure {duty.id} {name}\n", text, ((confirm,),))


async def _sure(scene: Scene, duty: Duty, said: str) -> list[Act]:
    """What was typed below the card: 确认, or another name."""
    name, _, typed = said.partition("\n")
    sure = typed.strip().casefold() in words_of_all("handover-yes-words")
    return await (_give(scene, duty, name) if sure else _to(scene, duty, typed))


async def _give(scene: Scene, duty: Duty, said: str) -> list[Act]:
    """Make the code: a word to the giver, and a message to be forwarded."""
    who = named(said)
    if who is None:
        return await _asked(scene, duty, "handover-name-again")
    now, fresh, name = scene.heard.present, code(secrets.token_bytes(LENGTH)), " ".join(who).strip()
    expires, by = now + HANDOVER_LIFETIME, scene.speaker.id
    await scene.books.handovers.offer(duty.id, by, name, digest(fresh), now, expires)
    await noted(scene, "handover-offered", duty, after={"name": name})
    link = scene.words(
        "handover-link",
        duty=await duty_name(scene, scene.words, duty),
        name=who[0],
        link=deep_link(scene.desk.username, fresh),
        code=fresh,
        until=dates.moment(scene.desk.campaigns[duty.campaign].calendar, expires),
    )
    forward = await in_thread(scene, scene.words("handover-forward", name=who[0]))
    return [*forward, scene.say(link, secret=True), *await asked_again(scene)]


async def _cancel(scene: Scene, duty: Duty, said: str) -> list[Act]:
    """取消移交: the link is void."""
    gone = await scene.books.handovers.cancel(duty.id, scene.heard.present)
    if gone:
        await noted(scene, "handover-cancelled", duty)
    key = "handover-cancelled" if gone else "handover-no-link"
    return [scene.replace_or_say(scene.words(key))]


def _until(scene: Scene, duty: Duty, pending: Handover) -> str:
    return dates.moment(scene.desk.campaigns[duty.campaign].calendar, pending.expires_at)


STEPS: Mapping[str, Step] = {
    "duty": _duty,
    "anew": _anew,
    "to": _to,
    "sure": _sure,
    "give": _give,
    "cancel": _cancel,
    "stop": handing_stop.asked,
    "stopped": handing_stop.done,
}
