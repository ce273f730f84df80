"""Offices: a new database for every test, copied from one that was migrated once."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.store import Store
from tests.campaigns import HERE, tea
from tests.handlers.office import Office, opened


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file."""
    path = tmp_path_factory.mktemp("template") / "lianluo.db"
    asyncio.run(_migrate(path))
    return path


async def _migrate(path: Path) -> None:
    store = await Store.open(f"sqlite:///{path}")
    await store.migrate()
    await store.close()


@pytest.fixture
def empty(template: Path, tmp_path: Path) -> Path:
    """A database of one's own, with nobody in it."""
    return Path(shutil.copy(template, tmp_path / "lianluo.db"))


@pytest.fixture
async def office(empty: Path) -> AsyncIterator[Office]:
    """The tea campaign with its roster."""
    async with opened(empty, [(tea(), (HERE / "tea-2023" / "roster.csv").read_bytes())]) as here:
        yield here
