"""零报告: an explicit statement that every figure of the period is 0. It counts as reported."""

from __future__ import annotations

from reporting.draft import CLEAR, DECLARE, REVIEW, Answer
from reporting.events import Turn
from reporting.interview.asking import asking
from reporting.interview.sitting import Sitting
from reporting.interview.submitting import submit
from reporting.kinds import KINDS, NOTHING
from reporting.said import Tapped


def declaring(sitting: Sitting, tap: Tapped) -> Turn | None:
    """Show what is being declared; nothing is written yet."""
    return asking(sitting.moved(DECLARE))


def clear(sitting: Sitting, tap: Tapped) -> Turn | None:
    """清空: asks first; the figures stand until it is confirmed."""
    if sitting.draft.at != DECLARE or not sitting.nonzero:
        return None
    return asking(sitting.moved(CLEAR))


def confirm(sitting: Sitting, tap: Tapped) -> Turn | None:
    """确认: clear the figures that stand in the way, or declare and hand in."""
    if sitting.draft.at == CLEAR:
        return asking(sitting.without(sitting.nonzero).moved(DECLARE))
    if sitting.draft.at != DECLARE or sitting.nonzero:
        return None
    zeros = {
        key: Answer(tap.choice.value, 0)
        for key in sitting.form.inputs
        if key not in sitting.draft.answers
    }
    texts = {
        key: Answer(tap.choice.value, NOTHING)
        for key, asked in sitting.form.questions.items()
        if KINDS[asked.kind].rest is None and key not in sitting.draft.answers
    }
    return submit(sitting.answered(zeros | texts).moved(REVIEW))
