"""Somebody else's workbook: its sheets, and what stands in the cells, as a person would see it.

A figure is read as a spreadsheet shows it: to 15 digits, exactly, and never as a float.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal, InvalidOperation
from enum import StrEnum
from itertools import islice

from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.cell import coordinate_to_tuple

from exports.figures import DIGITS
from exports.foreign_cells import Cells, Looks, Raw, Strings
from exports.foreign_parts import Links, Listed, Properties, Sheets
from exports.guard import CONTENT_TYPES, Limits, Unsafe, UnsafeFile, check
from exports.sheet import Merge, Place
from exports.streaming import Reader, stream

SHOWN = Context(prec=DIGITS)
MOST_MERGES = 10_000
LARGEST = 40  # digits before or after the point that are written out
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?ref="(\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?\d+)"')
_QUOTED = re.compile(r'"[^"]*"|\\.')


class Sort(StrEnum):
    """What stands in a cell."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"  # a number that is shown as a date or a time
    BOOLEAN = "boolean"
    ERROR = "error"  # #REF!
    FORMULA = "formula"  # one whose result is not in the file


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a cell that is not empty. ``text`` is the number as shown: 3.5, or 12.5%."""

    sort: Sort
    text: str


@dataclass(frozen=True, slots=True)
class Region:
    """The upper left part of a sheet."""

    cells: dict[Place, Found]
    merges: tuple[Merge, ...]

    @property
    def texts(self) -> dict[Place, str]:
        """What can be read in the cells."""
        return {at: each.text for at, each in self.cells.items()}


class Book:
    """A workbook that has passed the guard. Its sheets are read when they are asked for."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """UnsafeFile if it must not be opened, or is damaged."""
        check(data, limits)
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._parts = set(self._archive.namelist())
        listed, links = Sheets(), Links()
        self._read("xl/workbook.xml", listed)
        self._read("xl/_rels/workbook.xml.rels", links)
        self.sheets = tuple(each for each in listed.found if each.visible)
        self._links = links.found

    @property
    def properties(self) -> dict[str, str]:
        """The document's own properties, by name."""
        own = Properties()
        self._read("docProps/custom.xml", own)
        return own.found

    def region(self, sheet: Listed, rows: int, columns: int) -> Region:
        """What stands in the first rows and columns of a sheet; UnsafeFile if it is damaged."""
        part = posixpath.normpath(posixpath.join("/xl", self._links.get(sheet.link, "")))[1:]
        if part not in self._parts or part == CONTENT_TYPES:
            raise UnsafeFile(Unsafe.DAMAGED)
        cells = Cells(rows, columns)
        stream(self._archive, part, cells)
        try:
            merges = tuple(_merges(self._archive.read(part), rows, columns))
            return Region(self._understood(cells.found), merges)
        except ValueError as error:
            raise UnsafeFile(Unsafe.DAMAGED) from error

    def _understood(self, raw: dict[Place, Raw]) -> dict[Place, Found]:
        shared = {int(each.text) for each in raw.values() if each.kind == "s" and each.text}
        texts, looks = Strings(shared), Looks({each.look for each in raw.values()})
        self._read("xl/sharedStrings.xml", texts)
        self._read("xl/styles.xml", looks)
        found = {
            at: _found(each, texts.found, looks.found.get(each.look, ""))
            for at, each in raw.items()
        }
        return {at: each for at, each in found.items() if each is not None}

    def _read(self, part: str, reader: Reader) -> None:
        if part in self._parts:
            stream(self._archive, part, reader)


def _found(raw: Raw, texts: dict[int, str], number_format: str) -> Found | None:
    """A cell as it is seen; None where nothing is."""
    match raw.kind:
        case "s":
            text = texts.get(int(raw.text), "") if raw.text else ""
        case "str" | "inlineStr":
            text = raw.text
        case "b":
            return Found(Sort.BOOLEAN, "TRUE" if raw.text.strip() == "1" else "FALSE")
        case "e":
            return Found(Sort.ERROR, raw.text)
        case "d":
            return Found(Sort.DATE, raw.text)
        case _ if not raw.text.strip():
            return Found(Sort.FORMULA, "") if raw.formula else None
        case _:
            return _number(raw.text.strip(), number_format)
    return Found(Sort.TEXT, text) if text.strip() else None


def _number(text: str, number_format: str) -> Found:
    """A number as it is shown: 3.5000000000000004 is 3.5."""
    try:
        number = SHOWN.plus(Decimal(text))
    except InvalidOperation:
        return Found(Sort.ERROR, text)
    if not number.is_finite():
        return Found(Sort.ERROR, text)
    if is_date_format(number_format):
        return Found(Sort.DATE, text)
    if "%" in _QUOTED.sub("", number_format):
        return Found(Sort.NUMBER, _written(number.scaleb(2)) + "%")
    return Found(Sort.NUMBER, _written(number))


def _written(number: Decimal) -> str:
    """Digits without an exponent and without trailing zeros."""
    if number == 0:
        return "0"
    if abs(number.adjusted()) > LARGEST:
        return str(number)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _merges(part: bytes, rows: int, columns: int) -> Iterator[Merge]:
    """Merged cells that begin here. They stand behind all the cells, however many there are."""
    for each in islice(_MERGE.finditer(part), MOST_MERGES):
        (top, left), (bottom, right) = map(_place, each[1].decode().split(":"))
        if top <= rows and left <= columns:
            yield Merge(top, left, bottom, right)


def _place(reference: str) -> Place:
    return coordinate_to_tuple(reference.replace("$", ""))
