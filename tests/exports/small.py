"""Small forms built by hand, for what the two campaigns do not have."""

from collections.abc import Mapping, Sequence

from reporting.expression_text import parse
from reporting.form import (
    Cell,
    Column,
    EdgeField,
    Field,
    Form,
    Group,
    Question,
    Row,
    Sentence,
    Side,
    Source,
    State,
    Summing,
)
from reporting.label import Label
from reporting.measure import Kind, Measure

PIECES = Measure(Kind.COUNT, Label("件", "cases"))
MONEY = Measure(Kind.MONEY, Label("万元", "10,000 yuan"), 6)
PERCENT = Measure(Kind.PERCENT, Label("%", "%"), 2)


def label(text: str) -> Label:
    """A label that is the same in both languages but for its marker."""
    return Label(text, f"{text} (en)")


def column(name: str, *below: Column) -> Column:
    """A header node whose key is its label."""
    return Column(name, label(name), below)


def form(
    columns: Sequence[Column],
    rows: Mapping[str, Measure],
    *,
    states: Mapping[str, State] | None = None,
    sentences: tuple[Sentence, ...] = (),
    corner: tuple[str, ...] = ("项目",),
) -> Form:
    """A form with these columns and rows; every cell an input unless ``states`` says otherwise."""
    leaves = [leaf for node in columns for leaf in node.leaves]
    cells = {}
    for row, measure in rows.items():
        for leaf in leaves:
            key = f"{row}.{leaf.key}"
            state = (states or {}).get(key, State.INPUT)
            summing = Summing.SUM if state is State.INPUT else Summing.RECOMPUTE
            formula = parse("0") if state is State.COMPUTED else None
            cells[key] = Cell(
                row, leaf.key, state, measure, label(row), leaf.label, summing, formula
            )
    questions = {
        key: Question(key, "figure", cell.column_label, "all", cell.measure)
        for key, cell in cells.items()
        if cell.state is State.INPUT
    }
    for line in sentences:
        for each in line.fields:
            questions[each.key] = Question(each.key, "figure", each.label, line.key, each.measure)
    return Form(
        key="small",
        title=Label("小表", "A small table"),
        corner=tuple(label(each) for each in corner),
        columns=tuple(columns),
        rows=tuple(Row(name, label(name), measure) for name, measure in rows.items()),
        cells=cells,
        sentences=sentences,
        header=(
            EdgeField(Source.REGION, Label("单位：{}", "Unit: {}"), Side.LEFT),
            EdgeField(Source.DATE, Label("填表日期：{}", "Date: {}"), Side.RIGHT),
        ),
        footer=(EdgeField(Source.FILLER, Label("填表人：{}", "Filler: {}"), Side.LEFT),),
        narrative=Label("工作情况", "Narrative"),
        checks=(),
        groups=(Group("all", label("全部"), label("全部"), tuple(questions)),),
        questions=questions,
    )


def complaints() -> Sentence:
    """A sentence with two figures."""
    fields = tuple(
        Field(f"complaints.{name}", label(name), PIECES) for name in ("received", "concluded")
    )
    text = "受理投诉举报{received}件；办结{concluded}件。"
    return Sentence("complaints", label("投诉举报情况"), Label(text, text), fields)
