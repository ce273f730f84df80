"""How far the regions below a region are, counted in the database: one statement for all."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import ScalarSelect, Select, Text, bindparam, cast, func, select

from storage import tables
from storage.doors.door import Door
from storage.doors.versions import counts

_child = tables.regions.alias("child")
_below = tables.regions.alias("below")
_u, _r, _o = tables.units.c, tables.reports.c, tables.rollups.c
_later = tables.rollups.alias("later")
_OWN = (_u.region == _child.c.id, _u.until.is_(None), _u.counted)
_HERE = (_o.period == bindparam("period"), _o.form == bindparam("form"))


def _counted(what: Select[int]) -> ScalarSelect[int]:
    return what.correlate(_child).scalar_subquery()


_UNITS = _counted(select(func.count()).select_from(tables.units).where(*_OWN))
_REGIONS = _counted(
    select(func.count())
    .select_from(_below)
    .where(_below.c.parent == _child.c.id, _below.c.until.is_(None))
)
_FILED = _counted(
    select(func.count(_u.id.distinct()))
    .join(tables.reports, _r.unit == _u.id)
    .join(tables.submissions, tables.submissions.c.report == _r.id)
    .where(*_OWN, _r.period == bindparam("period"), _r.form == bindparam("form"))
    .where(counts(tables.submissions))
)
_newest = (
    select(func.max(_later.c.version))
    .where(_later.c.region == _o.region, _later.c.period == _o.period, _later.c.form == _o.form)
    .correlate(tables.rollups)
    .scalar_subquery()
)
_RELEASED = _counted(  # a table that nobody is in has no figures
    select(func.count())
    .select_from(tables.rollups.join(_below, _below.c.id == _o.region))
    .where(_below.c.parent == _child.c.id, *_HERE, _o.version == _newest)
    .where(cast(_o.figures, Text) != "{}")
)
_SO_FAR = select(_child.c.id, (_FILED + _RELEASED), (_UNITS + _REGIONS)).where(
    _child.c.parent == bindparam("region")
)


class Progress(Door):
    """Completeness, without reading a single report."""

    async def of_children(
        self, region: int, period: str, form: str
    ) -> Mapping[int, tuple[int, int]]:
        """Child region id → how many of its own contributors are in so far, of how many.

        Its counted units that have filed, and the regions below it that have released.
        """
        values = {"region": region, "period": period, "form": form}
        return {id: (done, of) for id, done, of in await self._rows(_SO_FAR, values)}
