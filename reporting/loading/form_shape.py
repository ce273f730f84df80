"""What may stand in a form's file (``monthly.toml``)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from reporting.form import Each, Level, Side, Source, State, Summing
from reporting.loading.shape import Key, LabelShape, Shape, Words
from reporting.measure import Kind

Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$", max_length=24)]
"""A key that formulas may use: of a row, a column, a sentence or a field."""

Millimetres = Annotated[float, Field(gt=0, le=2000)]


class MeasureShape(Shape):
    """``[measures.cases]``: what a figure counts."""

    kind: Annotated[Kind, Field(strict=False)]
    unit: LabelShape
    decimals: Annotated[int, Field(ge=0, le=9)] = 0


class ColumnShape(Shape):
    """``[[columns]]``: a header group when it has ``columns`` of its own, else cells."""

    key: Name
    label: LabelShape
    asked: LabelShape | None = None
    short: LabelShape | None = None
    aliases: list[Words] = []
    width: Millimetres | None = None
    measure: str | None = None
    formula: str | None = None
    summing: Annotated[Summing, Field(strict=False)] | None = None
    columns: list[ColumnShape] = []


class RowShape(Shape):
    """``[[rows]]``: a line of the matrix; ``asked`` where a question says it otherwise."""

    key: Name
    label: LabelShape
    measure: str
    asked: LabelShape | None = None
    aliases: list[Words] = []
    formula: str | None = None
    summing: Annotated[Summing, Field(strict=False)] | None = None


class CellsShape(Shape):
    """``[[cells]]``: what differs where some rows and columns cross."""

    rows: Annotated[list[str], Field(min_length=1)]
    columns: Annotated[list[str], Field(min_length=1)]
    state: Annotated[State, Field(strict=False)] | None = None
    formula: str | None = None
    by: Literal["row", "column"] | None = None  # whose formula, where a row and a column have one
    measure: str | None = None
    row_label: LabelShape | None = None
    summing: Annotated[Summing, Field(strict=False)] | None = None


class FieldShape(Shape):
    """A figure inside a sentence."""

    key: Name
    label: LabelShape
    measure: str


class SentenceShape(Shape):
    """``[[sentences]]``: a line of text with ``{field}`` places."""

    key: Name
    label: LabelShape
    text: LabelShape
    fields: Annotated[list[FieldShape], Field(min_length=1)]


class EdgeFieldShape(Shape):
    """``[[header]]`` and ``[[footer]]``: a field above or below the matrix."""

    source: Annotated[Source, Field(strict=False)]
    text: LabelShape
    side: Annotated[Side, Field(strict=False)]
    date_format: Words | None = None


class CheckShape(Shape):
    """``[[checks]]``: a rule; ``must`` is what holds when all is well."""

    key: Key
    level: Annotated[Level, Field(strict=False)]
    each: Annotated[Each, Field(strict=False)]
    must: str
    message: LabelShape
    columns: list[str] = []
    rows: list[str] = []
    departments: list[str] = []
    at_roll_up: bool = True


class HighlightShape(Shape):
    """``[[highlights]]``: cells whose sum matters in a caption."""

    label: LabelShape
    cells: Annotated[list[str], Field(min_length=1)]


class PrintShape(Shape):
    """``[print]``: the page, in millimetres and points; what is left out keeps its default."""

    paper: Literal["A3", "A4"] = "A4"
    landscape: bool = True
    margins: Annotated[list[Annotated[float, Field(ge=0)]], Field(min_length=4, max_length=4)] = []
    title_size: Millimetres = 18.0
    text_size: Millimetres = 10.5
    title_font: Words = ""
    text_font: Words = ""
    stub_width: Millimetres = 34.0
    title_height: Millimetres = 14.0
    edge_height: Millimetres = 8.0
    header_heights: list[Millimetres] = []
    row_height: Millimetres = 9.0


class FormShape(Shape):
    """A form's file."""

    title: LabelShape
    corner: list[LabelShape]
    measures: dict[Key, MeasureShape]
    columns: Annotated[list[ColumnShape], Field(min_length=1)]
    rows: Annotated[list[RowShape], Field(min_length=1)]
    cells: list[CellsShape] = []
    sentences: list[SentenceShape] = []
    header: list[EdgeFieldShape] = []
    footer: list[EdgeFieldShape] = []
    narrative: LabelShape | None = None
    checks: list[CheckShape] = []
    highlights: list[HighlightShape] = []
    print: PrintShape = PrintShape()
