"""Where a check is held: in every column, every row, every entered figure, or once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reporting.form import Cell, Check, Each, Form, State
from reporting.label import Label


@dataclass(frozen=True, slots=True)
class CheckPlace:
    """One place: which key each name of the check stands for, and what the place is called."""

    keys: Mapping[str, str]
    row: Label | None = None
    column: Label | None = None


def places(form: Form, check: Check) -> Iterator[CheckPlace]:
    """Every place of the check whose figures are all live, and at least one of them entered.

    Where all are computed, the mistake is found at the cells they come from; a check that names
    this very row or column is held there all the same.
    """
    places_of = {Each.COLUMN: _columns, Each.ROW: _rows, Each.CELL: _cells, Each.FORM: _form}
    named = bool(check.each is Each.FORM or check.rows or check.columns)
    for place in places_of[check.each](form, check):
        states = {_state(form, key) for key in place.keys.values()}
        if states <= {State.INPUT, State.COMPUTED} and (named or State.INPUT in states):
            yield place


def _columns(form: Form, check: Check) -> Iterator[CheckPlace]:
    for leaf in form.leaves:
        if not check.columns or leaf.key in check.columns:
            keys = {name: f"{name}.{leaf.key}" for name in check.must.names}
            yield CheckPlace(keys, column=_any_cell(form, keys).column_label)


def _rows(form: Form, check: Check) -> Iterator[CheckPlace]:
    for row in form.rows:
        if not check.rows or row.key in check.rows:
            keys = {name: f"{row.key}.{name}" for name in check.must.names}
            yield CheckPlace(keys, row=_any_cell(form, keys).row_label)


def _cells(form: Form, check: Check) -> Iterator[CheckPlace]:
    """Every entered cell; the sentences' figures too, unless rows or columns narrow the check."""
    for cell in form.cells.values():
        if (
            cell.state is State.INPUT
            and (not check.rows or cell.row in check.rows)
            and (not check.columns or cell.column in check.columns)
        ):
            yield CheckPlace({"cell": cell.key}, cell.row_label, cell.column_label)
    if not check.rows and not check.columns:
        for line in form.sentences:
            for each in line.fields:
                yield CheckPlace({"cell": each.key}, each.label, line.label)


def _form(form: Form, check: Check) -> Iterator[CheckPlace]:
    yield CheckPlace({name: name for name in check.must.names})


def _any_cell(form: Form, keys: Mapping[str, str]) -> Cell:
    return form.cells[min(keys.values())]


def _state(form: Form, key: str) -> State:
    return form.cells[key].state if key in form.cells else State.INPUT
