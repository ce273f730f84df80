"""What may stand in a form's file (``monthly.toml``)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from reporting.form import Each, Level, Side, Source, State, Summing
from reporting.loading.shape import Key, LabelShape, Many, OneOf, Shape, Some, Words
from reporting.measure import Kind

Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$", max_length=24)]
"""A key that formulas may use: of a row, a column, a sentence or a field."""

Size = Annotated[float, Field(gt=0, le=2000)]  # millimetres or points
Margin = Annotated[float, Field(ge=0, le=200)]


class MeasureShape(Shape):
    """``[measures.cases]``: what a figure counts."""

    kind: OneOf[Kind]
    unit: LabelShape
    decimals: Annotated[int, Field(ge=0, le=6)] = 0  # 12 digits and 6 more fit 64 bits


class ColumnShape(Shape):
    """``[[columns]]``: a header group when it has ``columns`` of its own, else cells."""

    key: Name
    label: LabelShape
    asked: LabelShape | None = None
    short: LabelShape | None = None
    aliases: Many[Words] = ()
    width: Size | None = None
    measure: str | None = None
    formula: str | None = None
    summing: OneOf[Summing] | None = None
    columns: Many[ColumnShape] = ()


class RowShape(Shape):
    """``[[rows]]``: a line of the matrix; ``asked`` where a question says it otherwise."""

    key: Name
    label: LabelShape
    measure: str
    asked: LabelShape | None = None
    aliases: Many[Words] = ()
    formula: str | None = None
    summing: OneOf[Summing] | None = None


class CellsShape(Shape):
    """``[[cells]]``: what differs where some rows and columns cross."""

    rows: Some[str]
    columns: Some[str]
    state: OneOf[State] | None = None
    formula: str | None = None
    by: Literal["row", "column"] | None = None  # whose formula, where a row and a column have one
    measure: str | None = None
    row_label: LabelShape | None = None
    summing: OneOf[Summing] | None = None


class FieldShape(Shape):
    """A figure inside a sentence."""

    key: Name
    label: LabelShape
    measure: str
    aliases: Many[Words] = ()


class SentenceShape(Shape):
    """``[[sentences]]``: a line of text with ``{field}`` places."""

    key: Name
    label: LabelShape
    text: LabelShape
    fields: Some[FieldShape]


class EdgeFieldShape(Shape):
    """``[[header]]`` and ``[[footer]]``: a field above or below the matrix."""

    source: OneOf[Source]
    text: LabelShape
    side: OneOf[Side]
    date_format: Words = "{year}年{month}月{day}日"
    blank: LabelShape | None = None


class CheckShape(Shape):
    """``[[checks]]``: a rule; ``must`` is what holds when all is well."""

    key: Key
    level: OneOf[Level]
    each: OneOf[Each]
    must: str
    message: LabelShape
    columns: Many[str] = ()
    rows: Many[str] = ()
    departments: Many[str] = ()
    at_roll_up: bool = True


class HighlightShape(Shape):
    """``[[highlights]]``: cells whose sum matters in a caption."""

    label: LabelShape
    cells: Some[str]


class PrintShape(Shape):
    """``[print]``: the page, in millimetres and points; what is left out keeps its default."""

    paper: Literal["A3", "A4"] | None = None
    landscape: bool | None = None
    margins: Annotated[Many[Margin], Field(min_length=4, max_length=4)] | None = None
    title_size: Size | None = None
    text_size: Size | None = None
    title_font: Words | None = None
    text_font: Words | None = None
    stub_width: Size | None = None
    title_height: Size | None = None
    edge_height: Size | None = None
    header_heights: Many[Size] | None = None
    row_height: Size | None = None


class FormShape(Shape):
    """A form's file."""

    title: LabelShape
    corner: Many[LabelShape]
    measures: dict[Key, MeasureShape]
    columns: Some[ColumnShape]
    rows: Some[RowShape]
    cells: Many[CellsShape] = ()
    sentences: Many[SentenceShape] = ()
    header: Many[EdgeFieldShape] = ()
    footer: Many[EdgeFieldShape] = ()
    narrative: LabelShape | None = None
    asking: Literal["columns", "rows"] = "columns"  # what a group of questions is
    scope: bool | None = None  # whether the groups with figures are asked for first
    checks: Many[CheckShape] = ()
    highlights: Many[HighlightShape] = ()
    print: PrintShape = PrintShape()
