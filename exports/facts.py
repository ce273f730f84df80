"""What a consolidated workbook says beside the figures, and how its lines are worded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from exports.words import Words
from reporting.chain import Contribution

MOMENT = "%Y-%m-%d %H:%M"


@dataclass(frozen=True, slots=True)
class Facts:
    """About one version of one region's table, in the reader's words.

    ``liaisons`` names who reports for a contributor, by its kind and id ("unit", 7): the late
    and the missing have them too. ``narrative`` is the region's own text (本月开展情况).
    """

    campaign: str
    region: str
    period: str  # as worded: 2023年9月
    fingerprint: str
    zone: ZoneInfo
    date: date | None = None  # 填表日期
    filler: str = ""
    contact: str = ""
    narrative: str = ""
    liaisons: Mapping[tuple[str, int], str] = field(default_factory=dict)

    def moment(self, at: datetime | None) -> str:
        """An instant as the region's clocks showed it; empty if there was none."""
        return "" if at is None else at.astimezone(self.zone).strftime(MOMENT)

    def liaison(self, each: Contribution) -> str:
        """Who reports for this contributor, or who last did."""
        return self.liaisons.get((each.kind, each.id), "") or each.by


def state_word(each: Contribution, words: Words) -> str:
    """按时, 迟报, 未报; 零报告, 更正; and whether it stands outside the sums.

    Words, for colour may not print.
    """
    if each.version is None:
        states = [words.missing if each.counted else ""]
    else:
        states = [words.late if each.late else words.on_time]
    if is_zero_report(each):
        states.append(words.zero)
    if each.reason:
        states.append(words.corrected)
    if not each.counted:
        states.append(words.not_counted)
    return "；".join(filter(None, states))


def is_zero_report(each: Contribution) -> bool:
    """零报告: a unit's statement that every figure is 0. A region's sum of zeros states nothing."""
    return each.kind == "unit" and each.figures is not None and not any(each.figures.values())


def version_word(each: Contribution, words: Words) -> str:
    """第2版; empty where nothing was handed in."""
    return "" if each.version is None else words.version_n.format(n=each.version)


def completeness_word(each: Contribution) -> str:
    """A child region's own 已报/应报; empty for a unit."""
    return f"{each.reported}/{each.expected}" if each.kind == "region" else ""
