"""Duties on their way to a successor: a one-time code each, of which only the digest is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, insert, or_, select, update

from reporting.people import Duty, Role
from reporting.roster.nouns import phone_digits
from storage import tables
from storage.doors.door import AnyRow, Door
from storage.nouns import Handover

_h, _d, _u, _p = tables.handovers.c, tables.duties.c, tables.units.c, tables.people.c
_REGION = func.coalesce(_d.region, _u.region).label("region")
_DUTY = (_d.id, _d.person, _d.role, _d.campaign, _REGION, _d.unit, _d.since, _d.until)
_DUTIES = select(*_DUTY).outerjoin(tables.units, _u.id == _d.unit)
_BY_ID = _DUTIES.where(_d.id == bindparam("id"))
_HELD = or_(_d.until.is_(None), _d.until > bindparam("now"))
_OF_UNIT = _DUTIES.where(_d.unit == bindparam("unit"), _HELD).order_by(_d.role.desc(), _d.id)
_OF_REGION = _DUTIES.where(_d.region == bindparam("region"), _HELD).order_by(_d.role.desc(), _d.id)
_LAST = (
    _DUTIES.where(
        _d.unit == bindparam("unit"), _d.role == bindparam("role"), _d.until <= bindparam("now")
    )
    .order_by(_d.until.desc(), _d.id.desc())
    .limit(1)
)
_MADE = (_h.code_hash, _h.by, _h.name, _h.created_at, _h.expires_at, _h.used_at, _h.cancelled_at)
_HANDOVERS = (
    select(*_MADE, *_DUTY)
    .join(tables.duties, _d.id == _h.duty)
    .outerjoin(tables.units, _u.id == _d.unit)
)
_BY_CODE = _HANDOVERS.where(_h.code_hash == bindparam("code"))
_OPEN = and_(_h.used_at.is_(None), _h.cancelled_at.is_(None))
_PENDING = _HANDOVERS.where(_h.duty == bindparam("duty"), _OPEN, _h.expires_at > bindparam("now"))
_LOCK = select(_d.id).where(_d.id == bindparam("id")).with_for_update()
_OFFER = insert(tables.handovers)
_CANCEL = (
    update(tables.handovers)
    .where(_h.duty == bindparam("which"), _OPEN)
    .values(cancelled_at=bindparam("now"))
)
_USE = (
    update(tables.handovers)
    .where(_h.code_hash == bindparam("code"))
    .values(used_at=bindparam("now"), used_by=bindparam("who"))
)
_END = (
    update(tables.duties).where(_d.id == bindparam("which"), _HELD).values(until=bindparam("now"))
)
_PLACE = select(_d.region, _d.unit).where(_d.id == bindparam("id"))
_BEGIN = insert(tables.duties)
_NAMED = select(_p.id, _p.phone, _p.telegram).where(_p.name == bindparam("name")).order_by(_p.id)
_BIND = (
    update(tables.people)
    .where(_p.id == bindparam("who"))
    .values(telegram=bindparam("account"), blocked=False)
)
_ENROL = insert(tables.people).returning(_p.id)


class Handovers(Door):
    """Duties, and who is to have them next."""

    async def duty(self, id: int) -> Duty | None:
        """The duty with this id, ended or not. Within a transaction it stays as it is."""
        if self._shared:
            await self._do(_LOCK, {"id": id})
        row = await self._row(_BY_ID, {"id": id})
        return _duty(row) if row else None

    async def of_unit(self, unit: int, now: datetime) -> tuple[Duty, ...]:
        """The duties that are held for the unit now, liaison before deputy."""
        rows = await self._rows(_OF_UNIT, {"unit": unit, "now": now})
        return tuple(_duty(row) for row in rows)

    async def of_region(self, region: int, now: datetime) -> tuple[Duty, ...]:
        """The duties that are held for the region itself now."""
        rows = await self._rows(_OF_REGION, {"region": region, "now": now})
        return tuple(_duty(row) for row in rows)

    async def vacant(self, unit: int, role: Role, now: datetime) -> Duty | None:
        """The unit's duty of this role that ended last, where nobody has that role now."""
        if any(each.role is role for each in await self.of_unit(unit, now)):
            return None
        row = await self._row(_LAST, {"unit": unit, "role": role, "now": now})
        return _duty(row) if row else None

    async def offer(
        self, duty: int, by: int, name: str, code_hash: str, now: datetime, expires: datetime
    ) -> None:
        """Keep a new code's digest for a successor; an earlier one of the same duty is void."""
        await self.cancel(duty, now)
        values = {"code_hash": code_hash, "duty": duty, "by": by, "name": name}
        await self._do(_OFFER, values | {"created_at": now, "expires_at": expires})

    async def cancel(self, duty: int, now: datetime) -> bool:
        """Make the duty's codes void; whether there was one."""
        return bool(await self._do(_CANCEL, {"which": duty, "now": now}))

    async def pending(self, duty: int, now: datetime) -> Handover | None:
        """The duty's code that can still be used."""
        row = await self._row(_PENDING, {"duty": duty, "now": now})
        return _handover(row)

    async def by_code(self, code_hash: str) -> Handover | None:
        """What a code is for, used or not."""
        row = await self._row(_BY_CODE, {"code": code_hash})
        if row is None or not self._shared:
            return _handover(row)
        await self._do(_LOCK, {"id": row.id})  # two that open it at once: the second sees it used
        return _handover(await self._row(_BY_CODE, {"code": code_hash}))

    async def take_up(self, handover: Handover, person: int, now: datetime) -> None:
        """The duty ends, and the same begins for this person; the code is used."""
        duty = handover.duty
        await self.end(duty.id, now)
        place = await self._row(_PLACE, {"id": duty.id})
        assert place is not None
        values = {"person": person, "role": duty.role, "campaign": duty.campaign, "since": now}
        await self._do(_BEGIN, values | place._asdict())
        await self._do(_USE, {"code": handover.code_hash, "now": now, "who": person})

    async def stop(self, duty: int, by: int, code_hash: str, now: datetime) -> None:
        """The duty ends at once, handed over to nobody; its codes are void.

        ``code_hash`` is the digest of a code that nobody was given.
        """
        await self.offer(duty, by, "", code_hash, now, now)
        await self._do(_USE, {"code": code_hash, "now": now, "who": None})
        await self.end(duty, now)

    async def end(self, duty: int, now: datetime) -> None:
        """The duty ends, if it has not."""
        await self._do(_END, {"which": duty, "now": now})

    async def enrol(self, name: str, phone: str, telegram: int) -> int | None:
        """Bind the account to the person of this name and telephone, or to somebody new.

        None where that person has another account. Who is who is as rosters have it.
        """
        alike = [
            row
            for row in await self._rows(_NAMED, {"name": name})
            if phone_digits(row.phone) == phone_digits(phone)
        ]
        if any(row.telegram is not None for row in alike):
            return None
        if alike:
            await self._do(_BIND, {"who": alike[0].id, "account": telegram})
            return int(alike[0].id)
        values = {"name": name, "phone": phone, "telegram": telegram, "blocked": False}
        return int(await self._value(_ENROL, values))


def _duty(row: Sequence[Any]) -> Duty:
    id, person, role, *rest = row
    return Duty(id, person, Role(role), *rest)


def _handover(row: AnyRow | None) -> Handover | None:
    if row is None:
        return None
    made = {each.key: value for each, value in zip(_MADE, row, strict=False)}
    return Handover(**made, duty=_duty(row[len(_MADE) :]))
