"""Which updates were taken already, and those that nobody could read."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, func, select

from storage import tables
from storage.doors.door import Door, insert_new

_TAKE = insert_new(tables.updates)
_SET_ASIDE = insert_new(tables.set_aside)
_LATEST = (
    select(tables.updates.c.update_id)
    .order_by(tables.updates.c.at.desc(), tables.updates.c.update_id.desc())
    .limit(1)
)
_SEEN = select(tables.updates.c.update_id).where(tables.updates.c.update_id == bindparam("id"))
_COUNT = select(func.count()).select_from(tables.set_aside)


class Updates(Door):
    """The channel's updates, by their number."""

    async def first_time(self, update_id: int, at: datetime) -> bool:
        """Take an update; False if it was taken before, and then nothing may be done for it."""
        values = {"update_id": update_id, "at": at}
        return await self._do(self._for_here(_TAKE), values) == 1

    async def seen(self, update_id: int) -> bool:
        """Whether the update was taken before, as far as can be read now."""
        return await self._row(_SEEN, {"id": update_id}) is not None

    async def set_aside(self, update_id: int, raw: str, error: str, at: datetime) -> None:
        """Keep an update that could not be read, so that the next ones get their turn."""
        await self.first_time(update_id, at)
        values = {"update_id": update_id, "raw": raw, "error": error, "at": at}
        await self._do(self._for_here(_SET_ASIDE), values)

    async def aside(self) -> int:
        """How many updates were set aside."""
        return int(await self._value(_COUNT))

    async def latest(self) -> int | None:
        """The update taken last; None before the first. After it the channel may go on."""
        found: int | None = await self._value(_LATEST)
        return found
