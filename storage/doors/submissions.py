"""What was handed in: numbered versions that never change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Executable, Text, bindparam, cast, func, insert, select, update

from reporting.attaching import Attachment
from reporting.chain import Decision, Submission
from storage import tables
from storage.doors.attachments import WITH_IDS, attachments
from storage.doors.door import AnyRow, Door, Values
from storage.doors.versions import COUNTING, OF_FORM, VERSION, counts
from storage.types import whole

_r, _s, _u, _p = (
    tables.reports.c,
    tables.submissions.c,
    tables.units.c,
    tables.people.c,
)
_BY_ID = VERSION.where(_s.id == bindparam("id"))
_OF_UNIT = OF_FORM.where(_r.unit == bindparam("unit")).order_by(_r.period, _s.version)
_VERSIONS = _OF_UNIT.where(_r.period == bindparam("period"))
_COUNTING_OF_UNIT = COUNTING.where(
    _r.unit == bindparam("unit"), _r.period.in_(bindparam("periods", expanding=True))
)
_COUNTING_OF_REGION = COUNTING.join(tables.units, _u.id == _r.unit).where(
    _u.region == bindparam("region"), _r.period == bindparam("period")
)
_WITH_ATTACHMENTS = COUNTING.where(
    _r.campaign == bindparam("campaign"),
    _r.period == bindparam("period"),
    cast(_s.attachments, Text) != "[]",
)
_WAITING = (
    VERSION.join(tables.units, _u.id == _r.unit)
    .where(_u.region == bindparam("region"), _s.reason != "", tables.decisions.c.id.is_(None))
    .order_by(_s.id)
)
_FILED = (
    select(_r.unit)
    .join(tables.submissions, _s.report == _r.id)
    .where(
        _r.campaign == bindparam("campaign"),
        _r.period == bindparam("period"),
        _r.form == bindparam("form"),
        counts(tables.submissions),
    )
    .distinct()
)
_NEXT = (
    select(
        _r.unit,
        _r.period,
        select(func.max(_s.version)).where(_s.report == _r.id).scalar_subquery().label("version"),
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
        reason: str = "",
        beside: Iterable[Attachment] = (),
    ) -> Submission:
        """Make it the report's next version, under the name the person has now.

        The answers stay; everybody's conversation about this report ends. ``fingerprint`` tells
        which form it was; with a ``reason`` it is a correction, which counts once accepted;
        ``beside`` are the attachments that go with it, kept before.
        KeyError if there is no such report or person; TypeError for a float.
        """
        if self._shared:
            await self._do(_LOCK, {"report": report})
        found = await self._row(_NEXT, {"report": report, "person": person})
        if found is None:
            raise KeyError((report, person))
        values = {
            "report": report,
            "version": (found.version or 0) + 1,
            "figures": whole(figures),
            "texts": dict(texts),
        }
        values |= {
            "at": now,
            "person": person,
            "by": found.name,
            "contact": found.phone,
        }
        values |= {"fingerprint": fingerprint, "reason": reason}
        id = await self._value(_SUBMIT, values | {"attachments": [each.id for each in beside]})
        await self._do(_END, {"which": report, "now": now})
        made = await self.version(id)
        assert made is not None
        return made

    async def version(self, id: int) -> Submission | None:
        """The version with this id."""
        found = await self._versions(_BY_ID, {"id": id})
        return found[0] if found else None

    async def submissions(self, unit: int, period: str, form: str) -> tuple[Submission, ...]:
        """Every version, oldest first."""
        values = {"unit": unit, "period": period, "form": form}
        return await self._versions(_VERSIONS, values)

    async def submissions_of(self, unit: int, form: str) -> Mapping[str, tuple[Submission, ...]]:
        """Period key → every version of the unit's report, oldest first."""
        found: dict[str, tuple[Submission, ...]] = {}
        for each in await self._versions(_OF_UNIT, {"unit": unit, "form": form}):
            found[each.period] = (*found.get(each.period, ()), each)
        return found

    async def newest(self, unit: int, period: str, form: str) -> Submission | None:
        """The version that counts; None: 未报."""
        return (await self.history(unit, (period,), form)).get(period)

    async def newest_of_region(
        self, region: int, period: str, form: str
    ) -> Mapping[int, Submission]:
        """Unit id → the version that counts, of the region's own units; 未报 is absent."""
        values = {"region": region, "period": period, "form": form}
        found = await self._versions(_COUNTING_OF_REGION, values)
        return {each.unit: each for each in found}

    async def with_attachments(
        self, campaign: str, period: str, form: str
    ) -> Mapping[int, Submission]:
        """Unit id → the version that counts, of the campaign's units that sent files with it."""
        values = {"campaign": campaign, "period": period, "form": form}
        found = await self._versions(_WITH_ATTACHMENTS, values)
        return {each.unit: each for each in found}

    async def corrections(self, region: int) -> tuple[Submission, ...]:
        """更正待审核: the corrections of the region's own units that nobody has decided on."""
        return await self._versions(_WAITING, {"region": region})

    async def filed(self, campaign: str, period: str, form: str) -> frozenset[int]:
        """The units of the campaign that have a version which counts."""
        values = {"campaign": campaign, "period": period, "form": form}
        return frozenset(row.unit for row in await self._rows(_FILED, values))

    async def history(
        self, unit: int, periods: Iterable[str], form: str
    ) -> Mapping[str, Submission]:
        """Period key → the version that counts, of each of these periods that was reported."""
        values = {"unit": unit, "periods": list(periods), "form": form}
        found = await self._versions(_COUNTING_OF_UNIT, values)
        return {each.period: each for each in found}

    async def last_figures(self, unit: int, period: str, form: str) -> Mapping[str, int] | None:
        """The figures of that (earlier) period; None: it was not reported."""
        found = await self.newest(unit, period, form)
        return found.figures if found else None

    async def cumulative(self, unit: int, periods: Iterable[str], form: str) -> Mapping[str, int]:
        """The sum of the versions that count, key by key; an absent one adds none."""
        total: Counter[str] = Counter()
        for each in (await self.history(unit, periods, form)).values():
            total.update(each.figures)
        return dict(total)

    async def _versions(self, statement: Executable, values: Values) -> tuple[Submission, ...]:
        rows = await self._rows(statement, values)
        ids = {id for row in rows for id in row.attachments}
        kept = attachments(await self._rows(WITH_IDS, {"ids": list(ids)})) if ids else ()
        return tuple(_submission(row, kept) for row in rows)


def _submission(row: AnyRow, kept: Iterable[Attachment]) -> Submission:
    said = row._asdict()
    return Submission(
        **said
        | {
            "decision": said["decision"] and Decision(said["decision"]),
            "attachments": tuple(each for each in kept if each.id in row.attachments),
        }
    )
