"""Cumulative figures: what the periods so far come to, and which of them are missing.

Computed whenever somebody asks, from the newest that counts of each period; never typed, never
stored (spec: 4, 6.10, 6.11).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from reporting.computing import in_units
from reporting.form import Figures, Form
from reporting.measure import Measure
from reporting.rollup import summed, totals


@dataclass(frozen=True, slots=True)
class Cumulative:
    """The sum over some periods of one region or unit.

    ``periods`` has every period that should be in it, oldest first: its figures, or None where
    it is 未报. ``figures`` lack what no period has: missing is never zero.
    """

    periods: Mapping[str, Figures | None]
    figures: Figures

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys of the periods that brought nothing."""
        return tuple(key for key, figures in self.periods.items() if figures is None)

    def lacking(self, form: Form, key: str) -> tuple[str, ...]:
        """The keys of the periods that add nothing to a figure: 未报, or asked nobody for it."""
        own = summed(form)
        return tuple(
            period
            for period, figures in self.periods.items()
            if figures is None or (key in own and key not in figures)
        )

    @property
    def brought(self) -> tuple[Figures, ...]:
        """The figures of each period that is in it."""
        return tuple(figures for figures in self.periods.values() if figures is not None)


def cumulated(form: Form, periods: Mapping[str, Figures | None]) -> Cumulative:
    """The sum over the periods, computed cells and percentages from the sums of their parts."""
    brought = (figures for figures in periods.values() if figures is not None)
    return Cumulative(dict(periods), totals(form, brought))


def change(figure: int | None, before: int | None, measure: Measure) -> Fraction | None:
    """环比, in percent of the figure before; None where one is unknown, or nothing was before."""
    now, then = in_units(figure, measure), in_units(before, measure)
    return None if now is None or not then else 100 * (now - then) / then
