"""The tree of a campaign and its people, by the roster: as ids for daily work, as names to load."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, select, text

from reporting.chain import Region, Unit
from reporting.people import Role
from reporting.roster import (
    Changes,
    HandedOver,
    Roster,
    RosterDuty,
    RosterPerson,
    RosterRegion,
    RosterUnit,
)
from storage import tables
from storage.doors.door import Door
from storage.doors.roster_changing import RosterChanging

_r, _u, _p, _d = tables.regions.c, tables.units.c, tables.people.c, tables.duties.c
_REGION = select(_r.id, _r.name, _r.tier, _r.parent).order_by(_r.id)
_UNIT = select(_u.id, _u.name, _u.department, _u.region, _u.counted).order_by(_u.id)
_REGIONS = _REGION.where(_r.campaign == bindparam("campaign"), _r.until.is_(None))
_UNITS = _UNIT.where(_u.campaign == bindparam("campaign"), _u.until.is_(None))
_REGION_BY_ID = _REGION.where(_r.id == bindparam("id"))
_UNIT_BY_ID = _UNIT.where(_u.id == bindparam("id"))
_CHILDREN = _REGION.where(_r.parent == bindparam("region"), _r.until.is_(None))
_UNITS_OF = _UNIT.where(_u.region == bindparam("region"), _u.until.is_(None))
_JOINED = select(_u.id, _u.since).where(_u.campaign == bindparam("campaign"))
_PEOPLE = select(_p.id, _p.name, _p.phone, _p.email, _p.office).order_by(_p.id)
_DUTIES = (
    select(_d.person, _d.role, _d.region, _d.unit)
    .where(_d.campaign == bindparam("campaign"), _d.until.is_(None))
    .order_by(_d.id)
)
_WAS, _IS = tables.people.alias("was"), tables.people.alias("is_now")
_HANDED_OVER = (  # a code that was used by nobody: the duty was only ended
    select(
        _d.role,
        _d.region,
        _d.unit,
        tables.handovers.c.used_at,
        _WAS.c.name,
        _WAS.c.phone,
        _IS.c.name.label("to_name"),
        _IS.c.phone.label("to_phone"),
    )
    .join(tables.duties, _d.id == tables.handovers.c.duty)
    .join(_WAS, _WAS.c.id == _d.person)
    .outerjoin(_IS, _IS.c.id == tables.handovers.c.used_by)
    .where(_d.campaign == bindparam("campaign"), tables.handovers.c.used_at.is_not(None))
    .order_by(tables.handovers.c.used_at)
)
_ONE_AT_A_TIME = text("LOCK TABLE regions, units, people, duties IN SHARE ROW EXCLUSIVE MODE")


class Rosters(Door):
    """The roster of each campaign. What ended is not in it, but can still be found by its id."""

    async def tree(self, campaign: str) -> tuple[tuple[Region, ...], tuple[Unit, ...]]:
        """Every region, and every unit, that the campaign has now."""
        values = {"campaign": campaign}
        regions = [Region(*row) for row in await self._rows(_REGIONS, values)]
        return tuple(regions), tuple(Unit(*row) for row in await self._rows(_UNITS, values))

    async def region(self, id: int) -> Region:
        """The region with this id, ended or not; KeyError if there never was one."""
        row = await self._row(_REGION_BY_ID, {"id": id})
        if row is None:
            raise KeyError(id)
        return Region(*row)

    async def unit(self, id: int) -> Unit:
        """The unit with this id, ended or not; KeyError if there never was one."""
        row = await self._row(_UNIT_BY_ID, {"id": id})
        if row is None:
            raise KeyError(id)
        return Unit(*row)

    async def children(self, region: int) -> tuple[Region, ...]:
        """The regions right below."""
        return tuple(Region(*row) for row in await self._rows(_CHILDREN, {"region": region}))

    async def units_of(self, region: int) -> tuple[Unit, ...]:
        """The units that report to this region itself."""
        return tuple(Unit(*row) for row in await self._rows(_UNITS_OF, {"region": region}))

    async def joined(self, campaign: str) -> Mapping[int, datetime]:
        """Unit id → since when the roster has had it."""
        return {row.id: row.since for row in await self._rows(_JOINED, {"campaign": campaign})}

    async def current(self, campaign: str) -> Roster:
        """The campaign as a roster would say it, with the people of every campaign.

        In a transaction no other roster is loaded until its end.
        """
        if self._shared:
            await self._do(_ONE_AT_A_TIME)
        regions, units = await self.tree(campaign)
        paths = _paths(regions)
        people = {
            row.id: RosterPerson(row.name, row.phone, row.email, row.office)
            for row in await self._rows(_PEOPLE)
        }
        places = {each.id: (paths[each.region], each.name) for each in units}
        duties = []
        for row in await self._rows(_DUTIES, {"campaign": campaign}):
            region, unit = (paths[row.region], "") if row.unit is None else places[row.unit]
            duties.append(RosterDuty(people[row.person].key, Role(row.role), region, unit))
        return Roster(
            tuple(RosterRegion(paths[each.id], each.tier) for each in regions),
            tuple(RosterUnit(paths[u.region], u.name, u.department, u.counted) for u in units),
            tuple(people.values()),
            tuple(duties),
        )

    async def handed_over(self, campaign: str) -> tuple[HandedOver, ...]:
        """The duties that passed to somebody else in the chat, of places that there still are."""
        regions, units = await self.tree(campaign)
        paths = _paths(regions)
        places = {each.id: (paths[each.region], each.name) for each in units}
        found = []
        for row in await self._rows(_HANDED_OVER, {"campaign": campaign}):
            place = (paths.get(row.region), "") if row.unit is None else places.get(row.unit)
            if place is not None and place[0] is not None:
                was = RosterPerson(row.name, row.phone).key
                to = RosterPerson(row.to_name, row.to_phone).key if row.to_name else None
                duty = RosterDuty(was, Role(row.role), place[0], place[1])
                found.append(HandedOver(duty, to, row.used_at))
        return tuple(found)

    async def apply(self, campaign: str, changes: Changes, now: datetime) -> None:
        """Make the changes; with the transaction, all or nothing.

        What comes back after it had ended is the same region or unit again, with its history.
        """
        if self._shared:
            await self._do(_ONE_AT_A_TIME)
        await RosterChanging(self._connection, campaign, now).make(changes)


def _paths(regions: tuple[Region, ...]) -> Mapping[int, tuple[str, ...]]:
    by_id = {each.id: each for each in regions}

    def path(id: int | None) -> tuple[str, ...]:
        return (*path(by_id[id].parent), by_id[id].name) if id is not None else ()

    return {id: path(id) for id in by_id}
