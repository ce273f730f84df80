"""What is told beside the figures: the texts of the narrative, as they were typed, and files.

The narrative is one answer. What was ``said`` keeps its texts apart; its ``value`` is all of
them, a line below the other, or ``NOTHING``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from reporting.attaching import Attachment
from reporting.draft import Answer, Draft
from reporting.kinds import LONGEST_TEXT, NOTHING

NARRATIVE = "narrative"  # the key of its question
_NOTHING = ("无", "没有", "暂无", "none", "nothing")
_APART = "\x1e"  # a control character: the reader of texts leaves none in them


@dataclass(frozen=True, slots=True)
class Told:
    """Texts in the order they were typed, and files in the order they were sent."""

    texts: tuple[str, ...] = ()
    files: tuple[Attachment, ...] = ()

    @property
    def length(self) -> int:
        """How many characters the texts are together."""
        return len("\n".join(self.texts))

    def has_room_for(self, text: str) -> bool:
        """Whether the texts stay within what is taken once this one is added."""
        return len("\n".join((*self.texts, text))) <= LONGEST_TEXT

    @property
    def counts(self) -> tuple[int, int]:
        """How many texts, and how many files."""
        return len(self.texts), len(self.files)

    def __bool__(self) -> bool:
        """Whether anything is told at all."""
        return bool(self.texts or self.files)


NOTHING_TOLD = Told()


def says_nothing(words: str) -> bool:
    """Whether these are only words for 无."""
    return words.casefold().strip("。.!！ ") in _NOTHING


def told(draft: Draft) -> Told:
    """What the draft tells so far."""
    held = draft.answers.get(NARRATIVE)
    if held is None or held.value == NOTHING:
        return Told((), draft.attachments)
    texts = held.said.split(_APART) if _APART in held.said else (str(held.value),)
    return Told(tuple(texts), draft.attachments)


def telling(draft: Draft, texts: Iterable[str]) -> Draft:
    """The draft with these texts for its narrative; without any it is unanswered."""
    kept = tuple(texts)
    answers = {key: held for key, held in draft.answers.items() if key != NARRATIVE}
    if kept:
        answers[NARRATIVE] = Answer(_APART.join(kept), "\n".join(kept))
    return replace(draft, answers=answers)


def text_mark(n: int, text: str) -> str:
    """What a button calls a text: its number from 0, and enough of it to tell it from another."""
    return f"t{n}-{sha256(text.encode()).hexdigest()[:8]}"


def file_mark(file: Attachment) -> str:
    """What a button calls a file."""
    return f"f-{file.sha256[:12]}"
