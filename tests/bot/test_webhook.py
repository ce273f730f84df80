"""The other way in: 200 only after the commit, and nobody without the secret."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot.webhook import HEADER, Webhook
from rehearsal import Standin
from tests.bot.rig import Rig

SECRET = "a_secret_of_enough_length"


@pytest.fixture
async def hooked(standin: Standin, tmp_path: Path) -> AsyncIterator[tuple[Rig, str]]:
    """The bot behind a webhook, and where it listens. (TLS is the operator's proxy's.)"""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}/hook"
    rig = Rig(standin, tmp_path / "bot.db")
    await rig.start(lambda bot, intake: Webhook(bot, intake, url, SECRET, ("127.0.0.1", port)))
    yield rig, url
    await rig.stop()


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
