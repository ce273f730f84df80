"""True long polling: one poller at a time, and a new one ends the one before it."""

from __future__ import annotations

import asyncio

from rehearsal.errors import OTHER_POLLER, WEBHOOK_ACTIVE, conflict
from rehearsal.state import State
from rehearsal.updates import Update
from rehearsal.webhook import Webhook

LONGEST_POLL = 50


class Polling:
    """The waiting poll, if there is one."""

    def __init__(self, state: State, webhook: Webhook) -> None:
        self.state = state
        self.webhook = webhook
        self._waiting: asyncio.Future[None] | None = None

    async def poll(
        self, offset: int, limit: int, timeout: int, allowed: list[str] | None
    ) -> list[Update]:
        """Confirm what the offset confirms, then answer at once or wait for an arrival."""
        if self.webhook.url:
            raise conflict(WEBHOOK_ACTIVE)
        self.interrupt(OTHER_POLLER)
        queue = self.state.queue
        queue.allow(allowed)
        queue.confirm(offset)
        self.state.breathe()
        limit = limit if 1 <= limit <= 100 else 100
        if len(queue) or timeout <= 0:
            return queue.take(limit)
        await self._wait(min(timeout, LONGEST_POLL))
        return queue.take(limit)

    async def _wait(self, seconds: float) -> None:
        waiting = self._waiting = self.state.queue.arrival()
        try:
            async with asyncio.timeout(seconds):
                await waiting
        except TimeoutError:
            pass
        finally:
            if self._waiting is waiting:
                self._waiting = None

    def interrupt(self, words: str) -> None:
        """End the waiting poll with 409."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(conflict(words))
        self._waiting = None
