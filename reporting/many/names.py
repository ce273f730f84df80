"""The names of a form's columns, rows and sentences, in both languages, and what each stands for.

A name has an axis: ``WHERE`` (a column, a header group, a sentence) or ``WHAT`` (a row, a
sentence's field); where and what together are a cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reporting.form import Column, Form
from reporting.label import Label
from reporting.many.per_form import per_form
from reporting.many.spellings import folded, ignored, spellings, spoken_fields

Keys = frozenset[str]


class Axis(StrEnum):
    """Which half of a cell a name gives."""

    WHERE = "where"
    WHAT = "what"


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a name stands for: the cells and fields that it covers, live or not."""

    axis: Axis
    keys: Keys
    full: bool  # its label, not only an alias


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a form. A name may have several senses; none is preferred."""

    senses: Mapping[str, tuple[Sense, ...]]  # by folded name
    beginnings: frozenset[str]

    def longest(self, text: str, at: int) -> tuple[str, int] | None:
        """The longest name that begins at a place of a plain text, and where it ends."""
        found, name = None, ""
        for end in range(at, len(text)):
            if ignored(text[end]) and text[end] != "\n":
                if not name:
                    return None
                continue
            name += text[end]
            if name not in self.beginnings:
                break
            if name in self.senses and _apart(text, at, end + 1):
                found = name, end + 1
        return found

    def kin(self, name: str) -> Keys:
        """What all names of rows and fields cover that begin with this one: 罚款, 罚款户次."""
        return _united(
            sense
            for other, senses in self.senses.items()
            if other.startswith(name)
            for sense in senses
            if sense.axis is Axis.WHAT
        )

    def containing(self, words: str) -> tuple[Sense, ...]:
        """What names may be meant by a part of them: 移送 of 移送司法机关. Offered, never taken."""
        part = folded(words)
        within = [senses for name, senses in self.senses.items() if part in name]
        return tuple(
            Sense(axis, keys, full=False)
            for axis in Axis
            if len(part) > 1
            and (keys := _united(each for senses in within for each in senses if each.axis is axis))
        )


def columns_of(form: Form, keys: Keys) -> frozenset[str]:
    """The columns that cells stand in."""
    return frozenset(form.cells[key].column for key in keys if key in form.cells)


@per_form
def names_of(form: Form) -> Names:
    """The names of a form."""
    senses: dict[str, dict[tuple[Axis, Keys], Sense]] = {}
    for name, sense in _all(form):
        for way in spellings(name):
            held = senses.setdefault(way, {}).get((sense.axis, sense.keys))
            if held is None or sense.full:
                senses[way][sense.axis, sense.keys] = sense
    beginnings = frozenset(name[:end] for name in senses for end in range(1, len(name) + 1))
    return Names({name: tuple(each.values()) for name, each in senses.items()}, beginnings)


def _all(form: Form) -> Iterator[tuple[str, Sense]]:
    for node in form.columns:
        yield from _of_column(form, node)
    for leaf in form.leaves:  # with its groups: 非准入机构 / 医疗机构
        cells = [cell for cell in form.cells.values() if cell.column == leaf.key]
        keys = frozenset(cell.key for cell in cells)
        labels = {cell.column_label for cell in cells}
        yield from _called(labels, (), Sense(Axis.WHERE, keys, full=True))
    for row in form.rows:
        cells = [cell for cell in form.cells.values() if cell.row == row.key]
        keys = frozenset(cell.key for cell in cells)
        labels = {row.label, *(cell.row_label for cell in cells)}
        yield from _called(labels, row.aliases, Sense(Axis.WHAT, keys, full=True))
    for line in form.sentences:
        keys = frozenset(each.key for each in line.fields)
        yield from _called({line.label}, (), Sense(Axis.WHERE, keys, full=True))
        for each in line.fields:
            yield from _called({each.label}, each.aliases, _field(each.key))
        for words, key in spoken_fields(line):
            yield words, _field(key)


def _of_column(form: Form, node: Column) -> Iterator[tuple[str, Sense]]:
    below = {leaf.key for leaf in node.leaves}
    keys = frozenset(cell.key for cell in form.cells.values() if cell.column in below)
    labels = {node.label, node.short or node.label}
    yield from _called(labels, node.aliases, Sense(Axis.WHERE, keys, full=True))
    for child in node.columns:
        yield from _of_column(form, child)


def _called(
    labels: Iterable[Label], aliases: Iterable[str], sense: Sense
) -> Iterator[tuple[str, Sense]]:
    for label in labels:
        yield from ((label.zh, sense), (label.en, sense))
    for alias in aliases:
        yield alias, Sense(sense.axis, sense.keys, full=False)


def _field(key: str) -> Sense:
    return Sense(Axis.WHAT, frozenset({key}), full=True)


def _united(senses: Iterable[Sense]) -> Keys:
    return frozenset().union(*(each.keys for each in senses))


def _apart(text: str, start: int, end: int) -> bool:
    """Whether a name in Latin letters is a word of its own there."""
    return not (_joined(text, start) or _joined(text, end))


def _joined(text: str, at: int) -> bool:
    return 0 < at < len(text) and all(
        each.isascii() and each.isalpha() for each in text[at - 1 : at + 1]
    )
