"""People and their duties."""

from __future__ import annotations

import re
from collections.abc import Iterable
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


COLLECTS = (Role.COORDINATOR, Role.ADMINISTRATOR)
"""Who has something to do with other people's reports."""


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


def may_pass_on(held: Iterable[Duty], duty: Duty) -> bool:
    """Whether somebody who holds these duties may hand that one to a successor.

    Their own; any of the units of the region they coordinate; an administrator, every one of the
    campaign.
    """
    return any(each.id == duty.id or _is_over(each, duty) for each in held)


def _is_over(mine: Duty, duty: Duty) -> bool:
    if mine.campaign != duty.campaign:
        return False
    own_region = mine.role is Role.COORDINATOR and mine.region == duty.region
    return mine.role is Role.ADMINISTRATOR or (own_region and duty.unit is not None)


NAME_LONGEST = 20
_NAME_AND_PHONE = re.compile(r"(?P<name>\S.*?)(?:\s+(?P<phone>\+?[\d\-()（）]{5,20}))?")


def named(said: str) -> tuple[str, str] | None:
    """A name, and the telephone written behind it ("" where none is); None: no name."""
    found = _NAME_AND_PHONE.fullmatch(said.strip())
    if found is None or len(found["name"]) > NAME_LONGEST or not found["name"].isprintable():
        return None
    return None if found["name"][0].isdecimal() else (found["name"], found["phone"] or "")
