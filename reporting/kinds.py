"""The kinds of questions, in one table: how words become an answer, and which taps are one.

To add a kind: a function that reads, a line in ``KINDS``, and examples in its test.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reporting.form import Question
from reporting.numbers import NotRead, read_number
from reporting.reasons import Reason
from reporting.said import Choice

LONGEST_TEXT = 3_000  # characters
SHORTEST_EXPLANATION = 5
NOTHING = "无"

# What an explanation that explains nothing is made of, in any order: 经核实，数据无误。
HOLLOW_WORDS = (
    "属实|核实|核对|核查|复核|检查|确认|查看|无误|没有误|正确|准确|真实|正常|没问题|没有问题|"
    "数据|数字|情况|填报|上报|以上|本表|报表|本单位|我单位|我们|全部|同意|"
    "经|已|均|都|皆|为|的|了|是|无|完全|一切|verified|checked|confirmed|correct|right|"
    "all|data|figures|numbers|are|is|the|okay|ok|fine|true"  # a word before its own beginning
)
_HOLLOW = re.compile(f"(?:{HOLLOW_WORDS})*+")  # *+: a long text is not tried again in other ways
_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and signs that show nothing
_TURNED = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff")


@dataclass(frozen=True, slots=True)
class Understood:
    """An answer's value; ``read_back`` if it is not simply the characters that were typed."""

    value: int | str
    read_back: bool = False


@dataclass(frozen=True, slots=True)
class QuestionKind:
    """How one kind of question is answered.

    ``taps`` are the buttons that are an answer by themselves, with its value; ``rest`` is the
    value that 本类其余填0 gives every unanswered question of this kind in a group, or None.
    """

    read: Callable[[str, Question], Understood | Reason]
    taps: Mapping[Choice, int | str]
    rest: int | None = None

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The buttons of an answer to such a question, in the order they are shown."""
        return (*self.taps, *(() if self.rest is None else (Choice.REST,)))


def read_figure(text: str, question: Question) -> Understood | Reason:
    """A number in the cell's measure."""
    if question.measure is None:
        raise ValueError(f"{question.key} is a figure without a measure")
    read = read_number(text, question.measure)
    if isinstance(read, NotRead):
        return read.reason
    return Understood(read.figure, read.read_back)


def read_text(text: str, question: Question) -> Understood | Reason:
    """Words as they are, without what cannot be seen or printed."""
    words = "".join(filter(_printable, text.replace("\r\n", "\n").replace("\t", " "))).strip()
    if not any(map(_seen, words)):
        return Reason.EMPTY
    return Reason.TEXT_TOO_LONG if len(words) > LONGEST_TEXT else Understood(words)


def read_explanation(text: str, question: Question) -> Understood | Reason:
    """Words that explain: at least five characters, and more than 核实无误."""
    read = read_text(text, question)
    if isinstance(read, Reason):
        return read
    bare = "".join(filter(str.isalnum, str(read.value))).casefold()
    said_nothing = len(bare) < SHORTEST_EXPLANATION or _HOLLOW.fullmatch(bare)
    return Reason.TOO_SHORT if said_nothing else read


def _printable(each: str) -> bool:
    return each == "\n" or (unicodedata.category(each) not in ("Cc", "Cs") and each not in _TURNED)


def _seen(each: str) -> bool:
    return unicodedata.category(each)[0] in "LNPS" and each not in _BLANKS


KINDS: Mapping[str, QuestionKind] = {
    "figure": QuestionKind(read_figure, {Choice.ZERO: 0}, rest=0),
    "text": QuestionKind(read_text, {Choice.NONE: NOTHING}),
    "explanation": QuestionKind(read_explanation, {}),
}
