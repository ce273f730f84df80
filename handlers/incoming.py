"""What reaches the bot, freed of its channel."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from exports.guard import Unsafe
from exports.uploaded import Upload
from handlers.outgoing import Address
from reporting.attaching import FileKind


class ChatKind(StrEnum):
    """Where something was said."""

    PRIVATE = "private"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: a Telegram account, which may or may not be bound to a person."""

    telegram: int
    name: str
    language: str = ""  # as the account's program tells, e.g. "zh-hans"


@dataclass(frozen=True, slots=True)
class Text:
    """Words typed. A forwarded message counts as its words."""

    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command for this bot: ``/fill@ours x`` is ("fill", "x")."""

    name: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Press:
    """An inline button pressed. ``message`` is the message it stands under."""

    data: str
    callback: str
    message: int | None


@dataclass(frozen=True, slots=True)
class File:
    """A document or photo, with its bytes where somebody wanted them and they could be fetched.

    ``name`` is as the sender's program gave it, and ``size`` as Telegram told it (0: not told):
    neither is to be trusted. ``book``: what is in a spreadsheet, or why it is not opened.
    """

    file_id: str
    name: str
    size: int
    caption: str = ""
    kind: FileKind = FileKind.DOCUMENT
    data: bytes | None = field(default=None, repr=False)
    album: str = ""  # photos sent together come one by one, with the same word
    too_large: bool = False  # over what is taken: not fetched
    book: Upload | Unsafe | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A sticker, a voice message, a location …: ``kind`` is Telegram's word for it."""

    kind: str


@dataclass(frozen=True, slots=True)
class Edited:
    """An earlier message was changed. What was taken stays; the person is told so."""

    text: str


@dataclass(frozen=True, slots=True)
class Migrated:
    """The group became a supergroup with another id."""

    to: int


@dataclass(frozen=True, slots=True)
class Membership:
    """The bot was blocked or unblocked by a person, or put into or out of a group."""

    present: bool


What = Text | Command | Press | File | Unreadable | Edited | Migrated | Membership


@dataclass(frozen=True, slots=True)
class Heard:
    """One update. ``at``: Telegram's date for words typed, the time received for a press."""

    update: int
    at: datetime
    speaker: Speaker | None
    where: Address
    kind: ChatKind
    what: What
    title: str = ""  # the group's
    received: datetime | None = None  # None: the moment it was said

    @property
    def present(self) -> datetime:
        """When it reached us: what a person may do is decided by their duties then."""
        return self.received or self.at
