"""When the clock will next bring something: what a rehearsal can jump to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from handlers.desk import Desk
from reporting.chain import Region
from reporting.deadlines import closes
from reporting.reminders import steps
from storage.store import Books


async def reminders(books: Books, desk: Desk) -> list[datetime]:
    """The instants of every reminder step of the campaigns' levels that have units."""
    found: set[datetime] = set()
    for campaign in desk.campaigns.values():
        regions, units = await books.roster.tree(campaign.key)
        reporting = {unit.region for unit in units if unit.counted}
        for tier in {each.tier for each in regions if each.id in reporting}:
            for period in campaign.calendar.periods:
                days = desk.workdays[campaign.key]
                found |= {each.at for each in steps(campaign, tier, period, days)}
    return sorted(found)


async def closings(books: Books, desk: Desk) -> list[datetime]:
    """The instants at which some region closes."""
    found: set[datetime] = set()
    for campaign in desk.campaigns.values():
        regions, _ = await books.roster.tree(campaign.key)
        for tier in _tiers(regions):
            found |= {closes(campaign, tier, each) for each in campaign.calendar.periods}
    return sorted(found)


def after(instants: Iterable[datetime], now: datetime) -> Iterator[datetime]:
    """Those still to come, in order."""
    return (each for each in sorted(instants) if each > now)


def _tiers(regions: Iterable[Region]) -> set[str]:
    return {each.tier for each in regions}
