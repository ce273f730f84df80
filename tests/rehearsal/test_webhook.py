"""The webhook: in order, with the secret, again until it is taken."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest, Conflict

from rehearsal import Standin
from tests.rehearsal.conftest import WANG


@dataclass
class Receiver:
    """A bot's door: notes what is brought, and answers what it is told to answer."""

    url: str = ""
    statuses: list[int] = field(default_factory=list)
    brought: list[str] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        update: dict[str, Any] = await request.json()
        self.brought.append(update["message"]["text"])
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        status = self.statuses.pop(0) if self.statuses else 200
        return web.Response(status=status, reason="Odd" if status == 599 else None)


@pytest_asyncio.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_updates_are_brought_in_order_with_the_secret(
    standin: Standin, bot: Bot, receiver: Receiver
) -> None:
    await bot.set_webhook(receiver.url, secret_token="S-3")
    for text in "一二三":
        standin.say(WANG, text)
    await standin.calm()
    assert receiver.brought == ["一", "二", "三"]
    assert set(receiver.secrets) == {"S-3"}


async def test_what_is_not_taken_is_brought_again_before_the_next(
    standin: Standin, bot: Bot, receiver: Receiver
) -> None:
    receiver.statuses = [500, 599, 503]  # also one that no standard names
    await bot.set_webhook(receiver.url)
    standin.say(WANG, "一")
    standin.say(WANG, "二")
    await standin.calm()
    assert receiver.brought == ["一", "一", "一", "一", "二"]
    info = await bot.get_webhook_info()
    assert info.last_error_message == ("Wrong response from the webhook: 503 Service Unavailable")
    assert info.pending_update_count == 0


async def test_a_closed_door_is_told_and_nothing_is_lost(
    standin: Standin, bot: Bot, receiver: Receiver
) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")
    standin.say(WANG, "一")
    while (info := await bot.get_webhook_info()).last_error_message is None:
        pass
    assert (info.last_error_message, info.pending_update_count) == ("Connection refused", 1)
    await bot.set_webhook(receiver.url)
    await standin.calm()
    assert receiver.brought == ["一"]


async def test_polling_and_a_webhook_exclude_each_other(
    standin: Standin, bot: Bot, receiver: Receiver
) -> None:
    await bot.set_webhook(receiver.url)
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    standin.say(WANG, "一")
    assert len(await bot.get_updates()) == 1
    await bot.delete_webhook(drop_pending_updates=True)
    assert standin.pending == 0


@pytest.mark.parametrize("url", ["http://example.org/hook", "ftp://127.0.0.1/", "example.org"])
async def test_a_webhook_needs_https_or_this_machine(bot: Bot, url: str) -> None:
    with pytest.raises(BadRequest):
        await bot.set_webhook(url)
    with pytest.raises(BadRequest):
        await bot.set_webhook("https://127.0.0.1/", secret_token="not allowed")
