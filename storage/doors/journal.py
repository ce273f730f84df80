"""Who did what to which report or figure, before and after. Lines are only ever added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select

from storage import tables
from storage.doors.door import Door
from storage.nouns import Entry

_j = tables.journal.c
_ADD = insert(tables.journal)
_ALL = select(*(_j[name] for name in Entry.__slots__)).order_by(_j.id)


class Journal(Door):
    """The journal."""

    async def note(
        self,
        who: int | None,
        what: str,
        *,
        at: datetime,
        report: int | None = None,
        unit: int | None = None,
        region: int | None = None,
        key: str | None = None,
        before: Any = None,
        after: Any = None,
    ) -> None:
        """Add a line. ``who`` None: the clock. ``before`` and ``after`` are anything JSON."""
        line = {"who": who, "what": what, "at": at, "report": report, "unit": unit}
        line |= {"region": region, "key": key, "before": before, "after": after}
        await self.note_all((line,))

    async def note_all(self, lines: Iterable[Mapping[str, Any]]) -> None:
        """Add several lines at once; each has every argument of ``note``."""
        if found := list(lines):
            await self._do(_ADD, found)

    async def entries(
        self, *, report: int | None = None, what: str | None = None
    ) -> tuple[Entry, ...]:
        """The lines, oldest first: all of them, or of one report, or of one kind."""
        statement = _ALL
        if report is not None:
            statement = statement.where(_j.report == report)
        if what is not None:
            statement = statement.where(_j.what == what)
        return tuple(Entry(*row) for row in await self._rows(statement))
