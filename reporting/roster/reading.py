"""Reading a roster: all of it, or every reason why not.

Decoding a file into rows is ``exports.roster_file``'s; here are only rules. Units and people
that two lines describe must agree; a region may be described on any of its lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reporting.campaign import Campaign
from reporting.roster.header import Row, find_header
from reporting.roster.lines import read_line
from reporting.roster.nouns import Roster, RosterProblem
from reporting.roster.problems import Fault, problem
from reporting.roster.regions import Tree
from reporting.roster.units import People, nobody_notes, read_units, same_line_notes


def read_roster(campaign: Campaign, rows: Iterable[Row]) -> Roster | tuple[RosterProblem, ...]:
    """The roster that the rows describe, or everything that is wrong with them, by line.

    Among what is wrong stand the notes on regions, which may be its cause.
    Columns stand in any order under a header, in Chinese or English. Empty rows are skipped.
    A line without 单位 is a duty for the region itself; one without 姓名 is a unit that has
    no person yet.
    """
    found = find_header([row for row in rows if any(cell.strip() for cell in row[1])])
    if isinstance(found, RosterProblem):
        return (found,)
    header, below = found
    if faults := tuple(header.problems()):
        return faults
    if not below:
        return (problem(Fault.EMPTY, header.number),)
    read = [read_line(campaign, header, row) for row in below]
    lines = [line for line, _ in read]
    tree, people = Tree(campaign, lines), People(lines)
    placed = tree.placed()
    units, unit_faults = read_units(campaign, placed, tree.astray())
    wrong = [each for _, theirs in read for each in theirs]
    wrong += [*tree.problems, *unit_faults, *people.problems]
    if wrong:
        return _in_order([*wrong, *tree.notes])
    regions = tree.regions()
    notes = [*header.notes(), *same_line_notes(lines), *tree.notes, *people.notes]
    return Roster(
        regions,
        units,
        people.people,
        people.duties(placed),
        _in_order([*notes, *nobody_notes(placed)]),
    )


def _in_order(problems: Sequence[RosterProblem]) -> tuple[RosterProblem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=lambda each: each.line))
