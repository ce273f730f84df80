"""Which formula computes a cell: its own, its row's, or its column's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from reporting.expression import Expression
from reporting.expression_text import renamed
from reporting.form import State
from reporting.loading.formulas import read_expression
from reporting.loading.matrix import Crossing
from reporting.loading.problem import Problems

EMPTY = (State.NONE, State.BLANK)


@dataclass(frozen=True)
class Written:
    """A formula as the file has it: where, the text, and whose names it uses."""

    place: str
    text: str
    by: Literal["cell", "row", "column"]


def written_for(at: Crossing, problems: Problems) -> Written | None:
    """The one formula that computes this cell; None where it is entered or stays empty."""
    said = at.said
    if said and said.formula:
        if said.state in (State.INPUT, *EMPTY):
            _note_both(at, problems)
        return Written(f"{at.place}.formula", said.formula, "cell")
    if said and said.state in EMPTY:
        return None
    offered = _offered(at)
    if said and said.state is State.INPUT and offered:
        _note_both(at, problems)
    by = said.by if said else None
    if by and by not in offered:
        _note_no_formula(at, f"{at.place}.by", problems)
    if said and said.state is State.COMPUTED and not offered:
        _note_no_formula(at, f"{at.place}.state", problems)
    if len(offered) > 1 and by is None:
        _note_two(at, offered["row"].place, problems)
    return offered.get(by) if by else next(iter(offered.values()), None)


def _offered(at: Crossing) -> dict[str, Written]:
    """The formulas of the cell's row and column."""
    line, leaf = at.line, at.leaf
    found = {}
    if line.shape.formula:
        found["row"] = Written(f"{line.place}.formula", line.shape.formula, "row")
    if leaf.shape.formula:
        found["column"] = Written(f"{leaf.place}.formula", leaf.shape.formula, "column")
    return found


@dataclass
class Formulas:
    """Reads each written formula once, and puts it on the full keys of the cell it is for."""

    crossings: Sequence[Crossing]
    fields: Mapping[str, object]  # the sentences' figures
    problems: Problems
    read: dict[str, Expression | None] = field(default_factory=dict)  # by place

    def expression(self, at: Crossing, written: Written) -> Expression | None:
        """The formula of this cell; None, with the problem noted, if it cannot be read."""
        if written.place not in self.read:
            self.read[written.place] = read_expression(
                written.place, written.text, self._known(written), self.problems, condition=False
            )
        expression = self.read[written.place]
        if expression is None or written.by == "cell":
            return expression
        row, column = at.line.shape.key, at.leaf.shape.key
        return renamed(
            expression,
            {
                name: f"{row}.{name}" if written.by == "column" else f"{name}.{column}"
                for name in expression.names
            },
        )

    def _known(self, written: Written) -> list[str]:
        """The names that a formula may use: columns, rows, or full keys."""
        if written.by == "column":
            names = [each.leaf.shape.key for each in self.crossings]
        elif written.by == "row":
            names = [each.line.shape.key for each in self.crossings]
        else:
            names = [*(each.key for each in self.crossings), *self.fields]
        return list(dict.fromkeys(names))


def _note_both(at: Crossing, problems: Problems) -> None:
    state = at.said.state if at.said else State.INPUT
    entered = state is State.INPUT
    problems.add(
        f"{at.place}.state",
        f"{at.key} 既要计算，又{'要填报' if entered else f'写为 {state}'}",
        f"{at.key} is both computed and {'entered' if entered else state}",
        remedy=("删去 state 或公式", "remove either the state or the formula"),
    )


def _note_no_formula(at: Crossing, place: str, problems: Problems) -> None:
    problems.add(
        place,
        f"{at.key} 没有可用的公式",
        f"{at.key} has no formula to be computed by",
        remedy=("写上 formula，或删去这一行", "give it a formula, or remove this line"),
    )


def _note_two(at: Crossing, place: str, problems: Problems) -> None:
    problems.add(
        place,
        f"{at.key} 的行和列都有公式",
        f"both the row and the column of {at.key} have a formula",
        remedy=(
            '在 [[cells]] 中写 by = "row" 或 by = "column"',
            'say by = "row" or by = "column" in [[cells]]',
        ),
    )
