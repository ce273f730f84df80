"""Who is who in a campaign, as a roster file says it: by names, independent of any database."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from datetime import datetime

from reporting.label import Label
from reporting.people import Role

Path = tuple[str, ...]
"""A region by the names from the top down to it: ("四川省", "成都市", "锦江区")."""

PersonKey = tuple[str, str]
"""A person by name and the digits of the telephone ("" where none is given)."""

Post = tuple[Role, Path, str]
"""A role at a place: what is held, whoever holds it."""


def fold(words: str) -> str:
    """Words as they are compared: full width, spaces and letter case make no difference."""
    return "".join(unicodedata.normalize("NFKC", words).casefold().split())


def folded(path: Path) -> Path:
    """A region's path as it is compared."""
    return tuple(fold(name) for name in path)


@dataclass(frozen=True, slots=True)
class RosterRegion:
    """A region and its level; its parent is ``path[:-1]``, empty at the top."""

    path: Path
    tier: str

    @property
    def key(self) -> Path:
        """What makes it the same region in two rosters."""
        return folded(self.path)


@dataclass(frozen=True, slots=True)
class RosterUnit:
    """A unit of a region."""

    region: Path
    name: str
    department: str
    counted: bool = True

    @property
    def key(self) -> tuple[Path, str]:
        """What makes it the same unit in two rosters."""
        return folded(self.region), fold(self.name)


@dataclass(frozen=True, slots=True)
class RosterPerson:
    """A person. ``phone`` is kept as written."""

    name: str
    phone: str = ""
    email: str = ""
    office: str = ""

    @property
    def key(self) -> PersonKey:
        """Name and the telephone's digits, a mobile's +86 left out."""
        return fold(self.name), phone_digits(self.phone)

    def completed(self, other: RosterPerson) -> RosterPerson:
        """This person, with what only ``other`` says in the places left blank."""
        return replace(
            self,
            phone=self.phone or other.phone,
            email=self.email or other.email,
            office=self.office or other.office,
        )


@dataclass(frozen=True, slots=True)
class RosterDuty:
    """A person's role for a unit of a region, or for the region itself (``unit`` is "")."""

    person: PersonKey
    role: Role
    region: Path
    unit: str = ""

    @property
    def post(self) -> Post:
        """What is held, whoever holds it."""
        return self.role, folded(self.region), fold(self.unit)


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A duty that passed to somebody else in the chat; ``to`` None: it was only ended."""

    duty: RosterDuty
    to: PersonKey | None
    at: datetime


@dataclass(frozen=True, slots=True)
class RosterProblem:
    """What is wrong on a line of a roster (0: the file as a whole), and what to do about it."""

    line: int
    column: str
    what: Label
    remedy: Label
    note: bool = False
    """Worth a look, but keeps nothing from being loaded."""


@dataclass(frozen=True)
class Roster:
    """A roster without contradictions. Regions stand after their parents.

    ``notes`` are worth a look, but keep nothing from being loaded.
    """

    regions: tuple[RosterRegion, ...] = ()
    units: tuple[RosterUnit, ...] = ()
    people: tuple[RosterPerson, ...] = ()
    duties: tuple[RosterDuty, ...] = ()
    notes: tuple[RosterProblem, ...] = field(default=(), compare=False)


def phone_digits(phone: str) -> str:
    """The digits of a telephone number, without the country code of a Chinese mobile."""
    digits = "".join(c for c in unicodedata.normalize("NFKC", phone) if c in "0123456789")
    bare = digits.removeprefix("00").removeprefix("86")
    return bare if is_mobile(bare) else digits


def is_mobile(digits: str) -> bool:
    """Whether a number is a Chinese mobile's, which belongs to one person."""
    return len(digits) == 11 and digits.startswith("1")
