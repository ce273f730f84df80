"""What became of versions: withdrawn, accepted, refused, sent back. Each is decided once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, insert, select

from reporting.chain import Decision
from storage import tables
from storage.doors.door import AnyRow, Door
from storage.nouns import Decided

_d, _s, _r = tables.decisions.c, tables.submissions.c, tables.reports.c
_LOCK = (
    select(_r.id)
    .join(tables.submissions, _s.report == _r.id)
    .where(_s.id == bindparam("submission"))
    .with_for_update(of=tables.reports)
)
_MADE = select(_d.what, tables.people.c.name, _d.at, _d.reason, _d.submission).outerjoin(
    tables.people, tables.people.c.id == _d.by
)
_OF_ONE = _MADE.where(_d.submission == bindparam("submission"))
_OF_REPORT = (
    _MADE.join(tables.submissions, _s.id == _d.submission)
    .join(tables.reports, _r.id == _s.report)
    .where(
        _r.unit == bindparam("unit"),
        _r.period == bindparam("period"),
        _r.form == bindparam("form"),
    )
)
_ACCEPTED = (
    select(_r.campaign, _r.period)
    .join(tables.submissions, _s.report == _r.id)
    .join(tables.decisions, _d.submission == _s.id)
    .where(_d.what == Decision.ACCEPTED, _d.at >= bindparam("since"))
    .distinct()
)
_DECIDE = insert(tables.decisions)


class Decisions(Door):
    """Decisions on versions. What was decided stays; a change of mind needs a new version."""

    async def decide(
        self, submission: int, what: Decision, by: int | None, now: datetime, reason: str = ""
    ) -> bool:
        """Put the decision on record (``by`` None: the clock); False if there is one already."""
        if self._shared:
            await self._do(_LOCK, {"submission": submission})
        if await self.of(submission) is not None:
            return False
        values = {"submission": submission, "what": what, "by": by, "at": now, "reason": reason}
        await self._do(_DECIDE, values)
        return True

    async def of(self, submission: int) -> Decided | None:
        """What was decided on a version; None: nothing yet."""
        row = await self._row(_OF_ONE, {"submission": submission})
        return _decided(row) if row else None

    async def of_report(self, unit: int, period: str, form: str) -> Mapping[int, Decided]:
        """Submission id → what was decided, of a report's versions."""
        values = {"unit": unit, "period": period, "form": form}
        return {row.submission: _decided(row) for row in await self._rows(_OF_REPORT, values)}

    async def accepted_since(self, since: datetime) -> frozenset[tuple[str, str]]:
        """The (campaign, period key) pairs in which a version was accepted since then."""
        rows = await self._rows(_ACCEPTED, {"since": since})
        return frozenset((row.campaign, row.period) for row in rows)


def _decided(row: AnyRow) -> Decided:
    what, by, at, reason, _ = row
    return Decided(Decision(what), by, at, reason)
