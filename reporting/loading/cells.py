"""One crossing of a row and a column → a cell: its state, measure, formula and summing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reporting.expression import Expression
from reporting.form import Cell, State, Summing
from reporting.loading.formulas import note_circles, note_mixing, qualified, read_expression
from reporting.loading.matrix import Crossing
from reporting.loading.problem import Problems
from reporting.measure import Kind, Measure


@dataclass
class Cells:
    """Builds every cell of a form; ``fields`` are the sentences' figures, by key."""

    crossings: Sequence[Crossing]
    measures: Mapping[str, Measure]
    fields: Mapping[str, Measure]
    problems: Problems
    read: dict[str, Expression | None] = field(default_factory=dict)  # formulas by place

    def build(self) -> dict[str, Cell]:
        """The cells by key, row by row."""
        cells = {each.key: self._cell(each) for each in self.crossings}
        self._check_formulas(cells)
        return cells

    def _cell(self, at: Crossing) -> Cell:
        line, leaf, said = at.line.shape, at.leaf.shape, at.said
        state, formula = self._state(at)
        measure = self.measures[(said and said.measure) or leaf.measure or line.measure]
        label = (said and said.row_label) or line.asked or line.label
        return Cell(
            row=line.key,
            column=leaf.key,
            state=state,
            measure=measure,
            row_label=label.label,
            column_label=at.leaf.label,
            summing=self._summing(at, state, measure),
            formula=formula,
        )

    def _state(self, at: Crossing) -> tuple[State, Expression | None]:
        said = at.said.state if at.said else None
        place = self._formula_place(at, said)
        if said in (State.NONE, State.BLANK):
            if at.said and at.said.formula:
                self._note_both(at, said)
            return said, None
        if place and said is State.INPUT:
            self._note_both(at, said)
        if place is None and said is State.COMPUTED:
            self.problems.add(
                f"{at.place}.state",
                f"{at.key} 要计算，却没有公式",
                f"{at.key} is to be computed, but has no formula",
                remedy=("写上 formula", "give it a formula"),
            )
        return (State.COMPUTED, self._formula(at, place)) if place else (State.INPUT, None)

    def _formula_place(self, at: Crossing, said: State | None) -> str | None:
        """Where the one formula stands that computes this cell."""
        if at.said and at.said.formula:
            return f"{at.place}.formula"
        offered = {
            by: f"{each.place}.formula"
            for by, each in (("row", at.line), ("column", at.leaf))
            if each.shape.formula
        }
        by = at.said.by if at.said else None
        if by and by not in offered:
            self.problems.add(
                f"{at.place}.by",
                f"{at.key} 的{'行' if by == 'row' else '列'}没有公式",
                f"the {by} of {at.key} has no formula",
                remedy=("删去 by", "remove by"),
            )
        if len(offered) == 2 and by is None and said not in (State.NONE, State.BLANK):
            self.problems.add(
                offered["row"],
                f"{at.key} 的行和列都有公式",
                f"both the row and the column of {at.key} have a formula",
                remedy=(
                    '在 [[cells]] 中写 by = "row" 或 by = "column"',
                    'say by = "row" or by = "column" in [[cells]]',
                ),
            )
        return offered.get(by) if by else next(iter(offered.values()), None)

    def _formula(self, at: Crossing, place: str) -> Expression | None:
        """The formula on full keys; each is read, and complained about, once."""
        line, leaf = at.line.shape, at.leaf.shape
        if place.startswith(at.leaf.place):
            text, known = leaf.formula, [each.leaf.shape.key for each in self.crossings]
        elif place.startswith(at.line.place):
            text, known = line.formula, [each.line.shape.key for each in self.crossings]
        else:
            text = at.said.formula if at.said else None
            known = [*(each.key for each in self.crossings), *self.fields]
        if place not in self.read:
            names = list(dict.fromkeys(known))
            self.read[place] = read_expression(
                place, text or "", names, self.problems, condition=False
            )
        expression = self.read[place]
        if expression is None or place.startswith("cells"):
            return expression
        if place.startswith(at.leaf.place):
            return qualified(expression, lambda name: f"{line.key}.{name}")
        return qualified(expression, lambda name: f"{name}.{leaf.key}")

    def _summing(self, at: Crossing, state: State, measure: Measure) -> Summing:
        if state in (State.NONE, State.BLANK):
            return Summing.NONE
        shapes = [each for each in (at.said, at.leaf.shape, at.line.shape) if each]
        said = next((each.summing for each in shapes if each.summing), None)
        percent = measure.kind is Kind.PERCENT
        if said is None and state is State.COMPUTED:
            return Summing.RECOMPUTE
        if said is None:
            return Summing.NONE if percent else Summing.SUM
        if (said is Summing.SUM and percent) or (
            said is Summing.RECOMPUTE and state is State.INPUT
        ):
            self.problems.add(
                at.place or at.leaf.place,
                f"{at.key} 不能这样汇总：{said}",
                f"{at.key} cannot be rolled up by {said!s}",
                remedy=(
                    '百分比由公式重算；没有公式的写 summing = "none"',
                    'recompute a percentage by a formula; without one say summing = "none"',
                ),
            )
        return said

    def _note_both(self, at: Crossing, said: State) -> None:
        self.problems.add(
            f"{at.place}.state",
            f"{at.key} 既有公式，又写为 {said}",
            f"{at.key} is both computed and {said} (entered by hand or left out)"
            if said is State.INPUT
            else f"{at.key} is both computed and {said}",
            remedy=("删去 state 或公式", "remove either the state or the formula"),
        )

    def _check_formulas(self, cells: Mapping[str, Cell]) -> None:
        places = {}
        measures = {**self.fields, **{key: cell.measure for key, cell in cells.items()}}
        for at in self.crossings:
            cell = cells[at.key]
            if cell.formula is None:
                continue
            said = at.said.state if at.said else None
            places[cell.key] = place = self._formula_place(at, said) or ""
            self._note_dead(place, cell, cells)
            note_mixing(place, cell, measures, self.problems)
        note_circles(cells.values(), places, self.problems)

    def _note_dead(self, place: str, cell: Cell, cells: Mapping[str, Cell]) -> None:
        assert cell.formula
        for name in sorted(cell.formula.names):
            if name in cells and cells[name].state in (State.NONE, State.BLANK):
                self.problems.add(
                    place,
                    f"{cell.key} 的公式用到 {name}，而那里没有数",
                    f"the formula of {cell.key} uses {name}, which holds no figure",
                    remedy=(
                        "把它也写为 none，或改公式",
                        'declare it as state = "none" too, or change the formula',
                    ),
                )
