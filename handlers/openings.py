"""What a person can report now: their units' periods that are open, and how far each is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from handlers import dates
from handlers.desk import LIAISONS, Scene
from handlers.words import Html, Words
from reporting.calendar import Period
from reporting.campaign import Campaign
from reporting.chain import Region, Submission, Unit
from reporting.deadlines import fillable, units_due
from reporting.people import Duty


@dataclass(frozen=True, slots=True)
class Opening:
    """A unit's report of a period that can be filled in at ``now``.

    ``locked``: it has been accepted in a roll-up and only a correction could change it.
    """

    campaign: Campaign
    region: Region
    unit: Unit
    period: Period
    due: datetime
    now: datetime
    submitted: Submission | None
    locked: bool

    @property
    def words(self) -> str:
        """How a button names it: unit and period."""
        return f"{self.unit.id} {self.period.key}"

    def title(self, words: Words) -> Html:
        """Campaign, period and unit, for the head of a message."""
        return title(words, self.campaign, self.period.key, self.unit.name)


def title(words: Words, campaign: Campaign, period: str, name: str) -> Html:
    """Campaign, period and unit: 四川专项活动 · 2023年9月 · 成都市卫生健康委."""
    return words(
        "title",
        campaign=words.label(campaign.short),
        period=dates.period(words, period),
        unit=name,
    )


async def openings(
    scene: Scene, duties: Iterable[Duty] | None = None, *, by_hand: bool = False
) -> list[Opening]:
    """Everything the speaker's units can report now, the soonest due first.

    Periods that were due before the campaign was loaded are not offered; only ``by_hand``
    are they open (补报, rule 6.2).
    """
    held = scene.duties if duties is None else duties
    found = []
    for unit, duty in {d.unit: d for d in held if d.role in LIAISONS}.items():
        if unit is not None:
            found += await _of_unit(scene, await scene.books.roster.unit(unit), duty, by_hand)
    return sorted(found, key=lambda each: (each.due, each.campaign.key, each.unit.id))


async def _of_unit(scene: Scene, unit: Unit, duty: Duty, by_hand: bool) -> list[Opening]:
    books, campaign = scene.books, scene.desk.campaigns[duty.campaign]
    region = await books.roster.region(unit.region)
    since = await books.campaigns.loaded(campaign.key, scene.now)
    found = []
    for period in fillable(campaign, region.tier, scene.now):
        due = units_due(campaign, region.tier, period)
        if due <= since and not by_hand:
            continue
        newest = await books.reports.newest(unit.id, period.key, campaign.form.key)
        table = (
            await books.rollups.newest(region.id, period.key, campaign.form.key) if newest else None
        )
        locked = table is not None and any(
            each.id == unit.id and each.kind == "unit" and each.version is not None
            for each in table.contributions
        )
        found.append(Opening(campaign, region, unit, period, due, scene.now, newest, locked))
    return found
