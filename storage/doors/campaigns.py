"""When a campaign first came to this bot."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select

from storage import tables
from storage.doors.door import Door, insert_new

_ADD = insert_new(tables.campaigns)
_LOADED = select(tables.campaigns.c.loaded_at).where(tables.campaigns.c.key == bindparam("key"))


class Campaigns(Door):
    """The campaigns this bot has run."""

    async def loaded(self, key: str, now: datetime) -> datetime:
        """When the campaign was first loaded: now, if never before.

        What was due before is neither told nor posted.
        """
        found = await self._value(_LOADED, {"key": key})
        if found is None:
            await self._do(self._for_here(_ADD), {"key": key, "loaded_at": now})
            found = await self._value(_LOADED, {"key": key})
        assert isinstance(found, datetime)
        return found
