"""The campaign's rules held against a region's totals: what its coordinator should look at."""

from __future__ import annotations

from collections import Counter

from handlers.chain.standing import Standing
from reporting.chain import RollUp
from reporting.checks import findings
from reporting.draft import Background
from reporting.events import Finding
from storage.store import Books


async def at_roll_up(books: Books, stands: Standing, table: RollUp) -> tuple[Finding, ...]:
    """What does not hold in the totals, with the region's earlier tables behind it."""
    form, calendar = stands.campaign.form, stands.campaign.calendar
    so_far: Counter[str] = Counter()
    last = None
    for period in calendar.periods[: calendar.periods.index(stands.period)]:
        earlier = await books.rollups.newest(stands.region.id, period.key, form.key)
        last = earlier.figures if earlier and earlier.reported else None
        so_far.update(last or {})
    background = Background(last=last, cumulative=dict(so_far) or None)
    return findings(form, table.figures, background, at_roll_up=True)
