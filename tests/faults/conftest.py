"""The bot in the test's own process, on the month's stage, with a clock to move."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.pace import FREE
from bot.settings import read_settings
from bot.wiring import Bot, build
from rehearsal import Standin
from storage.nouns import Notice
from tests.faults.stage import CAST, GROUPS, Stage, at, set_scene, staged


class Town:
    """Everybody of the cast is bound, both groups are bound, and nobody has filed."""

    def __init__(self, standin: Standin, stage: Stage, clock: MovableClock, url: str) -> None:
        self.standin, self.stage, self.clock, self._url = standin, stage, clock, url
        self.timeout = 0.5
        self.bot: Bot

    async def start(self) -> None:
        """The bot comes up."""
        settings = read_settings(
            None,
            bot_token=self.standin.token,
            bot_api_url=self.standin.url,
            database_url=self._url,
            tick_seconds=3600,
        )
        self.bot = await build(settings, clock=self.clock, limits=FREE, timeout=self.timeout)
        await self.bot.start()

    async def calm(self) -> None:
        """Everything said so far is answered."""
        await self.standin.calm(30)
        await self.bot.settled()

    async def move(self, words: str) -> None:
        """The clock goes on to then, and what is due is done."""
        self.clock.move_to(at(words))
        await self.bot.alarm.now()
        await self.bot.settled()

    async def arrive(self) -> None:
        """Everybody redeems their invitation; the groups are bound."""
        for role in CAST:
            self.standin.start(role.account, self.stage.codes[role.name])
        await self.calm()
        for role in CAST:
            if role.binds:
                self.standin.say(role.account, "/bind", chat_id=GROUPS[role.region])
        await self.calm()

    async def ledger(self, **equal: object) -> Sequence[Notice]:
        async with self.stage.store.reading() as books:
            return await books.ledger.find(**equal)

    def workbooks(self, chat: int) -> list[str]:
        """The names of the files in a group."""
        return [m["file"]["name"] for m in self.standin.messages(chat) if m["file"]]

    def said(self, chat: int) -> list[str]:
        """What the bot has said in a chat."""
        return [m["text"] for m in self.standin.messages(chat) if m["by_bot"]]


@pytest.fixture
async def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    """On 21 September; pauses after a failure are short."""
    monkeypatch.setattr("bot.pace.Pauses.next", _short)
    clock = MovableClock(at("09-21 09:00"))
    url = f"sqlite:///{tmp_path}/bot.db"
    async with (
        Standin(clock=clock.now, limits=False, page=None) as standin,
        staged(url, clock.now()) as stage,
    ):
        set_scene(standin)
        found = Town(standin, stage, clock, url)
        await found.start()
        await found.arrive()
        yield found
        await found.bot.stop()


def _short(pauses: object) -> float:
    return 0.02
