"""The interview's memory: every answer the moment it is given, and where each person is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, func, insert, select, update

from reporting.draft import ASIDE, CARD, ROWS, Answer, Draft, Place
from storage import tables
from storage.doors.attachments import OF_REPORT, attachments
from storage.doors.door import Door, upsert
from storage.nouns import Conversation, Report

_r, _a, _c, _p = (
    tables.reports.c,
    tables.answers.c,
    tables.conversations.c,
    tables.people.c,
)
_LOCK = select(_r.id).where(_r.id == bindparam("report")).with_for_update()
_HERE = (  # the active one, else the one left last
    select(*(_r[name] for name in Report.__slots__), _c.place, _c.active)
    .join(tables.conversations, _c.report == _r.id)
    .where(_c.person == bindparam("person"))
    .order_by(_c.active.desc(), _c.at.desc(), _c.report.desc())
    .limit(1)
)
_DRAFT = (
    select(_c.place, _a.key, _a.said, _a.figure, _a.words, _p.name)
    .select_from(tables.reports)
    .outerjoin(tables.conversations, and_(_c.report == _r.id, _c.person == bindparam("person")))
    .outerjoin(tables.answers, _a.report == _r.id)
    .outerjoin(tables.people, and_(_p.id == _a.by, _a.by != bindparam("person")))
    .where(_r.id == bindparam("report"))
)
_ANSWERED = (
    select(func.count())
    .select_from(tables.answers)
    .join(tables.reports, _r.id == _a.report)
    .where(
        _r.unit == bindparam("unit"),
        _r.period == bindparam("period"),
        _r.form == bindparam("form"),
        _a.key.not_in(ASIDE),
        _a.key.not_like(f"{CARD}:%"),
        _a.key.not_like(f"{ROWS}%"),
    )
)
_LEAVE = (
    update(tables.conversations)
    .where(_c.person == bindparam("who"), _c.active)
    .values(active=False, at=bindparam("now"))
)
_ENTER = upsert(tables.conversations, "place", "active", "at")
_MOVE = (
    update(tables.conversations)
    .where(_c.person == bindparam("who"), _c.report == bindparam("which"))
    .values(place=bindparam("new"), at=bindparam("now"))
)
_WRITE = upsert(tables.answers, "said", "figure", "words", "by", "at")
_FORGET = delete(tables.answers).where(
    _a.report == bindparam("which"), _a.key.in_(bindparam("keys", expanding=True))
)
_NOTE = insert(tables.journal)


class Drafts(Door):
    """Conversations and the answers of reports that are being filled in."""

    async def conversation(self, person: int) -> Conversation | None:
        """The report the person is in, or else the one left last; None: never in any."""
        row = await self._row(_HERE, {"person": person})
        if row is None:
            return None
        *report, place, active = row
        return Conversation(person, Report(*report), place, active)

    async def enter(self, person: int, report: int, place: Place, now: datetime) -> None:
        """The person is in this report now; any other is left, its place kept."""
        await self.leave(person, now)
        values = {
            "person": person,
            "report": report,
            "place": place,
            "active": True,
            "at": now,
        }
        await self._do(self._for_here(_ENTER), values)

    async def leave(self, person: int, now: datetime) -> None:
        """The person is in no report now; where they were is kept."""
        await self._do(_LEAVE, {"who": person, "now": now})

    async def draft(self, report: int, person: int) -> Draft:
        """What is told so far, and this person's place ("" if they have none there).

        What another person of the unit answered has their name on it.
        Within a transaction nobody else changes the report until its end. KeyError if there
        is no such report.
        """
        if self._shared:
            await self._do(_LOCK, {"report": report})
        rows = await self._rows(_DRAFT, {"report": report, "person": person})
        if not rows:
            raise KeyError(report)
        answers = {
            _own(key, person): Answer(said, words if figure is None else figure, name or "")
            for _, key, said, figure, words, name in rows
            if key is not None
        }
        seen = {key: held for key, held in answers.items() if not key.startswith(f"{CARD}:")}
        beside = attachments(await self._rows(OF_REPORT, {"report": report}))
        return Draft(str(report), rows[0].place or "", seen, beside)

    async def answered(self, unit: int, period: str, form: str) -> int:
        """How many questions of the unit's report have an answer, whoever gave it."""
        values = {"unit": unit, "period": period, "form": form}
        return int(await self._value(_ANSWERED, values))

    async def save(
        self, report: int, person: int, before: Draft, after: Draft, now: datetime
    ) -> None:
        """Write what a turn changed: answers, a journal line each, and the person's place."""
        changed = {k: v for k, v in after.answers.items() if before.answers.get(k) != v}
        gone = [key for key in before.answers if key not in after.answers]
        if changed:
            lines = [_line(report, person, k, v, now) for k, v in changed.items()]
            await self._do(self._for_here(_WRITE), lines)
        if gone:
            await self._do(_FORGET, {"which": report, "keys": [_kept(key, person) for key in gone]})
        if changed or gone:
            keys = (*changed, *gone)
            await self._do(_NOTE, [_note(report, person, k, before, after, now) for k in keys])
        if before.at != after.at:
            values = {"who": person, "which": report, "new": after.at, "now": now}
            if not await self._do(_MOVE, values):
                await self.enter(person, report, after.at, now)


def _kept(key: str, person: int) -> str:
    """The key in the table: a card is its person's own, everything else is the report's."""
    return f"{CARD}:{person}" if key == CARD else key


def _own(key: str, person: int) -> str:
    """The key as this person's draft has it; another's card keeps the table's."""
    return CARD if key == f"{CARD}:{person}" else key


def _line(report: int, person: int, key: str, answer: Answer, now: datetime) -> dict[str, Any]:
    figure, words = (None, answer.value) if isinstance(answer.value, str) else (answer.value, None)
    line = {"report": report, "key": _kept(key, person), "said": answer.said, "figure": figure}
    return line | {"words": words, "by": person, "at": now}


def _note(
    report: int, person: int, key: str, before: Draft, after: Draft, now: datetime
) -> dict[str, Any]:
    line = {"who": person, "what": "answer", "report": report, "key": _kept(key, person), "at": now}
    return line | {
        "before": _told(before.answers, key),
        "after": _told(after.answers, key),
    }


def _told(answers: Mapping[str, Answer], key: str) -> dict[str, int | str] | None:
    found = answers.get(key)
    return {"said": found.said, "value": found.value} if found else None
