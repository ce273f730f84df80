"""Telegram's command menu, in both languages, for private chats and for groups."""

from __future__ import annotations

from telegram import Bot, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats

from handlers.commands import menu
from handlers.incoming import ChatKind
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
