"""DATABASE_URL as people write it, and the engine that fits."""

from __future__ import annotations

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage import sqlite
from storage.errors import UNKNOWN_URL, StorageError
from storage.types import ENGINE

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}


def normalise(written: str) -> URL:
    """The URL with its asynchronous driver; StorageError if it names no database we know."""
    try:
        url = make_url(written)
        driver = _DRIVERS[url.drivername]
    except (ArgumentError, NoSuchModuleError, KeyError, ValueError) as error:
        raise StorageError(*UNKNOWN_URL) from error
    if driver.startswith("sqlite") and url.database in (None, "", ":memory:"):
        raise StorageError(*UNKNOWN_URL)  # what lives in memory is lost at a restart
    if mode := url.query.get("sslmode"):  # libpq's word for what asyncpg calls ssl
        url = url.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode})
    return url.set(drivername=driver)


def engine_for(url: URL) -> AsyncEngine:
    """An engine; nothing is connected yet, but SQLite's file is made."""
    if url.get_backend_name() == "sqlite":
        return sqlite.engine(url)
    return create_async_engine(url, pool_size=10, pool_pre_ping=True, **ENGINE)
