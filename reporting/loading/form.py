"""A form's file → the form."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from reporting.form import Form, Print
from reporting.loading.asking import build_groups, build_questions
from reporting.loading.cells import build_cells
from reporting.loading.form_keys import check_keys, note_measures
from reporting.loading.form_shape import FormShape, MeasureShape, PrintShape
from reporting.loading.lines import build_edge_fields, build_sentences
from reporting.loading.matrix import build_columns, build_rows, crossings
from reporting.loading.problem import Problems
from reporting.loading.rules import Rules
from reporting.measure import Measure

SHORT_FORM = 12  # figures: a form of no more is asked through; choosing first would save nothing


def build_form(
    key: str, shape: FormShape, departments: Collection[str] | None, problems: Problems
) -> Form | None:
    """The form, or None with everything that is wrong noted.

    ``departments``: those a check may name; None if they could not be read.
    """
    measures = {name: _measure(each) for name, each in shape.measures.items()}
    check_keys(shape, problems)
    if note_measures(shape, measures, problems):
        return None
    sentences = build_sentences(shape, measures, problems)
    fields = {each.key: each.measure for line in sentences for each in line.fields}
    cells = build_cells(crossings(shape, problems), measures, fields, problems)
    rules = Rules(cells, fields, departments, problems)
    narrative = shape.narrative.label if shape.narrative else None
    groups = build_groups(shape, cells, sentences, narrative)
    form = Form(
        key=key,
        title=shape.title.label,
        corner=tuple(each.label for each in shape.corner),
        columns=build_columns(shape.columns),
        rows=build_rows(shape.rows, measures),
        cells=cells,
        sentences=sentences,
        header=build_edge_fields("header", shape.header, problems),
        footer=build_edge_fields("footer", shape.footer, problems),
        narrative=narrative,
        checks=rules.checks(shape.checks),
        groups=groups,
        questions=build_questions(groups, cells, sentences, narrative),
        highlights=rules.highlights(shape),
        print=_print(shape.print),
    )
    rules.note_idle(form)
    scoped = len(form.inputs) > SHORT_FORM if shape.scope is None else shape.scope
    return replace(form, scoped=scoped)


def _measure(shape: MeasureShape) -> Measure:
    return Measure(shape.kind, shape.unit.label, shape.decimals)


def _print(shape: PrintShape) -> Print:
    return replace(Print(), **shape.model_dump(exclude_none=True))
