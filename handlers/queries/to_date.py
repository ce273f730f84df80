"""A region's or a unit's periods to date: the newest that counts of each, and their sum."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from handlers import dates
from handlers.words import Words
from reporting.calendar import Period
from reporting.campaign import Campaign
from reporting.chain import Region, RollUp, Submission, Unit
from reporting.computing import computed
from reporting.cumulating import Cumulative, cumulated
from reporting.deadlines import closes, units_due
from reporting.form import Figures
from storage.store import Books


@dataclass(frozen=True, slots=True)
class ToDate:
    """Whose they are, what each period brought, oldest first, and the sum.

    A region's periods have released ``tables``, a unit's ``submissions``; one without is 未报.
    """

    campaign: Campaign
    name: str
    cumulative: Cumulative
    tables: Mapping[str, RollUp] = field(default_factory=dict)
    submissions: Mapping[str, Submission] = field(default_factory=dict)

    def span(self, words: Words) -> str:
        """The first to the last period: 2023年8月至2023年9月."""
        keys = list(self.cumulative.periods)
        first, last = (dates.period(words, keys[n]) for n in (0, -1))
        return first if first == last else words.plain("span", first=first, last=last)


async def of_region(
    books: Books,
    campaign: Campaign,
    region: Region,
    now: datetime,
    until: Period | None = None,
    also: RollUp | None = None,
) -> ToDate:
    """A region's own newest released tables (6.10), through ``until``.

    ``also`` is a table that is just being released. One that nobody is in brings nothing. What
    has not closed yet and has no table is neither in it nor missing.
    """
    form = campaign.form
    tables = dict(await books.rollups.newest_by_period(region.id, form.key))
    if also is not None:
        tables[also.period] = also
    tables = {key: each for key, each in tables.items() if each.reported}
    due = [p.key for p in campaign.calendar.periods if closes(campaign, region.tier, p) <= now]
    figures = {key: each.figures for key, each in tables.items()}
    sums = _summed(campaign, figures, due, until)
    kept = {key: each for key, each in tables.items() if key in sums.periods}
    return ToDate(campaign, region.name, sums, kept)


async def of_unit(books: Books, campaign: Campaign, tier: str, unit: Unit, now: datetime) -> ToDate:
    """A unit's own submissions that count; ``tier`` is its region's level."""
    periods, form = campaign.calendar.periods, campaign.form
    filed = await books.reports.history(unit.id, [each.key for each in periods], form.key)
    due = [each.key for each in periods if units_due(campaign, tier, each) <= now]
    figures = {key: computed(form, each.figures) for key, each in filed.items()}
    return ToDate(campaign, unit.name, _summed(campaign, figures, due), submissions=filed)


def _summed(
    campaign: Campaign,
    figures: Mapping[str, Figures],
    due: Collection[str],
    until: Period | None = None,
) -> Cumulative:
    """Over what was brought, and what should have been: that is missing, never zero."""
    keys = [
        each.key
        for each in campaign.calendar.periods
        if (each.key in figures or each.key in due) and (until is None or each.key <= until.key)
    ]
    return cumulated(campaign.form, {key: figures.get(key) for key in keys})
