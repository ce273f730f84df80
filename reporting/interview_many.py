"""Many answers in one message: on a card, written only on 确认; and 改 …, to a question."""

from __future__ import annotations

from reporting.draft import CARD, REVIEW, Answer
from reporting.events import Misfit, Offered, RecordedMany, Turn
from reporting.interview_sitting import Sitting
from reporting.many.card import card_of, read_many
from reporting.many.jumping import find_questions
from reporting.many.words import CHANGING
from reporting.said import Tapped

LONGEST = 2_000  # characters: a whole form with its names; what is longer is no row of figures


def many(sitting: Sitting, text: str) -> Turn | None:
    """What becomes of words that are no ordinary answer; None: they are none of these either.

    At a card they are another message typed where that one was, and take its place.
    """
    typed = sitting.uncarded
    at = typed.draft.at
    if len(text) > LONGEST or (at != REVIEW and at not in typed.form.inputs):
        return None
    if sitting.draft.at != CARD and (turn := _going(sitting, text)):
        return turn
    read = read_many(typed.form, typed.draft, text, typed.background.aside)
    if read is None:
        return None
    if isinstance(read, Misfit):
        return sitting.asking(read)
    return typed.answered({CARD: Answer(text, at)}).moved(CARD).asking()


def write(sitting: Sitting, tap: Tapped) -> Turn:
    """确认: what was shown is written. Where it reads otherwise by now, the card is shown again."""
    card = card_of(sitting.form, sitting.draft, sitting.background.aside)
    if not card.ready or tap.to != card.digest:
        return sitting.asking()
    zeros = {key: Answer(said, 0) for key, said in card.zeros.items()}
    pairs = {each.key: Answer(each.said, each.value) for each in card.pairs}
    written = sitting.uncarded.answered(zeros | pairs)
    onward = written if written.draft.at in written.unanswered else written.onward()
    return onward.asking(RecordedMany(len(pairs), len(zeros)))


def discard(sitting: Sitting, tap: Tapped) -> Turn | None:
    """重新输入: nothing is written; back where the words were typed."""
    return sitting.uncarded.asking() if sitting.draft.at == CARD else None


def _going(sitting: Sitting, text: str) -> Turn | None:
    """改 代孕 案件数: there, or an offer of all that may be meant. The review needs no 改."""
    if sitting.draft.at != REVIEW and not text.strip().casefold().startswith(CHANGING):
        return None
    keys = find_questions(sitting.form, text)
    if len(keys) == 1:
        return sitting.moved(keys[0]).asking()
    return sitting.turn(Offered(keys)) if keys else None
