"""Updates on their way in: one chat in order, different chats at the same time."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Hashable
from functools import partial
from typing import Any

from sqlalchemy.exc import TimeoutError as PoolTimeout
from telegram import Bot, Update

from bot.lanes import Lanes
from bot.logs import Condition
from bot.pace import Pauses
from storage.errors import StorageError

log = logging.getLogger(__name__)
Raw = dict[str, Any]
Take = Callable[[Update], Awaitable[None]]
SetAside = Callable[[int, str, Exception], Awaitable[None]]


class Intake:
    """Where polling and webhook hand in what they got. Nothing is confirmed before it is done.

    ``caught_up`` is set while nothing is known to wait at Telegram: the clock's work waits for
    it, so that after an outage everything said before a deadline is heard before the roll-up.
    """

    def __init__(self, bot: Bot, take: Take, set_aside: SetAside) -> None:
        self._bot, self._take, self._set_aside = bot, take, set_aside
        self._lanes = Lanes()
        self._database = Condition(log, "the database is well again")
        self.caught_up = asyncio.Event()

    @property
    def idle(self) -> asyncio.Event:
        """Set while no update is in hand."""
        return self._lanes.idle

    def accept(self, raw: Raw, done: Callable[[], None]) -> None:
        """Take an update in its chat's order; ``done`` is called once its effect is committed."""
        try:
            update = Update.de_json(raw, self._bot)
        except Exception as error:
            update_id, text = int(raw["update_id"]), json.dumps(raw, ensure_ascii=False)
            work = partial(self._set_aside, update_id, text, error)
            lane: Hashable = ("unreadable", update_id)
        else:
            work, lane = partial(self._take, update), _lane(update)
        self._lanes.put(lane, partial(self._until_done, raw, work, done))

    async def settled(self) -> None:
        """Until everything is heard and done."""
        await self.caught_up.wait()
        await self._lanes.idle.wait()

    async def stop(self) -> None:
        """What is in hand is rolled back, and comes again at the next start."""
        await self._lanes.stop()

    async def _until_done(
        self, raw: Raw, work: Callable[[], Awaitable[None]], done: Callable[[], None]
    ) -> None:
        """A failing database is no reason to lose an update: keep it, and try again.

        What fails otherwise would fail for ever and come again for ever: the log keeps it.
        """
        pauses = Pauses(first=0.5)
        while True:
            try:
                await work()
            except (StorageError, PoolTimeout) as error:
                self._database.is_bad(f"updates wait, the database fails: {error}")
                await asyncio.sleep(pauses.next())
            except Exception:
                log.exception("an update can only be kept here: %s", json.dumps(raw))
                return done()
            else:
                self._database.is_good()
                return done()


def _lane(update: Update) -> Hashable:
    if (chat := update.effective_chat) is not None:
        return chat.id
    if (user := update.effective_user) is not None:
        return user.id
    return ("update", update.update_id)
