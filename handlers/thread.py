"""Where a message of a conversation goes, so that one keyboard lives at a time."""

from __future__ import annotations

from typing import Any

from handlers.desk import Rows, Scene
from handlers.outgoing import Act, Address, Retire
from storage.nouns import Notice


async def in_thread(scene: Scene, text: str, rows: Rows = (), *, below: bool = False) -> list[Act]:
    """A question: in place of the pressed message where nothing stands below it, else below.

    A question whose arrival was in doubt has been sent twice. What comes after a press on the
    first copy must not stand above the second. ``below``: what was pressed is not to be lost.
    """
    more: dict[str, Any] = {"kind": "question", "person": scene.speaker.id}
    asked = await scene.books.ledger.last_question(scene.speaker.id)
    last = asked is None or (scene.pressed and stands(asked) == scene.pressed.message)
    if scene.pressed is not None and last and not below:
        return [scene.replace_or_say(text, rows, **more)]
    return [*bared(asked), scene.say(text, rows, **more)]


def stands(asked: Notice) -> int | None:
    """The message where a question stands, or will; None while nobody knows."""
    return asked.payload.get("edit") if asked.message_id is None else asked.message_id


def bared(asked: Notice | None) -> list[Act]:
    """Take the buttons, if there are any, off the question that the next message leaves behind."""
    if asked is None or not asked.payload.get("buttons"):
        return []
    return [Retire(Address(asked.chat), asked.id)]
