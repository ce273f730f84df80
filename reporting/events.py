"""What happened in a turn of an interview. Events, never sentences: handlers word them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reporting.attaching import Attachment, WhyNotAttached
from reporting.draft import Draft, Place
from reporting.form import Check, Group, Question
from reporting.label import Label
from reporting.many.results import Conflict, Fit, Pair, Slip, Total, Unclear, WhyNot
from reporting.reasons import Reason
from reporting.telling import NOTHING_TOLD, Told

__all__ = [
    "Asked",
    "Attached",
    "Card",
    "Choosing",
    "Completed",
    "Declared",
    "Event",
    "ExplanationAsked",
    "Filled",
    "Finding",
    "Kept",
    "LeftAsked",
    "Listed",
    "Misfit",
    "NotAttached",
    "Offered",
    "Outdated",
    "Overtaken",
    "Reason",
    "Recorded",
    "RecordedMany",
    "Refused",
    "Removed",
    "Reviewed",
    "RowsAsked",
    "Saved",
    "ScopeAsked",
    "Stopped",
    "Submitted",
    "Turn",
    "Undeclared",
    "Unfilled",
    "Unplaced",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that does not hold, and where. ``keys`` lead to what can be corrected, first first.

    ``message`` is the check's, with the place and the figures filled in.
    """

    check: Check
    keys: tuple[str, ...]
    message: Label = field(default=Label("", ""), compare=False)

    @property
    def name(self) -> str:
        """What it is kept by: ``more-cases-than-visits@cases.L,visits.L``."""
        return f"{self.check.key}@{','.join(self.keys)}"


@dataclass(frozen=True, slots=True)
class Recorded:
    """An answer was taken. ``read_back``: what was understood differs from the characters said."""

    question: Question
    value: int | str
    read_back: bool = False
    before: int | str | None = None
    before_by: str = ""  # the other person of the unit who had given that


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
    told: Told = NOTHING_TOLD


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
class Card:
    """What was understood of many answers in one message; nothing is written before 确认.

    ``zeros`` are the cells that 其余为0 speaks of, with these words of it; ``repeated`` the figures
    of 同上月 (``last_unknown``: it was said, but last period was not reported). ``before`` holds
    what the figures and the narrative would replace.
    ``digest`` tells one reading from another: what is confirmed is what was shown.
    """

    pairs: tuple[Pair, ...] = ()
    zeros: Mapping[str, str] = field(default_factory=dict)
    not_understood: tuple[Unclear, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    slips: tuple[Slip, ...] = ()
    totals: tuple[Total, ...] = ()
    repeated: tuple[Pair, ...] = ()
    last_unknown: bool = False
    narrative: str | None = None
    before: Mapping[str, int | str] = field(default_factory=dict)
    digest: str = ""

    @property
    def ready(self) -> bool:
        """Whether it can be confirmed: something was taken, and nothing contradicts it."""
        anything = self.pairs or self.zeros or self.repeated or self.narrative
        return bool(anything) and not self.conflicts and not self.slips


@dataclass(frozen=True, slots=True)
class RecordedMany:
    """确认: so many figures of a card were taken, so many set to 0 on 其余为0, so many as last."""

    count: int
    zeros: int
    repeated: int = 0
    narrative: bool = False


@dataclass(frozen=True, slots=True)
class Misfit:
    """A row of ``count`` figures that has no place, or more than one. The question stays."""

    why: WhyNot
    count: int
    fits: tuple[Fit, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """Words that name several questions: which is to be changed?"""

    keys: tuple[str, ...]


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
    told: Told = NOTHING_TOLD  # of the narrative
    onward: Place = ""  # where leaving it as it is leads, when asked again


@dataclass(frozen=True, slots=True)
class ScopeAsked:
    """Which groups hold figures? Those usual for the department first.

    ``last`` are those that held figures last period; None: 上月未报. 完成选择 would set ``fills``
    figures to 0; ``filled`` were set to 0 just before. ``declares``: a zero report is still
    possible. ``complete``: nothing is unanswered, and the review is where to go back to.
    ``near``: the key that was tapped last; what stands around it is shown.
    """

    groups: tuple[Group, ...]
    chosen: tuple[Group, ...]
    last: tuple[Group, ...] | None
    fills: int
    declares: bool
    complete: bool
    filled: int = 0
    near: str = ""


@dataclass(frozen=True, slots=True)
class RowsAsked:
    """Which figures of a chosen group are there? A number typed now answers ``next``.

    ``keys``: all of them, those usual for the department first. 完成选择 would set ``fills`` of
    them to 0; ``filled`` were set to 0 just before.
    """

    group: Group
    keys: tuple[str, ...]
    chosen: tuple[str, ...]
    next: str | None
    last: Mapping[str, int] | None
    fills: int
    filled: int = 0
    near: str = ""


@dataclass(frozen=True, slots=True)
class LeftAsked:
    """All that was chosen is answered: are the ``count`` figures that are left 0?"""

    count: int
    filled: int = 0


@dataclass(frozen=True, slots=True)
class Completed:
    """完成选择: what was not chosen was set to 0 on the person's word."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """It was to be chosen no longer, but these figures are not 0: they stay, and it with them."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Words that name nothing to choose, or a number that has no question yet."""

    said: str
    number: bool


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Everything answered is laid out. ``unanswered`` keys keep it from being submitted."""

    nonzero: tuple[str, ...]
    zeros: int
    unanswered: tuple[str, ...]
    findings: tuple[Finding, ...]
    narrative: str | None
    filled: int = 0  # how many were just set to 0, and can be unanswered again
    completed: int = 0  # how many are 0 because 完成选择 was said
    told: Told = NOTHING_TOLD


@dataclass(frozen=True, slots=True)
class Attached:
    """A file was taken; it goes to the narrative, and with ``words`` what stood under it."""

    attachment: Attachment
    words: bool = False


@dataclass(frozen=True, slots=True)
class NotAttached:
    """A file that was not taken, and why; with ``words`` what stood under it was."""

    attachment: Attachment
    why: WhyNotAttached
    words: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """删除…: the texts and files of the narrative; which is to go?"""

    told: Told


@dataclass(frozen=True, slots=True)
class Removed:
    """A text or a file was taken back."""


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
    kept: str = ""  # what was written of some of them before, and stays


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
class Overtaken:
    """The other person of the unit has changed what a button was about: nothing was done."""


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
    | Card
    | RecordedMany
    | Misfit
    | Offered
    | Asked
    | ScopeAsked
    | RowsAsked
    | LeftAsked
    | Completed
    | Kept
    | Unplaced
    | Attached
    | NotAttached
    | Listed
    | Removed
    | Reviewed
    | Choosing
    | Stopped
    | ExplanationAsked
    | Saved
    | Submitted
    | Overtaken
    | Outdated
)


@dataclass(frozen=True, slots=True)
class Turn:
    """The outcome of one thing said: the next draft, and what happened."""

    draft: Draft
    events: tuple[Event, ...]
