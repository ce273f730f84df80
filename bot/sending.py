"""The one sender: what is said goes into the ledger first, and out after the commit.

An answer to somebody who is waiting is stored as "sending" by this process and sent at once, in
order within its chat, again and again until it is known to have arrived. All else is stored as
"due" and claimed one by one right before its request (``bot.broadcasting``), so that a crash
leaves as little as possible uncertain, and what may have arrived is never repeated blindly.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from telegram import Bot
from telegram.error import TelegramError

from bot import post
from bot.broadcasting import Broadcasts
from bot.clock import Clock
from bot.delivery import PATIENT, Delivery, Parcel
from bot.lanes import Lanes
from bot.menu import Menus
from bot.pace import Limits, Pace, Pauses
from bot.payload import carried, from_notice, to_notice
from bot.verdict import short
from handlers.outgoing import Act, Menu, Message, Retire, Toast
from storage.errors import StorageError
from storage.nouns import NoticeState
from storage.store import Books, Store

log = logging.getLogger(__name__)
Trifle = Toast | Retire | Menu
LIVE = 0  # the rank of what somebody waits for


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What is to be done after the commit."""

    parcels: tuple[Parcel, ...] = ()
    trifles: tuple[Trifle, ...] = ()  # best effort


class Sender:
    """Everything that goes to Telegram for people to see."""

    def __init__(
        self, bot: Bot, store: Store, clock: Clock, limits: Limits, *, every: float = 2.0
    ) -> None:
        """``every``: seconds after which the ledger is looked at unasked."""
        self._bot, self._store, self._clock = bot, store, clock
        self._pace = Pace(limits)
        self._delivery = Delivery(bot, store, clock, self._pace)
        self._menus = Menus(bot)
        self._lanes = Lanes(freed=self.wake)
        self._broadcasts = Broadcasts(store, clock, self._delivery, self._lanes, every)

    async def start(self) -> None:
        """Take up what the process before left, and begin to look for what is due."""
        async with self._store.transaction() as books:
            left = await books.ledger.recover(self._clock.now())
        self.dispatch(Outgoing(tuple(Parcel(each.id, from_notice(each)) for each in left)))
        self._broadcasts.start()

    async def stop(self, patience: float = 5.0) -> None:
        """Finish what is under way, within seconds; the rest is taken up at the next start."""
        await self._broadcasts.stop()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience):
                await self._lanes.idle.wait()
        await self._lanes.stop()

    async def store(self, books: Books, acts: Iterable[Act], *, live: bool = True) -> Outgoing:
        """Write the messages into the ledger, inside the caller's transaction.

        ``live``: somebody waits for them; then ``dispatch`` sends them after the commit.
        """
        parcels: list[Parcel] = []
        trifles: list[Trifle] = []
        for act in acts:
            if not isinstance(act, Message):
                trifles.append(act)
                continue
            at_once = live and act.kind in PATIENT
            state = NoticeState.SENDING if at_once else NoticeState.DUE
            now = self._clock.now()
            id = await books.ledger.add(to_notice(act, now), state)
            await books.ledger.add_all(carried(act, now), NoticeState.CARRIED)
            if id is not None and at_once:
                parcels.append(Parcel(id, act))
        return Outgoing(tuple(parcels), tuple(trifles))

    def dispatch(self, outgoing: Outgoing) -> None:
        """Send, now that it is committed."""
        for act in outgoing.trifles:
            if not (isinstance(act, Menu) and self._menus.is_told(act)):
                self._lanes.put(_lane(act), partial(self._trifle, act), rank=LIVE)
        for parcel in outgoing.parcels:
            self._lanes.put(parcel.message.to.chat, partial(self._insist, parcel), rank=LIVE)
        self.wake()

    def wake(self) -> None:
        """Look into the ledger now."""
        self._broadcasts.wake()

    async def settled(self) -> None:
        """Until nothing is due and nothing under way."""
        looked, idle = self._broadcasts.looked, self._lanes.idle
        self.wake()
        while not (looked.is_set() and idle.is_set()):
            await looked.wait()
            await idle.wait()

    async def _insist(self, parcel: Parcel) -> None:
        """Until it is settled; the chat's later messages wait."""
        pauses = Pauses(cap=30)
        while (again := await self._delivery.attempt(parcel, LIVE)) is not None:
            await asyncio.sleep(max(again.seconds, pauses.next()))
            parcel = replace(parcel, tries=parcel.tries + 1)

    async def _trifle(self, act: Trifle) -> None:
        await self._pace.gate.enter(LIVE)
        try:
            match act:
                case Toast():
                    await post.toast(self._bot, act)
                case Retire():
                    await self._retire(act)
                case Menu():
                    await self._menus.tell(act)
        except (TelegramError, StorageError) as error:
            log.debug("%s: %s", type(act).__name__, short(error))

    async def _retire(self, act: Retire) -> None:
        """By now the message has been sent, for it stood before this in its chat's lane."""
        async with self._store.reading() as books:
            found = await books.ledger.find(id=act.notice)
        if found and found[0].message_id:
            await post.retire(self._bot, found[0].chat, found[0].message_id)


def _lane(act: Trifle) -> Hashable:
    """A keyboard is retired in its chat's order; the others mind nobody."""
    match act:
        case Toast():
            return ("toast", act.callback)
        case Retire():
            return act.to.chat
        case Menu():
            return ("menu", act.chat)
