"""Asking Telegram who the bot is, once and quickly, for commands that cannot wait."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

import aiohttp

from bot.settings import Settings
from reporting.label import Label

PATIENCE = 5.0  # seconds
NO_TROUBLE = Label("", "")
NOT_TELEGRAM = Label("应答的不是 Bot API", "not the Bot API")


@dataclass(frozen=True, slots=True)
class Probe:
    """What came of it: the bot's username, or why not; and Telegram's own time, if it told it."""

    username: str = ""
    status: int = 0  # of HTTP; 0: nobody answered
    trouble: Label = NO_TROUBLE
    date: datetime | None = None


async def probe(settings: Settings) -> Probe:
    """``getMe``. No message of an error is passed on, for the token is in the address."""
    if settings.bot_token is None:
        return Probe(trouble=Label("没有令牌", "no token"))
    token = settings.bot_token.get_secret_value()
    try:
        async with (
            asyncio.timeout(PATIENCE),
            aiohttp.ClientSession(trust_env=True) as session,
            session.get(f"{settings.bot_api_url}/bot{token}/getMe") as answer,
        ):
            return await _read(answer)
    except TimeoutError:
        return Probe(trouble=Label("超时", "timeout"))
    except (aiohttp.ClientError, OSError, ValueError) as error:
        return Probe(trouble=Label("网络错误", type(error).__name__))


async def _read(answer: aiohttp.ClientResponse) -> Probe:
    date = _date(answer.headers.get("Date"))
    if answer.status != 200:
        code = f"HTTP {answer.status}"
        return Probe(status=answer.status, trouble=Label(code, code), date=date)
    body = await answer.json(content_type=None)
    try:
        return Probe(str(body["result"]["username"]), 200, date=date)
    except (KeyError, TypeError):
        return Probe(status=200, trouble=NOT_TELEGRAM, date=date)


def _date(header: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(header) if header else None
    except ValueError:
        return None
