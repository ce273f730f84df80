"""The other way in: 200 only after the commit, and nobody without the secret."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot.webhook import HEADER, Webhook
from handlers.desk import Desk
from handlers.incoming import Heard
from handlers.outgoing import Act, Message
from rehearsal import Standin
from storage.store import Books
from tests.bot.rig import Rig

SECRET = "a_secret_of_enough_length"


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        found: int = probe.getsockname()[1]
    return found


async def hook(rig: Rig, port: int, listening: int | None = None) -> str:
    """Start the bot behind a webhook; its address. (TLS is the operator's proxy's.)"""
    url, listen = f"http://127.0.0.1:{port}/hook", ("127.0.0.1", listening or port)
    await rig.start(lambda bot, intake: Webhook(bot, intake, url, SECRET, listen))
    return url


@pytest.fixture
async def hooked(standin: Standin, tmp_path: Path, port: int) -> AsyncIterator[tuple[Rig, str]]:
    """The bot behind a webhook, and where it listens."""
    rig = Rig(standin, tmp_path / "bot.db")
    url = await hook(rig, port)
    yield rig, url
    await rig.stop()


def what_is_due(rig: Rig) -> list[int]:
    """How much had been heard when the clock's work was done."""
    found: list[int] = []

    async def task(books: Books) -> list[Message]:
        found.append(len(rig.heard))
        return []

    rig.tasks.append(task)
    return found


async def test_an_update_is_answered_and_confirmed_after_its_commit(
    hooked: tuple[Rig, str], standin: Standin
) -> None:
    rig, _ = hooked
    standin.say(1001, "一")
    standin.say(1001, "二")
    await rig.calm()
    assert rig.texts() == ["一", "二"]
    assert standin.refusals() == []


@pytest.mark.parametrize("headers", [{}, {HEADER: "wrong"}, {HEADER: "密".encode()}])
async def test_without_the_secret_nothing_is_taken(
    hooked: tuple[Rig, str], headers: dict[str, str]
) -> None:
    rig, url = hooked
    async with httpx.AsyncClient() as client:
        answer = await client.post(url, json={"update_id": 1}, headers=headers)
    assert answer.status_code == 403
    assert rig.heard == []


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"update_id": "1"}', b"\xff"])
async def test_what_is_no_update_is_refused(hooked: tuple[Rig, str], body: bytes) -> None:
    _, url = hooked
    async with httpx.AsyncClient() as client:
        answer = await client.post(url, content=body, headers={HEADER: SECRET})
    assert answer.status_code == 400


async def test_an_update_nobody_can_read_is_set_aside_and_confirmed(
    hooked: tuple[Rig, str], standin: Standin
) -> None:
    rig, _ = hooked
    standin.inject({"message": []})
    standin.say(1001, "好")
    await rig.calm()
    assert rig.texts() == ["好"]
    async with rig.bot.store.reading() as books:
        assert await books.updates.aside() == 1


async def test_the_clock_waits_until_telegram_has_brought_everything(
    standin: Standin, tmp_path: Path, port: int
) -> None:
    rig = Rig(standin, tmp_path / "bot.db")
    rig.tick = 0.05
    hear = rig.hear

    async def slowly(heard: Heard, books: Books, desk: Desk) -> list[Act]:
        await asyncio.sleep(0.02)
        return await hear(heard, books, desk)

    rig.hear = slowly  # type: ignore[method-assign]
    for n in range(20):
        standin.say(1001, str(n))
    heard_before = what_is_due(rig)
    await hook(rig, port)
    await standin.until(lambda: heard_before)
    await rig.stop()
    assert heard_before == [20]


async def test_an_address_that_telegram_cannot_reach_stops_no_clock(
    standin: Standin,
    tmp_path: Path,
    port: int,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.WARNING, "bot.webhook")
    monkeypatch.setattr("bot.webhook.BACKLOG", 0.2)
    rig = Rig(standin, tmp_path / "bot.db")
    standin.say(1001, "一")
    heard_before = what_is_due(rig)
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        await hook(rig, deaf.getsockname()[1], listening=port)
        await rig.bot.alarm.now()
        await rig.stop()
    assert heard_before == [0]
    assert "updates still wait at Telegram (1)" in caplog.text
