"""A form with every way of summing: D + E = F, a percentage of two parts, one not summed."""

from __future__ import annotations

from reporting.expression import Expression
from reporting.expression_text import parse
from reporting.form import Cell, Column, Field, Form, Question, Row, Sentence, State, Summing
from reporting.label import Label
from reporting.measure import Kind, Measure

COUNT = Measure(Kind.COUNT, Label("件", "cases"))
MONEY = Measure(Kind.MONEY, Label("万元", "10,000 yuan"), 6)
PERCENT = Measure(Kind.PERCENT, Label("%", "%"), 1)


def _label(words: str) -> Label:
    return Label(words, words)


def _cell(
    row: str, column: str, measure: Measure, summing: Summing, formula: Expression | None = None
) -> Cell:
    state = State.COMPUTED if formula else State.INPUT
    words = _label(row), _label(column)
    return Cell(row, column, state, measure, *words, summing=summing, formula=formula)


COLUMNS = ("D", "E", "F")
MEASURES = {"visits": COUNT, "passed": COUNT, "fine": MONEY, "rate": PERCENT, "staff": COUNT}


def _cells() -> dict[str, Cell]:
    """Row by row: F is D + E; the rate is passed of visits; staff is a state, not a sum."""
    cells = []
    for row in ("visits", "passed", "fine"):
        cells += [_cell(row, c, MEASURES[row], Summing.SUM) for c in "DE"]
        both = parse(f"{row}.D + {row}.E")
        cells.append(_cell(row, "F", MEASURES[row], Summing.RECOMPUTE, both))
    for c in COLUMNS:
        rate = parse(f"percent(passed.{c}, visits.{c})")
        cells.append(_cell("rate", c, PERCENT, Summing.RECOMPUTE, rate))
    cells += [_cell("staff", c, COUNT, Summing.NONE) for c in COLUMNS]
    return {cell.key: cell for cell in cells}


RECEIVED = Field("complaints.received", _label("received"), COUNT)
CELLS = _cells()
ENTERED = (*(key for key, cell in CELLS.items() if cell.state is State.INPUT), RECEIVED.key)
SUMMED = tuple(key for key in ENTERED if not key.startswith("staff"))

FORM = Form(
    key="monthly",
    title=_label("table"),
    corner=(),
    columns=tuple(Column(key, _label(key)) for key in COLUMNS),
    rows=tuple(Row(key, _label(key), measure) for key, measure in MEASURES.items()),
    cells=CELLS,
    sentences=(Sentence("complaints", _label("complaints"), _label("{received}"), (RECEIVED,)),),
    header=(),
    footer=(),
    narrative=None,
    checks=(),
    groups=(),
    questions={key: Question(key, "figure", _label(key), "all", COUNT) for key in ENTERED},
)
