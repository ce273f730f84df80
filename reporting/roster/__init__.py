"""The list of regions, units and people, from a table somebody filled in."""

from reporting.roster.reading import (
    COLUMNS,
    DUTIES,
    OPTIONAL,
    Changes,
    Column,
    Difference,
    HandedOver,
    Roster,
    RosterDuty,
    RosterPerson,
    RosterProblem,
    RosterRegion,
    RosterUnit,
    Row,
    compare,
    read_roster,
)

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
