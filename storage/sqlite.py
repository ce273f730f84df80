"""SQLite as a careful keeper: every commit on the disk, one writer at a time, nobody else reads.

A connection has its own thread (aiosqlite's) for what may wait: taking the writer's lock, and
bringing a commit to the disk. A statement inside a transaction waits for nobody and takes
microseconds, less than crossing to a thread and back, so it runs where it is called.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Callable, Iterable
from errno import ENOSPC
from functools import partial
from pathlib import Path
from typing import Any, Self
from weakref import WeakSet

import aiosqlite
from sqlalchemy import URL, Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.util import await_only

from storage.errors import CLOSED, FULL, StorageError
from storage.types import ENGINE

HEADER = b"SQLite format 3\0"
PATIENCE = 10.0  # seconds to wait for another process that writes
WRITING = "writing"  # the execution option of a transaction that will write
_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
)


def engine(url: URL) -> AsyncEngine:
    """An engine on a file of mode 0600, in write-ahead mode; its folder is made if need be."""
    path = Path(url.database or "")
    _reserve(path)
    made: WeakSet[_Connection] = WeakSet()
    found = create_async_engine(url, async_creator=lambda: _connect(path, made), **ENGINE)
    event.listen(found.sync_engine, "connect", _prepare)
    event.listen(found.sync_engine, "begin", _begin)
    event.listen(found.sync_engine, "engine_disposed", lambda _: await_only(_ended(made)))
    return found


def _reserve(path: Path) -> None:
    """Make the file ours alone before anything is in it: -wal and -shm take its mode.

    A file that is no database is left as it is; that it is none is found when it is opened.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if _is_something_else(path):
            return
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        for each in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
            if each.exists():
                each.chmod(0o600)
    except OSError as error:
        raise StorageError(*(FULL if error.errno == ENOSPC else CLOSED)) from error


def _is_something_else(path: Path) -> bool:
    if not path.is_file() or not path.stat().st_size:
        return path.exists() and not path.is_file()
    with path.open("rb") as file:
        return file.read(len(HEADER)) != HEADER


async def _connect(path: Path, made: WeakSet[_Connection]) -> aiosqlite.Connection:
    def connector() -> sqlite3.Connection:
        return sqlite3.connect(
            path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )

    connection = _Connection(connector, iter_chunk_size=64)
    made.add(connection)
    connection._thread.daemon = True  # an interrupted program need not wait for it
    return await connection


async def _ended(made: Iterable[_Connection]) -> None:
    """Until no thread is left: one that was given up has nobody who waits for it.

    It would report to an event loop that is gone.
    """
    for each in list(made):
        if (ending := each.stop()) is not None:
            await ending


def _prepare(connection: Any, _: ConnectionPoolEntry) -> None:
    """Settings that SQLite forgets with each connection; the write-ahead mode it keeps."""
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.execute("PRAGMA journal_mode")
    if cursor.fetchone() != ("wal",):
        cursor.execute("PRAGMA journal_mode = WAL")
    cursor.close()


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once: taking it halfway could fail after work was done."""
    writing = connection.get_execution_options().get(WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


class _Connection(aiosqlite.Connection):
    """A connection that crosses to its thread only for what may wait."""

    _stopping: asyncio.Future[Any] | None = None

    def stop(self) -> asyncio.Future[Any] | None:
        """End the thread, once: it would never answer a second time, and somebody wait for ever.

        A transaction that is given up twice, as at the end of the program, asks it twice.
        """
        if self._stopping is None:
            self._stopping = super().stop()
        return self._stopping

    def cursor(self) -> Any:
        return _Cursor(self)

    async def rollback(self) -> None:
        """Nothing to cross over for after a commit."""
        if self.in_transaction:
            await super().rollback()

    async def do(self, work: Callable[[], None]) -> None:
        """Inside a transaction: here and now; outside: on the connection's thread."""
        if self.in_transaction:
            work()
        else:
            await self._execute(work)  # type: ignore[no-untyped-call]


class _Cursor:
    """What SQLAlchemy wants of a cursor. The rows are already here when ``execute`` returns."""

    def __init__(self, connection: _Connection) -> None:
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1
        self._connection = connection
        self._rows: list[Any] = []

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, parameters: Any = ()) -> None:
        await self._connection.do(partial(self._run, "execute", sql, parameters))

    async def executemany(self, sql: str, parameters: Any) -> None:
        await self._connection.do(partial(self._run, "executemany", sql, parameters))

    async def fetchall(self) -> list[Any]:
        return self._rows

    async def close(self) -> None:
        self._rows = []

    def _run(self, how: str, sql: str, parameters: Any) -> None:
        """The statement and its rows in one go."""
        cursor = getattr(self._connection._conn.cursor(), how)(sql, parameters)
        self.description, self.lastrowid = cursor.description, cursor.lastrowid
        self._rows = cursor.fetchall() if cursor.description else []
        self.rowcount = cursor.rowcount
        cursor.close()
