"""The tree of a campaign as it stands in the roster, and what its units handed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reporting.attaching import Attachment


@dataclass(frozen=True, slots=True)
class Region:
    """A node that collects: province, city, county. ``parent`` is None at the top."""

    id: int
    name: str
    tier: str
    parent: int | None


@dataclass(frozen=True, slots=True)
class Unit:
    """A leaf that reports its own work (本级) to one region.

    A unit that is not ``counted`` is shown, but is neither expected nor summed.
    """

    id: int
    name: str
    department: str
    region: int
    counted: bool = True


class Decision(StrEnum):
    """What became of a version. Each is decided at most once."""

    WITHDRAWN = "withdrawn"  # 撤回: as if it had not been handed in
    ACCEPTED = "accepted"  # a correction counts from then on
    REFUSED = "refused"  # a correction that was not agreed to
    SENT_BACK = "sent_back"  # 退回修改


@dataclass(frozen=True, slots=True)
class Submission:
    """An immutable numbered version of a unit's report.

    With a ``reason`` it is a correction (更正) of what was accepted before: it counts only once
    it is accepted itself.
    """

    id: int
    unit: int
    period: str
    version: int
    figures: Mapping[str, int]
    texts: Mapping[str, str]  # narrative, explain
    submitted_at: datetime
    first_at: datetime  # of the first version not taken back: decides on time or late
    by: str  # the name of who submitted
    contact: str = ""
    reason: str = ""
    decision: Decision | None = None
    attachments: tuple[Attachment, ...] = ()  # what went with it

    @property
    def pending(self) -> bool:
        """更正待审核: a correction that nobody has decided on."""
        return bool(self.reason) and self.decision is None

    @property
    def stands(self) -> bool:
        """Whether it counts, unless a newer one that stands is there (spec: 6.5)."""
        if self.reason:
            return self.decision is Decision.ACCEPTED
        return self.decision in (None, Decision.ACCEPTED)

    @property
    def zero(self) -> bool:
        """零报告: every figure was declared to be 0."""
        return not any(self.figures.values())


@dataclass(frozen=True, slots=True)
class Contribution:
    """One direct contributor of a region for a period, and what it brought.

    ``kind`` is "unit" or "region"; ``version`` and ``figures`` are None where it is 未报. A child
    region also tells its own completeness (``reported`` of ``expected``).
    """

    kind: str
    id: int
    name: str
    counted: bool
    version: int | None = None
    figures: Mapping[str, int] | None = None
    first_at: datetime | None = None
    late: bool = False
    by: str = ""
    texts: Mapping[str, str] | None = None
    department: str = ""
    reported: int = 0
    expected: int = 0
    reason: str = ""  # why ``version`` is a correction (更正); a region's: why its units' are
    last_at: datetime | None = None  # when ``version`` was submitted; ``first_at`` is version 1
    attachments: tuple[Attachment, ...] = ()  # a unit's: a region passes none on


@dataclass(frozen=True, slots=True)
class RollUp:
    """A region's table for a period: the totals, who is in it, who is missing.

    ``figures`` hold the inputs' sums and the recomputed cells; a cell that no contributor
    answered is absent (blank), never zero.
    """

    region: int
    period: str
    version: int
    figures: Mapping[str, int]
    contributions: tuple[Contribution, ...]
    at: datetime

    @property
    def expected(self) -> int:
        """How many direct contributors were expected (应报)."""
        return sum(each.counted for each in self.contributions)

    @property
    def missing(self) -> tuple[Contribution, ...]:
        """The expected ones that brought nothing (未报)."""
        return tuple(c for c in self.contributions if c.counted and c.version is None)

    @property
    def reported(self) -> int:
        """How many of the expected ones are in it (已报)."""
        return self.expected - len(self.missing)
