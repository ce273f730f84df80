"""A form's file → the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reporting.form import EdgeField, Field, Form, Print, Sentence
from reporting.loading.asking import NARRATIVE, build_groups, build_questions
from reporting.loading.cells import build_cells
from reporting.loading.form_shape import EdgeFieldShape, FormShape, MeasureShape, PrintShape
from reporting.loading.matrix import build_columns, build_rows, crossings, leaves, nodes
from reporting.loading.names import note_long, note_twice, note_unknown
from reporting.loading.problem import Problems
from reporting.loading.rules import Rules
from reporting.measure import Measure
from reporting.placeholders import placeholders


def build_form(key: str, shape: FormShape, problems: Problems) -> Form | None:
    """The form, or None with everything that is wrong noted."""
    measures = {name: _measure(each) for name, each in shape.measures.items()}
    _check_keys(shape, problems)
    if note_measures(shape, measures, problems):
        return None
    sentences = tuple(_sentences(shape, measures, problems))
    fields = {each.key: each.measure for line in sentences for each in line.fields}
    cells = build_cells(crossings(shape, problems), measures, fields, problems)
    rules = Rules(cells, fields, problems)
    columns = build_columns(shape.columns)
    narrative = shape.narrative.label if shape.narrative else None
    groups = build_groups(columns, shape.columns, cells, sentences, narrative)
    return Form(
        key=key,
        title=shape.title.label,
        corner=tuple(each.label for each in shape.corner),
        columns=columns,
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


def note_measures(shape: FormShape, measures: dict[str, Measure], problems: Problems) -> bool:
    """Note every measure that is used but not declared; True if there was one."""
    used = [(f"{place}.measure", node.measure) for place, node in nodes(shape.columns)]
    used += [(f"rows[{n}].measure", row.measure) for n, row in enumerate(shape.rows, 1)]
    used += [(f"cells[{n}].measure", each.measure) for n, each in enumerate(shape.cells, 1)]
    used += [
        (f"sentences[{n}].fields[{m}].measure", each.measure)
        for n, line in enumerate(shape.sentences, 1)
        for m, each in enumerate(line.fields, 1)
    ]
    wrong = [note_unknown(at, [name], measures, problems) for at, name in used if name is not None]
    return any(wrong)


def _check_keys(shape: FormShape, problems: Problems) -> None:
    header = [(f"{place}.key", node.key) for place, node in nodes(shape.columns)]
    rows = [(f"rows[{n}].key", row.key) for n, row in enumerate(shape.rows, 1)]
    lines = [(f"sentences[{n}].key", line.key) for n, line in enumerate(shape.sentences, 1)]
    taken = [("narrative", NARRATIVE)] if shape.narrative else []
    note_twice([*taken, *header, *lines], problems)  # groups are called by these
    note_twice([*rows, *lines], problems)  # figures are kept under these
    for place, node in nodes(shape.columns):
        idle = [n for n in ("width", "measure", "formula", "summing") if getattr(node, n)]
        if node.columns and idle:
            problems.add(
                place,
                f"表头组“{node.key}”下面还有列，不能有 {'、'.join(idle)}",
                f"the header group {node.key!r} has columns below it and cannot have {idle}",
                remedy=("写到它下面的列中", "say it of the columns below"),
            )
    longest = max((leaf.shape.key for leaf in leaves(shape.columns)), key=len)
    note_long(((place, f"{key}.{longest}") for place, key in rows), problems)


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
