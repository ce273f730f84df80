"""The proof before a workbook is posted: contributors = stored totals = cells in the sheet.

Adds up by itself, in exact decimals of the printed unit; shares nothing with the roll-up but
the form's formulas.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact, localcontext
from fractions import Fraction

from reporting.expression import When, evaluate
from reporting.form import Form, State, Summing
from reporting.measure import Measure

EXACT = Context(prec=60, traps=[Inexact])
"""Rather fails than rounds."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A figure, in its unit, on which the three do not agree. None: blank."""

    key: str
    units: Decimal | None  # as its contributors' figures come to
    stored: Decimal | None  # as the roll-up keeps it
    sheet: Decimal | None  # as read back from the file


def prove(
    form: Form,
    submission_figures: Iterable[Mapping[str, int]],
    child_figures: Iterable[Mapping[str, int]],
    stored: Mapping[str, int],
    read_back: Mapping[str, Decimal | None],
) -> tuple[Mismatch, ...]:
    """Every figure that does not agree, in the form's order; empty when all is proven.

    The figures handed in are those of the region's counted units (accepted submissions) and of
    its child regions (released roll-ups). A key that the form does not have is a mismatch too.
    """
    with localcontext(EXACT):
        units = _totals(form, [*submission_figures, *child_figures])
        measures = {key: form.measure(key) for key in (*form.cells, *form.fields)}
        kept = {
            key: measures[key].value(figure) if key in measures else Decimal(figure)
            for key, figure in stored.items()
        }
        keys = dict.fromkeys((*measures, *kept, *read_back))
        rows = (Mismatch(k, units.get(k), kept.get(k), read_back.get(k)) for k in keys)
        return tuple(row for row in rows if not row.units == row.stored == row.sheet)


def _totals(form: Form, figures: list[Mapping[str, int]]) -> dict[str, Decimal]:
    """What the contributors' figures come to, computed cells included."""
    totals: dict[str, Decimal] = {}
    for key in (*form.cells, *form.fields):
        cell = form.cells.get(key)
        if cell is None or (cell.state is State.INPUT and cell.summing is Summing.SUM):
            values = [form.measure(key).value(each[key]) for each in figures if key in each]
            if values:
                totals[key] = sum(values, Decimal())
    results = {
        key: _result(form, key, totals)
        for key, cell in form.cells.items()
        if cell.state is State.COMPUTED and cell.summing is not Summing.NONE
    }
    return totals | {key: value for key, value in results.items() if value is not None}


def _result(form: Form, key: str, totals: Mapping[str, Decimal]) -> Decimal | None:
    """A computed cell's value, from its own parts down."""

    def part(name: str, _: When) -> Fraction | None:
        is_computed = name in form.cells and form.cells[name].state is State.COMPUTED
        value = _result(form, name, totals) if is_computed else totals.get(name)
        return None if value is None else Fraction(value)

    formula = form.cells[key].formula
    value = evaluate(formula, part) if formula else None
    return None if value is None else _printed(Fraction(value), form.measure(key))


def _printed(value: Fraction, measure: Measure) -> Decimal:
    """To the decimals of its measure, halves away from zero."""
    doubled = 2 * abs(value) * 10**measure.decimals
    nearest = (doubled.numerator + doubled.denominator) // (2 * doubled.denominator)
    return measure.value(nearest if value >= 0 else -nearest)
