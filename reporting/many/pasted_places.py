"""Where a pasted row can go: the places of a column, a row, a group or the form, in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reporting.draft import Draft
from reporting.form import Form, State
from reporting.many.meaning import covered
from reporting.many.names import columns_of
from reporting.many.pasted_items import Items
from reporting.many.results import Extent, Fit
from reporting.many.tokens import Name


@dataclass(frozen=True, slots=True)
class Places:
    """Cells and fields in the order of the items. ``printed``: those not entered as well."""

    extent: Extent
    keys: tuple[str, ...]
    printed: bool = False

    @property
    def fit(self) -> Fit:
        """How many items go here."""
        return Fit(self.extent, len(self.keys))

    def takes(self, items: Items) -> bool:
        """Whether these are as many; empty items stand only where a table is copied."""
        return len(items) == len(self.keys) and (self.printed or all(each.said for each in items))


def unlabelled(form: Form, draft: Draft, across: bool) -> list[Places]:
    """What a row without a label may fill: what is left of the column, the group, the form.

    A column may also come as printed, with its computed and ``--`` cells; so may, ``across``,
    the row of the pending question.
    """
    cell, question = form.cells.get(draft.at), form.questions.get(draft.at)
    found = []
    if cell:
        column = _column(form, cell.column)
        live = [key for key in form.inputs if key in column.keys]
        found.append(Places(Extent.COLUMN, _left(draft, live)))
        if len(live) < len(column.keys):
            found.append(column)
    if question:
        group = next(each for each in form.groups if each.key == question.group)
        found.append(Places(Extent.GROUP, _left(draft, group.questions)))
    found.append(Places(Extent.FORM, _left(draft, form.inputs)))
    if cell and across:
        found.append(_row(form, cell.row))
    return _distinct(found)


def labelled(form: Form, draft: Draft, names: Sequence[Name]) -> list[Places]:
    """What a row with these names before it may fill: all that they cover, or what is left."""
    keys = covered(form, names, None).keys
    columns, rows = columns_of(form, keys), {form.cells[k].row for k in keys if k in form.cells}
    live = tuple(key for key in form.inputs if key in keys)
    if len(keys) < 2:
        return []
    if len(columns) == 1 and len(rows) > 1:
        printed, extent = _column(form, next(iter(columns))), Extent.COLUMN
    elif len(rows) == 1 and len(columns) > 1:
        printed, extent = _row(form, next(iter(rows))), Extent.ROW
        live = tuple(key for key in printed.keys if key in live)
    else:
        printed, extent = Places(Extent.GROUP, live), Extent.GROUP
    return _distinct([Places(extent, _left(draft, live)), Places(extent, live), printed])


def blocks(form: Form, draft: Draft, lines: int, cells: int) -> list[Places]:
    """What a block of so many lines and cells a line may fill: all rows of the form or a group."""
    if lines != len(form.rows):
        return []
    question = form.questions.get(draft.at)
    here = [node for node in form.columns if question and node.key == question.group]
    sides = [(Extent.FORM, form.leaves), *((Extent.GROUP, node.leaves) for node in here)]
    found = []
    for extent, leaves in sides:
        entered = [leaf.key for leaf in leaves if _entered(form, leaf.key)]
        for columns in ([leaf.key for leaf in leaves], entered):
            if len(columns) == cells:
                keys = tuple(f"{row.key}.{column}" for row in form.rows for column in columns)
                found.append(Places(extent, keys, printed=True))
    return _distinct(found)


def _left(draft: Draft, keys: Iterable[str]) -> tuple[str, ...]:
    """Those not answered yet, and the one that is being asked."""
    return tuple(key for key in keys if key not in draft.answers or key == draft.at)


def _column(form: Form, column: str) -> Places:
    keys = tuple(f"{row.key}.{column}" for row in form.rows)
    return Places(Extent.COLUMN, keys, printed=True)


def _row(form: Form, row: str) -> Places:
    return Places(Extent.ROW, tuple(f"{row}.{leaf.key}" for leaf in form.leaves), printed=True)


def _entered(form: Form, column: str) -> bool:
    return any(form.cells[f"{row.key}.{column}"].state is State.INPUT for row in form.rows)


def _distinct(found: Iterable[Places]) -> list[Places]:
    by_keys: dict[tuple[str, ...], Places] = {}
    for each in found:
        if len(each.keys) > 1:
            by_keys.setdefault(each.keys, each)
    return list(by_keys.values())
