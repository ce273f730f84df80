"""What every door has at hand: statements in, rows out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Executable, Insert, Row, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

Values = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None
AnyRow = Row[*tuple[Any, ...]]
Either = Mapping[str, Insert]
"""The same statement for each database."""


class Door:
    """Statements on one connection, in the transaction its ``Books`` belong to."""

    __slots__ = ("_connection", "_writing")

    def __init__(self, connection: AsyncConnection, writing: bool = False) -> None:
        """``writing``: the transaction may change things, so rows may be locked."""
        self._connection = connection
        self._writing = writing

    async def _rows(self, statement: Executable, values: Values = None) -> Sequence[AnyRow]:
        return (await self._connection.execute(statement, values)).all()

    async def _row(self, statement: Executable, values: Values = None) -> AnyRow | None:
        return (await self._connection.execute(statement, values)).first()

    async def _value(self, statement: Executable, values: Values = None) -> Any:
        row = await self._row(statement, values)
        return row[0] if row else None

    async def _do(self, statement: Executable, values: Values = None) -> int:
        """How many rows it touched."""
        return (await self._connection.execute(statement, values)).rowcount

    def _for_here(self, either: Either) -> Insert:
        return either[self._connection.dialect.name]

    @property
    def _shared(self) -> bool:
        """Whether others may write at the same moment, so that a row must be locked."""
        return self._writing and self._connection.dialect.name == "postgresql"


def insert_new(table: Table, *returning: Column[Any]) -> Either:
    """Insert unless its unique key is there already; what was inserted is returned."""
    made = {
        "sqlite": sqlite.insert(table).on_conflict_do_nothing(),
        "postgresql": postgresql.insert(table).on_conflict_do_nothing(),
    }
    return {name: each.returning(*returning) if returning else each for name, each in made.items()}


def upsert(table: Table, *changing: str) -> Either:
    """Insert, or change these columns of the row with the same primary key."""
    key = list(table.primary_key.columns)
    made: dict[str, Insert] = {}
    for name, start in (
        ("sqlite", sqlite.insert(table)),
        ("postgresql", postgresql.insert(table)),
    ):
        new = {each: start.excluded[each] for each in changing}
        made[name] = start.on_conflict_do_update(index_elements=key, set_=new)
    return made
