"""The reports units owe: opened, filled in, handed in."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import bindparam, case, exists, select

from storage import tables
from storage.doors.door import insert_new
from storage.doors.drafts import Drafts
from storage.doors.submissions import Submissions
from storage.doors.versions import counts
from storage.nouns import Report, ReportState

_r, _u = tables.reports.c, tables.units.c
_REPORT = select(*(_r[name] for name in Report.__slots__))
_FIND = _REPORT.where(
    _r.unit == bindparam("unit"),
    _r.period == bindparam("period"),
    _r.form == bindparam("form"),
)
_BY_ID = _REPORT.where(_r.id == bindparam("id"))
_OF_VERSION = _REPORT.join(tables.submissions, tables.submissions.c.report == _r.id).where(
    tables.submissions.c.id == bindparam("version")
)
_OPEN = insert_new(tables.reports)
_STATE = case(
    (
        exists().where(tables.submissions.c.report == _r.id, counts(tables.submissions)),
        ReportState.SUBMITTED.value,
    ),
    (exists().where(tables.answers.c.report == _r.id), ReportState.DRAFTING.value),
    else_=ReportState.OPEN.value,
)
_STATES = (
    select(_u.id, _STATE.label("state"))
    .outerjoin(
        tables.reports,
        (_r.unit == _u.id) & (_r.period == bindparam("period")) & (_r.form == bindparam("form")),
    )
    .where(_u.region == bindparam("region"), _u.until.is_(None))
    .order_by(_u.id)
)


class Reports(Drafts, Submissions):
    """Reports, their drafts and their versions."""

    async def open(self, campaign: str, unit: int, period: str, form: str) -> Report:
        """The unit's report for the period, made if it is not there yet."""
        values = {"campaign": campaign, "unit": unit, "period": period, "form": form}
        found = await self.find(unit, period, form)
        if found is None:
            await self._do(self._for_here(_OPEN), values)
            found = await self.find(unit, period, form)
        assert found is not None
        return found

    async def find(self, unit: int, period: str, form: str) -> Report | None:
        """The unit's report for the period; None if nobody opened it yet."""
        row = await self._row(_FIND, {"unit": unit, "period": period, "form": form})
        return Report(*row) if row else None

    async def by_id(self, id: int) -> Report | None:
        """The report with this id."""
        row = await self._row(_BY_ID, {"id": id})
        return Report(*row) if row else None

    async def of_version(self, id: int) -> Report | None:
        """The report that the version with this id belongs to."""
        row = await self._row(_OF_VERSION, {"version": id})
        return Report(*row) if row else None

    async def states(self, region: int, period: str, form: str) -> Mapping[int, ReportState]:
        """Unit id → how far its report is, for every unit the region has now."""
        values = {"region": region, "period": period, "form": form}
        rows = await self._rows(_STATES, values)
        return {row.id: ReportState(row.state) for row in rows}
