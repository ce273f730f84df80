"""The unchanged bot, with somebody else at the front desk: it says back what it hears."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.fetching import Wants
from bot.intake import Intake
from bot.pace import FREE, Limits
from bot.settings import read_settings
from bot.wiring import Bot, build
from handlers import front
from handlers.desk import Desk, Task
from handlers.incoming import Heard, Press, Text
from handlers.outgoing import Act, Message, Toast
from rehearsal import Standin
from storage.nouns import Notice
from storage.store import Books

WayIn = Callable[[Any, Intake], Any]


class Rig:
    """Starts, stops and kills the bot; the database and the stand-in stay."""

    def __init__(self, standin: Standin, database: Path) -> None:
        self.standin, self.database = standin, database
        self.limits: Limits = FREE
        self.timeout = 0.5
        self.tick: float = 3600
        self.heard: list[Heard] = []
        self.tasks: list[Task] = []
        self.wants: Wants = front.wants
        self.bot: Bot

    async def start(self, way_in: WayIn | None = None) -> None:
        """``way_in``: another one than polling."""
        settings = read_settings(
            None,
            bot_token=self.standin.token,
            bot_api_url=self.standin.url,
            database_url=f"sqlite:///{self.database}",
            tick_seconds=self.tick,
        )
        self.bot = await build(
            settings,
            limits=self.limits,
            timeout=self.timeout,
            hear=self._hear,
            wants=self._wants,
            due=self._due,
        )
        self.bot.sender._broadcasts.every = 0.1
        if way_in is not None:
            self.bot.way_in = way_in(self.bot.application.bot, self.bot.intake)
        await self.bot.start()

    async def stop(self) -> None:
        await self.bot.stop()

    async def kill(self) -> None:
        """As by SIGKILL: nothing is finished, nothing is said goodbye to."""
        bot = self.bot
        polling = bot.way_in._task  # type: ignore[union-attr]
        assert polling is not None
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)
        await bot.intake.stop()
        await bot.sender.stop(patience=0)
        await bot.stop()

    async def calm(self) -> None:
        """Everything said so far is answered."""
        await self.standin.calm(10)
        await self.bot.settled()

    async def hear(self, heard: Heard, books: Books, desk: Desk) -> list[Act]:
        """Say back what was typed; a press is answered with a toast and a change in place."""
        match heard.what:
            case Text(text):
                return [Message(heard.where, text, key=f"echo:{heard.update}", kind="question")]
            case Press(data, callback, message):
                changed = Message(heard.where, data, key=f"echo:{heard.update}", edit=message)
                return [Toast(callback, "好"), changed]
        return []

    def texts(self, chat: int = 1001) -> list[str]:
        """What the bot has said in a chat."""
        return [each["text"] for each in self.standin.messages(chat) if each["by_bot"]]

    async def ledger(self, **equal: object) -> Sequence[Notice]:
        async with self.bot.store.reading() as books:
            return await books.ledger.find(**equal)

    async def post(self, *messages: Message) -> None:
        """What the clock would have to say."""

        async with self.bot.store.transaction() as books:
            outgoing = await self.bot.sender.store(books, messages, live=False)
        self.bot.sender.dispatch(outgoing)

    async def _hear(self, heard: Heard, books: Books, desk: Desk) -> list[Act]:
        self.heard.append(heard)
        return await self.hear(heard, books, desk)

    async def _wants(self, heard: Heard, books: Books, desk: Desk) -> bool:
        return await self.wants(heard, books, desk)

    async def _due(self, books: Books, desk: Desk, now: datetime) -> list[Task]:
        tasks, self.tasks = self.tasks, []
        return tasks
