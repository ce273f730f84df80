"""Commands that wait for the words they need: at most one a person."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, delete, select

from storage import tables
from storage.doors.door import Door, upsert
from storage.nouns import Prompt

_p = tables.prompts.c
_WAITING = select(_p.command, _p.words, _p.at).where(_p.person == bindparam("person"))
_KEEP = upsert(tables.prompts, "command", "words", "at")
_DROP = delete(tables.prompts).where(_p.person == bindparam("who"))


class Prompts(Door):
    """What the next words of a person are wanted for."""

    async def keep(self, person: int, command: str, words: str, now: datetime) -> None:
        """The next words typed belong to this command, behind these words of it."""
        values = {"person": person, "command": command, "words": words, "at": now}
        await self._do(self._for_here(_KEEP), values)

    async def waiting(self, person: int) -> Prompt | None:
        """The command that waits, however long it has; None: none does."""
        row = await self._row(_WAITING, {"person": person})
        return Prompt(*row) if row else None

    async def drop(self, person: int) -> None:
        """Nothing is waited for any more."""
        await self._do(_DROP, {"who": person})
