"""The days of the levels against each other: opened before due, closed before due upward."""

from __future__ import annotations

from reporting.campaign import Campaign
from reporting.deadlines import closes, region_due, units_due
from reporting.loading.problem import Problems


def note_order(campaign: Campaign, problems: Problems) -> None:
    """Note every level that cannot report in time in some period."""
    for n, tier in enumerate(campaign.tiers, 1):
        closed, late = [], []
        for period in campaign.calendar.periods:
            if units_due(campaign, tier.key, period) <= period.opens:
                closed.append(period.key)
            due = region_due(campaign, tier.key, period)
            if due is not None and due < closes(campaign, tier.key, period):
                late.append(period.key)
        if closed:
            problems.add(
                f"tiers[{n}].units_due",
                f"报告期 {', '.join(closed)} 到截止日还没有开始填报",
                f"these periods open only after it: {', '.join(closed)}",
                remedy=("改早 opens，或改晚 units_due", "let them open earlier, or be due later"),
            )
        if late:
            problems.add(
                f"tiers[{n}].due",
                f"报告期 {', '.join(late)} 上报期限早于其单位或下级的期限",
                f"before those who report to this level are due: {', '.join(late)}",
                remedy=("改晚 due，或改早下级的期限", "a later due, or earlier days below"),
            )
