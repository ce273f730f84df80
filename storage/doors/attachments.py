"""Photos and documents beside a report's narrative. What is removed stays on record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from reporting.attaching import Attachment, FileKind
from reporting.draft import Draft
from storage import tables
from storage.doors.door import AnyRow, Door

_a, _f = tables.attachments.c, tables.files.c
_ATTACHMENT = (
    select(_a.kind, _a.name, _a.size, _f.sha256, _a.id, _a.file)
    .join(tables.files, _f.id == _a.file)
    .order_by(_a.id)
)
OF_REPORT = _ATTACHMENT.where(_a.report == bindparam("report"), _a.removed_at.is_(None))
WITH_IDS = _ATTACHMENT.where(_a.id.in_(bindparam("ids", expanding=True)))
_KEPT = (  # the same bytes by the same name, sent to this report before
    select(_a.file)
    .join(tables.files, _f.id == _a.file)
    .where(
        _a.report == bindparam("report"),
        _f.sha256 == bindparam("sha256"),
        _f.name == bindparam("name"),
    )
    .limit(1)
)
_ADD = insert(tables.attachments).returning(_a.id)
_KEEP = insert(tables.files).returning(_f.id)
_REMOVE = (
    update(tables.attachments)
    .where(_a.id == bindparam("which"), _a.removed_at.is_(None))
    .values(removed_at=bindparam("now"))
)
_NOTE = insert(tables.journal)


class Attachments(Door):
    """Attachments; their bytes stand in ``files``."""

    async def of(self, report: int) -> tuple[Attachment, ...]:
        """What is beside the report now, in the order it was sent."""
        return attachments(await self._rows(OF_REPORT, {"report": report}))

    async def save(
        self,
        report: int,
        person: int,
        before: Draft,
        after: Draft,
        now: datetime,
        data: Mapping[str, bytes],
    ) -> None:
        """Write which attachments a turn added and removed, with a line in the journal each.

        ``data``: the bytes of what is new, by their sha256. KeyError where they are missing.
        """
        lines = []
        for new in (each for each in after.attachments if each not in before.attachments):
            await self._add(report, person, new, data, now)
            lines.append(_line(report, person, "attach", now) | {"after": _said(new)})
        for gone in (each for each in before.attachments if each not in after.attachments):
            await self._do(_REMOVE, {"which": gone.id, "now": now})
            lines.append(_line(report, person, "detach", now) | {"before": _said(gone)})
        if lines:
            await self._do(_NOTE, lines)

    async def _add(
        self, report: int, person: int, new: Attachment, data: Mapping[str, bytes], now: datetime
    ) -> None:
        known = {"sha256": new.sha256, "name": new.name}
        file = await self._value(_KEPT, known | {"report": report})
        if file is None:
            file = await self._value(_KEEP, known | {"data": data[new.sha256], "at": now})
        values = {"report": report, "file": file, "kind": new.kind.value, "name": new.name}
        await self._do(_ADD, values | {"size": new.size, "by": person, "at": now})


def attachments(rows: Iterable[AnyRow]) -> tuple[Attachment, ...]:
    """Rows of these statements as they are spoken of."""
    return tuple(Attachment(FileKind(kind), *rest) for kind, *rest in rows)


def _line(report: int, person: int, what: str, now: datetime) -> dict[str, Any]:
    line = {"who": person, "what": what, "report": report, "at": now}
    return line | {"before": None, "after": None}


def _said(each: Attachment) -> dict[str, str | int]:
    return {"name": each.name, "size": each.size, "sha256": each.sha256}
