"""Splitting a pasted row into items: by tabs or lines as a table does, else by what is typed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reporting.events import Reason
from reporting.form import Form
from reporting.label import Label
from reporting.many.names import Names, names_of
from reporting.many.spellings import ignored, plain
from reporting.many.tokens import Name
from reporting.measure import Kind, Measure
from reporting.numbers import Read, read_number
from reporting.numbers.amount import tidied
from reporting.numbers.words import DASHES, NOT_APPLICABLE, UNITS

LONGEST_LABEL = 200  # characters

_BETWEEN = r"\s,，、;；"
_UNIT = f"[十百千万亿]*(?:{'|'.join(map(re.escape, sorted(UNITS, key=len, reverse=True)))})"
_REST = rf"[^{_BETWEEN}]*(?:(?<=[0-9０-９])[ \u3000]{_UNIT}(?=[{_BETWEEN}]|$))?"  # 3.5 万元
_THOUSANDS = r"(?<![\d.,，])[1-9]\d{0,2}(?:[,，]\d{3})+(?!\d|[,，]\d)"
_APART = re.compile(rf"[^{_BETWEEN}]{_REST}")
_JOINED = re.compile(rf"{_THOUSANDS}{_REST}|[^{_BETWEEN}]{_REST}")
_AFTER_LABEL = re.compile(r"(?:[(（][^()（）\n\t]*[)）])?[^\S\n\t]*[:：]?[^\S\n\t]*[\n\t]?")
_ONE_NUMBER = re.compile(r"[^\s、;；]*")
_ANY = Measure(Kind.NUMBER, Label("", ""), 6)
_NO_FIGURE = (Reason.NOT_A_NUMBER, Reason.EMPTY, Reason.LONE_DASH)
_FEWEST_IN_COMMAS = 4  # 5,120 or 1,234,56 may be one number, mistyped


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of a row: what was said, and from which character on."""

    said: str
    at: int

    @property
    def blank(self) -> bool:
        """Nothing, or a mark for "does not apply"."""
        said = "0" if self.said.isdecimal() else tidied(self.said)
        return not said or said in NOT_APPLICABLE or set(said) <= DASHES

    @property
    def figure(self) -> bool:
        """Whether it is a number, even one that is refused."""
        if self.said.isdecimal():
            return True
        read = read_number(self.said, _ANY)
        return isinstance(read, Read) or read.reason not in _NO_FIGURE


Items = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A row as pasted, its label taken off.

    ``ways`` are its possible readings: without empty places and with them; or, ``doubtful``,
    1,234 as one number, and then as two. ``one_number``: it may be one number, mistyped.
    """

    label: tuple[Name, ...]
    ways: tuple[Items, ...]
    doubtful: bool = False
    one_number: bool = False

    @property
    def items(self) -> Items:
        """Its items in the first reading."""
        return self.ways[0]


def read_lines(form: Form, text: str) -> list[Line]:
    """The lines of a pasted text that are rows of their own: several only if each has a label."""
    text = text.rstrip("\n\r ")
    names = names_of(form)
    spans = [(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)]
    lines = [_line(names, text[:end], start) for start, end in spans]
    if len(lines) > 1 and all(each.label and len(each.items) > 1 for each in lines):
        return lines
    return [_line(names, text, 0)] if lines else []


def read_block(text: str) -> list[Items]:
    """The cells of a copied block, line by line; empty if it is not one of several each way."""
    lines = [_cells(each.group(), each.start()) for each in re.finditer(r"[^\n]+", text)]
    wide = len(lines) > 1 and len(lines[0]) > 1
    return lines if wide and all(len(each) == len(lines[0]) for each in lines) else []


def _line(names: Names, text: str, start: int) -> Line:
    label, at = _label(names, text, start)
    body = text[at:]
    if "\t" in text[start:]:
        return Line(label, (_tabbed(body, at),))
    pieces = body.split("\n")
    if len(pieces) > 1 and all(len(_APART.findall(each)) < 2 for each in pieces):
        return Line(label, _upright(body, at))
    apart, joined = _found(_APART, body, at), _found(_JOINED, body, at)
    few = len(apart) < _FEWEST_IN_COMMAS and bool(_ONE_NUMBER.fullmatch(body))
    if apart == joined:
        return Line(label, (apart,), one_number=few)
    return Line(label, (joined, apart), doubtful=True, one_number=few)


def _label(names: Names, text: str, start: int) -> tuple[tuple[Name, ...], int]:
    """The names that a row begins with, and where its figures begin."""
    seen, at, found = "".join(map(plain, text[start : start + LONGEST_LABEL])), 0, []
    while at < len(seen):
        name = names.longest(seen, at)
        if name:
            found.append(Name(at, name[1], name[0], names.senses[name[0]]))
        elif not ignored(seen[at]) or seen[at] in "\n\t":
            break
        at = name[1] if name else at + 1
    end = _AFTER_LABEL.match(text, start + at) if found else None
    return tuple(found), end.end() if end else start


def _tabbed(body: str, at: int) -> Items:
    lines = re.finditer(r"[^\n]+", body)
    return tuple(each for line in lines for each in _cells(line[0], at + line.start()))


def _cells(line: str, at: int) -> Items:
    items = []
    for each in line.split("\t"):
        items.append(Item(each.strip(), at))
        at += len(each) + 1
    return tuple(items)


def _upright(body: str, at: int) -> tuple[Items, ...]:
    """A copied column: a figure a line, empty lines for empty cells."""
    lines = _cells(body.replace("\t", " ").replace("\n", "\t"), at)
    full = tuple(each for each in lines if each.said)
    return (full,) if full == lines else (full, lines)


def _found(pattern: re.Pattern[str], body: str, at: int) -> Items:
    return tuple(Item(each[0], at + each.start()) for each in pattern.finditer(body))
