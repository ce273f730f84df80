"""The interview, a pure function: a draft and what was said → the next draft and what happened.

Questions come in the form's order, then the review. Nothing is taken that was not said, an
answer is changed only by another answer to it, and what was not answered is never a zero.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reporting.draft import CARD, CLEAR, DECLARE, EXPLAIN, REVIEW, Background, Draft
from reporting.events import Choosing, Outdated, Overtaken, Refused, Saved, Turn
from reporting.form import Form
from reporting.interview.asking import asking
from reporting.interview.declaring import clear, confirm, declaring
from reporting.interview.filling import recorded, rest, same, skip, undo
from reporting.interview.many import all_as_last, discard, many, overheard, write
from reporting.interview.narrating import (
    afresh,
    enough,
    keep,
    listing,
    narrated,
    none,
    remove,
    sent,
)
from reporting.interview.scoping import done, drop, each, more, named, pick
from reporting.interview.sitting import Sitting
from reporting.interview.submitting import afresh as explanation_afresh
from reporting.interview.submitting import explained, submit
from reporting.kinds import KINDS, Understood
from reporting.said import Choice, Said, Sent, Tapped, Word
from reporting.telling import NARRATIVE


def begin(form: Form, key: str, background: Background) -> Turn:
    """A new draft of the report ``key``, and its first question."""
    return asking(Sitting(form, Draft(key, at=""), background).onward())


def resume(form: Form, draft: Draft, background: Background) -> Turn:
    """What is pending, asked again: after a pause, a restart, or on another phone."""
    return asking(_settled(Sitting(form, draft, background)))


def declare(form: Form, draft: Draft, background: Background) -> Turn:
    """零报告 asked for from outside, as by a reminder's button: the declaration to confirm."""
    return asking(_settled(Sitting(form, draft, background)).moved(DECLARE))


def heard(form: Form, draft: Draft, text: str, background: Background) -> Turn | None:
    """Words that came while nothing was asked: laid out on a card; None: they answer nothing."""
    return overheard(Sitting(form, draft, background), text)


def answer(form: Form, draft: Draft, word: Word, background: Background) -> Turn:
    """What becomes of one thing said or tapped.

    Words are taken as the answer to what is pending, or refused with a reason; the draft then
    stays as it was. A press of a button of another draft or another place is Outdated; one that
    other answers have made void meanwhile is Overtaken, and what is pending is asked again.
    """
    sitting = _settled(Sitting(form, draft, background))
    if isinstance(word, Said):
        return _said(sitting, word)
    if isinstance(word, Sent):
        return sent(sitting, word)
    tap = _TAPS[word.choice]
    current = word.draft == draft.key and word.place == draft.at == sitting.draft.at
    if current and sitting.changed_since(word):
        return asking(sitting, Overtaken())
    turn = tap(sitting, word) if current else None
    if current and turn is None and sitting.shared:
        return asking(sitting, Overtaken())
    return turn or Turn(draft, (Outdated(),))


def _settled(sitting: Sitting) -> Sitting:
    """At a place that the form has: its data file may have changed since the draft was kept."""
    at = sitting.draft.at
    known = at in (REVIEW, EXPLAIN, DECLARE, CLEAR) or sitting.agenda.knows(at)
    known = known or (at == CARD and CARD in sitting.draft.answers)
    return sitting if known else sitting.onward()


def _said(sitting: Sitting, word: Said) -> Turn:
    question, text = sitting.question, word.text
    if question is None and sitting.agenda.knows(sitting.draft.at):
        return named(sitting, text, word.shown)
    if question is None:
        return many(sitting, text) or asking(sitting)
    read = KINDS[question.kind].read(text, question)
    if not isinstance(read, Understood):
        return many(sitting, text) or sitting.turn(Refused(question, read, text))
    if sitting.draft.at == EXPLAIN:
        return explained(sitting, str(read.value))
    if question.key == NARRATIVE:
        return narrated(sitting, question, text, str(read.value))
    return recorded(sitting, question, text, read)


# What a tap does at the place where its button was shown. None: no such button stands there.


def _answer(sitting: Sitting, tap: Tapped) -> Turn | None:
    question = sitting.asked
    if question is None or tap.choice not in KINDS[question.kind].taps:
        return None
    value = KINDS[question.kind].taps[tap.choice]
    return recorded(sitting, question, tap.choice.value, Understood(value))


def _back(sitting: Sitting, tap: Tapped) -> Turn | None:
    if sitting.draft.at == EXPLAIN:
        return asking(sitting.moved(REVIEW))
    if sitting.draft.at == CARD:
        return discard(sitting, tap)
    if sitting.draft.at in (DECLARE, CLEAR):
        return asking(sitting.onward())
    here = sitting.draft.at
    return asking(sitting.moved(sitting.agenda.before(here) or here))


def _confirm(sitting: Sitting, tap: Tapped) -> Turn | None:
    return write(sitting, tap) if sitting.draft.at == CARD else confirm(sitting, tap)


def _save(sitting: Sitting, tap: Tapped) -> Turn | None:
    of = len(sitting.form.questions)
    return sitting.turn(Saved(of - len(sitting.unanswered), of))


def _afresh(sitting: Sitting, tap: Tapped) -> Turn | None:
    at_explanation = sitting.draft.at == EXPLAIN
    return explanation_afresh(sitting) if at_explanation else afresh(sitting, tap)


def _submit(sitting: Sitting, tap: Tapped) -> Turn | None:
    return submit(sitting) if sitting.draft.at == REVIEW else None


def _edit(sitting: Sitting, tap: Tapped) -> Turn | None:
    return sitting.turn(Choosing()) if sitting.draft.at == REVIEW else None


def _jump(sitting: Sitting, tap: Tapped) -> Turn | None:
    """To a place; or from the review into a group, of one question straight to that."""
    group = sitting.group(tap.to) if sitting.draft.at == REVIEW else None
    if group is not None and len(group.questions) > 1:
        return sitting.turn(Choosing(group))
    place = group.questions[0] if group else tap.to
    known = place == REVIEW or sitting.agenda.knows(place)
    return asking(sitting.moved(place)) if known else None


_TAPS: Mapping[Choice, Callable[[Sitting, Tapped], Turn | None]] = {
    Choice.ZERO: _answer,
    Choice.NONE: none,
    Choice.SAME: same,
    Choice.REST: rest,
    Choice.ALL: rest,
    Choice.UNDO: undo,
    Choice.SKIP: skip,
    Choice.DECLARE: declaring,
    Choice.CLEAR: clear,
    Choice.CONFIRM: _confirm,
    Choice.DISCARD: discard,
    Choice.LAST: all_as_last,
    Choice.PICK: pick,
    Choice.DROP: drop,
    Choice.DONE: done,
    Choice.EACH: each,
    Choice.MORE: more,
    Choice.ENOUGH: enough,
    Choice.LIST: listing,
    Choice.REMOVE: remove,
    Choice.AFRESH: _afresh,
    Choice.KEEP: keep,
    Choice.BACK: _back,
    Choice.SAVE: _save,
    Choice.SUBMIT: _submit,
    Choice.EDIT: _edit,
    Choice.JUMP: _jump,
}
