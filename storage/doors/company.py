"""Who else is in a report that several people of a unit fill in together."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, exists, or_, select

from reporting.people import Person
from storage import tables
from storage.doors.door import Door
from storage.nouns import Companion

_c, _p, _d, _r = tables.conversations.c, tables.people.c, tables.duties.c, tables.reports.c
_PERSON = tuple(_p[name] for name in Person.__slots__)
_STILL_THEIRS = exists().where(
    _d.person == _c.person,
    _d.unit == _r.unit,
    or_(_d.until.is_(None), _d.until > bindparam("now")),
)
_OTHERS = (
    select(*_PERSON, _c.at)
    .join(tables.conversations, _c.person == _p.id)
    .join(tables.reports, _r.id == _c.report)
    .where(
        _c.report == bindparam("report"),
        _c.person != bindparam("besides"),
        _c.active,
        _STILL_THEIRS,
    )
    .order_by(_c.at.desc(), _c.person)
)


class Company(Door):
    """The people in a report."""

    async def others(self, report: int, besides: int, now: datetime) -> tuple[Companion, ...]:
        """Everybody who is in the report now besides this person, the latest to move first.

        Whose duty for the unit has ended is not.
        """
        rows = await self._rows(_OTHERS, {"report": report, "besides": besides, "now": now})
        return tuple(Companion(Person(*person), at) for *person, at in rows)
