"""The alarm clock: it holds no truth, it only asks again and again what is due."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.intake import Intake
from bot.logs import Condition
from bot.sending import Sender
from handlers.desk import Desk, Task
from storage.errors import StorageError
from storage.store import Books, Store

log = logging.getLogger(__name__)
Due = Callable[[Books, Desk, datetime], Awaitable[list[Task]]]


class Alarm:
    """Looks for what is due every so many seconds, and whenever it is asked to."""

    def __init__(
        self,
        store: Store,
        desk: Desk,
        clock: Clock,
        sender: Sender,
        intake: Intake,
        due: Due,
        every: float,
    ) -> None:
        self._store, self._desk, self._clock = store, desk, clock
        self._sender, self._intake, self._due, self._every = sender, intake, due, every
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._one_at_a_time = asyncio.Lock()
        self._trouble = Condition(log, "the clock's work goes on")

    def start(self) -> None:
        """Begin."""
        self._scheduler.add_job(
            self._ring,
            "interval",
            seconds=self._every,
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )
        self._scheduler.start()

    async def stop(self) -> None:
        """No more; what was under way is rolled back when this returns."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        async with self._one_at_a_time:
            pass

    async def now(self) -> None:
        """Do what is due now, after everything said before has been heard."""
        await self._intake.settled()
        async with self._one_at_a_time:
            try:
                failed = await self._do_what_is_due()
            except StorageError as error:
                failed = f"what is due waits, the database fails: {error}"
        if failed:
            self._trouble.is_bad(failed)
        else:
            self._trouble.is_good()

    async def _ring(self) -> None:
        """While updates wait at Telegram nothing is due yet; the next ring comes soon."""
        if not self._intake.caught_up.is_set():
            return
        try:
            await self.now()
        except Exception:
            log.exception("the clock's work failed; it is tried again")

    async def _do_what_is_due(self) -> str:
        """Each task in a transaction of its own, so that one that fails stops no other."""
        now, failed = self._clock.now(), ""
        async with self._store.transaction() as books:
            tasks = await self._due(books, self._desk, now)
        for task in tasks:
            try:
                await self._do(task)
            except StorageError:
                raise
            except Exception as error:
                failed = f"a task of the clock failed: {type(error).__name__}: {error}"
                log.debug("a task of the clock failed", exc_info=True)
        return failed

    async def _do(self, task: Task) -> None:
        async with self._store.transaction() as books:
            outgoing = await self._sender.store(books, await task(books), live=False)
        self._sender.dispatch(outgoing)
