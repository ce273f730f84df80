"""A message as the ledger keeps it. Chat, topic and person are the ledger's own columns."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from handlers.outgoing import Address, Button, Message
from storage.nouns import NewNotice, Notice


def to_notice(message: Message, now: datetime) -> NewNotice:
    """A new line for the ledger, due at once. What is at its default is left out."""
    payload = {
        "text": message.text,
        "buttons": [[[each.label, each.data] for each in row] for row in message.buttons],
        "file": message.file,
        "edit": message.edit,
        "silent": message.silent or None,
        "keeps": message.keeps,
        "secret": message.secret or None,
    }
    return NewNotice(
        key=message.key,
        kind=message.kind,
        chat=message.to.chat,
        thread=message.to.thread,
        person=message.person,
        campaign=message.campaign,
        period=message.period,
        step=message.step,
        payload={name: value for name, value in payload.items() if value not in (None, [])},
        created_at=now,
    )


def carried(message: Message, now: datetime) -> tuple[NewNotice, ...]:
    """The further notices that the message carries: on record, their fate is that message's."""
    own = to_notice(message, now)
    with_it = {"carried_by": message.key}
    return tuple(replace(own, key=each, payload=with_it) for each in message.settles)


def from_notice(notice: Notice) -> Message:
    """The message again, to the chat that the ledger names by now: a group may have moved."""
    kept = notice.payload
    return Message(
        to=Address(notice.chat, notice.thread),
        text=kept["text"],
        key=notice.key,
        kind=notice.kind,
        buttons=tuple(tuple(Button(*each) for each in row) for row in kept.get("buttons", ())),
        file=kept.get("file"),
        edit=kept.get("edit"),
        person=notice.person,
        campaign=notice.campaign,
        period=notice.period,
        step=notice.step,
        silent=kept.get("silent", False),
        keeps=kept.get("keeps"),
        secret=kept.get("secret", False),
    )
