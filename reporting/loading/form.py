"""A form's file → the form."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from reporting.form import EdgeField, Field, Form, Print, Sentence
from reporting.loading.asking import build_groups, build_questions
from reporting.loading.cells import build_cells
from reporting.loading.form_keys import check_keys, note_measures
from reporting.loading.form_shape import EdgeFieldShape, FormShape, MeasureShape, PrintShape
from reporting.loading.matrix import build_columns, build_rows, crossings
from reporting.loading.names import note_long, note_twice, note_unknown
from reporting.loading.problem import Problems
from reporting.loading.rules import Rules
from reporting.measure import Measure
from reporting.placeholders import placeholders


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
    sentences = tuple(_sentences(shape, measures, problems))
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
        header=_edge_fields(shape.header),
        footer=_edge_fields(shape.footer),
        narrative=narrative,
        checks=rules.checks(shape.checks),
        groups=groups,
        questions=build_questions(groups, cells, sentences, narrative),
        highlights=rules.highlights(shape),
        print=_print(shape.print),
    )
    rules.note_idle(form)
    return form


def _sentences(
    shape: FormShape, measures: dict[str, Measure], problems: Problems
) -> Iterator[Sentence]:
    for n, line in enumerate(shape.sentences, 1):
        here = f"sentences[{n}]"
        placed = [(f"{here}.fields[{m}].key", each.key) for m, each in enumerate(line.fields, 1)]
        note_twice(placed, problems)
        note_long(((place, f"{line.key}.{key}") for place, key in placed), problems)
        names = [each.key for each in line.fields]
        for language in ("zh", "en"):
            _check_text(f"{here}.text.{language}", getattr(line.text, language), names, problems)
        fields = tuple(
            Field(f"{line.key}.{each.key}", each.label.label, measures[each.measure])
            for each in line.fields
        )
        yield Sentence(line.key, line.label.label, line.text.label, fields)


def _check_text(place: str, text: str, names: list[str], problems: Problems) -> None:
    """Every field has its one place in the text, and every place its field."""
    used = placeholders(text)
    note_unknown(place, used, names, problems)
    for name in names:
        if used.count(name) != 1:
            problems.add(
                place,
                f"“{{{name}}}”应出现一次，实际 {used.count(name)} 次",
                f"{{{name}}} should stand here once, but stands {used.count(name)} times",
                remedy=("每个字段在文字中写一次", "give each field one place in the text"),
            )


def _measure(shape: MeasureShape) -> Measure:
    return Measure(shape.kind, shape.unit.label, shape.decimals)


def _edge_fields(shapes: Iterable[EdgeFieldShape]) -> tuple[EdgeField, ...]:
    return tuple(
        EdgeField(
            source=each.source,
            text=each.text.label,
            side=each.side,
            date_format=each.date_format,
            blank=each.blank.label if each.blank else None,
        )
        for each in shapes
    )


def _print(shape: PrintShape) -> Print:
    return replace(Print(), **shape.model_dump(exclude_none=True))
