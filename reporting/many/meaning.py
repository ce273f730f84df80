"""Names and an amount → the one cell that can be meant, or why there is none. No guesses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from reporting.events import Reason
from reporting.form import Form, State
from reporting.many.names import Axis, Keys, names_of
from reporting.many.results import Why
from reporting.many.tokens import Amount, Name
from reporting.measure import Measure
from reporting.numbers import NotRead, Read, read_number

MOST_NAMES = 4  # different names for one figure; more are no label


@dataclass(frozen=True, slots=True)
class Meaning:
    """The cells that names cover. ``near``: rows whose names begin alike; a unit may decide."""

    keys: Keys
    near: Keys = frozenset()
    assumed: bool = False  # the column was not said with them, it was in force


@dataclass(frozen=True, slots=True)
class Meant:
    """The figure of a cell."""

    key: str
    read: Read


@dataclass(frozen=True, slots=True)
class NotMeant:
    """No cell, or no single one, or none that takes this figure."""

    why: Why
    candidates: tuple[str, ...] = ()
    reason: Reason | None = None


def covered(form: Form, names: Sequence[Name], here: Keys | None) -> Meaning:
    """The cells that all of the names have in common, in the column in force if none was named."""
    distinct = list({each.name: each for each in names}.values())
    if not 0 < len(distinct) <= MOST_NAMES:
        return Meaning(frozenset())
    keys: set[str] = set()
    assumed = False
    for senses in product(*(each.senses for each in distinct)):
        common = frozenset.intersection(*(sense.keys for sense in senses))
        where = any(sense.axis is Axis.WHERE for sense in senses)
        if here and not where and common & here:
            common, assumed = common & here, True
        keys |= common
    return Meaning(frozenset(keys), _near(form, distinct, frozenset(keys)), assumed)


def _near(form: Form, names: Sequence[Name], keys: Keys) -> Keys:
    """The cells in the same columns that a name's kin covers: 罚款户次 of the alias 罚款."""
    columns = {form.cells[key].column for key in keys if key in form.cells}
    short = [each for each in names if not any(sense.full for sense in each.senses)]
    kin = frozenset().union(*(names_of(form).kin(each.name) for each in short))
    return frozenset(k for k in kin if k in form.cells and form.cells[k].column in columns)


def decided(form: Form, meaning: Meaning, amount: Amount) -> Meant | NotMeant:
    """The one cell among those covered that takes the amount, its unit considered."""
    live = [key for key in form.inputs if key in meaning.keys]
    if not live:
        return NotMeant(_why_dead(form, meaning.keys), ())
    exact = _taking(form, live, amount)
    near = _taking(form, [key for key in form.inputs if key in meaning.near], amount)
    fit = exact or near if amount.unit else _in_tens(form, exact | near, amount)
    if len(fit) == 1 and (len(live) == 1 or amount.told):
        return next(Meant(key, read) for key, read in fit.items())
    if fit or len(live) > 1:
        either = fit or live
        return NotMeant(Why.AMBIGUOUS, tuple(key for key in form.inputs if key in either))
    read = read_number(amount.number + amount.unit, form.measure(live[0]))
    return NotMeant(Why.NUMBER, (live[0],), read.reason if isinstance(read, NotRead) else None)


@lru_cache(maxsize=1_024)
def read_once(said: str, measure: Measure) -> Read | NotRead:
    """``read_number``, remembered: an amount is held against every cell that it may be for."""
    return read_number(said, measure)


def _taking(form: Form, keys: Iterable[str], amount: Amount) -> dict[str, Read]:
    """Those of the cells whose measure takes the amount, with the figure."""
    said = amount.number + amount.unit
    tried = {key: read_once(said, form.measure(key)) for key in keys}
    return {key: read for key, read in tried.items() if isinstance(read, Read)}


def _in_tens(form: Form, fit: dict[str, Read], amount: Amount) -> dict[str, Read]:
    """Those counted in 万 where 3.5万 was said; all, where none is."""
    tens = {
        key: read
        for key, read in fit.items()
        if amount.tens and form.measure(key).unit.zh.startswith(amount.tens)
    }
    return tens or fit


def _why_dead(form: Form, keys: Keys) -> Why:
    states = {form.cells[key].state for key in keys if key in form.cells}
    if State.COMPUTED in states:
        return Why.COMPUTED
    return Why.NOT_APPLICABLE if states else Why.AMBIGUOUS
