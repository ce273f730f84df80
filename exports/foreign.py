"""Somebody else's workbook: its sheets, and what stands in the cells, as a person would see it."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from openpyxl.utils.cell import coordinate_to_tuple

from exports.foreign_cells import Cells, Looks, Raw, Strings
from exports.foreign_parts import Links, Listed, Properties, Sheets
from exports.foreign_seen import Found, found
from exports.guard import CONTENT_TYPES, Limits, Unsafe, UnsafeFile, check
from exports.sheet import Merge, Place
from exports.streaming import Reader, stream

MOST = 600_000  # elements of a workbook; a form has a few hundred, an old file's styles many more
MOST_MERGES = 1_000  # that begin where the form is
_AREA = rb"\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?\d+"
_MERGE = re.compile(rb"""<(?:\w+:)?mergeCell\s[^<>]*?ref=["'](%b)["']""" % _AREA)


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
    """A workbook that has passed the guard. Each of its parts goes by once, and not without end."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """UnsafeFile if it must not be opened, or is damaged."""
        check(data, limits)
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._parts = set(self._archive.namelist())
        self._left = MOST
        listed, links = Sheets(), Links()
        self._read("xl/workbook.xml", listed)
        self._read("xl/_rels/workbook.xml.rels", links)
        self.sheets = tuple(each for each in listed.found if each.visible)
        self._links = links.found

    def properties(self) -> dict[str, str]:
        """The document's own properties, by name."""
        own = Properties()
        self._read("docProps/custom.xml", own)
        return own.found

    def regions(self, rows: int, columns: int) -> tuple[Region, ...]:
        """What stands in the first rows and columns of each sheet; UnsafeFile if it is damaged."""
        parts = [self._part(each) for each in self.sheets]
        if len(set(parts)) < len(parts):
            raise UnsafeFile(Unsafe.DAMAGED)
        readers = [Cells(rows, columns) for _ in parts]
        for part, cells in zip(parts, readers, strict=True):
            self._read(part, cells)
        try:
            seen = self._understood([each.found for each in readers])
            merges = [tuple(_merges(self._archive.read(part), rows, columns)) for part in parts]
        except ValueError as error:
            raise UnsafeFile(Unsafe.DAMAGED) from error
        return tuple(map(Region, seen, merges))

    def _part(self, sheet: Listed) -> str:
        part = posixpath.normpath(posixpath.join("/xl", self._links.get(sheet.link, "")))[1:]
        if part not in self._parts or part == CONTENT_TYPES:
            raise UnsafeFile(Unsafe.DAMAGED)
        return part

    def _understood(self, sheets: list[dict[Place, Raw]]) -> list[dict[Place, Found]]:
        """The cells with the texts and the looks that they refer to."""
        raw = [each for sheet in sheets for each in sheet.values()]
        texts = Strings({int(each.text) for each in raw if each.kind == "s" and each.text})
        looks = Looks({each.look for each in raw})
        self._read("xl/sharedStrings.xml", texts)
        self._read("xl/styles.xml", looks)

        def seen(each: Raw) -> Found | None:
            return found(each, texts.found, looks.found.get(each.look, ""))

        return [{at: it for at, each in sheet.items() if (it := seen(each))} for sheet in sheets]

    def _read(self, part: str, reader: Reader) -> None:
        if part in self._parts:
            self._left = stream(self._archive, part, reader, self._left)


def _merges(part: bytes, rows: int, columns: int) -> Iterator[Merge]:
    """Merged cells that begin here. They stand behind all the cells, however many there are."""
    areas = (map(_place, each[1].decode().split(":")) for each in _MERGE.finditer(part))
    merges = (Merge(*start, *end) for start, end in areas)
    return islice((m for m in merges if m.top <= rows and m.left <= columns), MOST_MERGES)


def _place(reference: str) -> Place:
    return coordinate_to_tuple(reference.replace("$", ""))
