"""What a version is, and which one counts: the statements that every door shares.

The newest counts that was not withdrawn, refused or sent back; a correction only once it is
accepted (spec: 6.5). A version is decided at most once.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, FromClause, bindparam, func, select

from reporting.chain import Decision
from storage import tables

_r, _s, _d = tables.reports.c, tables.submissions.c, tables.decisions.c
UNDONE = (Decision.WITHDRAWN, Decision.REFUSED, Decision.SENT_BACK)


def counts(submission: FromClause) -> ColumnElement[bool]:
    """Whether this line of ``submissions`` stands by itself; the newest of them counts."""
    undone = _decided(submission, *UNDONE)
    return ~undone & ((submission.c.reason == "") | _decided(submission, Decision.ACCEPTED))


def _decided(submission: FromClause, *what: Decision) -> ColumnElement[bool]:
    decision = tables.decisions.alias()
    made = decision.c.submission == submission.c.id
    return select(decision.c.id).where(made, decision.c.what.in_(what)).exists()


_later = tables.submissions.alias("later")
_first = tables.submissions.alias("first")
_NEWEST = (
    select(func.max(_later.c.version))
    .where(_later.c.report == _s.report, counts(_later))
    .scalar_subquery()
)
_FIRST_AT = (  # one that was taken back is as if it had not been handed in: the next is the first
    select(func.min(_first.c.at))
    .where(
        _first.c.report == _s.report,
        _first.c.version <= _s.version,
        ~_decided(_first, Decision.WITHDRAWN),
    )
    .scalar_subquery()
)
VERSION = (  # under the names that ``Submission`` has
    select(
        _s.id,
        _r.unit,
        _r.period,
        _s.version,
        _s.figures,
        _s.texts,
        _s.at.label("submitted_at"),
        func.coalesce(_FIRST_AT, _s.at).label("first_at"),
        _s.by,
        _s.contact,
        _s.reason,
        _d.what.label("decision"),
        _s.attachments,
    )
    .join(tables.reports, _r.id == _s.report)
    .outerjoin(tables.decisions, _d.submission == _s.id)
)
OF_FORM = VERSION.where(_r.form == bindparam("form"))
COUNTING = OF_FORM.where(_s.version == _NEWEST)
