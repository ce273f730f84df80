"""The way in: open a database, bring it up to date, work in transactions."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import (
    asynccontextmanager,
    nullcontext,
)
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage import migrating
from storage.books import Books
from storage.errors import AWAY, StorageError, explain
from storage.sqlite import WRITING
from storage.urls import engine_for, normalise

__all__ = ["Books", "Store"]

_TOLD = ("journal_mode", "synchronous", "foreign_keys", "quick_check")


class Store:
    """An open database. One a process is enough; close it at the end."""

    def __init__(self, engine: AsyncEngine) -> None:
        """Use ``Store.open``."""
        self._engine = engine
        self._writer = engine.execution_options(**{WRITING: True})
        self._reader = engine
        if engine.dialect.name == "postgresql":
            self._reader = engine.execution_options(isolation_level="REPEATABLE READ")
        # Writers of this process queue here, in order; SQLite itself would let them race.
        self._turn = asyncio.Lock() if engine.dialect.name == "sqlite" else None
        self._writing: set[asyncio.Task[Any] | None] = set()

    @classmethod
    async def open(cls, url: str) -> Store:
        """Open ``sqlite:///data/lianluo.db`` or ``postgresql://…`` and see that it answers.

        StorageError if it cannot be used. The schema may still be old or absent: ``migrate``.
        """
        store = cls(engine_for(normalise(url)))
        try:
            await store.revision()
        except BaseException:
            await store.close()
            raise
        return store

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Books]:
        """Books to write in: committed at the end, rolled back on any error. Never nest two.

        One writer at a time on SQLite. StorageError if the database itself fails.
        """
        async with self._changing() as connection:
            yield Books(connection, writing=True)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Books]:
        """Books to read, all as of one moment, without waiting. What is written is not kept."""
        async with self._connection(self._reader) as connection:
            await connection.begin()
            yield Books(connection)

    async def migrate(self) -> None:
        """Bring the schema up to date, or leave it as it was. Safe to call at every start.

        StorageError if a newer program made the database.
        """
        async with self._changing() as connection:
            await connection.run_sync(migrating.upgrade)

    async def revision(self) -> str | None:
        """Which migration the schema is at; None for an empty database."""
        async with self._connection(self._reader) as connection:
            return await connection.run_sync(migrating.current)

    async def pragmas(self) -> dict[str, str]:
        """How SQLite keeps the file, and whether it is sound; empty for another database."""
        if self._engine.dialect.name != "sqlite":
            return {}
        async with self._connection(self._reader) as connection:
            found = [(name, await connection.exec_driver_sql(f"PRAGMA {name}")) for name in _TOLD]
        return {name: str(rows.scalar()) for name, rows in found}

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()

    @asynccontextmanager
    async def _changing(self) -> AsyncIterator[AsyncConnection]:
        writer = self._connection(self._writer)
        async with self._my_turn(), writer as connection, connection.begin():
            yield connection

    @asynccontextmanager
    async def _my_turn(self) -> AsyncIterator[None]:
        me = asyncio.current_task()
        if me in self._writing:
            raise RuntimeError("a transaction within a transaction would wait for itself for ever")
        self._writing.add(me)
        try:
            async with self._turn or nullcontext():
                yield
        finally:
            self._writing.discard(me)

    @asynccontextmanager
    async def _connection(self, engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
        try:
            connection = await engine.connect()
        except (OSError, DBAPIError, sqlite3.Error) as error:
            raise explain(error) or StorageError(*AWAY) from error
        except PoolTimeout as error:  # all connections are busy: as good as away
            raise StorageError(*AWAY) from error
        try:
            yield connection
        except DBAPIError as error:
            known = explain(error)
            if known is None:
                raise
            raise known from error
        finally:
            await connection.close()
