"""One attempt at one message: the requests it takes, what came of them, and that on record."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from telegram import Bot
from telegram.error import TelegramError

from bot import post
from bot.clock import Clock
from bot.logs import Condition
from bot.pace import Pace, Pauses
from bot.verdict import Fate, Verdict, judge, short
from handlers.outgoing import Message
from storage.errors import StorageError
from storage.store import Books, Store

log = logging.getLogger(__name__)
T = TypeVar("T")
PATIENT = frozenset({"question", "reply"})  # said again when nobody knows whether it arrived
TRIES = 4  # but not for ever


@dataclass(frozen=True, slots=True)
class Parcel:
    """A message, its line in the ledger, and how often it was tried before."""

    id: int
    message: Message
    tries: int = 0


class Delivery:
    """Takes parcels to Telegram and writes into the ledger what became of them."""

    def __init__(self, bot: Bot, store: Store, clock: Clock, pace: Pace) -> None:
        self._bot, self._store, self._clock, self._pace = bot, store, clock, pace
        self._trouble = Condition(log, "the database can be written again")

    async def turn(self, message: Message, rank: int) -> None:
        """Wait until the message may go; ``rank`` at the gate of the overall limit."""
        if message.edit is None or message.file is not None:
            await self._pace.chat(message.to.chat)
        await self._pace.gate.enter(rank)

    async def attempt(self, parcel: Parcel, rank: int, *, has_turn: bool = False) -> Verdict | None:
        """Send and record. A verdict only where it is to be tried again."""
        message = parcel.message
        for _ in range(4):  # moved, then no topic, then not to be changed: each at most once
            if not has_turn:
                await self.turn(message, rank)
            has_turn = False
            verdict = await self._deliver(parcel.id, message)
            elsewhere = await self._elsewhere(message, verdict)
            if elsewhere is None:
                break
            message = elsewhere
        return await self._conclude(parcel, message, verdict)

    async def record(self, write: Callable[[Books], Awaitable[T]]) -> T:
        """Write what becomes of a message, however long the database takes to be well."""
        pauses = Pauses()
        while True:
            try:
                async with self._store.transaction() as books:
                    written = await write(books)
            except StorageError as error:
                self._trouble.is_bad(f"what is sent cannot be recorded: {error}")
                await asyncio.sleep(pauses.next())
            else:
                self._trouble.is_good()
                return written

    async def _deliver(self, id: int, message: Message) -> Verdict:
        """One request to Telegram; that it was sent is recorded."""
        try:
            number = await self._request(message)
        except TelegramError as error:
            verdict = judge(error)
            if verdict.fate is not Fate.DONE:
                return verdict
            number = message.edit or 0  # not modified: it stands there already
        except StorageError as error:  # the file to send could not be read
            return Verdict(Fate.NOT_DONE, short(error))
        except Exception as error:
            log.exception("chat %s: the message could not be made", message.to.chat)
            return Verdict(Fate.REFUSED, short(error))
        await self.record(lambda books: self._sent(books, id, message, number))
        return Verdict(Fate.DONE)

    async def _sent(self, books: Books, id: int, message: Message, number: int) -> None:
        await books.ledger.sent(id, number, self._clock.now())
        if message.secret:
            await books.ledger.forget(id)

    async def _request(self, message: Message) -> int:
        if message.file is None:
            if message.edit is not None:
                return await post.change(self._bot, message)
            return await post.say(self._bot, message, None)
        async with self._store.reading() as books:
            file = await books.files.get(message.file)
        if file is None:
            raise LookupError(f"no file {message.file} is stored")
        return await post.say(self._bot, message, file)

    async def _elsewhere(self, message: Message, verdict: Verdict) -> Message | None:
        """The same message in the way that is left, where Telegram names one."""
        to = message.to
        match verdict.fate:
            case Fate.MOVED:
                log.info("chat %s is %s now", to.chat, verdict.chat)
                await self.record(lambda b: b.groups.migrate(to.chat, verdict.chat))
                return replace(message, to=replace(to, chat=verdict.chat))
            case Fate.ANEW if message.edit is not None:
                return replace(message, edit=None)
            case Fate.NO_TOPIC if to.thread is not None:
                return replace(message, to=replace(to, thread=None))
        return None

    async def _conclude(self, parcel: Parcel, message: Message, verdict: Verdict) -> Verdict | None:
        now, chat, reason = self._clock.now(), message.to.chat, verdict.reason
        match verdict.fate:
            case Fate.DONE:
                return None
            case Fate.WAIT | Fate.NOT_DONE:
                log.warning("chat %s: %s; again later", chat, reason)
                return verdict
            case Fate.UNKNOWN if message.kind in PATIENT and parcel.tries < TRIES:
                log.warning("chat %s: %s; said again", chat, reason)
                return verdict
            case Fate.UNKNOWN:
                log.warning("chat %s: %s; uncertain, not repeated", chat, reason)
                await self.record(lambda b: b.ledger.uncertain(parcel.id, reason, now))
            case Fate.BLOCKED if chat > 0:
                await self.record(lambda b: b.people.set_blocked(chat, True))
                await self.record(lambda b: b.ledger.failed(parcel.id, reason, now))
            case _:
                log.warning("chat %s: %s; not sent", chat, reason)
                await self.record(lambda b: b.ledger.failed(parcel.id, reason, now))
        return None
