"""What is asked, in which words and order: the groups and their questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reporting.form import Cell, Column, Group, Question, Sentence, State
from reporting.label import Label
from reporting.loading.form_shape import ColumnShape

NARRATIVE = "narrative"  # the key of the closing text, and of its group
BETWEEN = " · "  # column and row


def build_groups(
    columns: Sequence[Column],
    shapes: Sequence[ColumnShape],
    cells: Mapping[str, Cell],
    sentences: Sequence[Sentence],
    narrative: Label | None,
) -> tuple[Group, ...]:
    """Top header nodes left to right, then the sentences, then the narrative."""
    groups = [
        Group(
            key=node.key,
            label=(shape.asked or shape.label).label,
            short=node.short or (shape.asked or shape.label).label,
            questions=tuple(_entered(node, cells)),
        )
        for node, shape in zip(columns, shapes, strict=True)
    ]
    for line in sentences:
        keys = tuple(each.key for each in line.fields)
        groups.append(Group(line.key, line.label, line.label, keys))
    if narrative:
        groups.append(Group(NARRATIVE, narrative, narrative, (NARRATIVE,)))
    return tuple(group for group in groups if group.questions)


def build_questions(
    groups: Sequence[Group],
    cells: Mapping[str, Cell],
    sentences: Sequence[Sentence],
    narrative: Label | None,
) -> dict[str, Question]:
    """Every question by key, in asking order, in its full words."""
    group_of = {key: group.key for group in groups for key in group.questions}
    asked = {
        cell.key: (_joined(cell.column_label, cell.row_label), cell.measure)
        for cell in cells.values()
    } | {
        each.key: (_joined(line.label, each.label), each.measure)
        for line in sentences
        for each in line.fields
    }
    questions = {
        key: Question(key, "figure", asked[key][0], group, asked[key][1])
        for key, group in group_of.items()
        if key in asked
    }
    if narrative:
        questions[NARRATIVE] = Question(NARRATIVE, "text", narrative, NARRATIVE)
    return questions


def _entered(node: Column, cells: Mapping[str, Cell]) -> Iterator[str]:
    for leaf in node.leaves:
        for cell in cells.values():
            if cell.column == leaf.key and cell.state is State.INPUT:
                yield cell.key


def _joined(before: Label, after: Label) -> Label:
    return Label(f"{before.zh}{BETWEEN}{after.zh}", f"{before.en}{BETWEEN}{after.en}")
