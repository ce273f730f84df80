"""Many answers in one message: on a card, written only on 确认; and 改 …, to a question."""

from __future__ import annotations

from dataclasses import replace

from reporting.draft import CARD, REVIEW, Answer
from reporting.events import Card, Misfit, Offered, RecordedMany, Turn
from reporting.interview.asking import asking
from reporting.interview.filling import recorded
from reporting.interview.sitting import Sitting
from reporting.kinds import Understood
from reporting.many.card import card_of, read_many
from reporting.many.jumping import find_questions
from reporting.many.repeating import says_like_last
from reporting.many.results import WhyNot
from reporting.many.words import CHANGING, LIKE_LAST_PLAIN
from reporting.said import Tapped
from reporting.telling import NARRATIVE

NOWHERE = ""  # the place of words that came while nothing was asked


def many(sitting: Sitting, text: str) -> Turn | None:
    """What becomes of words that are no ordinary answer; None: they are none of these either.

    At a card they are another message typed where that one was, and take its place. Where
    nothing can be taken it is told why, and what was pending stays.
    """
    typed = sitting.uncarded
    at = typed.draft.at
    if not (at == REVIEW or (at not in typed.form.texts and typed.agenda.knows(at))):
        return None
    if sitting.draft.at != CARD and (turn := _going(sitting, text) or _like_last(sitting, text)):
        return turn
    read = read_many(typed.form, typed.draft, text, typed.background)
    if read is None:
        return asking(sitting, Misfit(WhyNot.AT_CARD, 0, ())) if sitting.draft.at == CARD else None
    if isinstance(read, Misfit):
        return asking(sitting, read)
    if not read.ready:
        return asking(sitting, _only_told(read))
    return asking(typed.answered({CARD: Answer(text, at)}).moved(CARD))


def write(sitting: Sitting, tap: Tapped) -> Turn:
    """确认: what was shown is written. Where it reads otherwise by now, the card is shown again."""
    card = card_of(sitting.form, sitting.draft, sitting.background)
    if not card.ready or tap.to != card.digest:
        return asking(sitting)
    written = sitting.uncarded.answered(_answers(card))
    pending = {*written.unanswered, *written.agenda.pending()}
    onward = written if written.draft.at in pending else written.onward()
    told = card.narrative is not None
    event = RecordedMany(len(card.pairs), len(card.zeros), len(card.repeated), told)
    return asking(onward, event)


def _answers(card: Card) -> dict[str, Answer]:
    zeros = {key: Answer(said, 0) for key, said in card.zeros.items()}
    given = {each.key: Answer(each.said, each.value) for each in (*card.repeated, *card.pairs)}
    if card.narrative is None:
        return zeros | given
    return zeros | given | {NARRATIVE: Answer(card.narrative, card.narrative)}


def discard(sitting: Sitting, tap: Tapped) -> Turn | None:
    """重新输入: nothing is written; back where the words were typed."""
    return asking(sitting.uncarded) if sitting.draft.at == CARD else None


def overheard(sitting: Sitting, text: str) -> Turn | None:
    """Words that came while nothing was asked: the card of many answers; None: they are none."""
    typed = replace(sitting.uncarded, draft=replace(sitting.uncarded.draft, at=NOWHERE))
    read = read_many(typed.form, typed.draft, text, typed.background)
    if not isinstance(read, Card):
        return None
    if not read.ready:
        return asking(typed.onward(), _only_told(read))
    return asking(typed.answered({CARD: Answer(text, NOWHERE)}).moved(CARD))


def _only_told(card: Card) -> Card:
    """A card that waits for nothing: it has no digest, and no buttons."""
    return replace(card, digest="")


def all_as_last(sitting: Sitting, tap: Tapped) -> Turn | None:
    """全部同上月: the card of it, where the period before was reported."""
    return many(sitting, LIKE_LAST_PLAIN) if sitting.background.last else None


def _like_last(sitting: Sitting, text: str) -> Turn | None:
    """同上月 and no more: this question's figure, once the report has any; before, all of them."""
    question, last = sitting.asked, sitting.background.last
    if question is None or not sitting.draft.figures:
        return None
    if not says_like_last(text, sitting.background.every):
        return None
    if last is None or question.key not in last:
        return asking(sitting, Misfit(WhyNot.LAST_UNKNOWN, 0, ()))
    return recorded(sitting, question, text, Understood(last[question.key], read_back=True))


def _going(sitting: Sitting, text: str) -> Turn | None:
    """改 代孕 案件数: there, or an offer of all that may be meant. The review needs no 改."""
    if sitting.draft.at != REVIEW and not text.strip().casefold().startswith(CHANGING):
        return None
    keys = find_questions(sitting.form, text)
    if len(keys) == 1:
        return asking(sitting.moved(keys[0]))
    return sitting.turn(Offered(keys)) if keys else None
