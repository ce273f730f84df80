"""Many figures of one message laid out to be read back. Only the words themselves are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2b

from reporting.draft import CARD, Draft
from reporting.events import Card, Misfit
from reporting.form import Form
from reporting.many.labelled import read_labelled
from reporting.many.pasted import read_pasted
from reporting.many.results import Labelled, Pasted, Why, WhyNot


def read_many(form: Form, draft: Draft, text: str, aside: Iterable[str]) -> Card | Misfit | None:
    """What a message of many figures comes to at the draft's place; None: it is none.

    A pasted row goes before text with names, unless the names explain more of it. Any text may
    be given.
    """
    pasted = read_pasted(form, draft, text)
    if isinstance(pasted, Pasted) and not pasted.slips:
        return _card(draft, pasted)
    labelled = read_labelled(form, draft, text, aside)
    if isinstance(pasted, Pasted):
        return _card(draft, labelled if len(labelled.pairs) > len(pasted.pairs) else pasted)
    if labelled.pairs or _several_meant(labelled):
        return _card(draft, labelled)
    if pasted.why is not WhyNot.ORDINARY:
        return Misfit(pasted.why, pasted.count, pasted.fits)
    return _card(draft, labelled) if labelled.recognised else None


def _several_meant(labelled: Labelled) -> bool:
    """Figures by names that each need a column: what they may mean is shown; it is no row."""
    return sum(each.why is Why.AMBIGUOUS for each in labelled.unclear) > 1


def typed_at(draft: Draft) -> Draft:
    """A draft at its card → as it was where the words were typed, what was answered since with it.

    KeyError where no words wait.
    """
    answers = {key: held for key, held in draft.answers.items() if key != CARD}
    return Draft(draft.key, str(draft.answers[CARD].value), answers)


def card_of(form: Form, draft: Draft, aside: Iterable[str]) -> Card:
    """The words that wait, read again beside what is answered by now; perhaps none is taken."""
    read = read_many(form, typed_at(draft), draft.answers[CARD].said, aside)
    return read if isinstance(read, Card) else Card()


def _card(draft: Draft, read: Pasted | Labelled) -> Card:
    if isinstance(read, Pasted):
        card = Card(read.pairs, slips=read.slips, totals=read.totals)
    else:
        zeros = {key: each.said for each in read.rests if not each.last for key in each.keys}
        card = Card(read.pairs, zeros, read.unclear, read.conflicts)
    figures = draft.figures
    before = {each.key: figures[each.key] for each in card.pairs if each.key in figures}
    return replace(card, before=before, digest=_digest(replace(card, before=before)))


def _digest(card: Card) -> str:
    """A few letters that differ wherever what would be written, or replaced, differs."""
    pairs = [(each.key, each.value, card.before.get(each.key)) for each in card.pairs]
    return blake2b(repr((pairs, [*card.zeros])).encode(), digest_size=6).hexdigest()
