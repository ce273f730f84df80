"""What is said when a database cannot be used."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from storage import errors, migrating, sqlite
from storage.errors import StorageError
from storage.store import Store
from storage.urls import normalise
from tests.storage.cast import NOW

_TOUCH = text("UPDATE updates SET at = at WHERE update_id = :line")


async def test_a_database_of_a_newer_program_is_left_alone(store: Store) -> None:
    async with store.transaction() as books:
        await books.updates._do(text("UPDATE alembic_version SET version_num = '9999'"))
    try:
        with pytest.raises(StorageError) as refused:
            await store.migrate()
        assert refused.value.what == errors.NEWER[0]
    finally:
        async with store.transaction() as books:
            revision = {"head": migrating.head()}
            await books.updates._do(
                text("UPDATE alembic_version SET version_num = :head"), revision
            )


async def test_a_database_of_another_program_is_left_alone(bare_url: str) -> None:
    store = await Store.open(bare_url)
    async with store.transaction() as books:
        await books.updates._do(text("CREATE TABLE people (name TEXT)"))
    with pytest.raises(StorageError) as refused:
        await store.migrate()
    assert refused.value.what == errors.FOREIGN[0]
    await store.close()


async def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "lianluo.db"
    path.write_bytes(b"this is no database" * 100)
    with pytest.raises(StorageError) as refused:
        await Store.open(f"sqlite:///{path}")
    assert (refused.value.what, refused.value.remedy) == errors.CORRUPT


async def test_a_file_that_another_program_holds_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 0.05)
    path = tmp_path / "lianluo.db"
    store = await Store.open(f"sqlite:///{path}")
    await store.migrate()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError) as refused:
        async with store.transaction():
            pass
    assert refused.value.what == errors.LOCKED[0]
    other.close()
    async with store.transaction() as books:
        assert await books.updates.first_time(1, NOW)
    await store.close()


async def test_two_who_wait_for_each_other_are_no_mistake_of_ours(
    postgres: Callable[[str], str],
) -> None:
    store = await _with_two_lines(postgres("deadlock"))
    both_hold_one = asyncio.Barrier(2)

    async def change(first: int, then: int) -> None:
        async with store.transaction() as books:
            await books.updates._do(_TOUCH, {"line": first})
            await both_hold_one.wait()
            await books.updates._do(_TOUCH, {"line": then})

    outcomes = await asyncio.gather(change(1, 2), change(2, 1), return_exceptions=True)
    (given_up,) = [each for each in outcomes if each is not None]
    assert isinstance(given_up, StorageError)
    assert given_up.what == errors.CLASHED[0]
    await store.close()


async def test_a_change_under_a_reader_that_writes_is_no_mistake_of_ours(
    postgres: Callable[[str], str],
) -> None:
    store = await _with_two_lines(postgres("serialise"))
    with pytest.raises(StorageError) as refused:
        async with store.reading() as books:
            await books.updates.aside()  # its moment begins
            async with store.transaction() as others:
                await others.updates._do(_TOUCH, {"line": 1})
            await books.updates._do(_TOUCH, {"line": 1})
    assert refused.value.what == errors.CLASHED[0]
    await store.close()


async def test_a_line_that_somebody_holds_is_named(postgres: Callable[[str], str]) -> None:
    store = await _with_two_lines(postgres("held"))
    async with store.transaction() as books:
        await books.updates._do(_TOUCH, {"line": 1})
        with pytest.raises(StorageError) as refused:
            async with store.reading() as others:
                await others.updates._do(text("SET LOCAL lock_timeout = '10ms'"))
                await others.updates._do(_TOUCH, {"line": 1})
    assert refused.value.what == errors.LOCKED[0]
    await store.close()


@pytest.mark.parametrize("said", ["database is locked", "database table is locked: people"])
def test_a_busy_file_is_named_however_sqlite_puts_it(said: str) -> None:
    found = errors.explain(OperationalError("", {}, sqlite3.OperationalError(said)))
    assert found is not None and found.what == errors.LOCKED[0]


async def test_a_place_that_cannot_hold_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path, tmp_path / "file" / "lianluo.db"):
        with pytest.raises(StorageError) as refused:
            await Store.open(f"sqlite:///{path}")
        assert refused.value.what == errors.CLOSED[0]


async def test_a_server_that_is_not_there_is_named(postgres: Callable[[str], str]) -> None:
    absent = postgres("once").replace("/once?", "/never?")
    for url in ("postgresql://nobody:secret@127.0.0.1:1/lianluo", absent):
        with pytest.raises(StorageError) as refused:
            await Store.open(url)
        assert refused.value.what == errors.AWAY[0]
        assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    "url", ["", "lianluo.db", "mysql://x/y", "sqlite://", "sqlite:///:memory:"]
)
async def test_a_url_we_do_not_know_is_named(url: str) -> None:
    with pytest.raises(StorageError) as refused:
        await Store.open(url)
    assert refused.value.what == errors.UNKNOWN_URL[0]


@pytest.mark.parametrize(
    ("written", "driver"),
    [
        ("sqlite:///data/lianluo.db", "sqlite+aiosqlite"),
        ("postgres://a@b/c", "postgresql+asyncpg"),
        ("postgresql://a@b/c", "postgresql+asyncpg"),
    ],
)
def test_a_url_gets_its_asynchronous_driver(written: str, driver: str) -> None:
    assert normalise(written).drivername == driver


async def test_a_url_may_say_sslmode_as_servers_hand_it_out(postgres: Callable[[str], str]) -> None:
    store = await Store.open(postgres("plain") + "&sslmode=disable")
    await store.close()


async def _with_two_lines(url: str) -> Store:
    store = await Store.open(url)
    await store.migrate()
    async with store.transaction() as books:
        for line in (1, 2):
            await books.updates.first_time(line, NOW)
    return store
