"""The keys of a form's file: each once, short enough, and known where they are used."""

from __future__ import annotations

from collections.abc import Collection

from reporting.loading.asking import NARRATIVE
from reporting.loading.form_shape import FormShape
from reporting.loading.matrix import leaves, nodes
from reporting.loading.names import note_long, note_twice, note_unknown
from reporting.loading.problem import Problems


def check_keys(shape: FormShape, problems: Problems) -> None:
    """Note keys that stand twice or are too long, and groups that pretend to be columns."""
    header = [(f"{place}.key", node.key) for place, node in nodes(shape.columns)]
    rows = [(f"rows[{n}].key", row.key) for n, row in enumerate(shape.rows, 1)]
    lines = [(f"sentences[{n}].key", line.key) for n, line in enumerate(shape.sentences, 1)]
    taken = [("narrative", NARRATIVE)] if shape.narrative else []
    note_twice([*taken, *header, *lines], problems)  # groups are called by these
    note_twice([*taken, *rows, *lines], problems)  # figures are kept under these
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


def note_measures(shape: FormShape, measures: Collection[str], problems: Problems) -> bool:
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
