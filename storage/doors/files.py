"""Files as they were sent: byte for byte, with their digest."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from sqlalchemy import bindparam, insert, select

from storage import tables
from storage.doors.door import Door
from storage.nouns import StoredFile

_f = tables.files.c
_ADD = insert(tables.files).returning(_f.id)
_GET = select(_f.id, _f.name, _f.data, _f.sha256).where(_f.id == bindparam("id"))


class Files(Door):
    """Workbooks and other documents."""

    async def add(self, name: str, data: bytes, at: datetime) -> int:
        """Keep a file; its id."""
        values = {
            "name": name,
            "data": data,
            "sha256": sha256(data).hexdigest(),
            "at": at,
        }
        return int(await self._value(_ADD, values))

    async def get(self, id: int) -> StoredFile | None:
        """The file, or None."""
        row = await self._row(_GET, {"id": id})
        return StoredFile(*row) if row else None
