"""Telegram's limits, kept with room to spare, and pauses that grow.

Telegram allows 30 messages a second overall, 1 a second to one chat (with a small burst), and
20 in any minute to a group. A bucket of ``burst`` and ``rate`` lets at most burst + 60 × rate
through in a minute: 5 + 60 × 0.25 = 20.
"""

from __future__ import annotations

import asyncio
import heapq
import random
import time
from dataclasses import dataclass, field
from itertools import count


@dataclass(frozen=True, slots=True)
class Limits:
    """(burst, rate a second) for everything together, for one chat, for one group."""

    overall: tuple[float, float] = (10, 25)
    chat: tuple[float, float] = (2, 1)
    group: tuple[float, float] = (5, 0.25)


FREE = Limits(overall=(1e9, 1e9), chat=(1e9, 1e9), group=(1e9, 1e9))  # a server without limits


@dataclass(slots=True)
class Bucket:
    """Fills by ``rate`` a second up to ``burst``; each message takes one. Starts full."""

    burst: float
    rate: float
    level: float = field(init=False)
    at: float = field(default=float("-inf"))

    def __post_init__(self) -> None:
        self.level = self.burst

    def wait(self, now: float) -> float:
        """Seconds until one may pass; 0 if it may now."""
        if self.at > float("-inf"):
            self.level = min(self.burst, self.level + (now - self.at) * self.rate)
        self.at = now
        lacking = 1 - self.level
        return lacking / self.rate if lacking > 1e-6 else 0.0  # floats never fill up exactly

    def take(self) -> None:
        """One passes."""
        self.level -= 1

    @property
    def full(self) -> bool:
        """Whether it remembers nothing any more."""
        return self.level >= self.burst


class Gate:
    """The overall limit. Whoever has the lower rank goes first: live before broadcasts."""

    def __init__(self, bucket: Bucket) -> None:
        self._bucket = bucket
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._order = count()
        self._porter: asyncio.Task[None] | None = None

    async def enter(self, rank: int) -> None:
        """Wait for one's turn."""
        if not self._waiting and self._bucket.wait(time.monotonic()) == 0:
            self._bucket.take()
            return
        turn = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (rank, next(self._order), turn))
        if self._porter is None or self._porter.done():
            self._porter = asyncio.create_task(self._let_in())
        await turn

    async def _let_in(self) -> None:
        while self._waiting:
            if pause := self._bucket.wait(time.monotonic()):
                await asyncio.sleep(pause)
                continue
            turn = heapq.heappop(self._waiting)[2]
            if not turn.cancelled():
                self._bucket.take()
                turn.set_result(None)


class Pace:
    """All limits together."""

    def __init__(self, limits: Limits) -> None:
        self.gate = Gate(Bucket(*limits.overall))
        self._limits = limits
        self._chats: dict[int, list[Bucket]] = {}

    async def chat(self, chat: int) -> None:
        """Wait until a message may go to this chat, the overall limit aside."""
        buckets = self._buckets(chat)
        while pause := max(each.wait(time.monotonic()) for each in buckets):
            await asyncio.sleep(pause)
        for each in buckets:
            each.take()

    def _buckets(self, chat: int) -> list[Bucket]:
        if chat not in self._chats:
            if len(self._chats) > 10_000:
                self._forget()
            limits = [self._limits.chat, self._limits.group] if chat < 0 else [self._limits.chat]
            self._chats[chat] = [Bucket(*each) for each in limits]
        return self._chats[chat]

    def _forget(self) -> None:
        now = time.monotonic()
        for chat, buckets in list(self._chats.items()):
            if not any(each.wait(now) for each in buckets) and all(each.full for each in buckets):
                del self._chats[chat]


@dataclass(slots=True)
class Pauses:
    """How long to wait after each failure in a row: doubling up to ``cap``, a little uneven."""

    first: float = 1.0
    cap: float = 60.0
    failures: int = 0

    def next(self) -> float:
        """Seconds to wait after one more failure."""
        pause = min(self.cap, self.first * 2 ** min(self.failures, 30))
        self.failures += 1
        return float(pause * random.uniform(0.8, 1.0))

    def reset(self) -> None:
        """It went well."""
        self.failures = 0
