"""What was handed in: numbered versions that never change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import bindparam, func, insert, select, update

from reporting.chain import Submission
from storage import tables
from storage.doors.door import AnyRow, Door
from storage.types import whole

_r, _s, _u, _p = (
    tables.reports.c,
    tables.submissions.c,
    tables.units.c,
    tables.people.c,
)
_first = tables.submissions.alias("first")
_later = tables.submissions.alias("later")
_NEWEST_VERSION = (
    select(func.max(_later.c.version)).where(_later.c.report == _s.report).scalar_subquery()
)
_ALL = (
    select(
        _s.id,
        _r.unit,
        _r.period,
        _s.version,
        _s.figures,
        _s.texts,
        _s.at,
        _first.c.at.label("first_at"),
        _s.by,
        _s.contact,
    )
    .join(tables.reports, _r.id == _s.report)
    .join(_first, (_first.c.report == _s.report) & (_first.c.version == 1))
    .where(_r.form == bindparam("form"))
)
_VERSIONS = _ALL.where(_r.unit == bindparam("unit"), _r.period == bindparam("period")).order_by(
    _s.version
)
_NEWEST = _ALL.where(_s.version == _NEWEST_VERSION)
_NEWEST_OF_UNIT = _NEWEST.where(
    _r.unit == bindparam("unit"), _r.period.in_(bindparam("periods", expanding=True))
)
_NEWEST_OF_REGION = _NEWEST.join(tables.units, _u.id == _r.unit).where(
    _u.region == bindparam("region"), _r.period == bindparam("period")
)
_FILED = (
    select(_r.unit)
    .join(tables.submissions, _s.report == _r.id)
    .where(
        _r.campaign == bindparam("campaign"),
        _r.period == bindparam("period"),
        _r.form == bindparam("form"),
        _s.version == 1,
    )
)
_NEXT = (
    select(
        _r.unit,
        _r.period,
        select(func.max(_s.version)).where(_s.report == _r.id).scalar_subquery().label("version"),
        select(func.min(_s.at)).where(_s.report == _r.id).scalar_subquery().label("first_at"),
        _p.name,
        _p.phone,
    )
    .join(tables.people, _p.id == bindparam("person"))
    .where(_r.id == bindparam("report"))
)
_LOCK = select(_r.id).where(_r.id == bindparam("report")).with_for_update()
_SUBMIT = insert(tables.submissions).returning(_s.id)
_END = (
    update(tables.conversations)
    .where(tables.conversations.c.report == bindparam("which"))
    .values(active=False, place="", at=bindparam("now"))
)


class Submissions(Door):
    """Versions of reports."""

    async def submit(
        self,
        report: int,
        person: int,
        figures: Mapping[str, int],
        texts: Mapping[str, str],
        now: datetime,
        fingerprint: str,
    ) -> Submission:
        """Make it the report's next version, under the name the person has now.

        The answers stay; everybody's conversation about this report ends. ``fingerprint`` tells
        which form it was. KeyError if there is no such report or person; TypeError for a float.
        """
        if self._shared:
            await self._do(_LOCK, {"report": report})
        found = await self._row(_NEXT, {"report": report, "person": person})
        if found is None:
            raise KeyError((report, person))
        version, kept = (found.version or 0) + 1, whole(figures)
        values = {
            "report": report,
            "version": version,
            "figures": kept,
            "texts": dict(texts),
        }
        values |= {
            "at": now,
            "person": person,
            "by": found.name,
            "contact": found.phone,
        }
        id = await self._value(_SUBMIT, values | {"fingerprint": fingerprint})
        await self._do(_END, {"which": report, "now": now})
        first = found.first_at or now
        made = (id, found.unit, found.period, version, kept, dict(texts), now, first)
        return Submission(*made, found.name, found.phone)

    async def submissions(self, unit: int, period: str, form: str) -> tuple[Submission, ...]:
        """Every version, oldest first."""
        values = {"unit": unit, "period": period, "form": form}
        return tuple(_submission(row) for row in await self._rows(_VERSIONS, values))

    async def newest(self, unit: int, period: str, form: str) -> Submission | None:
        """The newest version; None: 未报."""
        return (await self.history(unit, (period,), form)).get(period)

    async def newest_of_region(
        self, region: int, period: str, form: str
    ) -> Mapping[int, Submission]:
        """Unit id → the newest version, of the region's own units. Who did not report is absent."""
        values = {"region": region, "period": period, "form": form}
        found = [_submission(row) for row in await self._rows(_NEWEST_OF_REGION, values)]
        return {each.unit: each for each in found}

    async def filed(self, campaign: str, period: str, form: str) -> frozenset[int]:
        """The units of the campaign that have handed in this period at least once."""
        values = {"campaign": campaign, "period": period, "form": form}
        return frozenset(row.unit for row in await self._rows(_FILED, values))

    async def history(
        self, unit: int, periods: Iterable[str], form: str
    ) -> Mapping[str, Submission]:
        """Period key → the newest version of each of these periods that was reported."""
        values = {"unit": unit, "periods": list(periods), "form": form}
        found = [_submission(row) for row in await self._rows(_NEWEST_OF_UNIT, values)]
        return {each.period: each for each in found}

    async def last_figures(self, unit: int, period: str, form: str) -> Mapping[str, int] | None:
        """The figures of that (earlier) period; None: it was not reported."""
        found = await self.newest(unit, period, form)
        return found.figures if found else None

    async def cumulative(self, unit: int, periods: Iterable[str], form: str) -> Mapping[str, int]:
        """The sum of the newest versions of these periods, key by key; an absent one adds none."""
        total: Counter[str] = Counter()
        for each in (await self.history(unit, periods, form)).values():
            total.update(each.figures)
        return dict(total)


def _submission(row: AnyRow) -> Submission:
    return Submission(*row)
