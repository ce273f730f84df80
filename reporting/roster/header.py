"""A roster's header: which column is which, in any order, in Chinese or English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reporting.label import Label
from reporting.roster.nouns import RosterProblem, fold
from reporting.roster.problems import Fault, guess, listed, problem

Row = tuple[int, Sequence[str]]
"""A line's number in the file, and its cells as text."""

_WITHIN = 10  # a title and a date may stand above the header


class Column(StrEnum):
    """The columns of a roster, as the header names them."""

    REGION = "地区"
    LEVEL = "级别"
    PARENT = "上级地区"
    UNIT = "单位"
    DEPARTMENT = "部门"
    COUNTED = "计入汇总"
    NAME = "姓名"
    DUTY = "职责"
    OFFICE = "处室"
    PHONE = "电话"
    EMAIL = "邮箱"


COLUMNS: Mapping[Column, Label] = {
    Column.REGION: Label("地区", "Region"),
    Column.LEVEL: Label("级别", "Level"),
    Column.PARENT: Label("上级地区", "Parent region"),
    Column.UNIT: Label("单位", "Unit"),
    Column.DEPARTMENT: Label("部门", "Department"),
    Column.COUNTED: Label("计入汇总", "Counted"),
    Column.NAME: Label("姓名", "Name"),
    Column.DUTY: Label("职责", "Duty"),
    Column.OFFICE: Label("处室", "Office"),
    Column.PHONE: Label("电话", "Phone"),
    Column.EMAIL: Label("邮箱", "Email"),
}
OPTIONAL = frozenset({Column.OFFICE, Column.PHONE, Column.EMAIL})
_NAMES = {fold(word): column for column, label in COLUMNS.items() for word in (label.zh, label.en)}


@dataclass(frozen=True, slots=True)
class Header:
    """The line with the columns' names: its number, its cells, and each column's index."""

    number: int
    cells: tuple[str, ...]
    places: Mapping[Column, int]

    def cell(self, column: Column, cells: Sequence[str]) -> str:
        """What a row says in a column; "" where the row or the file does not have it."""
        place = self.places.get(column, len(cells))
        return cells[place] if place < len(cells) else ""

    def problems(self) -> Iterable[RosterProblem]:
        """Columns that are missing, or there twice."""
        found = [_NAMES.get(fold(cell)) for cell in self.cells]
        for column, label in COLUMNS.items():
            if column not in found and column not in OPTIONAL:
                yield problem(Fault.MISSING_COLUMN, self.number, column, said=label)
            if found.count(column) > 1:
                yield problem(Fault.REPEATED_COLUMN, self.number, column, said=label)

    def notes(self) -> Iterable[RosterProblem]:
        """Columns that nobody knows; they are not read."""
        for cell in self.cells:
            if cell.strip() and fold(cell) not in _NAMES:
                near = guess(cell, COLUMNS.values())
                yield problem(Fault.UNKNOWN_COLUMN, self.number, cell, said=cell, guess=near)


def find_header(rows: Sequence[Row]) -> tuple[Header, Sequence[Row]] | RosterProblem:
    """The first row that names three columns or more, and the rows below it."""
    for n, (number, cells) in enumerate(rows[:_WITHIN]):
        if len({fold(cell) for cell in cells} & _NAMES.keys()) >= 3:
            places = {_NAMES[fold(cell)]: i for i, cell in enumerate(cells) if fold(cell) in _NAMES}
            return Header(number, tuple(cells), places), rows[n + 1 :]
    if not rows:
        return problem(Fault.EMPTY, 0)
    return problem(Fault.NO_HEADER, rows[0][0], columns=listed(COLUMNS.values()))
