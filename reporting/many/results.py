"""Many figures in one message: what was recognised in it, and what was not. Data, never words.

Nothing here is an answer yet: it is laid before the person, and written only on their word.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reporting.reasons import Reason


class Why(StrEnum):
    """Why a part of a message was not taken. Each has words in both languages, with the remedy."""

    WORDS = "words"  # words that the campaign's names and the bot's own do not explain
    NO_NAME = "no-name"  # an amount, and nothing that says of what
    NO_VALUE = "no-value"  # a name, and no amount
    AMBIGUOUS = "ambiguous"  # several cells are meant as well: ``candidates``
    COLUMN_UNCLEAR = "column-unclear"  # it stands below words that may be an unknown column
    NUMBER = "number"  # the number is refused: ``reason``
    COMPUTED = "computed"  # the cell is calculated
    NOT_APPLICABLE = "not-applicable"  # the cell is printed -- or blank


@dataclass(frozen=True, slots=True)
class Pair:
    """A cell or sentence field and the figure it is given: ``said``, from the character ``at``."""

    key: str
    said: str
    at: int
    value: int
    read_back: bool = False  # the figure is not simply the digits that were typed


@dataclass(frozen=True, slots=True)
class Rest:
    """其余为0: an explicit statement that the ``keys``, all of them unanswered so far, are zero.

    ``whole``: it was said of the whole form, else of the columns that were mentioned. ``last``:
    they are not zero but as in the period before, a "month", a "week" or any "period".
    """

    said: str
    at: int
    whole: bool
    keys: tuple[str, ...]
    last: str = ""


@dataclass(frozen=True, slots=True)
class Unclear:
    """A part of a message that was not taken; ``candidates`` are keys that may have been meant."""

    said: str
    at: int
    why: Why
    candidates: tuple[str, ...] = ()
    reason: Reason | None = None  # of a refused number


@dataclass(frozen=True, slots=True)
class Conflict:
    """One cell given different figures; neither is among the recognised pairs."""

    key: str
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """What was recognised in text with names and figures. Without a name in it: nothing at all."""

    pairs: tuple[Pair, ...] = ()
    rests: tuple[Rest, ...] = ()
    unclear: tuple[Unclear, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def recognised(self) -> bool:
        """Whether there is anything to lay before the person as understood."""
        return bool(self.pairs or self.rests or self.conflicts)


class Extent(StrEnum):
    """What a pasted row fills."""

    COLUMN = "column"
    ROW = "row"
    GROUP = "group"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Fit:
    """So many figures can be pasted at once: 12 个（本列）."""

    extent: Extent
    count: int


@dataclass(frozen=True, slots=True)
class Slip:
    """The ``n``-th item of a pasted row, from 1, that its cell cannot take."""

    n: int
    said: str
    key: str
    why: Why  # NUMBER or NOT_APPLICABLE
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """A pasted figure that stands where the form calculates.

    ``expected`` is what the form comes to; None where a figure that it needs is missing.
    """

    n: int
    key: str
    said: str
    value: int
    expected: int | None

    @property
    def differs(self) -> bool:
        """Whether the pasted figure is another than the calculated one."""
        return self.expected is not None and self.value != self.expected


@dataclass(frozen=True, slots=True)
class Pasted:
    """A row of figures, each at its cell."""

    extent: Extent
    pairs: tuple[Pair, ...]
    slips: tuple[Slip, ...] = ()
    totals: tuple[Total, ...] = ()


class WhyNot(StrEnum):
    """Why a message is not taken for a pasted row. ORDINARY: it is none, and needs no word."""

    ORDINARY = "ordinary"  # one number, or words: to be read as the answer that they are
    COUNT = "count"  # figures, but not as many as fit: ``fits``
    COMMAS = "commas"  # separators or thousands? asked back: apart by spaces
    SEVERAL_PLACES = "several-places"  # as many as fit two places: ``fits``
    LAST_UNKNOWN = "last-unknown"  # 同上月, and the period before was not reported
    AT_CARD = "at-card"  # other words while a card waits for 确认


@dataclass(frozen=True, slots=True)
class NotPasted:
    """No pasted row, or none that is beyond doubt. ``count`` items were found."""

    why: WhyNot
    count: int = 0
    fits: tuple[Fit, ...] = ()
