"""A roster's rows, one by one: what each cell says, and what it cannot say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reporting.campaign import Campaign
from reporting.label import Label
from reporting.people import Role
from reporting.roster.header import Column, Header, Row
from reporting.roster.nouns import RosterProblem, fold, phone_digits
from reporting.roster.problems import Fault, guess, listed, problem

LONGEST = 100  # characters of a cell


DUTIES: Mapping[Role, Label] = {
    Role.LIAISON: Label("联络员", "liaison"),
    Role.DEPUTY: Label("联络员B", "liaison B"),
    Role.COORDINATOR: Label("汇总员", "coordinator"),
    Role.ADMINISTRATOR: Label("管理员", "administrator"),
}
_ALSO = {"联络员A": Role.LIAISON, "联络员A角": Role.LIAISON, "联络员B角": Role.DEPUTY}
_ROLES = {fold(word): role for word, role in _ALSO.items()} | {
    fold(word): role for role, label in DUTIES.items() for word in (label.zh, label.en, role)
}
OF_UNITS = frozenset({Role.LIAISON, Role.DEPUTY})
_ABROAD = re.compile(r"[+＋][\d\s()（）-]+")  # a telephone number with its country
_COUNTED = {"": True, "是": True, "yes": True, "否": False, "no": False}


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says. Names are as written; level, department and duty are understood."""

    number: int
    region: str
    tier: str | None  # None: not said on this line, or not understood
    parent: str
    unit: str
    department: str | None
    counted: bool
    name: str
    role: Role | None
    office: str
    phone: str
    email: str
    unclear: bool = False  # a level is written, but none that the campaign has


def read_line(campaign: Campaign, header: Header, row: Row) -> tuple[Line, list[RosterProblem]]:
    """What a row says, and everything on it that cannot be (each with the line's number)."""
    number, cells = row
    said = {column: _tidy(header.cell(column, cells)) for column in Column}
    tier = _level(campaign, said[Column.LEVEL])
    department = _named(
        said[Column.DEPARTMENT],
        (
            (key, (each.label, *(Label(alias, alias) for alias in each.aliases)))
            for key, each in campaign.departments.items()
        ),
    )
    line = Line(
        number=number,
        region=said[Column.REGION],
        tier=tier,
        parent=said[Column.PARENT],
        unit=said[Column.UNIT],
        department=department,
        counted=_COUNTED.get(fold(said[Column.COUNTED]), True),
        name=said[Column.NAME],
        role=_ROLES.get(fold(said[Column.DUTY])),
        office=said[Column.OFFICE],
        phone=said[Column.PHONE],
        email=said[Column.EMAIL],
        unclear=bool(said[Column.LEVEL]) and tier is None,
    )
    faults = [*_cell_faults(number, said), *_name_faults(campaign, line, said)]
    return line, [*faults, *_person_faults(line, said), *_duty_faults(line, said)]


def _tidy(cell: str) -> str:
    """Without what cannot be seen; inner spaces are single."""
    seen = "".join(c for c in cell if c.isspace() or unicodedata.category(c)[0] != "C")
    return " ".join(unicodedata.normalize("NFC", seen).split())


def _named(said: str, known: Iterable[tuple[str, tuple[Label, ...]]]) -> str | None:
    """The key of what is called so in either language, or by its key."""
    for key, labels in known:
        if fold(said) in {fold(key), *(fold(w) for label in labels for w in (label.zh, label.en))}:
            return key
    return None


def _level(campaign: Campaign, said: str) -> str | None:
    """The level called so, or nearly so: 县 is 县级, and 区 the only level with 县（市、区）."""
    exact = _named(said, ((t.key, (t.label, *t.kinds)) for t in campaign.tiers))
    if exact or not said:
        return exact
    tiers = campaign.tiers
    begins = [t.key for t in tiers if fold(t.label.zh).startswith(fold(said))]
    parts = [t.key for t in tiers if any(said in re.split("[（(、)）]", k.zh) for k in t.kinds)]
    return next((found[0] for found in (begins, parts) if len(found) == 1), None)


