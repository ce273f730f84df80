"""What the bot has said about itself: commands by scope and language, name, descriptions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Command = dict[str, str]
Scope = tuple[str, int | None, int | None]
DEFAULT: Scope = ("default", None, None)


@dataclass(slots=True)
class Profile:
    """`texts` holds name, description and short_description, each by language ("" = any)."""

    name: str
    commands: dict[tuple[Scope, str], list[Command]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_button: dict[str, Any] = field(default_factory=lambda: {"type": "commands"})

    def text(self, kind: str, language: str) -> str:
        """The text in that language, or in none, or the first name."""
        fallback = self.name if kind == "name" else ""
        return self.texts.get((kind, language)) or self.texts.get((kind, "")) or fallback

    def menu(self, scopes: list[Scope], language: str | None) -> list[Command]:
        """The commands a person sees: narrowest scope first, in each first the own language."""
        short = (language or "").partition("-")[0]
        for scope in scopes:
            for tongue in dict.fromkeys((short, "")):
                if found := self.commands.get((scope, tongue)):
                    return found
        return []


def scopes_for(chat_id: int, user_id: int, *, private: bool, admin: bool) -> list[Scope]:
    """The order in which Telegram looks, by the Bot API's "Determining list of commands"."""
    if private:
        return [("chat", chat_id, None), ("all_private_chats", None, None), DEFAULT]
    order: list[Scope] = [("chat_member", chat_id, user_id)]
    if admin:
        order.append(("chat_administrators", chat_id, None))
    order.append(("chat", chat_id, None))
    if admin:
        order.append(("all_chat_administrators", None, None))
    return [*order, ("all_group_chats", None, None), DEFAULT]
