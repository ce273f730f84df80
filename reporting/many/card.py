"""Many figures of one message laid out to be read back. Only the words themselves are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b

from reporting.draft import CARD, Background, Draft
from reporting.edges import Every
from reporting.events import Card, Misfit
from reporting.form import Form
from reporting.interview.agenda import Agenda
from reporting.kinds import KINDS, Understood
from reporting.many.labelled import read_labelled
from reporting.many.narrative import Parted, parted
from reporting.many.pasted import read_pasted
from reporting.many.results import (
    Labelled,
    Pair,
    Pasted,
    Rest,
    Unclear,
    Why,
    WhyNot,
)
from reporting.sheet_cells import kept_in
from reporting.telling import NARRATIVE
from reporting.uploading import read_sheet

LONGEST = 2_000  # characters: a whole form with its names; what is longer is no row of figures


def read_many(form: Form, draft: Draft, text: str, background: Background) -> Card | Misfit | None:
    """What a message of many answers comes to at the draft's place; None: it is none.

    A pasted row goes before text with names, unless the names explain more of it. The closing
    text may be among them. Any text may be given. Where a group's figures are chosen, it is read
    as at the one that is asked next.
    """
    parts = parted(form, text, background.aside)
    if len(parts.figures.strip()) > LONGEST:
        return None
    read = _figures(form, _standing(form, draft), parts.figures, background)
    if isinstance(read, Misfit) or (read is None and not parts.words):
        return read
    card = Card() if read is None else _card(read, background)
    return _beside(draft, _narrated(form, card, parts))


def _standing(form: Form, draft: Draft) -> Draft:
    agenda = Agenda(form, draft)
    group = agenda.group_of(draft.at)
    return replace(draft, at=agenda.foremost(group) or group.questions[0]) if group else draft


def typed_at(draft: Draft) -> Draft:
    """A draft at its card → as it was where the words were typed, what was answered since with it.

    KeyError where no words wait.
    """
    answers = {key: held for key, held in draft.answers.items() if key != CARD}
    return replace(draft, at=str(draft.answers[CARD].value), answers=answers)


def card_of(form: Form, draft: Draft, background: Background) -> Card:
    """What waits, read again beside what is answered by now; perhaps nothing is taken."""
    waiting, typed = draft.answers[CARD].said, typed_at(draft)
    if (stood := kept_in(waiting)) is not None:
        return _beside(typed, read_sheet(form, typed, stood))
    read = read_many(form, typed, waiting, background)
    return read if isinstance(read, Card) else _beside(typed, Card())


def _figures(
    form: Form, draft: Draft, text: str, background: Background
) -> Pasted | Labelled | Misfit | None:
    pasted = read_pasted(form, draft, text)
    if isinstance(pasted, Pasted) and not pasted.slips:
        return pasted
    labelled = _of_period(read_labelled(form, draft, text, background.aside), background.every)
    if isinstance(pasted, Pasted):
        return labelled if len(labelled.pairs) > len(pasted.pairs) else pasted
    if labelled.pairs or _several_meant(labelled):
        return labelled
    if pasted.why is not WhyNot.ORDINARY:
        return Misfit(pasted.why, pasted.count, pasted.fits)
    if background.last is None and labelled.rests and all(e.last for e in labelled.rests):
        return Misfit(WhyNot.LAST_UNKNOWN, 0, ())
    return labelled if labelled.recognised else None


def _several_meant(labelled: Labelled) -> bool:
    """Figures by names that each need a column: what they may mean is shown; it is no row."""
    return sum(each.why is Why.AMBIGUOUS for each in labelled.unclear) > 1


def _of_period(labelled: Labelled, every: Every) -> Labelled:
    """同上周 is not understood where the period before is a month."""
    ours = [each for each in labelled.rests if each.last in ("", "period", every)]
    other = (Unclear(each.said, each.at, Why.WORDS) for each in labelled.rests if each not in ours)
    return replace(labelled, rests=tuple(ours), unclear=(*labelled.unclear, *other))


def _card(read: Pasted | Labelled, background: Background) -> Card:
    if isinstance(read, Pasted):
        return Card(read.pairs, slips=read.slips, totals=read.totals)
    zeros = {key: each.said for each in read.rests if not each.last for key in each.keys}
    lasting = [each for each in read.rests if each.last]
    return Card(
        read.pairs,
        zeros,
        repeated=tuple(_as_last(lasting, background)),
        last_unknown=bool(lasting) and background.last is None,
        not_understood=read.unclear,
        conflicts=read.conflicts,
    )


def _as_last(lasting: list[Rest], background: Background) -> Iterator[Pair]:
    """The figures of the period before, of every cell that was spoken of and had one."""
    last = background.last or {}
    for rest in lasting:
        for key in rest.keys:
            if key in last:
                yield Pair(key, rest.said, rest.at, last[key])


def _narrated(form: Form, card: Card, parts: Parted) -> Card:
    """The card with the closing text; one that cannot be kept is shown as not taken."""
    if not parts.words:
        return card
    read = KINDS["text"].read(parts.words, form.questions[NARRATIVE])
    if isinstance(read, Understood):
        return replace(card, narrative=str(read.value))
    unclear = Unclear(parts.said, 0, Why.NUMBER, (NARRATIVE,), read)
    return replace(card, not_understood=(*card.not_understood, unclear))


def _beside(draft: Draft, card: Card) -> Card:
    """The card with what it would replace, and the letters that tell it from any other."""
    keys = [*(each.key for each in card.pairs), *([NARRATIVE] if card.narrative else [])]
    held = {key: draft.answers[key].value for key in keys if key in draft.answers}
    beside = replace(card, before=held)
    return replace(beside, digest=_digest(beside))


def _digest(card: Card) -> str:
    """A few letters that differ wherever what would be written, or replaced, differs."""
    pairs = [(each.key, each.value, card.before.get(each.key)) for each in card.pairs]
    others = [*card.zeros], [(each.key, each.value) for each in card.repeated]
    words = card.narrative, card.before.get(NARRATIVE)
    return blake2b(repr((pairs, others, words)).encode(), digest_size=6).hexdigest()
