"""The tree of regions that a roster's lines describe, a piece on each line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reporting.campaign import Campaign
from reporting.label import Label
from reporting.roster.header import Column
from reporting.roster.lines import Line
from reporting.roster.nouns import Path, RosterProblem, RosterRegion, fold
from reporting.roster.problems import Fault, guess, listed, problem

Place = tuple[str, str]
"""A region as a line names it: its own name and its parent's, folded. 市中区 is in two cities."""


class Placed(NamedTuple):
    """A line, and the region and level that it belongs to."""

    line: Line
    path: Path
    tier: str


class Tree:
    """Finds each line's region. ``problems`` and ``notes`` tell what could not be, or is odd."""

    def __init__(self, campaign: Campaign, lines: Sequence[Line]) -> None:
        """Read the lines; those without a region are somebody else's complaint."""
        self.problems: list[RosterProblem] = []
        self.notes: list[RosterProblem] = []
        self._campaign = campaign
        self._depth = {tier.key: n for n, tier in enumerate(campaign.tiers)}
        self._lines = [line for line in lines if line.region]
        self._parents: dict[str, dict[str, str]] = {}  # region → its parents, as written
        for line in self._lines:
            if line.parent:
                self._parents.setdefault(fold(line.region), {})[fold(line.parent)] = line.parent
        self._tops = {fold(x.region) for x in self._lines if self._depth.get(x.tier or "") == 0}
        self._first: dict[Place, Line] = {}
        self._tiers: dict[Place, str] = {}
        unclear = [line for line in self._lines if line.unclear]  # their level is told already
        self._unclear = {fold(line.region) for line in unclear}
        self._places = {line.number: self._place(line) for line in self._lines}
        self._read_tiers()
        self._up = {place: self._parent(place) for place in self._first}
        self._paths = {place: self._path(place) for place in self._first}

    def placed(self) -> tuple[Placed, ...]:
        """The lines whose region is clear."""
        return tuple(
            Placed(line, path, self._tiers[place])
            for line in self._lines
            if (place := self._places[line.number])
            and (path := self._paths[place])
            and place in self._tiers
        )

    def astray(self) -> tuple[Line, ...]:
        """The lines whose region is not clear."""
        placed = {each.line.number for each in self.placed()}
        return tuple(line for line in self._lines if line.number not in placed)

    def regions(self) -> tuple[RosterRegion, ...]:
        """Every region once, parents before children."""
        found = {
            path: RosterRegion(path, self._tiers[place])
            for place, path in self._paths.items()
            if path and place in self._tiers
        }
        tops = [each for each in found.values() if len(each.path) == 1]
        if len(tops) > 1:
            names = listed(Label(each.path[0], each.path[0]) for each in tops)
            self.notes.append(problem(Fault.SEVERAL_TOPS, 0, Column.REGION, known=names))
        return tuple(sorted(found.values(), key=lambda each: len(each.path)))

    def _place(self, line: Line) -> Place | None:
        """Which region the line means; None, with a problem told, where that is not clear."""
        parent = self._parent_said(line)
        if parent is None:
            return None
        place = (fold(line.region), parent)
        self._first.setdefault(place, line)
        return place

    def _parent_said(self, line: Line) -> str | None:
        """The parent's name, taken from other lines where this one leaves it blank."""
        name, region = fold(line.region), line.region
        is_top = self._depth.get(line.tier or "") == 0
        if is_top and line.parent:
            self._wrong(Fault.TOP_WITH_PARENT, line, Column.PARENT, region=region)
            return None
        if line.parent:
            return fold(line.parent)
        if is_top or (line.tier is None and name in self._tops):
            return ""
        known = self._parents.get(name, {})
        if not known and name in self._unclear:
            return ""
        if len(known) > 1:
            example = next(iter(known.values()))
            self._wrong(Fault.WHICH_REGION, line, Column.PARENT, said=region, example=example)
        elif not known:
            top = self._campaign.tiers[0].label
            self._wrong(Fault.NO_PARENT, line, Column.PARENT, region=region, top=top)
        return next(iter(known)) if len(known) == 1 else None

    def _read_tiers(self) -> None:
        said: dict[Place, Line] = {}
        for line in self._lines:
            place = self._places[line.number]
            if not place or line.tier is None:
                continue
            other = said.setdefault(place, line)
            if other.tier != line.tier:
                self._wrong(
                    Fault.LEVELS_DIFFER,
                    line,
                    Column.LEVEL,
                    region=line.region,
                    other=other.number,
                )
        self._tiers = {place: line.tier or "" for place, line in said.items()}
        known = listed(tier.label for tier in self._campaign.tiers)
        for place in self._first.keys() - said.keys():
            line = self._first[place]
            if place[0] in self._unclear:
                continue
            self._wrong(Fault.NO_LEVEL, line, Column.LEVEL, region=line.region, known=known)

    def _parent(self, place: Place) -> Place | None:
        """The region that the parent's name means; 内江市/市中区 says whose."""
        if not place[1]:
            return None
        found = self._called(place)
        if len(found) == 1:
            return found[0]
        line = self._first[place]
        if found and any(each not in self._tiers for each in (place, *found)):
            return None  # their levels would tell which; those are told already
        if found:
            whose = f"{self._first[found[0]].parent}/{line.parent}"
            self._wrong(Fault.WHICH_REGION, line, Column.PARENT, said=line.parent, example=whose)
        else:
            names = {e.region: Label(e.region, e.region) for e in self._first.values()}
            names.pop(line.region, None)
            near = guess(line.parent, names.values())
            self._wrong(Fault.UNKNOWN_PARENT, line, Column.PARENT, said=line.parent, guess=near)
        return None

    def _called(self, place: Place) -> list[Place]:
        """The regions with the parent's name; of several, those one level above."""
        *above, name = place[1].split("/")
        found = [e for e in self._first if e[0] == name and (not above or e[1] == above[-1])]
        depths = {e: self._depth.get(self._tiers.get(e, ""), -1) for e in (place, *found)}
        nearest = [each for each in found if depths[each] == depths[place] - 1]
        return nearest if len(found) > 1 and nearest else found

    def _path(self, place: Place) -> Path | None:
        """Walk up to the top; None, with a problem told, where that does not lead there."""
        chain = [place]
        while (up := self._up[chain[-1]]) is not None:
            if up in chain:
                if up == place:  # told once for each region of the circle
                    names = [self._first[each].region for each in (*chain, up)]
                    self._wrong(
                        Fault.CYCLE, self._first[place], Column.PARENT, path=" → ".join(names)
                    )
                return None
            chain.append(up)
        if chain[-1][1]:  # an unknown parent, told already
            return None
        if len(chain) > 1 and not self._is_below(place, chain[1]):
            return None
        return tuple(self._first[each].region for each in reversed(chain))

    def _is_below(self, place: Place, parent: Place) -> bool:
        if place not in self._tiers or parent not in self._tiers:
            return False
        tiers = [self._campaign.tier(self._tiers[each]) for each in (place, parent)]
        lower, upper = (self._depth[tier.key] for tier in tiers)
        said = {
            "region": self._first[place].region,
            "level": tiers[0].label,
            "parent": self._first[parent].region,
            "above": tiers[1].label,
        }
        if lower <= upper:
            self._wrong(Fault.WRONG_LEVEL, self._first[place], Column.PARENT, **said)
            return False
        if lower > upper + 1:
            number = self._first[place].number
            self.notes.append(problem(Fault.SKIPS_LEVEL, number, Column.PARENT, **said))
        return True

    def _wrong(self, fault: Fault, line: Line, column: Column, **said: object) -> None:
        self.problems.append(problem(fault, line.number, column, **said))
