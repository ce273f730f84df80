"""Which rules of a form do not hold, and what is still unanswered.

A rule applies only where every figure it needs is there: missing is never zero. Whole counts,
decimals and ≥ 0 are the measure's own, and hold from the moment a figure is taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from reporting.check_places import CheckPlace, places
from reporting.computing import computed, in_units
from reporting.draft import Background
from reporting.events import Finding
from reporting.expression import Lookup, When, evaluate
from reporting.form import Check, Each, Figures, Form, Level, Summing
from reporting.label import Label
from reporting.placeholders import filled

__all__ = ["complete", "computed", "findings"]


def complete(form: Form, figures: Figures) -> tuple[str, ...]:
    """The keys that are still unanswered, in asking order; empty when the form is complete."""
    return tuple(key for key in form.inputs if key not in figures)


def findings(
    form: Form, figures: Figures, background: Background, *, at_roll_up: bool = False
) -> tuple[Finding, ...]:
    """The checks that do not hold, the hard ones first; each leads to what was entered.

    ``at_roll_up``: the figures are a region's totals. Checks limited to departments are held
    against these too, unless the check itself says ``at_roll_up = false``.
    """
    known = _Known(form, figures, background)
    found = [
        known.finding(check, place)
        for check in form.checks
        if _applies(check, background, at_roll_up=at_roll_up)
        for place in places(form, check)
        if evaluate(check.must, known.lookup(place)) is False
    ]
    return tuple(sorted(found, key=lambda each: each.check.level is not Level.HARD))


def _applies(check: Check, background: Background, *, at_roll_up: bool) -> bool:
    if at_roll_up:
        return check.at_roll_up
    return not check.departments or background.department in check.departments


class _Known:
    """The figures a rule may look at: now, last period, and all periods so far."""

    def __init__(self, form: Form, figures: Figures, background: Background) -> None:
        earlier = background.cumulative or {}
        so_far = {k: n + earlier.get(k, 0) for k, n in figures.items() if _adds_up(form, k)}
        self.form = form
        self.figures = {
            When.NOW: computed(form, figures),
            When.LAST: computed(form, background.last or {}),
            When.CUMULATIVE: computed(form, so_far),
        }

    def lookup(self, place: CheckPlace) -> Lookup:
        """How a check's names are looked up in one place."""

        def figure(name: str, when: When) -> Fraction | None:
            key = place.keys[name]
            return in_units(self.figures[when].get(key), self.form.measure(key))

        return figure

    def finding(self, check: Check, place: CheckPlace) -> Finding:
        """What is found there, with the message's ``{row} {column} {last}`` and names filled."""
        words = {name: self.said(key, When.NOW) for name, key in place.keys.items()}
        if check.each is Each.CELL:
            words["last"] = self.said(place.keys["cell"], When.LAST)
        if place.row:
            words["row"] = place.row
        if place.column:
            words["column"] = place.column
        entered = _entered(self.form, place.keys.values())
        keys = tuple(key for key in self.form.inputs if key in entered)
        return Finding(check, keys, filled(check.message, words))

    def said(self, key: str, when: When) -> Label:
        """A figure with its unit; — where there is none."""
        figure = self.figures[when].get(key)
        if figure is None:
            return Label("—", "—")
        measure = self.form.measure(key)
        shown = measure.shown(figure)
        zh, en = measure.unit.zh, measure.unit.en
        gap = " " if zh[:1].isalnum() else ""  # 3 件, but 33.3%
        return Label(f"{shown}{gap}{zh}", f"{shown}{gap}{en}")


def _adds_up(form: Form, key: str) -> bool:
    return key not in form.cells or form.cells[key].summing is not Summing.NONE


def _entered(form: Form, keys: Iterable[str]) -> set[str]:
    """The entered figures that these keys come from."""
    found: set[str] = set()
    for key in keys:
        cell = form.cells.get(key)
        found |= _entered(form, cell.formula.names) if cell and cell.formula else {key}
    return found
