"""The world on the other side: people, chats, messages. Plain data, no protocol.

A message's `data` is already in the shape of the Bot API, so that sending it costs nothing;
an edit replaces `data`, never changes it, so an update already queued keeps what it said.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rehearsal.files import Files


@dataclass(slots=True)
class User:
    """A person with a Telegram account, or the bot itself."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    def wire(self) -> dict[str, Any]:
        """The user as the Bot API shows it."""
        data: dict[str, Any] = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
        }
        for name in ("last_name", "username", "language_code"):
            if value := getattr(self, name):
                data[name] = value
        return data


@dataclass(slots=True)
class Message:
    """One message in one chat, and what happened to it afterwards."""

    data: dict[str, Any]
    chat: Chat
    by_bot: bool = False
    keyboard: dict[str, Any] | None = None
    pinned: bool = False
    deleted: bool = False
    answers: list[dict[str, Any]] = field(default_factory=list)
    reactions: list[dict[str, Any]] = field(default_factory=list)

    @property
    def message_id(self) -> int:
        """Its number in its chat."""
        return int(self.data["message_id"])

    @property
    def text(self) -> str:
        """What a person reads: the text, or the caption."""
        return str(self.data.get("text") or self.data.get("caption") or "")

    @property
    def buttons(self) -> list[list[dict[str, Any]]]:
        """The inline keyboard, row by row."""
        rows: list[list[dict[str, Any]]] = self.data.get("reply_markup", {}).get(
            "inline_keyboard", []
        )
        return rows


@dataclass(slots=True)
class Chat:
    """A private chat, a group or a supergroup; `bot` is the bot's standing in it."""

    id: int
    type: str
    title: str | None = None
    username: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    is_forum: bool = False
    bot: str = "member"
    members: dict[int, str] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    last_message_id: int = 0
    migrated_to: int | None = None
    menu_button: dict[str, Any] | None = None

    @property
    def private(self) -> bool:
        """Is this the chat with one person?"""
        return self.type == "private"

    def wire(self) -> dict[str, Any]:
        """The chat as the Bot API shows it inside a message."""
        data: dict[str, Any] = {"id": self.id, "type": self.type}
        for name in ("title", "username", "first_name", "last_name"):
            if value := getattr(self, name):
                data[name] = value
        if self.is_forum:
            data["is_forum"] = True
        return data

    def find(self, message_id: int) -> Message | None:
        """The message, unless it never was or was deleted."""
        message = self.messages.get(message_id)
        return None if message is None or message.deleted else message

    def pinned(self) -> list[Message]:
        """The pinned messages, the newest last."""
        return [m for m in self.messages.values() if m.pinned and not m.deleted]


@dataclass(slots=True)
class World:
    """Everybody and everything; one object."""

    users: dict[int, User] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: Files = field(default_factory=Files)

    def chat(self, chat_id: int) -> Chat:
        """The chat by its id; KeyError names it."""
        if chat_id not in self.chats:
            raise KeyError(f"no chat {chat_id} in this rehearsal")
        return self.chats[chat_id]

    def user(self, user_id: int) -> User:
        """The person by id; KeyError names it."""
        if user_id not in self.users:
            raise KeyError(f"no user {user_id} in this rehearsal")
        return self.users[user_id]
