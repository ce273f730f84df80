"""A form that came as a file, beside the draft: what would be new, what differs, what is unread.

A blank cell is no zero: it says nothing, and what the draft has stays. Nothing is written here;
the card is confirmed first, like many answers of one message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from reporting.computing import computed, rounded
from reporting.draft import Draft
from reporting.events import Card
from reporting.form import Figures, Form, State
from reporting.many.results import Pair
from reporting.measure import Measure
from reporting.numbers import NotRead, Read, read_number
from reporting.sheet_cells import Fault, Stood, Unread, WrongTotal


@dataclass(frozen=True, slots=True)
class SheetCard(Card):
    """A card of a form that came as a file: ``pairs`` are what is new or differs from the draft.

    ``same`` figures are as in the draft, ``blank`` cells say nothing, ``unread`` ones were not
    taken; ``wrong`` are totals that differ from what the form calculates.
    """

    same: int = 0
    blank: int = 0
    unread: tuple[Unread, ...] = ()
    wrong: tuple[WrongTotal, ...] = ()


_DIGITS = re.compile(r"(-?\d+(?:\.\d+)?)%?")


def read_sheet(form: Form, draft: Draft, stood: Iterable[Stood]) -> SheetCard:
    """What the cells come to beside the draft. Any keys may be given; unknown ones say nothing."""
    known = [each for each in stood if each.key in form.cells or each.key in form.fields]
    totals = [each for each in known if _is_total(form, each.key)]
    results = [_read(form, each) for each in known if each not in totals]
    read = {each.key: each for each in results if isinstance(each, Pair)}
    unread = tuple(each for each in results if isinstance(each, Unread))
    figures = draft.figures
    pairs = tuple(each for each in read.values() if figures.get(each.key) != each.value)
    together = {**figures, **{each.key: each.value for each in pairs}}
    seen = {*read, *(each.key for each in unread)}
    return SheetCard(
        pairs,
        same=len(read) - len(pairs),
        blank=sum(key not in seen for key in form.inputs),
        unread=unread,
        wrong=tuple(_wrong(form, totals, computed(form, together))),
    )


def _is_total(form: Form, key: str) -> bool:
    return key in form.cells and form.cells[key].state is State.COMPUTED


def _read(form: Form, stood: Stood) -> Pair | Unread:
    """The figure of a cell that is entered, or why it is not taken."""
    fault = stood.fault
    if fault is None and stood.key not in form.questions:
        fault = Fault.NOT_APPLICABLE
    if fault is not None:
        return Unread(stood.key, stood.at, stood.said, fault)
    got = read_number(stood.said, form.measure(stood.key))
    if isinstance(got, NotRead):
        return Unread(stood.key, stood.at, stood.said, Fault.NUMBER, got.reason)
    return Pair(stood.key, stood.said, 0, got.figure, got.read_back)


def _wrong(form: Form, totals: Iterable[Stood], expected: Figures) -> Iterator[WrongTotal]:
    """Totals that are not what their parts come to; where a part is missing nobody can tell."""
    for each in totals:
        right, value = expected.get(each.key), _total(each.said, form.measure(each.key))
        if right is not None and value not in (None, right):
            yield WrongTotal(each.key, each.at, each.said, right)


def _total(said: str, measure: Measure) -> int | None:
    """A total as far as the form would tell it: a third of a hundred is 33.3."""
    if digits := _DIGITS.fullmatch(said):
        return rounded(Fraction(digits[1]), measure)
    got = read_number(said, measure)
    return got.figure if isinstance(got, Read) else None
