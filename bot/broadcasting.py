"""What nobody waits for: taken from the ledger when it is due, one under way in a chat.

Nothing is claimed before its turn has come, so that a crash finds only what was really under
way. While a chat is spoken to, or has asked us to wait, the others go on.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from datetime import timedelta
from functools import partial

from bot.clock import Clock
from bot.delivery import Delivery, Parcel
from bot.lanes import Lanes
from bot.logs import Condition
from bot.pace import Pauses
from bot.payload import from_notice
from bot.verdict import Fate, Verdict, short
from storage.nouns import Notice
from storage.store import Books, Store

log = logging.getLogger(__name__)
BROADCAST = 1  # the rank behind live conversations
AT_ONCE = 10  # under way


class Broadcasts:
    """The loop that looks into the ledger; ``looked`` when all that could go is on its way."""

    def __init__(
        self, store: Store, clock: Clock, delivery: Delivery, lanes: Lanes, every: float
    ) -> None:
        self._store, self._clock, self._delivery = store, clock, delivery
        self._lanes, self.every = lanes, every
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._woken = asyncio.Event()
        self.looked = asyncio.Event()
        self._trouble = Condition(log, "the ledger can be read again")
        self._loop: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look."""
        self._loop = asyncio.create_task(self._look_for_ever())

    async def stop(self) -> None:
        """Look no more; what is under way goes on in its lane."""
        if self._loop is not None:
            self._loop.cancel()
            await asyncio.gather(self._loop, return_exceptions=True)

    def wake(self) -> None:
        """Look now."""
        self.looked.clear()
        self._woken.set()

    async def _look_for_ever(self) -> None:
        while True:
            self._woken.clear()
            try:
                await self._send_what_is_due()
                self._trouble.is_good()
            except Exception as error:  # whatever it is, the next look may do
                self._trouble.is_bad(f"the ledger cannot be read: {short(error)}")
            if not self._woken.is_set():
                self.looked.set()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self.every):
                    await self._woken.wait()

    async def _send_what_is_due(self) -> None:
        while notice := await self._next():
            self._lanes.put(notice.chat, partial(self._once, notice), rank=BROADCAST)

    async def _next(self) -> Notice | None:
        """The next that can go now, and a slot for it, which ``_once`` frees."""
        await self._slots.acquire()
        found = None
        try:
            async with self._store.reading() as books:
                found = await books.ledger.next_due(self._clock.now(), self._spoken_to())
            if found is not None and found.chat in self._spoken_to():  # by now
                found = None
        finally:
            if found is None:
                self._slots.release()
        return found

    def _spoken_to(self) -> list[int]:
        """The chats where something is under way."""
        return [lane for lane in self._lanes.busy if isinstance(lane, int)]

    async def _once(self, notice: Notice) -> None:
        """One attempt, claimed right before; what was surely not done is due again later."""
        try:
            await self._delivery.turn(from_notice(notice), BROADCAST)
            now = self._clock.now()
            claimed = await self._delivery.record(lambda books: books.ledger.claim(notice.id, now))
            if claimed is None:  # somebody else has it
                return
            parcel = Parcel(claimed.id, from_notice(claimed), tries=claimed.attempts)
            again = await self._delivery.attempt(parcel, BROADCAST, has_turn=True)
            if again is not None:
                await self._put_off(claimed, again)
        finally:
            self._slots.release()

    async def _put_off(self, notice: Notice, why: Verdict) -> None:
        """Later; where the chat asked for it, all else that is due to it waits as long."""
        pause = max(why.seconds, Pauses(failures=notice.attempts).next())
        due = self._clock.now() + timedelta(seconds=pause)

        async def write(books: Books) -> None:
            await books.ledger.retry(notice.id, due, why.reason)
            if why.fate is Fate.WAIT:
                await books.ledger.put_off(notice.chat, due)

        await self._delivery.record(write)
