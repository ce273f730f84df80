"""Kills the bot again and again, starts it at once, and has the promises checked in between."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable

from bot.polling import HEAD_START
from rehearsal import Standin
from tests.faults.proof import Proof
from tests.faults.victim import Victim

METHODS = ("sendMessage", "editMessageText", "answerCallbackQuery", "*")


class Storm:
    """``pace`` is cleared while the promises are checked: nobody says anything then."""

    def __init__(
        self,
        victim: Victim,
        standin: Standin,
        proof: Proof,
        rng: random.Random,
        pace: asyncio.Event,
        tell: Callable[[str], None],
    ) -> None:
        self.victim, self.standin, self.proof = victim, standin, proof
        self._rng, self._pace, self._tell = rng, pace, tell
        self.kills = 0
        self.starts: list[float] = []  # seconds from the fork until it hears

    async def begin(self) -> None:
        """The bot's first life."""
        await self._start()

    async def strike(self, kills: int, method: str = "") -> None:
        """Kill so often. ``method``: what the bot is about to ask for, if that is known."""
        for _ in range(kills):
            if self._rng.random() < 0.06:
                await self._kill_in_the_middle()
            else:
                await self._moment(method)
                await self._kill()
            if self._rng.random() < 0.15:  # and once more before it hears
                await self.victim.start()
                await asyncio.sleep(self._rng.uniform(0, 0.4))
                await self._kill()
            await self._start()
            await self.check()

    async def check(self) -> None:
        """Hold everybody for a moment, and look whether all is well."""
        self._pace.clear()
        await self.proof.all_is_well()
        self._pace.set()

    async def _moment(self, method: str) -> None:
        """Any moment; or the one when Telegram has taken something and the bot cannot know."""
        if self._rng.random() < 0.5:
            await asyncio.sleep(self._rng.uniform(0, 0.3))
            return
        faults = self.standin.state.faults
        self.standin.fault("silent", method=method or self._rng.choice(METHODS))
        fault = faults.waiting[-1]
        try:
            await self.standin.until(lambda: fault not in faults.waiting, 0.5)
            await asyncio.sleep(self._rng.uniform(0, 0.02))
        except TimeoutError:
            faults.waiting.remove(fault)

    async def _kill_in_the_middle(self) -> None:
        """While somebody else is writing (on SQLite), so that updates wait in the bot's hand.

        It polls on past them: what is taken but not committed must not be confirmed.
        """
        async with self.proof.stage.store.transaction():
            await asyncio.sleep(HEAD_START + 0.3)
            await self._kill()

    async def _kill(self) -> None:
        await self.victim.kill()
        self.kills += 1
        await self.proof.nothing_acknowledged_is_lost()
        self._tell(f"killed {self.kills} times")

    async def _start(self) -> None:
        began = time.monotonic()
        await self.victim.start()
        await self.victim.up()
        self.starts.append(time.monotonic() - began)
