"""Migrations, run from the program itself: no alembic.ini, no second command."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from storage.errors import FOREIGN, NEWER, StorageError
from storage.tables import metadata

_SCRIPTS = Path(__file__).parent / "migrations"
_ONE_AT_A_TIME = 0x6C69616E6C756F  # a PostgreSQL advisory lock of our own ("lianluo")


def current(connection: Connection) -> str | None:
    """The revision the schema is at; None where there is none yet."""
    return MigrationContext.configure(connection).get_current_revision()


def head() -> str:
    """The revision this program needs."""
    found = ScriptDirectory(str(_SCRIPTS)).get_current_head()
    assert found is not None
    return found


def upgrade(connection: Connection) -> None:
    """Run what is missing, inside the caller's transaction; two programs wait for each other."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:id)"), {"id": _ONE_AT_A_TIME})
    known = {each.revision for each in ScriptDirectory(str(_SCRIPTS)).walk_revisions()}
    at = current(connection)
    if at == head():
        return
    if at is not None and at not in known:
        raise StorageError(*NEWER)
    if at is None and metadata.tables.keys() & inspect(connection).get_table_names():
        raise StorageError(*FOREIGN)
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
