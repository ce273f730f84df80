"""python-telegram-bot, as we use it: its Application, its Bot, none of its queues."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder, ExtBot, TypeHandler
from telegram.request import BaseRequest, HTTPXRequest

from bot.intake import Take
from bot.logs import MASK, Condition
from bot.pace import Pauses
from bot.verdict import short

log = logging.getLogger(__name__)
App = Application[Any, Any, Any, Any, Any, Any]


class TokenError(ValueError):
    """Telegram does not know the token."""


class QuietBot(ExtBot[None]):
    """A bot that keeps its token to itself."""

    def __repr__(self) -> str:
        """Its class and number, never its token."""
        return f"QuietBot[token={MASK}]"

    async def poll(self, seconds: int, patience: float, **more: Any) -> Any:
        """getUpdates as it comes, so that one update nobody can read spoils no other.

        ``seconds`` Telegram may wait, ``patience`` we wait on top.
        """
        data = {"timeout": seconds, **more}
        return await self._post("getUpdates", data, read_timeout=seconds + patience)


def make_application(
    token: str, api_url: str, *, timeout: float = 20.0, request: BaseRequest | None = None
) -> App:
    """An Application without updater and job queue. ``timeout``: seconds to wait for an answer."""
    bot = QuietBot(
        token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=request or _request(64, timeout),
        get_updates_request=_request(1, timeout),
    )
    return ApplicationBuilder().bot(bot).updater(None).job_queue(None).build()


def _request(connections: int, timeout: float) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=connections,
        connect_timeout=10,
        read_timeout=timeout,
        write_timeout=timeout,
        media_write_timeout=3 * timeout,
        pool_timeout=60,
    )


async def reach(application: App) -> str:
    """Connect, as long as it takes; the bot's username. TokenError if Telegram refuses it."""
    pauses, condition = Pauses(), Condition(log, "Telegram answers")
    while True:
        try:
            await application.initialize()
        except InvalidToken:
            raise TokenError(
                "Telegram 不认识 BOT_TOKEN：请向 @BotFather 重新复制，并检查 BOT_API_URL。\n"
                "    Telegram does not know BOT_TOKEN: copy it again from @BotFather,"
                " and check BOT_API_URL."
            ) from None
        except TelegramError as error:
            condition.is_bad(f"Telegram cannot be reached: {short(error)}")
            await asyncio.sleep(pauses.next())
        else:
            condition.is_good()
            return str(application.bot.username)


def through(application: App, receive: Callable[[Update], Awaitable[None]]) -> Take:
    """``receive`` as the Application's one handler.

    The Application swallows what a handler raises; here it is raised again, for the intake.
    """
    errors: dict[int, Exception] = {}

    async def handle(update: Update, _: object) -> None:
        try:
            await receive(update)
        except Exception as error:
            errors[update.update_id] = error

    async def process(update: Update) -> None:
        await application.process_update(update)
        if error := errors.pop(update.update_id, None):
            raise error

    application.add_handler(TypeHandler(Update, handle))
    return process
