"""Which chat hears about which region. A region has at most one; a chat may hear about several."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from storage import tables
from storage.doors.door import Door, upsert
from storage.nouns import Group

_g = tables.groups.c
_BIND = upsert(tables.groups, "chat", "thread", "title", "bound_by", "at")
_GROUP = select(_g.region, _g.chat, _g.thread, _g.title).order_by(_g.region)
_OF_REGION = _GROUP.where(_g.region == bindparam("region"))
_OF_CHAT = _GROUP.where(_g.chat == bindparam("chat_"))
_MOVE = update(tables.groups).where(_g.chat == bindparam("old")).values(chat=bindparam("new"))
_MOVE_WAITING = (
    update(tables.ledger)
    .where(
        tables.ledger.c.chat == bindparam("old"),
        tables.ledger.c.state.in_(("due", "sending")),
    )
    .values(chat=bindparam("new"))
)
_LEFT = delete(tables.groups).where(_g.chat == bindparam("chat_"))


class Groups(Door):
    """The coordinators' groups."""

    async def bind(
        self,
        chat: int,
        thread: int | None,
        region: int,
        by: int,
        title: str,
        at: datetime,
    ) -> None:
        """From now on this chat (and topic) hears about the region, whichever did before."""
        values: dict[str, Any] = {"region": region, "chat": chat, "thread": thread}
        values |= {"title": title, "bound_by": by, "at": at}
        await self._do(self._for_here(_BIND), values)

    async def regions_of(self, chat: int) -> tuple[int, ...]:
        """The ids of the regions this chat hears about; none: a stranger's group."""
        return tuple(row.region for row in await self._rows(_OF_CHAT, {"chat_": chat}))

    async def address_of(self, region: int) -> tuple[int, int | None] | None:
        """The chat and topic of the region's group; None where none is bound."""
        group = await self.of_region(region)
        return (group.chat, group.thread) if group else None

    async def of_region(self, region: int) -> Group | None:
        """The region's group; None where none is bound."""
        row = await self._row(_OF_REGION, {"region": region})
        return Group(*row) if row else None

    async def all(self) -> tuple[Group, ...]:
        """Every binding, by region."""
        return tuple(Group(*row) for row in await self._rows(_GROUP))

    async def migrate(self, old: int, new: int) -> None:
        """The group became a supergroup: its bindings and what waits for it go along."""
        await self._do(_MOVE, {"old": old, "new": new})
        await self._do(_MOVE_WAITING, {"old": old, "new": new})

    async def left(self, chat: int) -> tuple[int, ...]:
        """The bot was put out of a chat: the ids of the regions that lost their group."""
        regions = await self.regions_of(chat)
        await self._do(_LEFT, {"chat_": chat})
        return regions
