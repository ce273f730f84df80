"""A sheet as plain data: what stands where, and how it should look.

A ``Style`` says how a cell should look; the printer (``exports.xlsx``) decides what that means
in a real file. Rows and columns count from 1. Lengths are millimetres, text sizes points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

Place = tuple[int, int]
"""(row, column)."""


@dataclass(frozen=True, slots=True)
class Formula:
    """What a spreadsheet calculates, as it is written there, without the equals sign."""

    text: str


Value = str | int | Decimal | Formula | None


class Align(StrEnum):
    """Where text stands in a cell, from left to right."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Vertical(StrEnum):
    """Where text stands in a cell, from top to bottom."""

    TOP = "top"
    CENTER = "center"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell should look. Cells share their styles: make one, use it often."""

    font: str = "宋体"
    size: float = 10.5
    bold: bool = False
    align: Align = Align.LEFT
    vertical: Vertical = Vertical.CENTER
    wrap: bool = False
    shrink: bool = False  # smaller, if it would not fit: a number is never shown as ###
    border: bool = False  # thin, on all four sides
    diagonal: bool = False  # a line from the upper left to the lower right
    fill: str = ""  # RRGGBB; empty: none
    number_format: str = "General"
    unlocked: bool = False  # can be changed on a protected sheet


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and how it looks. Text is text, whatever sign it begins with."""

    value: Value
    style: Style


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells that are one: from the upper left to the lower right, both included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Setup:
    """The printed page. ``fit`` is how many pages (wide, high) it may take; 0: any number."""

    paper: str = "A4"
    landscape: bool = True
    margins: tuple[float, float, float, float] = (15.0, 12.0, 15.0, 12.0)  # top right bottom left
    fit: tuple[int, int] = (1, 0)
    centred: bool = True
    repeat_rows: tuple[int, int] | None = None  # first and last row that stand on every page
    repeat_columns: int = 0  # so many columns from the left do
    page_numbers: bool = False
    page_ends: tuple[int, ...] = ()  # columns after which a new page begins; not with a fit


@dataclass(frozen=True, slots=True)
class Entry:
    """Cells that take only a number from 0 on; ``refusal`` is said where something else comes."""

    places: tuple[Place, ...]
    whole: bool
    refusal: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. ``anchors`` lead from a figure's key to its place.

    With ``entries`` it is to be filled in: protected, but for the cells that are unlocked.
    """

    name: str
    cells: Mapping[Place, Cell]
    merges: tuple[Merge, ...] = ()
    widths: Mapping[int, float] = field(default_factory=dict)  # column → mm
    heights: Mapping[int, float] = field(default_factory=dict)  # row → mm
    setup: Setup = Setup()
    freeze: Place | None = None  # the first cell that scrolls
    anchors: Mapping[str, Place] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()


@dataclass(slots=True)
class Canvas:
    """A sheet being laid out."""

    cells: dict[Place, Cell] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    anchors: dict[str, Place] = field(default_factory=dict)

    def put(
        self, at: Place, value: Value, style: Style, *, rows: int = 1, columns: int = 1
    ) -> None:
        """Put a value into a cell, or into the merged cells from ``at`` on."""
        top, left = at
        for row in range(top, top + rows):
            for column in range(left, left + columns):
                self.cells[row, column] = Cell(None, style)
        self.cells[at] = Cell(value, style)
        if rows * columns > 1:
            self.merges.append(Merge(top, left, top + rows - 1, left + columns - 1))

    def raise_to(self, row: int, height: float) -> None:
        """Make a row at least so high."""
        self.heights[row] = max(self.heights.get(row, 0.0), height)

    def sheet(self, name: str, setup: Setup, freeze: Place | None = None) -> Sheet:
        """The sheet as it stands now."""
        return Sheet(
            name,
            self.cells,
            tuple(self.merges),
            self.widths,
            self.heights,
            setup,
            freeze,
            self.anchors,
        )
