"""What a figure counts, and how it is kept: an integer of the smallest unit, never a float."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from reporting.label import Label


class Kind(StrEnum):
    """What sort of number stands in a cell."""

    COUNT = "count"
    MONEY = "money"
    NUMBER = "number"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Measure:
    """A kind of number, its unit as printed, and how many decimals it may have.

    A figure of this measure is an integer of ``10**-decimals`` units: with 万元 and 6 decimals
    the figure 35_000 is 0.035 万元 = 350 元 (the smallest unit is 分).
    """

    kind: Kind
    unit: Label
    decimals: int = 0

    def figure(self, value: Decimal) -> int:
        """The integer kept for ``value`` units; ValueError if it has too many decimals."""
        scaled = value.scaleb(self.decimals)
        if scaled != scaled.to_integral_value():
            raise ValueError(f"{value} has more than {self.decimals} decimals")
        return int(scaled)

    def value(self, figure: int) -> Decimal:
        """The exact number of units that a kept integer stands for."""
        return Decimal(figure).scaleb(-self.decimals)

    def shown(self, figure: int) -> str:
        """As people write it: no rounding, no trailing zeros (``3.5``, ``0``, ``1200``)."""
        text = f"{self.value(figure):f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
