"""Making the changes that a roster brings, in order: regions, units, people, duties."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Table, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from reporting.roster import Changes, Difference, RosterDuty, RosterPerson, RosterRegion, RosterUnit
from reporting.roster.nouns import Path, PersonKey, fold, folded
from storage import tables
from storage.doors.door import Door

_r, _u, _p, _d = tables.regions.c, tables.units.c, tables.people.c, tables.duties.c
_REGIONS = (  # the ended ones first: of two alike, the later one found is the one that stands
    select(_r.id, _r.name, _r.parent)
    .where(_r.campaign == bindparam("campaign"))
    .order_by(_r.until.is_(None), _r.id)
)
_UNITS = (
    select(_u.id, _u.name, _u.region)
    .where(_u.campaign == bindparam("campaign"))
    .order_by(_u.until.is_(None), _u.id)
)
_PEOPLE = select(_p.id, _p.name, _p.phone)
_NEW_PEOPLE = insert(tables.people).returning(_p.id, sort_by_parameter_order=True)
_CHANGE_PERSON = (
    update(tables.people)
    .where(_p.id == bindparam("which"))
    .values({name: bindparam(f"new_{name}") for name in RosterPerson.__slots__})
)
_NEW_DUTIES = insert(tables.duties)
_END_DUTY = (
    update(tables.duties)
    .where(
        _d.person == bindparam("who"),
        _d.role == bindparam("what"),
        _d.region.is_not_distinct_from(bindparam("in_region")),
        _d.unit.is_not_distinct_from(bindparam("in_unit")),
        _d.until.is_(None),
    )
    .values(until=bindparam("now"))
)


def _add(table: Table) -> Any:
    return insert(table).returning(table.c.id, sort_by_parameter_order=True)


def _change(table: Table, *columns: str) -> Any:
    new: dict[str, Any] = {name: bindparam(f"new_{name}") for name in columns}
    return update(table).where(table.c.id == bindparam("which")).values(new)


_ADD_REGION = _add(tables.regions)
_CHANGE_REGION = _change(tables.regions, "name", "tier", "until")
_ADD_UNITS = _add(tables.units)
_CHANGE_UNIT = _change(tables.units, "name", "department", "counted", "until")
_END = {each: _change(each, "until") for each in (tables.regions, tables.units)}


class RosterChanging(Door):
    """One loading of one campaign's roster. Names are looked up once, and kept up to date."""

    def __init__(self, connection: AsyncConnection, campaign: str, now: datetime) -> None:
        """``now`` is when everything added begins, and everything ended ends."""
        super().__init__(connection, writing=True)
        self._campaign, self._now = campaign, now
        self._region_ids: dict[Path, int] = {}
        self._unit_ids: dict[tuple[Path, str], int] = {}

    async def make(self, changes: Changes) -> None:
        """Make them all."""
        await self._look_up()
        await self._regions(changes.regions)
        await self._units(changes.units)
        before = {_person_key(row): row.id for row in await self._rows(_PEOPLE)}
        after = await self._people(changes.people, before)
        await self._duties(changes.duties, before, after)

    async def _look_up(self) -> None:
        values = {"campaign": self._campaign}
        rows = {row.id: row for row in await self._rows(_REGIONS, values)}
        paths: dict[int | None, Path] = {None: ()}

        def path(id: int | None) -> Path:
            if id not in paths:
                paths[id] = (*path(rows[id].parent), fold(rows[id].name))
            return paths[id]

        self._region_ids = {path(id): id for id in rows}
        for row in await self._rows(_UNITS, values):
            self._unit_ids[path(row.region), fold(row.name)] = row.id

    async def _regions(self, new: Difference[RosterRegion]) -> None:
        for each in new.add:  # parents come first
            if each.key in self._region_ids:  # it comes back
                await self._change_region(each)
            else:
                self._region_ids[each.key] = await self._add_region(each)
        for _, each in new.change:
            await self._change_region(each)
        await self._end(tables.regions, [self._region_ids[each.key] for each in new.end])

    async def _add_region(self, new: RosterRegion) -> int:
        parent = self._region_ids[new.key[:-1]] if new.key[:-1] else None
        values: dict[str, Any] = {"campaign": self._campaign, "parent": parent}
        values |= {"name": new.path[-1], "tier": new.tier, "since": self._now}
        return int(await self._value(_ADD_REGION, values))

    async def _change_region(self, new: RosterRegion) -> None:
        values = {"which": self._region_ids[new.key], "new_name": new.path[-1]}
        await self._do(_CHANGE_REGION, values | {"new_tier": new.tier, "new_until": None})

    async def _units(self, new: Difference[RosterUnit]) -> None:
        fresh = [each for each in new.add if each.key not in self._unit_ids]
        back = [each for each in new.add if each.key in self._unit_ids]
        if changed := [self._unit(each) for each in (*back, *(after for _, after in new.change))]:
            await self._do(_CHANGE_UNIT, changed)
        if fresh:
            rows = await self._rows(_ADD_UNITS, [self._fresh_unit(each) for each in fresh])
            self._unit_ids |= {u.key: row.id for u, row in zip(fresh, rows, strict=True)}
        await self._end(tables.units, [self._unit_ids[each.key] for each in new.end])

    def _fresh_unit(self, unit: RosterUnit) -> dict[str, Any]:
        region = self._region_ids[folded(unit.region)]
        values: dict[str, Any] = {"campaign": self._campaign, "region": region, "name": unit.name}
        values |= {"department": unit.department, "counted": unit.counted}
        return values | {"since": self._now}

    def _unit(self, unit: RosterUnit) -> dict[str, Any]:
        values = {"which": self._unit_ids[unit.key], "new_name": unit.name, "new_until": None}
        return values | {"new_department": unit.department, "new_counted": unit.counted}

    async def _people(
        self, new: Difference[RosterPerson], before: Mapping[PersonKey, int]
    ) -> dict[PersonKey, int]:
        after = dict(before)
        if new.change:
            changed = [(before[old.key], each) for old, each in new.change]
            after |= {each.key: id for id, each in changed}
            await self._do(_CHANGE_PERSON, [_person(each, "new_", id) for id, each in changed])
        if new.add:
            lines = [_person(each) | {"blocked": False} for each in new.add]
            rows = await self._rows(_NEW_PEOPLE, lines)
            after |= {each.key: row.id for each, row in zip(new.add, rows, strict=True)}
        return after

    async def _duties(
        self,
        new: Difference[RosterDuty],
        before: Mapping[PersonKey, int],
        after: Mapping[PersonKey, int],
    ) -> None:
        if new.end:
            await self._do(_END_DUTY, [self._ended_duty(each, before) for each in new.end])
        if new.add:
            await self._do(_NEW_DUTIES, [self._new_duty(each, after) for each in new.add])

    def _ended_duty(self, duty: RosterDuty, ids: Mapping[PersonKey, int]) -> dict[str, Any]:
        region, unit = self._place(duty)
        values = {"who": ids[duty.person], "what": duty.role, "now": self._now}
        return values | {"in_region": region, "in_unit": unit}

    def _new_duty(self, duty: RosterDuty, ids: Mapping[PersonKey, int]) -> dict[str, Any]:
        region, unit = self._place(duty)
        values = {"person": ids[duty.person], "role": duty.role, "campaign": self._campaign}
        return values | {"region": region, "unit": unit, "since": self._now}

    def _place(self, duty: RosterDuty) -> tuple[int | None, int | None]:
        path = folded(duty.region)
        if duty.unit:
            return None, self._unit_ids[path, fold(duty.unit)]
        return self._region_ids[path], None

    async def _end(self, table: Table, ids: list[int]) -> None:
        if ids:
            await self._do(_END[table], [{"which": id, "new_until": self._now} for id in ids])


def _person_key(row: Any) -> PersonKey:
    """Who a row of ``people`` is, as rosters compare."""
    return RosterPerson(row.name, row.phone).key


def _person(person: RosterPerson, prefix: str = "", id: int | None = None) -> dict[str, Any]:
    values = {prefix + name: getattr(person, name) for name in RosterPerson.__slots__}
    return values if id is None else values | {"which": id}
