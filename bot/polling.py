"""Our own long poll. The offset moves only past updates whose effect is committed."""

from __future__ import annotations

import asyncio
import contextlib
import logging

from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.application import QuietBot
from bot.intake import Intake, Raw
from bot.logs import Condition
from bot.pace import Pauses
from bot.reading import ALLOWED
from bot.verdict import seconds_of, short

log = logging.getLogger(__name__)
LONG = 30  # seconds Telegram holds a poll open
GRACE = 10  # seconds more until we hang up
BATCH = 100
HEAD_START = 1.0  # seconds for the batch in hand, before we poll past what is slow


class Hand:
    """Which updates are in hand, and the offset that confirms exactly those before them."""

    def __init__(self) -> None:
        self._in_hand: set[int] = set()
        self._done: set[int] = set()
        self._highest: int | None = None

    def take(self, batch: list[Raw]) -> list[Raw]:
        """A batch came: which of it is new. Numbers may begin anew after a quiet week."""
        by_id = {raw["update_id"]: raw for raw in batch}
        new = {n: raw for n, raw in by_id.items() if n not in self._in_hand | self._done}
        self._in_hand |= new.keys()
        if batch:
            self._highest = max(by_id)
        return list(new.values())

    def done(self, update_id: int) -> None:
        """The update's effect is committed."""
        self._in_hand.discard(update_id)
        self._done.add(update_id)

    @property
    def offset(self) -> int | None:
        """All before it are done; None before the first batch."""
        if self._highest is None:
            return None
        offset = min(self._in_hand, default=self._highest + 1)
        self._done = {each for each in self._done if each >= offset}
        return offset


class Polling:
    """The loop that asks Telegram what is new. Nothing but ``stop`` ends it."""

    def __init__(self, bot: QuietBot, intake: Intake) -> None:
        self._bot, self._intake = bot, intake
        self._hand = Hand()
        self._pauses = Pauses()
        self._condition = Condition(log, "Telegram answers")
        self._task: asyncio.Task[None] | None = None

    async def announce(self) -> None:
        """Tell Telegram that there is no webhook (any more); what waits there is kept."""
        await self._bot.delete_webhook()

    async def start(self) -> None:
        """Begin to poll."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Stop, and confirm what is done, so that it does not come again needlessly."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            with contextlib.suppress(Exception):
                async with asyncio.timeout(2):
                    await self._ask(0, limit=1)

    async def _run(self) -> None:
        while True:
            try:
                await self._round()
            except Exception as error:
                self._intake.caught_up.clear()
                self._condition.is_bad(_condition(error))
                asked = seconds_of(error) if isinstance(error, RetryAfter) else 0.0
                await asyncio.sleep(max(asked, self._pauses.next()))

    async def _round(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(HEAD_START):  # wait_for would swallow a cancellation
                await self._intake.idle.wait()
        raws = await self._ask(LONG if self._intake.caught_up.is_set() else 0)
        self._condition.is_good()
        for raw in self._hand.take(raws):
            self._accept(raw)
        self._note(raws)

    async def _ask(self, seconds: int, limit: int = BATCH) -> list[Raw]:
        answer = await self._bot.poll(
            seconds,
            GRACE,
            offset=self._hand.offset,
            limit=limit,
            allowed_updates=list(ALLOWED),
        )
        if not isinstance(answer, list):
            raise TypeError("an answer that is no list of updates")
        known = [
            raw for raw in answer if isinstance(raw, dict) and type(raw.get("update_id")) is int
        ]
        if answer and not known:
            raise TypeError("updates without a number")
        return known

    def _accept(self, raw: Raw) -> None:
        self._intake.accept(raw, lambda: self._hand.done(raw["update_id"]))

    def _note(self, raws: list[Raw]) -> None:
        """Empty: nothing waits. A full batch: more may. The pauses begin anew on progress."""
        self._pauses.reset()
        if not raws and self._intake.idle.is_set():
            self._intake.caught_up.set()
        elif len(raws) >= BATCH:
            self._intake.caught_up.clear()


def _condition(error: Exception) -> str:
    match error:
        case InvalidToken():
            return "Telegram does not know the token (401 or 404): check BOT_TOKEN and BOT_API_URL"
        case Conflict():
            return (
                "another program receives this bot's updates (409): stop the other one;"
                " one of them waits"
            )
        case RetryAfter():
            return "Telegram asks for a pause (429)"
        case TimedOut():
            return "Telegram does not answer in time"
        case NetworkError():
            return f"Telegram cannot be reached: {short(error)}"
    return f"Telegram's answer cannot be read: {short(error)}"
