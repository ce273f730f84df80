"""What people type on a phone → the exact figure of a cell: integers, fractions, never floats."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from reporting.measure import Kind, Measure
from reporting.numbers.amount import Amount, has_special_digits, read_amount, tidied, why_not
from reporting.numbers.words import (
    COUNTERS,
    DASHES,
    MAGNITUDES,
    NOT_APPLICABLE,
    NOTHING,
    PERCENT,
    UNITS,
    YUAN,
)
from reporting.reasons import Reason

LIMIT = 10**12  # a number has at most 12 digits before the point
_TENS = "十百千万亿"


@dataclass(frozen=True, slots=True)
class Read:
    """A figure understood; ``read_back`` if it is not simply the digits that were typed."""

    figure: int
    read_back: bool = False


@dataclass(frozen=True, slots=True)
class NotRead:
    """Words that no figure can be taken from without guessing, and why."""

    reason: Reason


def read_number(text: str, measure: Measure) -> Read | NotRead:
    """The figure that ``text`` gives a cell of this measure. Any text may be handed in.

    Units are understood from the measure's own: with 万元, 三点五万 and 3.5万元 are 3.5 and 350元
    is 0.035; with 元, 3.5万 is 35,000; in a count, 12家 is 12 and 1.2万 is 12,000.
    """
    if has_special_digits(text):
        return NotRead(Reason.SPECIAL_DIGITS)
    said = tidied(text)
    if not said:
        return NotRead(Reason.EMPTY)
    if said in NOT_APPLICABLE or set(said) <= DASHES:
        return NotRead(Reason.LONE_DASH)
    if said in NOTHING:
        return Read(0, read_back=True)
    amount = read_amount(said)
    return NotRead(amount) if isinstance(amount, Reason) else _fitted(amount, measure)


def is_number(text: str) -> bool:
    """Whether words are a number and nothing else, with or without a unit: 12, 十二件, 3.5万元."""
    amount = read_amount(tidied(text))
    return isinstance(amount, Amount) and (not amount.unit or amount.unit in UNITS)


def _fitted(amount: Amount, measure: Measure) -> Read | NotRead:
    value = _in_units(amount, measure)
    if isinstance(value, Reason):
        return NotRead(value)
    if value >= LIMIT:
        return NotRead(Reason.TOO_LARGE)
    figure = value * 10**measure.decimals
    if figure.denominator != 1:
        return NotRead(Reason.TOO_MANY_DECIMALS if measure.decimals else Reason.NOT_WHOLE)
    return Read(figure.numerator, read_back=amount.plain != value)


def _in_units(amount: Amount, measure: Measure) -> Fraction | Reason:
    """The amount in the measure's unit: 35000 元 are 3.5 万元."""
    unit = tidied(measure.unit.zh)
    base = unit.lstrip(_TENS)
    tens = unit.removesuffix(base)
    size = MAGNITUDES.get(tens, 1)
    if amount.unit == "":
        # 万 said in a 万元 cell is the unit itself, not ten thousand of it.
        said_with_unit = any(each in amount.words for each in ("万", "亿", tens or "万"))
        return amount.value / size if said_with_unit else amount.value
    if amount.unit == tidied(measure.unit.en):
        return amount.value
    if amount.unit in _names(base, measure.kind):
        return amount.value / size
    return Reason.WRONG_UNIT if amount.unit in UNITS else why_not(amount.words + amount.unit)


def _names(base: str, kind: Kind) -> frozenset[str]:
    """The words that mean a measure's unit: 元, 块 and yuan are one; any counter in a count."""
    names = frozenset({base})
    if base in YUAN:
        names |= YUAN
    if kind is Kind.COUNT:
        names |= COUNTERS
    if kind is Kind.PERCENT:
        names |= PERCENT
    return names
