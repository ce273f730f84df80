"""The cells of a filled-in matrix: what was typed, and what cannot be a figure."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.utils import get_column_letter

from exports.foreign import Region
from exports.foreign_seen import Found, Sort
from exports.sheet import Merge, Place
from reporting.form import Cell, Form, State
from reporting.sheet_cells import LONGEST, Fault, Stood

DASHES = frozenset("-—–－/／\\")  # what may stand where no figure applies
QUOTES = "'’‘＇`"  # the sign that makes a spreadsheet take a number for text
FAULTS = {
    Sort.DATE: Fault.DATE,
    Sort.BOOLEAN: Fault.BOOLEAN,
    Sort.ERROR: Fault.ERROR,
    Sort.FORMULA: Fault.FORMULA,
}


def matrix_cells(form: Form, region: Region, first: int) -> Iterator[Stood]:
    """What stands in the matrix whose first row is ``first``; blank cells say nothing."""
    merged: set[Place] = set()
    places = _places(form, first)
    for area in region.merges:
        inside = [at for at in places if at not in merged and _within(at, area)]
        merged.update(inside)
        entered = [places[at] for at in inside if places[at].state is State.INPUT]
        if entered:
            yield _merged(entered[0], area, region)
    for at, cell in places.items():
        found = region.cells.get(at)
        if found is not None and at not in merged:
            yield from _stood(cell, address(at), found)


def address(at: Place) -> str:
    """A place as a spreadsheet calls it: D6."""
    return f"{get_column_letter(at[1])}{at[0]}"


def typed(text: str) -> str:
    """Text as it was typed: on one line, and not without end."""
    return " ".join(text.split()).lstrip(QUOTES)[:LONGEST].strip()


def _places(form: Form, first: int) -> dict[Place, Cell]:
    return {
        (row, column): form.cells[f"{line.key}.{leaf.key}"]
        for row, line in enumerate(form.rows, first)
        for column, leaf in enumerate(form.leaves, 2)
    }


def _within(at: Place, area: Merge) -> bool:
    return area.top <= at[0] <= area.bottom and area.left <= at[1] <= area.right


def _merged(cell: Cell, area: Merge, region: Region) -> Stood:
    """One figure for several cells is nobody's figure."""
    at = address((area.top, area.left)), address((area.bottom, area.right))
    found = region.cells.get((area.top, area.left))
    return Stood(cell.key, ":".join(at), typed(found.text) if found else "", Fault.MERGED)


def _stood(cell: Cell, at: str, found: Found) -> Iterator[Stood]:
    said = typed(found.text)
    match cell.state:
        case State.INPUT if found.sort in FAULTS:
            yield Stood(cell.key, at, said, FAULTS[found.sort])
        case State.INPUT if said:
            yield Stood(cell.key, at, said)
        case State.COMPUTED if said and found.sort not in FAULTS:  # it is calculated anyway
            yield Stood(cell.key, at, said)
        case State.NONE | State.BLANK if said and not set(said) <= DASHES:
            yield Stood(cell.key, at, said, Fault.NOT_APPLICABLE)
