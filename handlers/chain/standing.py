"""How a region stands for a period right now: who has reported, and what its table would be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from reporting.calendar import Period
from reporting.campaign import Campaign
from reporting.chain import Contribution, Region, RollUp, Submission, Unit
from reporting.deadlines import closes, region_due, units_due
from reporting.rollup import (
    contribution_of_region,
    contribution_of_unit,
    joined_reasons,
    joined_texts,
    roll_up,
)
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
    table = await books.rollups.newest(region.id, period.key, form)
    units, children = await _contributors(books, region, table)
    submissions = await books.reports.newest_of_region(region.id, period.key, form)
    below = await books.rollups.newest_of_children(region.id, period.key, form)
    so_far = await books.progress.of_children(region.id, period.key, form)
    due = units_due(campaign, region.tier, period)
    contributions = [
        *(contribution_of_unit(unit, submissions.get(unit.id), due) for unit in units),
        *(
            _child(campaign, each, period, below.get(each.id), so_far.get(each.id, (0, 0)))
            for each in children
        ),
    ]
    return Standing(campaign, region, period, tuple(contributions), submissions, table)


async def _contributors(
    books: Books, region: Region, table: RollUp | None
) -> tuple[list[Unit], list[Region]]:
    """Units and regions right below: as the roster has them, or as they were at closing."""
    units = {each.id: each for each in await books.roster.units_of(region.id)}
    children = {each.id: each for each in await books.roster.children(region.id)}
    if table is None:
        return list(units.values()), list(children.values())
    then_units = [each.id for each in table.contributions if each.kind == "unit"]
    then_children = [each.id for each in table.contributions if each.kind == "region"]
    return (
        [units.get(id) or await books.roster.unit(id) for id in then_units],
        [children.get(id) or await books.roster.region(id) for id in then_children],
    )


def _child(
    campaign: Campaign,
    child: Region,
    period: Period,
    table: RollUp | None,
    so_far: tuple[int, int],
) -> Contribution:
    """A child's own release, as it is; without one, how many of its own are in, of how many."""
    if table is None:
        reported, expected = so_far
        return replace(contribution_of_region(child, None, expected=expected), reported=reported)
    return contribution_of_region(
        child,
        table,
        _first_release(campaign, child, period, table),
        region_due(campaign, child.tier, period),
        texts=joined_texts(table.contributions),
        reason=joined_reasons(table.contributions),
    )


def _first_release(
    campaign: Campaign, child: Region, period: Period, table: RollUp
) -> datetime | None:
    """When a child first had something to release.

    The clock releases at closing, or as soon as the first late report is there; that the bot
    was down meanwhile makes nobody late.
    """
    if campaign.release == "reviewed":
        return table.at if table.version == 1 else None
    filed = [each.first_at for each in table.contributions if each.first_at is not None]
    return max(closes(campaign, child.tier, period), min(filed)) if filed else None
