"""What is asked, in which words and order: the groups and their questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reporting.form import Cell, Group, Question, Sentence, State
from reporting.label import Label
from reporting.loading.form_shape import FormShape
from reporting.loading.matrix import leaves

NARRATIVE = "narrative"  # the key of the closing text, and of its group
BETWEEN = " · "  # column and row


def build_groups(
    shape: FormShape,
    cells: Mapping[str, Cell],
    sentences: Sequence[Sentence],
    narrative: Label | None,
) -> tuple[Group, ...]:
    """Top header nodes left to right (or rows, top to bottom), the sentences, the narrative."""
    groups = list(_row_groups(shape, cells) if shape.asking == "rows" else _groups(shape, cells))
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


def _groups(shape: FormShape, cells: Mapping[str, Cell]) -> Iterator[Group]:
    """A header node with its columns, each from the first row to the last."""
    for n, node in enumerate(shape.columns):
        below = [leaf.shape.key for leaf in leaves(shape.columns[n : n + 1])]
        keys = [each.key for key in below for each in cells.values() if each.column == key]
        label = (node.asked or node.label).label
        short = node.short.label if node.short else label
        yield Group(node.key, label, short, _entered(keys, cells))


def _row_groups(shape: FormShape, cells: Mapping[str, Cell]) -> Iterator[Group]:
    """A row, from the first column to the last."""
    for row in shape.rows:
        keys = [each.key for each in cells.values() if each.row == row.key]
        label = (row.asked or row.label).label
        yield Group(row.key, label, label, _entered(keys, cells))


def _entered(keys: Sequence[str], cells: Mapping[str, Cell]) -> tuple[str, ...]:
    return tuple(key for key in keys if cells[key].state is State.INPUT)


def _joined(before: Label, after: Label) -> Label:
    return Label(f"{before.zh}{BETWEEN}{after.zh}", f"{before.en}{BETWEEN}{after.en}")
