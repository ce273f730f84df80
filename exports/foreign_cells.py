"""A sheet of somebody else's xlsx: its cells, and the texts and number formats they refer to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.cell import coordinate_to_tuple

from exports.guard import Unsafe, UnsafeFile
from exports.sheet import Place
from exports.streaming import Reader, Texts

MOST_FORMATS = 10_000
DATES = frozenset({*range(27, 37), *range(50, 59)})  # built in where Chinese is the language


@dataclass(slots=True)
class Raw:
    """A cell as the file has it: its type, the number of its look, and what stands in it."""

    kind: str
    look: int
    text: str = ""
    formula: bool = False


class Cells(Texts):
    """The cells of a sheet's upper left part."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self.rows, self.columns = rows, columns
        self.found: dict[Place, Raw] = {}
        self._row = self._column = 0
        self._cell: Raw | None = None
        self._phonetic = False

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A row, a cell, or what stands in it."""
        match tag:
            case "row":
                self._row, self._column = int(attributes.get("r", self._row + 1)), 0
                self.done = self._row > self.rows
            case "c":
                self._begin_cell(attributes)
            case "f" if self._cell:
                self._cell.formula = True
            case "v" | "t":
                self.gathering = self._cell is not None and not self._phonetic
            case "rPh":  # how a name is pronounced
                self._phonetic = True

    def finish(self, tag: str) -> None:
        """Its text is complete."""
        if tag == "rPh":
            self._phonetic = False
        elif tag == "sheetData":
            self.done = True
        elif tag in ("v", "t") and self._cell and self.gathering:
            self._cell.text += self.taken()
        elif tag == "c":
            self._cell = None

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        at = self._row, self._column + 1
        if reference := attributes.get("r"):
            at = coordinate_to_tuple(reference)
        if min(at) < 1:
            raise UnsafeFile(Unsafe.DAMAGED)
        self._row, self._column = at
        if at[0] <= self.rows and at[1] <= self.columns:
            self._cell = Raw(attributes.get("t", "n"), int(attributes.get("s", 0)))
            self.found[at] = self._cell


class Strings(Texts):
    """Those of the shared texts that are wanted, by their numbers."""

    def __init__(self, wanted: Collection[int]) -> None:
        super().__init__()
        self.found: dict[int, str] = {}
        self._wanted, self._last, self._n = frozenset(wanted), max(wanted, default=-1), -1
        self._phonetic = False

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A text, or a piece of one."""
        if tag == "si":
            self._n += 1
            self.done = self._n > self._last
        elif tag == "rPh":
            self._phonetic = True
        elif tag == "t":
            self.gathering = self._n in self._wanted and not self._phonetic

    def finish(self, tag: str) -> None:
        """A piece is complete."""
        if tag == "rPh":
            self._phonetic = False
        elif tag == "t" and self.gathering:
            self.found[self._n] = self.found.get(self._n, "") + self.taken()


class Looks(Reader):
    """The number formats of those looks that are wanted."""

    def __init__(self, wanted: Collection[int]) -> None:
        self.found: dict[int, str] = {}
        self._wanted, self._last, self._n = frozenset(wanted), max(wanted, default=-1), -1
        self._own: dict[str, str] = {}
        self._within = False

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A format of the file's own, or a look that uses one."""
        if tag == "numFmt" and len(self._own) < MOST_FORMATS:
            self._own[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")[:255]
        elif tag == "cellXfs":
            self._within = True
        elif tag == "xf" and self._within:
            self._n += 1
            self.done = self._n > self._last
            if self._n in self._wanted:
                self.found[self._n] = self._format(attributes.get("numFmtId", "0"))

    def finish(self, tag: str) -> None:
        """The looks of cells are through."""
        if tag == "cellXfs":
            self.done = True

    def _format(self, number: str) -> str:
        built_in = "yyyy-mm-dd" if int(number) in DATES else BUILTIN_FORMATS.get(int(number), "")
        return self._own.get(number, built_in)
