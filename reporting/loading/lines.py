"""The lines of text around the matrix: sentences, header and footer fields."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from reporting.form import EdgeField, Field, Sentence
from reporting.loading.form_shape import EdgeFieldShape, FieldShape, FormShape, SentenceShape
from reporting.loading.names import note_long, note_twice, note_unknown
from reporting.loading.problem import Problems
from reporting.loading.shape import LabelShape
from reporting.measure import Measure
from reporting.placeholders import NAME, placeholders

DAY = ("year", "month", "day")  # what a date_format writes


def build_sentences(
    shape: FormShape, measures: Mapping[str, Measure], problems: Problems
) -> tuple[Sentence, ...]:
    """The sentences, each of whose fields has its one place in the text."""
    for n, line in enumerate(shape.sentences, 1):
        _check_sentence(f"sentences[{n}]", line, problems)
    return tuple(
        Sentence(
            line.key,
            line.label.label,
            line.text.label,
            tuple(_field(line.key, each, measures) for each in line.fields),
        )
        for line in shape.sentences
    )


def _field(line: str, shape: FieldShape, measures: Mapping[str, Measure]) -> Field:
    key, measure = f"{line}.{shape.key}", measures[shape.measure]
    return Field(key, shape.label.label, measure, shape.aliases)


def build_edge_fields(
    name: str, shapes: Sequence[EdgeFieldShape], problems: Problems
) -> tuple[EdgeField, ...]:
    """The fields above (``name``: header) or below the matrix (footer)."""
    for n, each in enumerate(shapes, 1):
        _check_places(f"{name}[{n}].text", each.text, [""], problems)
        used = placeholders(each.date_format)
        note_unknown(f"{name}[{n}].date_format", used, DAY, problems)
        _note_braces(f"{name}[{n}].date_format", each.date_format, problems)
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


def _check_sentence(here: str, line: SentenceShape, problems: Problems) -> None:
    placed = [(f"{here}.fields[{m}].key", each.key) for m, each in enumerate(line.fields, 1)]
    note_twice(placed, problems)
    note_long(((place, f"{line.key}.{key}") for place, key in placed), problems)
    _check_places(f"{here}.text", line.text, [each.key for each in line.fields], problems)


def _check_places(
    place: str, label: LabelShape, names: Collection[str], problems: Problems
) -> None:
    """In both languages every name has one place in braces, and every place its name."""
    for language in ("zh", "en"):
        here, text = f"{place}.{language}", label.label.said(language)
        used = placeholders(text)
        note_unknown(here, used, names, problems)
        _note_braces(here, text, problems)
        for name in names:
            if used.count(name) != 1:
                problems.add(
                    here,
                    f"“{{{name}}}”应出现一次，实际 {used.count(name)} 次",
                    f"{{{name}}} should stand here once, but stands {used.count(name)} times",
                    remedy=("在文字中写一次", "write it once into the text"),
                )


def _note_braces(place: str, text: str, problems: Problems) -> None:
    if set("{}") & set(NAME.sub("", text)):
        problems.add(
            place,
            "花括号没有成对，或里面不是字段的键",
            "there is a brace without its pair, or around something that is no key",
            remedy=("花括号只用来标出字段", "use braces only round a field's key"),
        )
