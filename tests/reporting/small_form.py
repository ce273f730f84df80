"""A form of ten questions: two columns, a sentence with a figure, a narrative, and two rules."""

from reporting.expression_text import parse
from reporting.form import (
    Cell,
    Check,
    Column,
    Each,
    Field,
    Form,
    Group,
    Level,
    Question,
    Row,
    Sentence,
    State,
)
from reporting.label import Label
from reporting.measure import Kind, Measure

COUNT = Measure(Kind.COUNT, Label("件", "cases"))
MONEY = Measure(Kind.MONEY, Label("万元", "10,000 yuan"), 6)


def label(words: str) -> Label:
    """One name in both languages."""
    return Label(words, words)


COLUMNS = tuple(Column(key, label(key)) for key in ("clinics", "websites"))
ROWS = (
    Row("visits", label("visits"), COUNT),
    Row("cases", label("cases"), COUNT),
    Row("fined", label("fined"), COUNT),
    Row("fine", label("fine"), MONEY),
)
CELLS = {
    f"{row.key}.{column.key}": Cell(
        row.key, column.key, State.INPUT, row.measure, row.label, column.label
    )
    for row in ROWS
    for column in COLUMNS
}
RECEIVED = Field("complaints.received", label("received"), COUNT)
COMPLAINTS = Sentence("complaints", label("complaints"), label("{received}"), (RECEIVED,))

GROUPS = (
    *(
        Group(each.key, each.label, each.label, tuple(f"{row.key}.{each.key}" for row in ROWS))
        for each in COLUMNS
    ),
    Group("complaints", label("complaints"), label("complaints"), (RECEIVED.key,)),
    Group("narrative", label("narrative"), label("narrative"), ("narrative",)),
)


def _question(key: str, group: str) -> Question:
    if key == "narrative":
        return Question(key, "text", label(key), group)
    measure = CELLS[key].measure if key in CELLS else COUNT
    return Question(key, "figure", label(key), group, measure)


FORM = Form(
    key="monthly",
    title=label("table"),
    corner=(),
    columns=COLUMNS,
    rows=ROWS,
    cells=CELLS,
    sentences=(COMPLAINTS,),
    header=(),
    footer=(),
    narrative=label("narrative"),
    checks=(
        Check(
            "fined-without-fine",
            Level.HARD,
            Each.COLUMN,
            parse("(fine > 0) == (fined > 0)"),
            label("a fine goes with who was fined"),
        ),
        Check(
            "cases-without-visits",
            Level.SOFT,
            Each.COLUMN,
            parse("cases <= visits"),
            label("more cases than visits"),
        ),
    ),
    groups=GROUPS,
    questions={key: _question(key, group.key) for group in GROUPS for key in group.questions},
)
