"""Every crossing of a row and a column → a cell: state, measure, words, formula, summing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reporting.expression import Expression
from reporting.form import Cell, State, Summing
from reporting.loading.formulas import note_circles, note_empty, note_mixing
from reporting.loading.matrix import Crossing
from reporting.loading.problem import Problems
from reporting.loading.written import EMPTY, Formulas, written_for
from reporting.measure import Kind, Measure


def build_cells(
    crossings: Sequence[Crossing],
    measures: Mapping[str, Measure],
    fields: Mapping[str, Measure],
    problems: Problems,
) -> dict[str, Cell]:
    """The cells by key, row by row. ``fields`` are the sentences' figures, for formulas."""
    formulas = Formulas(crossings, fields, problems)
    cells: dict[str, Cell] = {}
    places: dict[str, str] = {}  # of the formulas, by cell
    for at in crossings:
        written = written_for(at, problems)
        expression = formulas.expression(at, written) if written else None
        said = at.said.state if at.said else None
        state = State.COMPUTED if written else said if said in EMPTY else State.INPUT
        cells[at.key] = _cell(at, state, expression, measures, problems)
        if written and expression:
            places[at.key] = written.place
    known = {key: each.measure for key, each in cells.items()} | dict(fields)
    mixed: set[str] = set()  # a formula is complained about once, by its first cell
    for key, place in places.items():
        note_empty(place, cells[key], cells, problems)
        if place not in mixed and note_mixing(place, cells[key], known, problems):
            mixed.add(place)
    note_circles(cells.values(), places, problems)
    return cells


def _cell(
    at: Crossing,
    state: State,
    formula: Expression | None,
    measures: Mapping[str, Measure],
    problems: Problems,
) -> Cell:
    """What is said of the cell goes before its column, and that before its row."""
    line, leaf, said = at.line.shape, at.leaf.shape, at.said
    measure = measures[(said and said.measure) or leaf.measure or line.measure]
    label = (said and said.row_label) or line.asked or line.label
    return Cell(
        row=line.key,
        column=leaf.key,
        state=state,
        measure=measure,
        row_label=label.label,
        column_label=at.leaf.label,
        summing=_summing(at, state, measure, problems),
        formula=formula,
    )


def _summing(at: Crossing, state: State, measure: Measure, problems: Problems) -> Summing:
    if state in EMPTY:
        return Summing.NONE
    percent = measure.kind is Kind.PERCENT
    shapes = (at.said, at.leaf.shape, at.line.shape)
    said = next((each.summing for each in shapes if each and each.summing), None)
    if said is None and state is State.COMPUTED:
        return Summing.RECOMPUTE
    if said is None:
        return Summing.NONE if percent else Summing.SUM
    if (said is Summing.SUM and percent) or (said is Summing.RECOMPUTE and state is State.INPUT):
        problems.add(
            at.place or at.leaf.place,
            f'{at.key} 不能 summing = "{said}"',
            f'{at.key} cannot have summing = "{said}"',
            remedy=(
                '百分比只能由公式重算；填报的百分比写 summing = "none"',
                'a percentage is recomputed by its formula; one that is entered has "none"',
            ),
        )
    return said