def _cell_faults(number: int, said: Mapping[Column, str]) -> Iterable[RosterProblem]:
    for column, cell in said.items():
        if _is_formula(cell) and not (column is Column.PHONE and _ABROAD.fullmatch(cell)):
            yield problem(Fault.FORMULA, number, column, said=cell[:40])
        elif len(cell) > LONGEST:
            yield problem(Fault.TOO_LONG, number, column, limit=LONGEST)
    phone, email, counted = said[Column.PHONE], said[Column.EMAIL], said[Column.COUNTED]
    if phone and (len(phone_digits(phone)) < 3 or re.search(r"\d[eE]\+?\d", phone)):
        yield problem(Fault.PHONE, number, Column.PHONE, said=phone[:40])
    if email and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", email):
        yield problem(Fault.EMAIL, number, Column.EMAIL, said=email[:40])
    if fold(counted) not in _COUNTED:
        yield problem(Fault.COUNTED, number, Column.COUNTED, said=counted[:40])


def _is_formula(cell: str) -> bool:
    """What a spreadsheet program would take for a formula when the roster is exported again."""
    begins = unicodedata.normalize("NFKC", cell[:1])  # in China some take full width for it too
    return begins in ("=", "@", "+") or (begins == "-" and len(cell) > 1)


def _name_faults(
    campaign: Campaign, line: Line, said: Mapping[Column, str]
) -> Iterable[RosterProblem]:
    number, level, department = line.number, said[Column.LEVEL], said[Column.DEPARTMENT]
    if not line.region:
        yield problem(Fault.NO_REGION, number, Column.REGION)
    if line.unclear:
        words = [label for tier in campaign.tiers for label in (tier.label, *tier.kinds)]
        yield problem(
            Fault.UNKNOWN_LEVEL, number, Column.LEVEL, said=level[:40], guess=guess(level, words)
        )
    labels = [each.label for each in campaign.departments.values()]
    if department and line.department is None:
        yield problem(
            Fault.UNKNOWN_DEPARTMENT,
            number,
            Column.DEPARTMENT,
            said=department[:40],
            guess=_nearest_department(campaign, department),
        )
    elif line.unit and not department:
        yield problem(
            Fault.NO_DEPARTMENT, number, Column.DEPARTMENT, unit=line.unit, known=listed(labels)
        )


def _nearest_department(campaign: Campaign, said: str) -> Label:
    """Aliases help to find it, but it is called by its name."""
    labels = [each.label for each in campaign.departments.values()]
    for each in campaign.departments.values():
        words = (each.label.zh, each.label.en, *each.aliases)
        if any(fold(word) in fold(said) for word in words):
            return guess(each.label.zh, [each.label])
    return guess(said, labels)


def _person_faults(line: Line, said: Mapping[Column, str]) -> Iterable[RosterProblem]:
    """What is said of a person whom the line does not name would be lost."""
    if not line.name and (said[Column.DUTY] or line.phone or line.email):
        yield problem(Fault.NO_NAME, line.number, Column.NAME)


def _duty_faults(line: Line, said: Mapping[Column, str]) -> Iterable[RosterProblem]:
    duty, known = said[Column.DUTY], listed(DUTIES.values())
    if duty and line.role is None:
        yield problem(Fault.UNKNOWN_DUTY, line.number, Column.DUTY, said=duty[:40], known=known)
    elif line.name and not duty:
        yield problem(Fault.NO_DUTY, line.number, Column.DUTY, name=line.name, known=known)
    elif line.role in OF_UNITS and not line.unit:
        yield problem(Fault.LIAISON_WITHOUT_UNIT, line.number, Column.UNIT)
    elif line.role and line.role not in OF_UNITS and line.unit:
        yield problem(Fault.DUTY_WITH_UNIT, line.number, Column.UNIT, said=duty, unit=line.unit)
