"""Work in order within a lane, lanes side by side: a lane is a chat."""

from __future__ import annotations

import asyncio
import heapq
import logging
from collections.abc import Awaitable, Callable, Hashable, Set
from itertools import count

log = logging.getLogger(__name__)
Work = Callable[[], Awaitable[None]]


class Lanes:
    """Queues that exist only while something is in them; ``idle`` when all are empty.

    ``freed`` is called whenever one has become empty.
    """

    def __init__(self, freed: Callable[[], None] = lambda: None) -> None:
        self._freed = freed
        self._waiting: dict[Hashable, list[tuple[int, int, Work]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._order = count()
        self.idle = asyncio.Event()
        self.idle.set()

    @property
    def busy(self) -> Set[Hashable]:
        """The lanes in which something is under way or waits."""
        return self._waiting.keys()

    def put(self, lane: Hashable, work: Work, *, rank: int = 0) -> None:
        """Do the work when its turn in the lane comes: the lowest rank first, then in order."""
        item = (rank, next(self._order), work)
        if lane in self._waiting:
            heapq.heappush(self._waiting[lane], item)
            return
        self._waiting[lane] = [item]
        self.idle.clear()
        task = asyncio.create_task(self._drive(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        """Give up what is waiting and what is under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _drive(self, lane: Hashable) -> None:
        waiting = self._waiting[lane]
        try:
            while waiting:
                work = heapq.heappop(waiting)[2]
                try:
                    await work()
                except Exception:
                    log.exception("work in lane %s failed", lane)
        finally:
            del self._waiting[lane]
            self._freed()
            if not self._waiting:
                self.idle.set()
