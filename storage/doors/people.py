"""Who is who, and who has which duty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import and_, bindparam, func, or_, select, update

from reporting.label import Language
from reporting.people import Duty, Person, Role
from storage import tables
from storage.doors.door import AnyRow
from storage.doors.invites import Invites

_p, _d, _u = tables.people.c, tables.duties.c, tables.units.c
_PERSON = tuple(_p[name] for name in Person.__slots__)
_PEOPLE = select(*_PERSON)
_BY_ID = _PEOPLE.where(_p.id == bindparam("id"))
_BY_IDS = _PEOPLE.where(_p.id.in_(bindparam("ids", expanding=True))).order_by(_p.id)
_BY_TELEGRAM = _PEOPLE.where(_p.telegram == bindparam("telegram"))
_BY_NAME = _PEOPLE.where(_p.name == bindparam("name")).order_by(_p.id)
_REGION = func.coalesce(_d.region, _u.region).label("region")
_HELD = and_(_d.since <= bindparam("now"), or_(_d.until.is_(None), _d.until > bindparam("now")))
_DUTY = select(_d.id, _d.person, _d.role, _d.campaign, _REGION, _d.unit, _d.since, _d.until)
_DUTIES = (
    _DUTY.outerjoin(tables.units, _u.id == _d.unit)
    .where(_d.person == bindparam("person"), _HELD)
    .order_by(_d.id)
)
_HOLDERS = (
    select(*_PERSON, _d.unit)
    .join(tables.duties, _d.person == _p.id)
    .where(_HELD, _d.role.in_(bindparam("roles", expanding=True)))
    .order_by(_d.unit, _d.role.desc(), _d.id)  # alphabet has it: liaison before deputy
)
_OF_UNIT = _HOLDERS.where(_d.unit == bindparam("unit"))
_OF_REGION = _HOLDERS.where(_d.region == bindparam("region"))
_OF_UNITS = _HOLDERS.where(_d.campaign == bindparam("campaign"), _d.unit.is_not(None))
_ADMINISTRATORS = (
    select(*_PERSON)
    .join(tables.duties, _d.person == _p.id)
    .where(_HELD, _d.role == Role.ADMINISTRATOR, _d.campaign == bindparam("campaign"))
    .order_by(_d.id)
)
_DUTIES_OF = (
    _DUTY.outerjoin(tables.units, _u.id == _d.unit)
    .where(_d.campaign == bindparam("campaign"), _HELD)
    .order_by(_d.id)
)
_SPEAK = update(tables.people).where(_p.id == bindparam("who")).values(language=bindparam("new"))
_BLOCK = (
    update(tables.people)
    .where(_p.telegram == bindparam("account"))
    .values(blocked=bindparam("new"))
)
LIAISONS = (Role.LIAISON, Role.DEPUTY)


class People(Invites):
    """The people of the roster, their accounts and duties."""

    async def by_id(self, id: int) -> Person | None:
        """The person with this id."""
        return _person(await self._row(_BY_ID, {"id": id}))

    async def by_telegram(self, telegram: int) -> Person | None:
        """The person bound to this account; None: a stranger."""
        return _person(await self._row(_BY_TELEGRAM, {"telegram": telegram}))

    async def find(self, name: str) -> tuple[Person, ...]:
        """Everybody of exactly this name."""
        return _everybody(await self._rows(_BY_NAME, {"name": name}))

    async def duties(self, person: int, now: datetime) -> tuple[Duty, ...]:
        """What the person has to do now, in every campaign."""
        rows = await self._rows(_DUTIES, {"person": person, "now": now})
        return tuple(_duty(row) for row in rows)

    async def duties_of(self, campaign: str, now: datetime) -> tuple[Duty, ...]:
        """Everybody's duties in a campaign now."""
        rows = await self._rows(_DUTIES_OF, {"campaign": campaign, "now": now})
        return tuple(_duty(row) for row in rows)

    async def by_ids(self, ids: Collection[int]) -> Mapping[int, Person]:
        """Id → person, of those that exist."""
        rows = await self._rows(_BY_IDS, {"ids": list(ids)})
        return {row.id: Person(*row) for row in rows}

    async def holders(
        self,
        roles: Collection[Role],
        now: datetime,
        *,
        unit: int | None = None,
        region: int | None = None,
    ) -> tuple[Person, ...]:
        """Who has one of these roles for the unit, or for the region itself; each once."""
        if (unit is None) == (region is None):
            raise TypeError("holders of a unit or of a region: name exactly one")
        values = {"roles": list(roles), "now": now}
        if unit is not None:
            return _everybody(await self._rows(_OF_UNIT, values | {"unit": unit}))
        return _everybody(await self._rows(_OF_REGION, values | {"region": region}))

    async def liaisons_by_unit(
        self, campaign: str, now: datetime
    ) -> Mapping[int, tuple[Person, ...]]:
        """Unit id → its liaison and deputy. A unit without either is absent."""
        values = {"roles": list(LIAISONS), "now": now, "campaign": campaign}
        by_unit = defaultdict(list)
        for row in await self._rows(_OF_UNITS, values):
            by_unit[int(row.unit)].append(row)
        return {unit: _everybody(rows) for unit, rows in by_unit.items()}

    async def coordinators(self, region: int, now: datetime) -> tuple[Person, ...]:
        """Who collects for the region."""
        return await self.holders((Role.COORDINATOR,), now, region=region)

    async def administrators(self, campaign: str, now: datetime) -> tuple[Person, ...]:
        """Who looks after the campaign as a whole."""
        return _everybody(await self._rows(_ADMINISTRATORS, {"campaign": campaign, "now": now}))

    async def set_language(self, person: int, language: Language) -> None:
        """Speak this language to the person from now on."""
        await self._do(_SPEAK, {"who": person, "new": language})

    async def set_blocked(self, telegram: int, blocked: bool) -> None:
        """Whether this account has blocked the bot."""
        await self._do(_BLOCK, {"account": telegram, "new": blocked})


def _person(row: AnyRow | None) -> Person | None:
    return Person(*row[: len(_PERSON)]) if row is not None else None


def _everybody(rows: Collection[AnyRow]) -> tuple[Person, ...]:
    found = {row.id: Person(*row[: len(_PERSON)]) for row in rows}
    return tuple(found.values())


def _duty(row: AnyRow) -> Duty:
    id, person, role, *rest = row
    return Duty(id, person, Role(role), *rest)
