"""The units and the people that a roster's lines describe, and whether the lines agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reporting.campaign import Campaign
from reporting.label import Label
from reporting.roster.header import Column
from reporting.roster.lines import Line
from reporting.roster.nouns import (
    Path,
    PersonKey,
    RosterDuty,
    RosterPerson,
    RosterProblem,
    RosterUnit,
    fold,
    is_mobile,
    phone_digits,
)
from reporting.roster.problems import Fault, listed, problem
from reporting.roster.regions import Placed


def read_units(
    campaign: Campaign, placed: Iterable[Placed], astray: Iterable[Line] = ()
) -> tuple[tuple[RosterUnit, ...], list[RosterProblem]]:
    """Every unit once, and where two lines disagree about one.

    Of lines ``astray``, whose region is not clear, only department and level are compared.
    """
    first: dict[tuple[Path, str], tuple[Line, RosterUnit]] = {}
    faults: list[RosterProblem] = []
    for line, path, tier in placed:
        if not line.unit or line.department is None:
            continue
        unit = RosterUnit(path, line.unit, line.department, line.counted)
        known, other = first.setdefault(unit.key, (line, unit))
        said = {"unit": line.unit, "other": known.number}
        if other.department != unit.department:
            faults.append(problem(Fault.DEPARTMENTS_DIFFER, line.number, Column.DEPARTMENT, **said))
        if other.counted != unit.counted:
            faults.append(problem(Fault.COUNTED_DIFFERS, line.number, Column.COUNTED, **said))
        if known is line:
            faults += _department_faults(campaign, line, tier)
    for line in astray:
        if line.unit and line.tier:
            faults += _department_faults(campaign, line, line.tier)
    faults += _listed_twice(first.values())
    return tuple(unit for _, unit in first.values()), faults


def _department_faults(campaign: Campaign, line: Line, key: str) -> Iterable[RosterProblem]:
    tier = campaign.tier(key)
    if line.department and line.department not in tier.departments:
        yield problem(
            Fault.DEPARTMENT_NOT_HERE,
            line.number,
            Column.DEPARTMENT,
            level=tier.label,
            said=campaign.departments[line.department].label,
            known=listed(campaign.departments[key].label for key in tier.departments),
        )


def _listed_twice(units: Iterable[tuple[Line, RosterUnit]]) -> Iterable[RosterProblem]:
    """A unit named after one region that stands in another one too: it would be summed twice.

    Plain names (公安局) may stand in every region.
    """
    named: dict[str, tuple[Line, RosterUnit]] = {}
    for line, unit in units:
        known, other = named.setdefault(fold(unit.name), (line, unit))
        if known is not line and any(
            fold(each.region[-1]) in fold(unit.name) for each in (unit, other)
        ):
            yield problem(
                Fault.LISTED_TWICE,
                line.number,
                Column.UNIT,
                unit=unit.name,
                other=known.number,
                region=other.region[-1],
            )


def nobody_notes(placed: Iterable[Placed]) -> list[RosterProblem]:
    """A note for each unit that no line gives a person."""
    bare: dict[tuple[Path, str], Line] = {}
    served = set()
    for line, path, _ in placed:
        if line.unit:
            bare.setdefault((path, fold(line.unit)), line)
        if line.name:
            served.add((path, fold(line.unit)))
    return [
        problem(Fault.NOBODY, line.number, Column.NAME, unit=line.unit)
        for unit, line in bare.items()
        if unit not in served
    ]


class People:
    """Everybody in the lines: by name and telephone, or by name alone where that is unique."""

    def __init__(self, lines: Iterable[Line]) -> None:
        """Read the lines that name a person."""
        self.problems: list[RosterProblem] = []
        self.notes: list[RosterProblem] = []
        self._lines = [line for line in lines if line.name]
        self._phones: dict[str, dict[str, Line]] = {}  # name → digits → the first line with them
        for line in self._lines:
            phones = self._phones.setdefault(fold(line.name), {})
            if digits := phone_digits(line.phone):
                phones.setdefault(digits, line)
        self._people: dict[PersonKey, RosterPerson] = {}
        for line in self._lines:
            self._add(line)
        self._check_phones()

    @property
    def people(self) -> tuple[RosterPerson, ...]:
        """Everybody once, with what the lines together say of them."""
        return tuple(self._people.values())

    def duties(self, placed: Iterable[Placed]) -> tuple[RosterDuty, ...]:
        """Every duty once."""
        found = (
            RosterDuty(key, line.role, path, line.unit)
            for line, path, _ in placed
            if line.name and line.role and (key := self._key(line))
        )
        return tuple({(each.person, each.post): each for each in found}.values())

    def _key(self, line: Line) -> PersonKey | None:
        """Who the line means; None where only a telephone could tell."""
        name, digits = fold(line.name), phone_digits(line.phone)
        phones = self._phones[name]
        if digits or not phones:
            return name, digits
        return (name, next(iter(phones))) if len(phones) == 1 else None

    def _add(self, line: Line) -> None:
        key = self._key(line)
        if key is None:
            known = self._phones[fold(line.name)]
            phones = "、".join(each.phone for each in known.values())
            self.problems.append(
                problem(
                    Fault.WHICH_PERSON, line.number, Column.PHONE, said=line.name, phones=phones
                )
            )
            return
        said = RosterPerson(line.name, line.phone, line.email, line.office)
        self._people[key] = self._people[key].completed(said) if key in self._people else said

    def _check_phones(self) -> None:
        """A mobile belongs to one person; an office's telephone may be shared."""
        owners: dict[str, dict[str, Line]] = {}
        for name, phones in self._phones.items():
            for digits, line in phones.items():
                owners.setdefault(digits, {})[name] = line
            if len(phones) > 1:
                line = list(phones.values())[-1]
                said = {"count": len(phones), "said": line.name}
                self.notes.append(problem(Fault.NAMESAKES, line.number, Column.PHONE, **said))
        for digits, lines in owners.items():
            self._check_owners(digits, sorted(lines.values(), key=lambda each: each.number))

    def _check_owners(self, digits: str, lines: list[Line]) -> None:
        first, *others = lines
        if others and not is_mobile(digits):
            known = listed(Label(each.name, each.name) for each in lines)
            said = {"said": first.phone, "known": known}
            self.notes.append(problem(Fault.SHARED_LINE, others[0].number, Column.PHONE, **said))
            return
        for line in others:
            said = {"said": line.phone, "name": first.name, "other": first.number}
            self.problems.append(problem(Fault.PHONE_OF_TWO, line.number, Column.PHONE, **said))


def same_line_notes(lines: Iterable[Line]) -> list[RosterProblem]:
    """A note for each line that says nothing but what an earlier one said."""
    seen: dict[Line, int] = {}
    notes = []
    for line in lines:
        other = seen.setdefault(replace(line, number=0), line.number)
        if other != line.number:
            notes.append(problem(Fault.SAME_LINE, line.number, other=other))
    return notes
