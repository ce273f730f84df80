"""立即停用: somebody who left, or lost the telephone, loses a duty at once; nobody has it then."""

from __future__ import annotations

import secrets

from handlers.callback import of_command
from handlers.desk import Scene
from handlers.outgoing import Act, Button
from handlers.people.duties import button, duty_name, noted, relieved
from reporting.invite import LENGTH, code, digest
from reporting.people import Duty


async def asked(scene: Scene, duty: Duty, said: str) -> list[Act]:
    """What will happen, before it is confirmed. Nobody stops themselves."""
    person = await scene.books.people.by_id(duty.person)
    if person is None or person.id == scene.speaker.id or _ended(scene, duty):
        return [scene.replace_or_say(scene.words("handover-not-yours"))]
    called = await duty_name(scene, scene.words, duty)
    confirm = button(scene, "button-handover-stop-confirm", f"stopped {duty.id}")
    cancel = Button(scene.words.plain("button-cancel"), of_command("cancel"))
    text = scene.words("handover-stop", duty=called, name=person.name)
    return [scene.replace_or_say(text, ((confirm, cancel),))]


async def done(scene: Scene, duty: Duty, said: str) -> list[Act]:
    """The duty ends now; whoever is to have it next can be named right away."""
    person = await scene.books.people.by_id(duty.person)
    if person is None or person.id == scene.speaker.id or _ended(scene, duty):
        return [scene.replace_or_say(scene.words("handover-not-yours"))]
    nobodys = digest(code(secrets.token_bytes(LENGTH)))
    await scene.books.handovers.stop(duty.id, scene.speaker.id, nobodys, scene.heard.present)
    await noted(scene, "duty-stopped", duty)
    called = await duty_name(scene, scene.words, duty)
    text = scene.words("handover-stopped", duty=called, name=person.name)
    rows = ((button(scene, "button-handover-appoint", f"unit {duty.unit}"),),) if duty.unit else ()
    by = scene.speaker.name
    return [
        scene.replace_or_say(text, rows),
        *await relieved(scene, person, duty, "handover-stopped-you", by=by),
    ]


def _ended(scene: Scene, duty: Duty) -> bool:
    return duty.until is not None and duty.until <= scene.heard.present
