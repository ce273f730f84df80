"""The doctor's look at the database and the disk it lies on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bot.doctor import Finding, bad, good, odd
from bot.settings import Settings
from reporting.label import Label
from storage import migrating
from storage.errors import StorageError
from storage.store import Store
from storage.urls import normalise

DATABASE, SCHEMA = Label("数据库", "Database"), Label("数据库结构", "Schema")
SAFETY, DISK = Label("数据库设置", "Database settings"), Label("磁盘", "Disk")
WANTED = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1"}
LOW, SCARCE = 1_000_000_000, 200_000_000  # bytes
GIGABYTE = 1_000_000_000


class _TakenBackError(Exception):
    """Ends a transaction that was only a trial."""


def file_of(settings: Settings) -> Path | None:
    """SQLite's file; None for a database server. StorageError for a URL nobody understands."""
    url = normalise(settings.database_url.get_secret_value())
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


def trouble(error: StorageError) -> Finding:
    """The database cannot be used at all."""
    return bad(DATABASE, (error.what.zh, error.what.en), (error.remedy.zh, error.remedy.en))


def not_yet(path: Path) -> Finding:
    """Nothing was ever started here."""
    return odd(
        DATABASE,
        (f"还没有数据库（{path}）", f"there is none yet ({path})"),
        ("首次启动或 roster load 时自动建立", "the first start, or roster load, makes it"),
    )


async def database(store: Store) -> list[Finding]:
    """Whether it can be written, is up to date, and is set to lose nothing."""
    return [
        await _writable(store),
        await _schema(store),
        *_safety(await store.pragmas()),
    ]


async def is_current(store: Store) -> bool:
    """Whether its tables are the ones this program knows."""
    return await store.revision() == migrating.head()


def disk(path: Path) -> Finding:
    """The room where SQLite's file lies."""
    folder = next(each for each in path.absolute().parents if each.exists())
    free = shutil.disk_usage(folder).free
    what = (f"{folder} 还有 {free / GIGABYTE:.1f} GB", f"{free / GIGABYTE:.1f} GB free in {folder}")
    if free >= LOW:
        return good(DISK, *what)
    return (bad if free < SCARCE else odd)(DISK, what, ("腾出磁盘空间", "free some space"))


async def _writable(store: Store) -> Finding:
    """Write something, and take it back."""
    try:
        async with store.transaction() as books:
            if await is_current(store):
                await books.updates.first_time(-1, datetime.now(UTC))
            raise _TakenBackError
    except _TakenBackError:
        return good(DATABASE, "可读可写", "can be read and written")
    except StorageError as error:
        return trouble(error)


async def _schema(store: Store) -> Finding:
    at = await store.revision()
    if at == migrating.head():
        return good(SCHEMA, f"最新（{at}）", f"up to date ({at})")
    return odd(
        SCHEMA,
        (f"是 {at or '空的'}，应为 {migrating.head()}", f"{at or 'empty'}, not {migrating.head()}"),
        ("启动一次机器人即可升级", "start the bot once: it brings it up to date"),
    )


def _safety(pragmas: dict[str, str]) -> Iterator[Finding]:
    """SQLite only: every commit on the disk, and no torn file."""
    if not pragmas:
        return
    wrong = {name: pragmas[name] for name, value in WANTED.items() if pragmas[name] != value}
    if pragmas["quick_check"] != "ok":
        yield bad(
            SAFETY,
            ("数据库文件已损坏", "the database file is damaged"),
            ("停止机器人，用最近的备份恢复", "stop the bot and restore the latest backup"),
        )
    elif wrong:
        said = ", ".join(f"{name}={value}" for name, value in wrong.items())
        yield bad(
            SAFETY,
            (f"{said}，断电可能丢数据", f"{said}: a power cut may lose data"),
            ("把数据库放在本机磁盘上，不要放在网络盘", "keep it on a local disk, not on a network"),
        )
    else:
        yield good(SAFETY, "WAL，同步写盘，完整性正常", "WAL, synchronous, and sound")
