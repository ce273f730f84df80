"""Opening, migrating, committing, rolling back."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.exc import StatementError

from storage import migrating
from storage.errors import StorageError
from storage.store import Store
from storage.tables import metadata
from tests.storage.cast import NOW


async def pragma(store: Store, name: str) -> object:
    """What SQLite has set."""
    async with store.reading() as books:
        return await books.updates._value(text(f"PRAGMA {name}"))


def modes(folder: Path) -> set[int]:
    """The permissions of every file in it."""
    return {each.stat().st_mode & 0o777 for each in folder.iterdir()}


async def test_an_empty_database_is_migrated_once(bare_url: str) -> None:
    store = await Store.open(bare_url)
    assert await store.revision() is None
    await asyncio.gather(store.migrate(), store.migrate())
    assert await store.revision() == migrating.head()
    async with store.transaction() as books:
        await books.updates.first_time(1, NOW)
    await store.migrate()
    async with store.reading() as books:
        assert await books.updates.latest() == 1
    await store.close()


async def test_the_migrated_schema_is_what_the_code_expects(store: Store) -> None:
    def differences(connection: Connection) -> list[object]:
        return compare_metadata(MigrationContext.configure(connection), metadata)

    async with store.reading() as books:
        assert await books.updates._connection.run_sync(differences) == []


async def test_every_commit_is_on_the_disk_and_the_file_is_ours_alone(tmp_path: Path) -> None:
    store = await Store.open(f"sqlite:///{tmp_path}/data/lianluo.db")
    await store.migrate()
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}
    assert {name: await pragma(store, name) for name in wanted} == wanted
    names = {each.name for each in (tmp_path / "data").iterdir()}
    assert names == {"lianluo.db", "lianluo.db-wal", "lianluo.db-shm"}
    assert modes(tmp_path / "data") == {0o600}
    await store.close()


async def test_a_file_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    (tmp_path / "lianluo.db").touch(0o644)
    await (await Store.open(f"sqlite:///{tmp_path}/lianluo.db")).close()
    assert modes(tmp_path) == {0o600}


async def test_a_rollback_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        async with store.transaction() as books:
            await books.updates.first_time(1, NOW)
            await books.journal.note(None, "roll-up", at=NOW)
            raise ZeroDivisionError
    async with store.reading() as books:
        assert await books.updates.latest() is None
        assert await books.journal.entries() == ()


async def test_a_cancelled_transaction_leaves_nothing_and_holds_nobody_up(store: Store) -> None:
    entered = asyncio.Event()

    async def work() -> None:
        async with store.transaction() as books:
            await books.updates.first_time(1, NOW)
            entered.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(work())
    await entered.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with store.transaction() as books:
        assert await books.updates.first_time(1, NOW)


async def test_closing_waits_for_the_thread_of_whoever_gave_up(tmp_path: Path) -> None:
    """Else it would speak to an event loop that is gone."""
    store = await Store.open(f"sqlite:///{tmp_path}/lianluo.db")
    await store.migrate()
    other = sqlite3.connect(tmp_path / "lianluo.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def work() -> None:
        async with store.transaction():
            pass

    task = asyncio.create_task(work())
    await asyncio.sleep(0.05)  # its thread waits for the lock
    for _ in range(2):
        task.cancel()
        await asyncio.sleep(0)
    closing = asyncio.create_task(store.close())
    await asyncio.sleep(0.05)
    assert not closing.done()
    other.close()
    await closing


async def test_giving_up_twice_anywhere_leaves_nothing_that_never_ends(store: Store) -> None:
    """What is left behind when a program ends in the middle of things must end, too."""
    before = asyncio.all_tasks()

    async def work() -> None:
        async with store.transaction() as books:
            await books.updates.first_time(1, NOW)

    for n in range(72):
        task = asyncio.create_task(work())
        for pause in (n % 12, n // 12):
            for _ in range(pause):
                await asyncio.sleep(0)
            task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        left = asyncio.all_tasks() - before
        for each in left:
            each.cancel()
        async with asyncio.timeout(20):
            await asyncio.gather(*left, return_exceptions=True)
    await work()


async def test_readers_do_not_wait_for_a_writer(store: Store) -> None:
    async with store.transaction() as writing:
        await writing.updates.first_time(1, NOW)
        async with store.reading() as reading:
            assert await reading.updates.latest() is None


async def test_a_reader_sees_one_moment(store: Store) -> None:
    async with store.reading() as reading:
        assert await reading.updates.latest() is None
        async with store.transaction() as writing:
            await writing.updates.first_time(1, NOW)
        assert await reading.updates.latest() is None


async def test_what_is_written_while_reading_is_not_kept(store: Store) -> None:
    async with store.reading() as books:
        await books.updates.first_time(1, NOW)
    async with store.reading() as books:
        assert await books.updates.latest() is None


async def test_two_programs_write_to_one_database(store: Store, url: str) -> None:
    other = await Store.open(url)

    async def note(into: Store, n: int) -> None:
        async with into.transaction() as books:
            await books.updates.first_time(n, NOW)
            await asyncio.sleep(0)
            await books.journal.note(None, str(n), at=NOW)

    await asyncio.gather(*(note((store, other)[n % 2], n) for n in range(20)))
    async with other.reading() as books:
        assert len(await books.journal.entries()) == 20
    await other.close()


async def test_whoever_gives_up_waiting_for_their_turn_holds_nobody_up(
    store: Store, url: str
) -> None:
    other = await Store.open(url)

    async def take() -> bool:
        async with other.transaction() as books:
            return await books.updates.first_time(1, NOW)

    async with store.transaction() as books:
        assert await books.updates.first_time(1, NOW)
        waiting = asyncio.create_task(take())
        await asyncio.sleep(0.05)
        waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    async with store.transaction() as books:
        assert await books.updates.first_time(2, NOW)
    assert not await take()
    await other.close()


async def test_transactions_at_once_all_commit(store: Store) -> None:
    async def note(n: int) -> None:
        async with store.transaction() as books:
            await books.journal.note(None, str(n), at=NOW)
            await asyncio.sleep(0)
            await books.updates.first_time(n, NOW)

    await asyncio.gather(*(note(n) for n in range(30)))
    async with store.reading() as books:
        assert {each.what for each in await books.journal.entries()} == {str(n) for n in range(30)}


async def test_a_transaction_within_a_transaction_is_refused(store: Store) -> None:
    async with store.transaction():
        with pytest.raises(RuntimeError):
            async with store.transaction():
                pass


async def test_a_moment_comes_back_in_utc_to_the_microsecond(store: Store) -> None:
    shanghai = datetime(2023, 9, 25, 23, 59, 59, 999_999, timezone(timedelta(hours=8)))
    async with store.transaction() as books:
        await books.journal.note(None, "now", at=shanghai)
    async with store.reading() as books:
        (entry,) = await books.journal.entries()
    assert entry.at == shanghai
    assert entry.at.tzinfo is UTC


async def test_a_moment_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(StatementError, match="no time zone"):
        async with store.transaction() as books:
            await books.updates.first_time(1, datetime(2023, 9, 22, 9, 0))


async def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear colleague, this is not a database.", encoding="utf-8")
    file.chmod(0o644)
    with pytest.raises(StorageError):
        await Store.open(f"sqlite:///{file}")
    assert file.stat().st_mode & 0o777 == 0o644
    assert file.read_text(encoding="utf-8").startswith("Dear colleague")
