"""Answers taken one at a time and many at once: a number, 同上月, the rest 0, and 撤销."""

from __future__ import annotations

from reporting.draft import SCOPE, Answer
from reporting.events import Filled, Recorded, Turn, Unfilled
from reporting.form import Question
from reporting.interview.asking import asking
from reporting.interview.sitting import COMPLETED, FILLED, Sitting
from reporting.kinds import KINDS, Understood
from reporting.said import Choice, Tapped


def recorded(sitting: Sitting, question: Question, said: str, read: Understood) -> Turn:
    """An answer is taken, and the next unanswered question asked."""
    before = sitting.draft.answers.get(question.key)
    was = (before.value, before.by) if before else (None, "")
    event = Recorded(question, read.value, read.read_back, *was)
    taken = sitting.answered({question.key: Answer(said, read.value)})
    return asking(taken.onward(), event)


def same(sitting: Sitting, tap: Tapped) -> Turn | None:
    """同上月: the figure of the period before, where that is known."""
    question = sitting.asked
    last = (sitting.background.last or {}).get(question.key) if question else None
    if question is None or last is None:
        return None
    return recorded(sitting, question, tap.choice.value, Understood(last))


def rest(sitting: Sitting, tap: Tapped) -> Turn | None:
    """本类其余填0, 其余全部填0: what is answered already is left alone."""
    question = sitting.asked
    if question is None or KINDS[question.kind].rest is None:
        return None
    group = sitting.group(question.group) if tap.choice is Choice.REST else None
    keys = sitting.rest(group)
    if not keys or (tap.choice is Choice.REST and group is None):
        return None
    next_place = sitting.answered(dict.fromkeys(keys, Answer("", 0))).onward().draft.at
    filled = dict.fromkeys(keys, Answer(FILLED + next_place, 0))
    return asking(sitting.answered(filled).onward(), Filled(group, keys))


def undo(sitting: Sitting, tap: Tapped) -> Turn | None:
    """撤销: figures that were set to 0 together are unanswered again; the first is asked.

    After 完成选择 the choice is what is asked again.
    """
    keys = sitting.filled
    if not keys:
        return None
    said = sitting.draft.answers[keys[0]].said
    place = next(key for key in sitting.form.questions if key in keys)
    if said.startswith(COMPLETED):
        place = said.split(">")[1]
    undone = sitting.without(keys)
    if place == SCOPE:
        undone = undone.picking(SCOPE, sitting.draft.picked(SCOPE), Choice.PICK)
    return asking(undone.moved(place), Unfilled(keys))


def skip(sitting: Sitting, tap: Tapped) -> Turn | None:
    """跳过: stays unanswered; the next unanswered one after it, then the review."""
    at = sitting.draft.at
    if sitting.asked is None and sitting.agenda.group_of(at) is None:
        return None
    return asking(sitting.moved(sitting.agenda.skipping(at)))
