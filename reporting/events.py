"""What happened in a turn of an interview. Events, never sentences: handlers word them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from reporting.draft import Draft
from reporting.form import Check, Group, Question
from reporting.label import Label


class Reason(StrEnum):
    """Why an answer was refused. Each has words in both languages, with the remedy."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not-a-number"
    NEGATIVE = "negative"
    NOT_WHOLE = "not-whole"  # 1.5 in a count
    TOO_MANY_DECIMALS = "too-many-decimals"
    TOO_LARGE = "too-large"  # more than 12 digits before the point
    EXPONENT = "exponent"  # 1e3
    SPECIAL_DIGITS = "special-digits"  # ① ² ٣: not written as a plain number
    BAD_GROUPING = "bad-grouping"  # 1,23
    ROUGH = "rough"  # 半, 约, 几: a rough figure; asked back
    WRONG_UNIT = "wrong-unit"  # 3元 in a count, 5件 in an amount of money
    LONE_DASH = "lone-dash"  # "-": zero or not applicable? asked back
    SEVERAL_NUMBERS = "several-numbers"
    TEXT_TOO_LONG = "text-too-long"
    TOO_SHORT = "too-short"  # an explanation under 5 characters, or only 核实无误
    NOT_TEXT = "not-text"  # a sticker, a photo where words are asked


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that does not hold, and where. ``keys`` lead to what can be corrected, first first.

    ``message`` is the check's, with the place and the figures filled in.
    """

    check: Check
    keys: tuple[str, ...]
    message: Label = field(default=Label("", ""), compare=False)


@dataclass(frozen=True, slots=True)
class Recorded:
    """An answer was taken. ``read_back``: what was understood differs from the characters said."""

    question: Question
    value: int | str
    read_back: bool = False
    before: int | str | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """The rest of a group, or of the whole form, was set to zero on the person's word."""

    group: Group | None
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unfilled:
    """撤销: what had just been set to zero is unanswered again."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Declared:
    """A zero report waits for 确认: so many figures would be 0, with these words or 无."""

    figures: int
    narrative: str | None


@dataclass(frozen=True, slots=True)
class Undeclared:
    """No zero report, for these figures are not 0: go on, or clear them.

    ``clearing``: 清空 was chosen and waits for 确认.
    """

    nonzero: tuple[str, ...]
    clearing: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """Words that could not be taken, and why. The same question stays."""

    question: Question
    reason: Reason
    said: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The question that is now pending: the n-th of so many."""

    question: Question
    n: int
    of: int
    last: int | None = None  # last period's figure
    last_known: bool = False  # False: 上月未报
    rest: int = 0  # how many unanswered figures of this group 本类其余填0 would fill, this one too
    all: int = 0  # how many of the whole form 其余全部填0 would fill
    filled: int = 0  # how many were just set to 0, and can be unanswered again
    untouched: bool = False  # nothing is answered yet
    first: bool = False  # no question before it
    current: int | str | None = None  # what it already holds, when asked again


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Everything answered is laid out. ``unanswered`` keys keep it from being submitted."""

    nonzero: tuple[str, ...]
    zeros: int
    unanswered: tuple[str, ...]
    findings: tuple[Finding, ...]
    narrative: str | None
    filled: int = 0  # how many were just set to 0, and can be unanswered again


@dataclass(frozen=True, slots=True)
class Choosing:
    """修改: the groups (or, within ``group``, the questions) to choose from."""

    group: Group | None = None


@dataclass(frozen=True, slots=True)
class Stopped:
    """提交 was refused: hard findings or unanswered questions; the first place is asked next."""

    findings: tuple[Finding, ...]
    unanswered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExplanationAsked:
    """提交 waits for a written 上报说明: these soft findings stand."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """保存草稿: the person left; everything so far is kept. ``answered`` of ``of`` questions."""

    answered: int
    of: int


@dataclass(frozen=True, slots=True)
class Submitted:
    """The report is complete and handed in; storage makes it the next version."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Outdated:
    """A press on an old button: nothing changed."""


Event = (
    Recorded
    | Filled
    | Unfilled
    | Declared
    | Undeclared
    | Refused
    | Asked
    | Reviewed
    | Choosing
    | Stopped
    | ExplanationAsked
    | Saved
    | Submitted
    | Outdated
)


@dataclass(frozen=True, slots=True)
class Turn:
    """The outcome of one thing said: the next draft, and what happened."""

    draft: Draft
    events: tuple[Event, ...]
