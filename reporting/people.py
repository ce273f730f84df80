"""People and their duties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reporting.label import Language


class Role(StrEnum):
    """What a duty asks of a person."""

    LIAISON = "liaison"  # 联络员 (A角)
    DEPUTY = "deputy"  # 联络员B
    COORDINATOR = "coordinator"  # 汇总员
    ADMINISTRATOR = "administrator"  # 管理员


@dataclass(frozen=True, slots=True)
class Person:
    """A human being in the roster. ``telegram`` is the bound account's id; None: not bound yet."""

    id: int
    name: str
    telegram: int | None = None
    language: Language = "zh"
    phone: str = ""
    email: str = ""
    office: str = ""
    blocked: bool = False  # has blocked the bot: cannot be reached


@dataclass(frozen=True, slots=True)
class Duty:
    """A person's role for one unit, or for one region (then ``unit`` is None)."""

    id: int
    person: int
    role: Role
    campaign: str
    region: int  # of the unit, or the region itself
    unit: int | None
    since: datetime
    until: datetime | None = None
