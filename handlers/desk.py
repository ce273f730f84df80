"""What every handler has at hand: the campaigns, the books, and who is speaking."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from handlers.incoming import ChatKind, Heard, Press
from handlers.outgoing import Address, Button, Message
from handlers.words import Words
from reporting.campaign import Campaign
from reporting.people import Duty, Person, Role
from reporting.workdays import WorkingDays
from storage.nouns import Prompt
from storage.store import Books

LIAISONS = frozenset({Role.LIAISON, Role.DEPUTY})
Rows = tuple[tuple[Button, ...], ...]
Task = Callable[[Books], Awaitable[list[Message]]]
"""Something due: run in a transaction of its own, it returns what is to be said."""


@dataclass(frozen=True)
class Desk:
    """What stays the same from update to update."""

    campaigns: Mapping[str, Campaign]
    workdays: Mapping[str, WorkingDays]  # by campaign
    username: str = ""  # the bot's own, without @


@dataclass(frozen=True)
class Scene:
    """One update being answered: inside one transaction, in one chat, for one speaker."""

    heard: Heard
    books: Books
    desk: Desk
    words: Words
    person: Person | None = None
    duties: tuple[Duty, ...] = field(default=())
    prompt: Prompt | None = None  # what the words typed now were asked for

    @property
    def now(self) -> datetime:
        """When it was said: Telegram's date for words, the time received for a press."""
        return self.heard.at

    @property
    def private(self) -> bool:
        """Whether nobody else reads along."""
        return self.heard.kind is ChatKind.PRIVATE

    @property
    def speaker(self) -> Person:
        """The bound person; only handlers that need a duty ask for it."""
        if self.person is None:
            raise LookupError("nobody is bound to this account")
        return self.person

    @property
    def pressed(self) -> Press | None:
        """The press that brought us here, if it was one."""
        return self.heard.what if isinstance(self.heard.what, Press) else None

    def held(self, *roles: Role) -> tuple[Duty, ...]:
        """The speaker's duties of these roles."""
        return tuple(each for each in self.duties if each.role in roles)

    def say(self, text: str, buttons: Rows = (), **more: object) -> Message:
        """A message to where we are. Its key is given when the whole answer is known."""
        return Message(self.heard.where, text, key="", buttons=buttons, **more)  # type: ignore[arg-type]

    def replace_or_say(self, text: str, buttons: Rows = (), **more: object) -> Message:
        """Like ``say``, but in place of the message whose button was pressed."""
        pressed = self.pressed
        return self.say(text, buttons, edit=pressed.message if pressed else None, **more)


def at(chat: int, thread: int | None = None) -> Address:
    """A short way to name a chat."""
    return Address(chat, thread)
