"""A form: the matrix a unit fills in every period, as the campaign's data file describes it.

A cell's key is ``row.column`` (``cases.L``); a sentence's field is ``sentence.field``
(``complaints.received``); the closing narrative is ``narrative``. Figures are kept by these keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from reporting.expression import Expression
from reporting.label import Label
from reporting.measure import Measure

Figures = Mapping[str, int]
"""Cell or field key → figure. A key that is absent was not answered; that is never a zero."""


class State(StrEnum):
    """What may stand in a cell."""

    INPUT = "input"
    COMPUTED = "computed"
    BLANK = "blank"
    NONE = "none"  # printed as ``--``: the cell does not apply


class Summing(StrEnum):
    """How a cell of a roll-up comes from the cells of its contributors."""

    SUM = "sum"
    RECOMPUTE = "recompute"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Column:
    """A node of the header: a group when it has columns below it, else a column of cells."""

    key: str
    label: Label
    columns: tuple[Column, ...] = ()
    width: float = 0.0  # millimetres, of a leaf
    short: Label | None = None  # on buttons, where the printed label is too long
    aliases: tuple[str, ...] = ()

    @property
    def leaves(self) -> tuple[Column, ...]:
        """The columns of cells below this node, left to right (itself if it is one)."""
        if not self.columns:
            return (self,)
        return tuple(leaf for child in self.columns for leaf in child.leaves)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the matrix."""

    key: str
    label: Label
    measure: Measure
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """The crossing of a row and a leaf column."""

    row: str
    column: str
    state: State
    measure: Measure
    row_label: Label  # as asked: 对象数 under A and B, 检查对象数 elsewhere
    column_label: Label  # with its groups: 非技术准入机构 / 医疗机构
    summing: Summing = Summing.SUM
    formula: Expression | None = None  # of a computed cell; names are cell keys

    @property
    def key(self) -> str:
        """Where its figure is kept."""
        return f"{self.row}.{self.column}"


@dataclass(frozen=True, slots=True)
class Field:
    """A figure inside a sentence: 受理投诉举报__件."""

    key: str
    label: Label
    measure: Measure
    aliases: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Its place in the sentence's text: ``received`` for ``complaints.received``."""
        return self.key.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A line of text over the full width with figures in it.

    ``{name}`` in the text marks a field's place (``Field.name``: ``{received}``).
    """

    key: str
    label: Label
    text: Label
    fields: tuple[Field, ...]


class Source(StrEnum):
    """Where the words of a header or footer field come from."""

    REGION = "region"  # who the sheet is about: the region's name, or the unit's
    DATE = "date"  # the day it was filled in or rolled up
    FILLER = "filler"  # the name of who filled it in
    CONTACT = "contact"  # the filler's telephone
    HAND = "hand"  # left empty: written by hand on the printed page


class Side(StrEnum):
    """Where a header or footer field stands on its line."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class EdgeField:
    """A field above or below the matrix: 填表人：, ____县（市、区）.

    ``text`` is printed with ``{}`` replaced by the value (or by blank space to write on);
    ``blank``, where there is one, is printed instead when there is no value.
    """

    source: Source
    text: Label
    side: Side
    date_format: str = "{year}年{month}月{day}日"
    blank: Label | None = None


@dataclass(frozen=True, slots=True)
class Print:
    """The printed page, in millimetres and points."""

    paper: str = "A4"
    landscape: bool = True
    margins: tuple[float, float, float, float] = (15.0, 12.0, 15.0, 12.0)  # top right bottom left
    title_size: float = 18.0
    text_size: float = 10.5
    title_font: str = "方正小标宋简体"
    text_font: str = "宋体"
    stub_width: float = 34.0  # the first column, with the rows' labels
    title_height: float = 14.0
    edge_height: float = 8.0  # the lines of header and footer fields
    header_heights: tuple[float, ...] = ()  # a line of the column header each
    row_height: float = 9.0


class Level(StrEnum):
    """What a finding does: hard stops the submission, soft asks for a correction or words."""

    HARD = "hard"
    SOFT = "soft"


class Each(StrEnum):
    """What a check is evaluated for: the names in its expression change with it."""

    COLUMN = "column"  # names are rows
    ROW = "row"  # names are columns
    CELL = "cell"  # the name is ``cell``
    FORM = "form"  # names are full keys


@dataclass(frozen=True, slots=True)
class Check:
    """A rule of the campaign file. ``must`` is what holds when all is well.

    ``message`` may name the place, ``{row}`` and ``{column}``, and any figure that ``must`` uses
    (``{cases}``, ``{complaints.received}``, ``{cell}``); where ``each`` is cell, ``{last}`` too.
    """

    key: str
    level: Level
    each: Each
    must: Expression
    message: Label
    columns: tuple[str, ...] = ()  # where it applies; empty: wherever its cells are live
    rows: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()  # empty: every department's report
    at_roll_up: bool = True  # whether it is also held against a region's totals


@dataclass(frozen=True, slots=True)
class Group:
    """What is asked together: a top header node with all its leaf columns, or a sentence."""

    key: str
    label: Label
    short: Label
    questions: tuple[str, ...]  # keys, in asking order


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that a person is asked. ``kind`` names a row of the table of question kinds."""

    key: str
    kind: str  # "figure" or "text"
    label: Label  # the full words: column · row
    group: str
    measure: Measure | None = None


@dataclass(frozen=True, slots=True)
class Highlight:
    """A figure that matters, told in a caption: the sum of ``keys``, all of one measure."""

    label: Label
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Form:
    """A form as a whole. Built by ``reporting.campaign_file``; nothing in it changes afterwards."""

    key: str
    title: Label
    corner: tuple[Label, ...]  # of the diagonal cell: lower left to upper right
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    cells: Mapping[str, Cell]  # every crossing, row by row
    sentences: tuple[Sentence, ...]
    header: tuple[EdgeField, ...]
    footer: tuple[EdgeField, ...]
    narrative: Label | None  # the closing text's name: 工作情况
    checks: tuple[Check, ...]
    groups: tuple[Group, ...]  # in asking order, the narrative last
    questions: Mapping[str, Question]  # in asking order
    highlights: tuple[Highlight, ...] = ()
    scoped: bool = False  # whether the groups that hold figures are asked for first
    print: Print = field(default_factory=Print)

    @cached_property
    def leaves(self) -> tuple[Column, ...]:
        """The columns of cells, left to right."""
        return tuple(leaf for node in self.columns for leaf in node.leaves)

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """The sentences' figures by key (``complaints.received``)."""
        return {each.key: each for line in self.sentences for each in line.fields}

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        """Keys of every figure that is entered: live cells and sentence fields, asking order."""
        return tuple(key for key, asked in self.questions.items() if asked.kind == "figure")

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Each question's number in asking order, from 0."""
        return {key: n for n, key in enumerate(self.questions)}

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Keys of the questions that ask for words."""
        return tuple(key for key in self.questions if key not in self.inputs)

    @cached_property
    def figure_groups(self) -> tuple[Group, ...]:
        """The groups of figures, in asking order."""
        return tuple(each for each in self.groups if each.questions[0] in self.inputs)

    def measure(self, key: str) -> Measure:
        """The measure of a cell or a sentence's field; KeyError if there is no such key."""
        return self.cells[key].measure if key in self.cells else self.fields[key].measure
