"""What the bot says, as plain data: tests read it, and another channel could carry it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """A chat, and the topic inside it where a supergroup has topics."""

    chat: int
    thread: int | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: ``data`` comes back when it is pressed (at most 64 bytes)."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Message:
    """Something to say, once, kept in the ledger before it is sent.

    ``text`` is Telegram's HTML with everything foreign escaped. ``kind`` decides what happens
    when nobody knows whether it arrived: a "question" or "reply" is said again, a "reminder"
    or "post" becomes uncertain. ``key`` is unique for ever: a second one is dropped.
    """

    to: Address
    text: str
    key: str
    kind: str = "reply"
    buttons: tuple[tuple[Button, ...], ...] = ()
    file: int | None = None  # a stored file, sent as a document with ``text`` as its caption
    edit: int | None = None  # the message to change in place, where it still can be
    person: int | None = None  # to whom it is said, where that is one person
    silent: bool = False
    campaign: str | None = None  # what a notice is about, for the ledger
    period: str | None = None
    step: str | None = None
    settles: tuple[str, ...] = ()  # keys of further notices that this message carries
    keeps: str | None = None  # words that wait for what is answered to this
    secret: bool = False  # what it says is not kept once it has arrived


@dataclass(frozen=True, slots=True)
class Toast:
    """The answer to a press: a short notice over the chat (``alert``: one to dismiss)."""

    callback: str
    text: str = ""
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Retire:
    """Take the buttons off an earlier message, so that no dead keyboard stays.

    ``notice`` is its line in the ledger: it may not have been sent yet when this is decided.
    """

    to: Address
    notice: int


@dataclass(frozen=True, slots=True)
class Menu:
    """The commands that the chat's menu offers from now on: names and what they do."""

    chat: int
    commands: tuple[tuple[str, str], ...]


Act = Message | Toast | Retire | Menu
