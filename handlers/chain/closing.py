"""When a region closes it rolls up by itself; what comes late makes the next version."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from handlers.chain.releasing import release
from handlers.chain.standing import Standing, standing
from handlers.desk import Desk, Task
from handlers.outgoing import Message
from reporting.campaign import Campaign
from reporting.deadlines import Closing, closings_due, late_until
from storage.store import Books

GRACE = timedelta(
    days=14
)  # the last late report still goes up, a day a level, also after an outage


async def due(books: Books, desk: Desk, now: datetime) -> list[Task]:
    """A task for every region and period that has closed and is not, or may not be, done.

    What was corrected goes up however long ago its period was.
    """
    tasks: list[Task] = []
    for campaign in desk.campaigns.values():
        since = await books.campaigns.loaded(campaign.key, now)
        regions, _ = await books.roster.tree(campaign.key)
        done = await books.rollups.released(campaign.key)
        corrected = await books.decisions.accepted_since(now - GRACE)
        tasks += [
            partial(_close, campaign, closing, now)
            for closing in closings_due(campaign, regions, since, now)
            if (closing.region.id, closing.period.key) not in done
            or _may_come_late(campaign, closing, now)
            or (campaign.key, closing.period.key) in corrected
        ]
    return tasks


def _may_come_late(campaign: Campaign, closing: Closing, now: datetime) -> bool:
    until = late_until(campaign, closing.region.tier, closing.period)
    return until is None or now < until + GRACE


async def _close(
    campaign: Campaign, closing: Closing, now: datetime, books: Books
) -> list[Message]:
    """The first table at closing; after it the next version where something came late."""
    stands = await standing(books, campaign, closing.region, closing.period)
    if not stands.moved or _reissued_today(stands, now):
        return []
    return await release(books, stands, now)


def _reissued_today(stands: Standing, now: datetime) -> bool:
    """A group gets at most one reissued workbook a day."""
    table, calendar = stands.table, stands.campaign.calendar
    if table is None or table.version == 1:
        return False
    return calendar.today(table.at) == calendar.today(now)
