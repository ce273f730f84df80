"""When a campaign's reports are due, when its regions close, and what can be filed now.

Every instant is aware and exclusive: due on the 25th means before the 26th, 00:00 local.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from reporting.calendar import Every, Period, day_of, following
from reporting.campaign import Campaign
from reporting.chain import Region


@dataclass(frozen=True, slots=True)
class Closing:
    """A region's roll-up of a period that falls due at ``at``."""

    region: Region
    period: Period
    at: datetime


def units_due_day(campaign: Campaign, tier: str, period: Period) -> date:
    """The local day through which the units of this level may report (S1, J1)."""
    return campaign.calendar.day(period, campaign.tier(tier).units_due, f"units_due:{tier}")


def units_due(campaign: Campaign, tier: str, period: Period) -> datetime:
    """The instant before which the units of this level report."""
    return campaign.calendar.instant(units_due_day(campaign, tier, period))


def region_due(campaign: Campaign, tier: str, period: Period) -> datetime | None:
    """The instant by which a region of this level reports upward (S2, S3); None at the top."""
    edge = campaign.tier(tier).due
    if edge is None:
        return None
    return campaign.calendar.instant(campaign.calendar.day(period, edge, f"due:{tier}"))


def closes(campaign: Campaign, tier: str, period: Period) -> datetime:
    """When the latest of a region's contributors was due: its own units, the regions below."""
    below = campaign.tiers[campaign.tiers.index(campaign.tier(tier)) + 1 :]
    theirs = (region_due(campaign, each.key, period) for each in below)
    return max([units_due(campaign, tier, period), *(due for due in theirs if due)])


def ended(campaign: Campaign, now: datetime) -> bool:
    """Whether every period has closed at every level."""
    tiers, periods = campaign.tiers, campaign.calendar.periods
    return all(closes(campaign, tier.key, each) <= now for tier in tiers for each in periods)


def late_until(campaign: Campaign, tier: str, period: Period) -> datetime | None:
    """Until when a unit may still file late (补报): the next period's due.

    After the last period it is the due that a next one would have; None (no end) for what
    comes only once.
    """
    calendar = campaign.calendar
    if after := calendar.after(period):
        return units_due(campaign, tier, after)
    if calendar.every is Every.ONCE:
        return None
    return calendar.instant(day_of(campaign.tier(tier).units_due, following(period.key)))


def fillable(campaign: Campaign, tier: str, now: datetime) -> tuple[Period, ...]:
    """The periods that a unit of this level can file now, on time or late, oldest first."""

    def is_open(period: Period) -> bool:
        end = late_until(campaign, tier, period)
        return period.opens <= now and (end is None or now < end)

    return tuple(each for each in campaign.calendar.periods if is_open(each))


def closings_due(
    campaign: Campaign, regions: Iterable[Region], since: datetime, now: datetime
) -> tuple[Closing, ...]:
    """What has closed by ``now``, in the order in which it is to be rolled up.

    Children come before parents where both close at one instant (28 February). Nothing from
    before ``since``, when the campaign was loaded.
    """
    depth = {tier.key: n for n, tier in enumerate(campaign.tiers)}
    instants = {
        (tier, period): closes(campaign, tier, period)
        for tier in depth
        for period in campaign.calendar.periods
    }
    found = (
        Closing(region, period, at)
        for region in regions
        for (tier, period), at in instants.items()
        if tier == region.tier and since <= at <= now
    )
    return tuple(sorted(found, key=lambda c: (c.at, -depth[c.region.tier], c.region.id)))


def on_time(first_at: datetime, due: datetime) -> bool:
    """Whether a first submission came before 24:00 of the due day."""
    return first_at < due
