"""Telegram's command menu, in both languages: for every private chat and group, and for one's own.

A person's own chat has only what their duties have a use for, in their language.
"""

from __future__ import annotations

from telegram import (
    Bot,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)

from handlers.commands import menu
from handlers.incoming import ChatKind
from handlers.outgoing import Menu
from reporting.label import Language

SCOPES = (
    (ChatKind.PRIVATE, BotCommandScopeAllPrivateChats()),
    (ChatKind.GROUP, BotCommandScopeAllGroupChats()),
)
CODES: tuple[tuple[Language, str | None], ...] = (("zh", None), ("en", "en"))  # None: everybody


async def set_menus(bot: Bot) -> None:
    """Say which commands there are; TelegramError if Telegram will not have it."""
    for where, scope in SCOPES:
        for language, code in CODES:
            commands = menu(language, where)
            await bot.set_my_commands(commands, scope=scope, language_code=code)


class Menus:
    """The menus of single chats. Telegram is told only of those that changed since our start."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._told: dict[int, Menu] = {}

    def is_told(self, act: Menu) -> bool:
        """Whether the chat has this one already."""
        return self._told.get(act.chat) == act

    async def tell(self, act: Menu) -> None:
        """TelegramError if Telegram will not have it: then the next one is told again."""
        scope = BotCommandScopeChat(act.chat)
        await self._bot.set_my_commands(act.commands, scope=scope)
        self._told[act.chat] = act
