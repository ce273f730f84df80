"""Computed cells: what the entered figures come to by the form's formulas."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from reporting.expression import When, evaluate
from reporting.form import Figures, Form, State
from reporting.measure import Measure


def computed(form: Form, figures: Figures) -> dict[str, int]:
    """The entered figures with every computed cell added, in the form's order of cells.

    A computed cell is absent where a figure it needs is; what was handed in for it is dropped.
    """
    found: dict[str, int | None] = {
        key: figures.get(key)
        for key in (*form.cells, *form.fields)
        if key in form.fields or form.cells[key].state is State.INPUT
    }

    def figure(name: str, _: When) -> Fraction | None:
        if name not in found:
            formula = form.cells[name].formula
            value = evaluate(formula, figure) if formula else None
            found[name] = None if value is None else rounded(Fraction(value), form.measure(name))
        return in_units(found[name], form.measure(name))

    order = (*form.cells, *form.fields)
    for key in order:
        figure(key, When.NOW)
    return {key: value for key in order if (value := found[key]) is not None}


def in_units(figure: int | None, measure: Measure) -> Fraction | None:
    """The exact number of units that a figure stands for."""
    return None if figure is None else Fraction(figure, 10**measure.decimals)


def rounded(value: Fraction, measure: Measure) -> int:
    """The figure nearest to a number of units, halves away from zero."""
    figure = floor(abs(value) * Fraction(10) ** measure.decimals + Fraction(1, 2))
    return figure if value >= 0 else -figure
