"""How a region stands for a period right now: who has reported, and what its table would be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reporting.calendar import Period
from reporting.campaign import Campaign
from reporting.chain import Contribution, Region, RollUp, Submission, Unit
from reporting.deadlines import closes, region_due, units_due
from reporting.rollup import contribution_of_region, contribution_of_unit, roll_up
from storage.store import Books


@dataclass(frozen=True, slots=True)
class Standing:
    """A region and period: its contributions as they are, and its newest released table."""

    campaign: Campaign
    region: Region
    period: Period
    contributions: tuple[Contribution, ...]
    submissions: Mapping[int, Submission]  # newest, by unit
    table: RollUp | None

    @property
    def closes(self) -> datetime:
        """When the region rolls up by itself."""
        return closes(self.campaign, self.region.tier, self.period)

    @property
    def moved(self) -> bool:
        """Whether a newer version of some contribution exists than the table holds."""
        if self.table is None:
            return True
        held = {(each.kind, each.id): each.version for each in self.table.contributions}
        return any(held.get((c.kind, c.id)) != c.version for c in self.contributions)

    def rolled_up(self, at: datetime) -> RollUp:
        """The table that follows from the contributions: the next version."""
        version = self.table.version + 1 if self.table else 1
        form, period = self.campaign.form, self.period.key
        return roll_up(form, self.region, period, self.contributions, version, at)


async def standing(books: Books, campaign: Campaign, region: Region, period: Period) -> Standing:
    """Read a region's standing. Once rolled up, who was expected stays as it was at closing."""
    form = campaign.form.key
    units = await books.roster.units_of(region.id)
    children = await books.roster.children(region.id)
    table = await books.rollups.newest(region.id, period.key, form)
    if table is not None:
        frozen = {(each.kind, each.id) for each in table.contributions}
        units = tuple(each for each in units if ("unit", each.id) in frozen)
        children = tuple(each for each in children if ("region", each.id) in frozen)
    submissions = await books.reports.newest_of_region(region.id, period.key, form)
    below = await books.rollups.newest_of_children(region.id, period.key, form)
    due = units_due(campaign, region.tier, period)
    contributions = [_unit(unit, submissions, due) for unit in units]
    contributions += [_child(campaign, child, period, below) for child in children]
    return Standing(campaign, region, period, tuple(contributions), submissions, table)


def _unit(unit: Unit, submissions: Mapping[int, Submission], due: datetime) -> Contribution:
    return contribution_of_unit(unit, submissions.get(unit.id), due)


def _child(
    campaign: Campaign, child: Region, period: Period, below: Mapping[int, RollUp]
) -> Contribution:
    """A child's own release, as it is; a reissue is not late for what came late below."""
    table = below.get(child.id)
    first = table.at if table is not None and table.version == 1 else None
    due = region_due(campaign, child.tier, period)
    return contribution_of_region(child, table, first, due)
