"""What the bot asked for and what it was told; and the stream of everything that happens."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rehearsal.world import Message


@dataclass(slots=True)
class Request:
    """One request of the bot with its answer; `fault` names what was done to it on purpose."""

    n: int
    at: datetime
    method: str
    params: dict[str, Any]
    files: dict[str, tuple[str, int]]
    status: int = 0
    answer: dict[str, Any] = field(default_factory=dict)
    fault: str | None = None

    @property
    def refused(self) -> bool:
        """Did the bot ask for something that Telegram would not do?"""
        return 400 <= self.status < 500 and self.fault is None

    def view(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "n": self.n,
            "at": self.at.isoformat(),
            "method": self.method,
            "params": self.params,
            "files": {part: {"name": n, "size": s} for part, (n, s) in self.files.items()},
            "status": self.status,
            "answer": self.answer,
            "fault": self.fault,
        }


class Journal:
    """All requests, the last `keep` of them; refusals are never dropped."""

    def __init__(self, keep: int) -> None:
        self.requests: deque[Request] = deque(maxlen=keep)
        self.refusals: list[Request] = []
        self.count = 0

    def open(
        self,
        at: datetime,
        method: str,
        params: dict[str, Any],
        files: dict[str, tuple[str, int]],
    ) -> Request:
        """Note a request as it comes in."""
        self.count += 1
        request = Request(self.count, at, method, params, files)
        self.requests.append(request)
        return request

    def close(self, request: Request, status: int, answer: dict[str, Any]) -> None:
        """Note what was answered."""
        request.status, request.answer = status, answer
        if request.refused:
            self.refusals.append(request)


@dataclass(slots=True)
class Event:
    """Something new: which chat, which message, and whatever else belongs to its kind."""

    n: int
    kind: str
    chat_id: int | None
    message: Message | None
    more: dict[str, Any]


class Events:
    """The numbered stream of events; a reader names the last number it has seen."""

    def __init__(self, keep: int) -> None:
        self.last = 0
        self._kept: deque[Event] = deque(maxlen=keep)
        self._waiting: set[asyncio.Future[None]] = set()

    def publish(
        self,
        kind: str,
        chat_id: int | None = None,
        message: Message | None = None,
        **more: Any,
    ) -> None:
        """Add one and wake the readers."""
        self.last += 1
        self._kept.append(Event(self.last, kind, chat_id, message, more))
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()

    def since(self, after: int) -> list[Event]:
        """What came after that number, as far as it is kept."""
        missed = self.last - after
        if missed <= 0:
            return []
        return list(self._kept) if missed >= len(self._kept) else list(self._kept)[-missed:]

    async def wait(self, after: int, timeout: float) -> list[Event]:
        """The same, waiting for the first one if there is none yet."""
        if self.last > after or timeout <= 0:
            return self.since(after)
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            async with asyncio.timeout(timeout):
                await future
        except TimeoutError:
            self._waiting.discard(future)
        return self.since(after)

    async def follow(self, after: int, heartbeat: float = 15) -> AsyncIterator[list[Event]]:
        """Batches for ever; an empty one now and then, so that a dead reader is noticed."""
        while True:
            batch = await self.wait(after, heartbeat)
            after = batch[-1].n if batch else after
            yield batch
