"""The words that tables are written in."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, MetaData, text

from storage.types import FreeText, Instant, Key

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def id_() -> Column[int]:
    """A number of the table's own."""
    return Column("id", Key, primary_key=True, autoincrement=True)


def to(name: str, table: str, *, null: bool = False, primary: bool = False) -> Column[int]:
    """A line of another table."""
    return Column(name, Key, ForeignKey(f"{table}.id"), nullable=null, primary_key=primary)


def word(name: str, default: str | None = None) -> Column[str]:
    """Text that is always there."""
    return Column(name, FreeText, nullable=False, server_default=default)


def at(name: str, *, null: bool = False) -> Column[object]:
    """A moment."""
    return Column(name, Instant, nullable=null)


def data(name: str, *, null: bool = False, default: str | None = None) -> Column[object]:
    """JSON."""
    return Column(name, JSON(none_as_null=True), nullable=null, server_default=default)


def partial(name: str, table: str, columns: tuple[str, ...], where: str, unique: bool) -> Index:
    """An index of some lines only."""
    kept = metadata.tables[table].c
    when = text(where)
    return Index(
        name,
        *(kept[each] for each in columns),
        unique=unique,
        sqlite_where=when,
        postgresql_where=when,
    )
