"""The checks and the highlights of a form."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from reporting.check_places import places
from reporting.form import Cell, Check, Each, Form, Highlight, State
from reporting.loading.form_shape import CheckShape, FormShape
from reporting.loading.formulas import read_expression
from reporting.loading.names import note_twice, note_unknown
from reporting.loading.problem import Problems
from reporting.measure import Measure
from reporting.placeholders import placeholders

LIVE = (State.INPUT, State.COMPUTED)

IDLE: Mapping[Each, tuple[str, ...]] = {  # what narrows nothing in such a check
    Each.COLUMN: ("rows",),
    Each.ROW: ("columns",),
    Each.CELL: (),
    Each.FORM: ("rows", "columns"),
}

WORDS: Mapping[Each, tuple[str, ...]] = {  # what its message may say beside its own names
    Each.COLUMN: ("column",),
    Each.ROW: ("row",),
    Each.CELL: ("row", "column", "last"),
    Each.FORM: (),
}


class Rules:
    """Builds the checks and highlights against the figures that the form has."""

    def __init__(
        self,
        cells: Mapping[str, Cell],
        fields: Mapping[str, Measure],
        departments: Collection[str] | None,
        problems: Problems,
    ) -> None:
        """``departments``: those a check may name; None if they are not known."""
        self.rows = list(dict.fromkeys(cell.row for cell in cells.values()))
        self.columns = list(dict.fromkeys(cell.column for cell in cells.values()))
        self.measures = {k: cell.measure for k, cell in cells.items() if cell.state in LIVE}
        self.measures |= fields
        self.departments = departments
        self.problems = problems
        self.places: dict[str, str] = {}  # of the checks, by key

    def checks(self, shapes: Iterable[CheckShape]) -> tuple[Check, ...]:
        """The checks that could be built; what is wrong with the others is noted."""
        placed = [(f"checks[{n}]", shape) for n, shape in enumerate(shapes, 1)]
        note_twice(((f"{place}.key", shape.key) for place, shape in placed), self.problems)
        built = [self._check(place, shape) for place, shape in placed]
        return tuple(check for check in built if check)

    def highlights(self, shape: FormShape) -> tuple[Highlight, ...]:
        """The figures for captions: known, and of one measure each."""
        for n, each in enumerate(shape.highlights, 1):
            place = f"highlights[{n}].cells"
            if note_unknown(place, each.cells, self.measures, self.problems):
                continue
            if len({self.measures[key] for key in each.cells}) > 1:
                self.problems.add(
                    place,
                    "合计了不同计量的数",
                    "figures of different measures are summed",
                    remedy=("每项只列同一计量的单元格", "list cells of one measure only"),
                )
        return tuple(Highlight(each.label.label, each.cells) for each in shape.highlights)

    def note_idle(self, form: Form) -> None:
        """Note every check that no place of the form has figures for."""
        for check in form.checks:
            if not any(places(form, check)):
                self.problems.add(
                    self.places[check.key],
                    "这条规则在表中没有适用之处",
                    "nowhere in the form are there the figures this check needs",
                    remedy=("改 must、rows 或 columns", "change must, rows or columns"),
                )

    def _check(self, place: str, shape: CheckShape) -> Check | None:
        lost = note_unknown(f"{place}.rows", shape.rows, self.rows, self.problems)
        lost |= note_unknown(f"{place}.columns", shape.columns, self.columns, self.problems)
        if self.departments is not None:
            at = f"{place}.departments"
            note_unknown(at, shape.departments, self.departments, self.problems)
        names = self._names(shape.each)
        must = read_expression(f"{place}.must", shape.must, names, self.problems, condition=True)
        if lost or must is None:
            return None
        check = Check(
            key=shape.key,
            level=shape.level,
            each=shape.each,
            must=must,
            message=shape.message.label,
            columns=shape.columns,
            rows=shape.rows,
            departments=shape.departments,
            at_roll_up=shape.at_roll_up,
        )
        self.places[check.key] = place
        self._check_places(place, check)
        self._check_message(place, check)
        return check

    def _names(self, each: Each) -> list[str]:
        return {
            Each.COLUMN: self.rows,
            Each.ROW: self.columns,
            Each.CELL: ["cell"],
            Each.FORM: list(self.measures),
        }[each]

    def _check_places(self, place: str, check: Check) -> None:
        """``rows`` and ``columns`` narrow only what the check is evaluated for."""
        for name in IDLE[check.each]:
            if getattr(check, name):
                self.problems.add(
                    f"{place}.{name}",
                    f'each = "{check.each}" 的规则不用 {name}',
                    f'a check with each = "{check.each}" has no use for {name}',
                    remedy=(f"删去 {name}", f"remove {name}"),
                )

    def _check_message(self, place: str, check: Check) -> None:
        known = [*WORDS[check.each], *sorted(check.must.names)]
        for language in ("zh", "en"):
            used = placeholders(check.message.said(language))
            note_unknown(f"{place}.message.{language}", used, known, self.problems)
