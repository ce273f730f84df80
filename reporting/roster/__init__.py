"""The list of regions, units and people, from a table somebody filled in."""

from reporting.roster.comparing import Changes, Difference, compare
from reporting.roster.header import COLUMNS, OPTIONAL, Column, Row
from reporting.roster.lines import DUTIES
from reporting.roster.nouns import (
    HandedOver,
    Roster,
    RosterDuty,
    RosterPerson,
    RosterProblem,
    RosterRegion,
    RosterUnit,
)
from reporting.roster.reading import read_roster

__all__ = [
    "COLUMNS",
    "DUTIES",
    "OPTIONAL",
    "Changes",
    "Column",
    "Difference",
    "HandedOver",
    "Roster",
    "RosterDuty",
    "RosterPerson",
    "RosterProblem",
    "RosterRegion",
    "RosterUnit",
    "Row",
    "compare",
    "read_roster",
]
