"""What somebody sent: fetched and looked into before anything is written, and only if wanted."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import Bot
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.logs import redacted
from bot.pace import Pauses
from bot.verdict import seconds_of, short
from handlers.desk import Desk
from handlers.incoming import File, Heard
from handlers.sheets.uploading import opened
from reporting.attaching import LARGEST
from storage.store import Books, Store

log = logging.getLogger(__name__)
Wants = Callable[[Heard, Books, Desk], Awaitable[bool]]

ATTEMPTS = 4
PATIENCE = 120.0  # seconds for one file: its chat waits meanwhile, and so does the clock
AT_ONCE = 4  # files in memory while they are on their way
TOO_BIG = "file is too big"  # Telegram's words; a document need not tell its size before


class Fetching:
    """Fetches files; what cannot be had is left without bytes, and the person is told."""

    def __init__(self, bot: Bot, store: Store, desk: Desk, wants: Wants) -> None:
        self._bot, self._store, self._desk, self._wants = bot, store, desk, wants
        self._room = asyncio.Semaphore(AT_ONCE)

    async def completed(self, heard: Heard | None) -> Heard | None:
        """What was heard, a wanted file with what is in it. StorageError if nobody can be asked."""
        if heard is None or not isinstance(heard.what, File):
            return heard
        async with self._store.reading() as books:
            seen = await books.updates.seen(heard.update)
            if seen or not await self._wants(heard, books, self._desk):
                return heard
        return replace(heard, what=await self._with_bytes(heard.what))

    async def _with_bytes(self, file: File) -> File:
        if file.size > LARGEST:
            return replace(file, too_large=True)
        try:
            async with self._room:
                async with asyncio.timeout(PATIENCE):
                    file = await self._insist(file)
                return await opened(file, self._desk)
        except (TelegramError, TimeoutError) as error:
            log.warning("a file could not be fetched: %s", redacted(short(error)))
            return file

    async def _insist(self, file: File) -> File:
        """A few times, asking anew where it lies: Telegram's links end after a while."""
        pauses = Pauses()
        while True:
            try:
                return await self._fetched(file)
            except BadRequest:
                raise  # it will never be had
            except TelegramError as error:
                if pauses.failures + 1 >= ATTEMPTS:
                    raise
                pause = pauses.next()
                wait = seconds_of(error) if isinstance(error, RetryAfter) else pause
                await asyncio.sleep(wait)

    async def _fetched(self, file: File) -> File:
        try:
            lies = await self._bot.get_file(file.file_id)
        except BadRequest as error:
            if TOO_BIG not in str(error).lower():
                raise
            return replace(file, too_large=True)
        if (lies.file_size or 0) > LARGEST:
            return replace(file, too_large=True)
        data = bytes(await lies.download_as_bytearray())
        if len(data) > LARGEST:
            return replace(file, too_large=True)
        return replace(file, data=data)
