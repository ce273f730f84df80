"""One update: read it, answer it inside one transaction, and send only what was committed."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Awaitable, Callable

from sqlalchemy.exc import TimeoutError as PoolTimeout
from telegram import Update

from bot.clock import Clock
from bot.fetching import Fetching
from bot.logs import redacted
from bot.reading import read
from bot.sending import Outgoing, Sender
from handlers.apology import apology
from handlers.desk import Desk
from handlers.incoming import ChatKind, Heard, Press
from handlers.outgoing import Act, Message, Toast
from storage.errors import StorageError
from storage.store import Books, Store

log = logging.getLogger(__name__)
Hear = Callable[[Heard, Books, Desk], Awaitable[list[Act]]]


class Reception:
    """Takes updates; raises StorageError, and nothing else, where one is to be taken again."""

    def __init__(
        self,
        store: Store,
        desk: Desk,
        clock: Clock,
        sender: Sender,
        hear: Hear,
        fetching: Fetching,
    ) -> None:
        self._store, self._desk, self._clock, self._sender = store, desk, clock, sender
        self._hear, self._fetching = hear, fetching

    async def receive(self, update: Update) -> None:
        """Take an update once: its effect is committed when this returns."""
        heard = None
        try:
            heard = read(update, self._desk.username, self._clock.now())
            heard = await self._fetching.completed(heard)
            outgoing = await self._answer(update.update_id, heard)
        except (StorageError, PoolTimeout):
            raise
        except Exception as error:
            log.exception("update %s failed and is set aside", update.update_id)
            raw = update.to_json()
            outgoing = await self._set_aside(update.update_id, raw, error, _apology(heard))
        self._sender.dispatch(outgoing)

    async def set_aside(self, update_id: int, raw: str, error: Exception) -> None:
        """Keep an update that nobody can read."""
        log.warning(
            "update %s cannot be read and is set aside: %s", update_id, redacted(str(error))
        )
        await self._set_aside(update_id, raw, error, [])

    async def _answer(self, update_id: int, heard: Heard | None) -> Outgoing:
        async with self._store.transaction() as books:
            if not await books.updates.first_time(update_id, self._clock.now()):
                return Outgoing()
            acts = await self._hear(heard, books, self._desk) if heard is not None else []
            return await self._sender.store(books, acts)

    async def _set_aside(
        self, update_id: int, raw: str, error: Exception, acts: list[Act]
    ) -> Outgoing:
        why = redacted("".join(traceback.format_exception(error)))
        async with self._store.transaction() as books:
            await books.updates.set_aside(update_id, raw, why, self._clock.now())
            return await self._sender.store(books, acts)


def _apology(heard: Heard | None) -> list[Act]:
    """Tell the person; a group is not bothered unless a button was pressed in it."""
    if heard is None or heard.speaker is None:
        return []
    acts: list[Act] = []
    if isinstance(heard.what, Press):
        acts.append(Toast(heard.what.callback))
    if heard.kind is ChatKind.PRIVATE:
        acts.append(Message(heard.where, apology(), key=f"sorry:{heard.update}"))
    return acts
