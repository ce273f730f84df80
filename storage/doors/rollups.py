"""What regions summed: numbered versions, with who was in them and who was missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, update

from reporting.attaching import Attachment, FileKind
from reporting.chain import Contribution, RollUp
from storage import tables
from storage.doors.door import AnyRow, Door, insert_new
from storage.types import whole

_o = tables.rollups.c
_later = tables.rollups.alias("later")
_ADD = insert_new(tables.rollups, _o.id)
_ROLLUP = select(_o.region, _o.period, _o.version, _o.figures, _o.contributions, _o.at)
_VERSIONS = _ROLLUP.where(
    _o.region == bindparam("region"), _o.period == bindparam("period"), _o.form == bindparam("form")
).order_by(_o.version)
_NEWEST_VERSION = (
    select(func.max(_later.c.version))
    .where(_later.c.region == _o.region, _later.c.period == _o.period, _later.c.form == _o.form)
    .scalar_subquery()
)
_OF_CHILDREN = (
    _ROLLUP.join(tables.regions, tables.regions.c.id == _o.region)
    .where(
        tables.regions.c.parent == bindparam("region"),
        _o.period == bindparam("period"),
        _o.form == bindparam("form"),
        _o.version == _NEWEST_VERSION,
    )
    .order_by(_o.region)
)
_BY_PERIOD = _ROLLUP.where(
    _o.region == bindparam("region"),
    _o.form == bindparam("form"),
    _o.version == _NEWEST_VERSION,
).order_by(_o.period)
_RELEASED = select(_o.region, _o.period).where(
    _o.campaign == bindparam("campaign"), _o.version == 1
)
_LINK = update(tables.rollups).where(_o.id == bindparam("which")).values(file=bindparam("new_file"))
_FILE = select(_o.file).where(
    _o.region == bindparam("region"),
    _o.period == bindparam("period"),
    _o.form == bindparam("form"),
    _o.version == bindparam("version"),
)


class RollUps(Door):
    """Roll-ups. A version never changes; only its workbook is linked afterwards."""

    async def add(self, rollup: RollUp, campaign: str, form: str, fingerprint: str) -> int | None:
        """Keep it; its id, or None if this version is there already (somebody was first)."""
        values = {"campaign": campaign, "form": form, "fingerprint": fingerprint, "at": rollup.at}
        values |= {"region": rollup.region, "period": rollup.period, "version": rollup.version}
        values |= {"figures": whole(rollup.figures)}
        values |= {"contributions": [_written(each) for each in rollup.contributions]}
        found: int | None = await self._value(self._for_here(_ADD), values)
        return found

    async def newest(self, region: int, period: str, form: str) -> RollUp | None:
        """The newest version; None where the region has none yet."""
        versions = await self.versions(region, period, form)
        return versions[-1] if versions else None

    async def versions(self, region: int, period: str, form: str) -> tuple[RollUp, ...]:
        """Every version, oldest first."""
        values = {"region": region, "period": period, "form": form}
        return tuple(_rollup(row) for row in await self._rows(_VERSIONS, values))

    async def newest_of_children(self, region: int, period: str, form: str) -> Mapping[int, RollUp]:
        """Child region id → its newest version. A child without one is absent."""
        values = {"region": region, "period": period, "form": form}
        found = [_rollup(row) for row in await self._rows(_OF_CHILDREN, values)]
        return {each.region: each for each in found}

    async def newest_by_period(self, region: int, form: str) -> Mapping[str, RollUp]:
        """Period key → the region's newest version, oldest period first."""
        rows = await self._rows(_BY_PERIOD, {"region": region, "form": form})
        return {row.period: _rollup(row) for row in rows}

    async def released(self, campaign: str) -> frozenset[tuple[int, str]]:
        """The (region id, period key) pairs that have a version."""
        rows = await self._rows(_RELEASED, {"campaign": campaign})
        return frozenset((row.region, row.period) for row in rows)

    async def link(self, id: int, file: int) -> None:
        """The workbook that was made of this version."""
        await self._do(_LINK, {"which": id, "new_file": file})

    async def file_of(self, region: int, period: str, form: str, version: int) -> int | None:
        """The id of the workbook made of this version; None if there is none."""
        values = {"region": region, "period": period, "form": form, "version": version}
        found: int | None = await self._value(_FILE, values)
        return found


def _written(each: Contribution) -> dict[str, Any]:
    said = {field.name: getattr(each, field.name) for field in fields(each)}
    if each.figures is not None:
        said["figures"] = whole(each.figures)
    if each.texts is not None:
        said["texts"] = dict(each.texts)
    said["attachments"] = [asdict(beside) for beside in each.attachments]
    return said | {name: at and at.isoformat() for name, at in _moments(said).items()}


def _rollup(row: AnyRow) -> RollUp:
    region, period, version, figures, contributions, at = row
    read = tuple(_read(each) for each in contributions)
    return RollUp(region, period, version, figures, read, at)


def _read(said: dict[str, Any]) -> Contribution:
    moments = {name: at and datetime.fromisoformat(at) for name, at in _moments(said).items()}
    beside = tuple(_attachment(each) for each in said.get("attachments", ()))
    return Contribution(**said | moments | {"attachments": beside})


def _attachment(said: dict[str, Any]) -> Attachment:
    return Attachment(**said | {"kind": FileKind(said["kind"])})


def _moments(said: dict[str, Any]) -> dict[str, Any]:
    return {name: said.get(name) for name in ("first_at", "last_at")}
