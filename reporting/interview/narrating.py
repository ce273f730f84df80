"""工作情况: texts in several messages, photos and documents, each of which can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reporting.attaching import Attachment, WhyNotAttached, why_not_attached
from reporting.draft import DECLARE, Answer
from reporting.events import Attached, Listed, NotAttached, Recorded, Refused, Removed, Turn
from reporting.form import Question
from reporting.interview.asking import asking
from reporting.interview.sitting import Sitting
from reporting.kinds import NOTHING, read_text
from reporting.numbers import is_number
from reporting.reasons import Reason
from reporting.said import Choice, Sent, Tapped
from reporting.telling import NARRATIVE, file_mark, says_nothing, telling, text_mark, told


def narrated(sitting: Sitting, question: Question, said: str, words: str) -> Turn:
    """Words typed at the narrative, or at a zero declaration, are added. 无 adds nothing."""
    if says_nothing(words):
        return asking(sitting) if sitting.draft.at == DECLARE else _closed(sitting)
    if sitting.draft.at == DECLARE and is_number(words):  # a figure would be filed as 0
        return sitting.turn(Refused(question, Reason.ONLY_A_NUMBER, said))
    texts = told(sitting.draft).texts
    if not told(sitting.draft).has_room_for(words):
        return sitting.turn(Refused(question, Reason.TEXT_TOO_LONG, said))
    return asking(_telling(sitting, (*texts, words)))


def sent(sitting: Sitting, word: Sent) -> Turn:
    """A file goes to the narrative wherever it was sent; what was written under it, as a text."""
    question = sitting.form.questions.get(NARRATIVE)
    if question is None:
        return asking(sitting, NotAttached(word.attachment, WhyNotAttached.NO_NARRATIVE))
    why = why_not_attached(sitting.draft.attachments, word.attachment)
    event = NotAttached(word.attachment, why) if why else Attached(word.attachment)
    if why is None:
        sitting = _beside(sitting, (*sitting.draft.attachments, word.attachment))
    so_far, words = told(sitting.draft), _caption(question, word)
    if not words or words in so_far.texts:
        return asking(sitting, event)
    if not so_far.has_room_for(words):
        return sitting.turn(event, Refused(question, Reason.TEXT_TOO_LONG, word.caption))
    event = replace(event, words=True)
    return asking(_telling(sitting, (*so_far.texts, words)), event)


def none(sitting: Sitting, tap: Tapped) -> Turn | None:
    """无: only while nothing is told."""
    if sitting.draft.at != NARRATIVE or told(sitting.draft):
        return None
    return _closed(sitting)


def enough(sitting: Sitting, tap: Tapped) -> Turn | None:
    """完成: what is told stays as it is, and the next is asked."""
    if sitting.draft.at != NARRATIVE or not told(sitting.draft):
        return None
    return _closed(sitting)


def listing(sitting: Sitting, tap: Tapped) -> Turn | None:
    """删除…: what there is to remove."""
    so_far = told(sitting.draft)
    return sitting.turn(Listed(so_far)) if _told_here(sitting) and so_far else None


def keep(sitting: Sitting, tap: Tapped) -> Turn | None:
    """返回: nothing is removed."""
    return asking(sitting) if _told_here(sitting) else None


def remove(sitting: Sitting, tap: Tapped) -> Turn | None:
    """删除 the text or file that was meant; nothing else, however late the press comes."""
    so_far = told(sitting.draft)
    texts = [each for n, each in enumerate(so_far.texts) if text_mark(n, each) != tap.to]
    files = [each for each in so_far.files if file_mark(each) != tap.to]
    if not _told_here(sitting) or (len(texts), len(files)) == so_far.counts:
        return None
    return asking(_beside(_telling(sitting, texts), files), Removed())


def afresh(sitting: Sitting, tap: Tapped) -> Turn | None:
    """清空重写: without its texts; the files stay."""
    if not _told_here(sitting) or not told(sitting.draft).texts:
        return None
    return asking(_telling(sitting, ()), Removed())


def _caption(question: Question, word: Sent) -> str:
    """The words under a file; "" where they say nothing."""
    read = read_text(word.caption, question)
    words = "" if isinstance(read, Reason) else str(read.value)
    return "" if says_nothing(words) else words


def _told_here(sitting: Sitting) -> bool:
    """Whether this place shows what is told."""
    return sitting.draft.at in (NARRATIVE, DECLARE)


def _closed(sitting: Sitting) -> Turn:
    question, before = sitting.form.questions[NARRATIVE], sitting.draft.answers.get(NARRATIVE)
    if not told(sitting.draft).texts:  # files alone say no words
        sitting = sitting.answered({NARRATIVE: Answer(Choice.NONE.value, NOTHING)})
    value = sitting.draft.answers[NARRATIVE].value
    recorded = Recorded(question, value, before=before.value if before else None)
    return asking(sitting.onward(), recorded)


def _telling(sitting: Sitting, texts: Iterable[str]) -> Sitting:
    return replace(sitting, draft=telling(sitting.draft, texts))


def _beside(sitting: Sitting, files: Iterable[Attachment]) -> Sitting:
    return replace(sitting, draft=replace(sitting.draft, attachments=tuple(files)))
