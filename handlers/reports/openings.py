"""The reports of a person's units: which periods are open now, and how far each report is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers import dates
from handlers.desk import LIAISONS, Scene
from handlers.words import Html, Words
from reporting.calendar import Period
from reporting.campaign import Campaign
from reporting.chain import Region, Submission, Unit
from reporting.deadlines import closes, fillable, units_due
from reporting.draft import CORRECT
from reporting.people import Duty


@dataclass(frozen=True, slots=True)
class Opening:
    """A unit's report of a period, as it stands at ``now``.

    ``submitted`` is the version that counts, among all ``versions``. ``fillable``: it can be
    filled in, on time or late. ``locked``: it has been accepted in a roll-up and only a
    correction could change it. ``outside``: that table was made before the roster had the unit,
    and what the unit files does not enter it (rule 6.7).
    """

    campaign: Campaign
    region: Region
    unit: Unit
    period: Period
    due: datetime
    now: datetime
    submitted: Submission | None
    locked: bool
    fillable: bool
    outside: bool = False
    versions: tuple[Submission, ...] = ()
    answered: int = 0  # questions of the draft
    correcting: str = ""  # why the draft is a correction, where it is one

    @property
    def words(self) -> str:
        """How a button names it: unit and period."""
        return f"{self.unit.id} {self.period.key}"

    @property
    def closes(self) -> datetime:
        """When the region rolls up: until then what was handed in can be taken back."""
        return closes(self.campaign, self.region.tier, self.period)

    @property
    def pending(self) -> Submission | None:
        """The correction that waits to be decided on."""
        return next((each for each in self.versions if each.pending), None)

    def without(self, taken: Submission) -> Submission | None:
        """The version that counts once this one is taken back."""
        left = [each for each in self.versions if each.stands and each.id != taken.id]
        return left[-1] if left else None

    @property
    def withdrawable(self) -> Submission | None:
        """What can be taken back: a correction that waits; before closing, what counts."""
        mine = None if self.locked or self.now >= self.closes else self.submitted
        return self.pending or mine

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

    Periods that were due before the campaign was loaded, or closed before the roster had the
    unit, are not offered; only ``by_hand`` are they open (补报, rules 6.2 and 6.7).
    """
    found = []
    for each in await _holdings(scene, scene.duties if duties is None else duties):
        owed = each.owed
        found += [
            await each.opening(period) for period in each.fillable if by_hand or period in owed
        ]
    return sorted(found, key=lambda each: (each.due, each.campaign.key, each.unit.id))


async def reports(scene: Scene) -> list[Opening]:
    """Every report that the speaker's units owe, owed or handed in; the newest first."""
    found = []
    for each in await _holdings(scene, scene.duties):
        owed = each.owed
        found += [
            await each.opening(period)
            for period in each.opened
            if period in owed or period.key in each.versions
        ]
    return sorted(found, key=lambda each: (each.due, -each.unit.id), reverse=True)


async def report(scene: Scene, words: str) -> Opening | None:
    """The one that a button names (unit and period); None where it is none of the speaker's."""
    unit, _, key = words.partition(" ")
    for each in await _holdings(scene, scene.duties):
        for period in each.opened:
            if (unit, key) == (str(each.unit.id), period.key):
                return await each.opening(period)
    return None


@dataclass(frozen=True, slots=True)
class _Holding:
    """A unit that somebody reports for, with everything it handed in."""

    scene: Scene
    campaign: Campaign
    region: Region
    unit: Unit
    loaded: datetime  # the campaign
    joined: datetime  # the unit, into the roster
    versions: Mapping[str, tuple[Submission, ...]]  # by period, as the next
    counting: Mapping[str, Submission]

    @property
    def opened(self) -> list[Period]:
        return [each for each in self.campaign.calendar.periods if each.opens <= self.scene.now]

    @property
    def fillable(self) -> tuple[Period, ...]:
        return fillable(self.campaign, self.region.tier, self.scene.now)

    @property
    def owed(self) -> list[Period]:
        """What was due since the campaign was loaded, and closed since the roster had the unit."""
        campaign, tier = self.campaign, self.region.tier
        return [
            each
            for each in self.opened
            if units_due(campaign, tier, each) > self.loaded
            and closes(campaign, tier, each) > self.joined
        ]

    async def opening(self, period: Period) -> Opening:
        """How this period's report stands."""
        books, form = self.scene.books, self.campaign.form.key
        submitted = self.counting.get(period.key)
        answered = await books.reports.answered(self.unit.id, period.key, form)
        table = await books.rollups.newest(self.region.id, period.key, form)
        units = [each for each in table.contributions if each.kind == "unit"] if table else []
        held = {each.id: each.version for each in units}
        locked = submitted is not None and held.get(self.unit.id) is not None
        return Opening(
            self.campaign,
            self.region,
            self.unit,
            period,
            units_due(self.campaign, self.region.tier, period),
            self.scene.now,
            submitted,
            locked=locked,
            fillable=period in self.fillable,
            outside=table is not None and self.unit.id not in held,
            versions=self.versions.get(period.key, ()),
            answered=answered,
            correcting=await self._correcting(period) if locked else "",
        )

    async def _correcting(self, period: Period) -> str:
        """The reason, where somebody is at a correction that is not handed in yet."""
        books, form = self.scene.books.reports, self.campaign.form.key
        found = await books.find(self.unit.id, period.key, form)
        answers = (await books.draft(found.id, self.scene.speaker.id)).answers if found else {}
        return str(answers[CORRECT].value) if CORRECT in answers else ""


async def _holdings(scene: Scene, duties: Iterable[Duty]) -> list[_Holding]:
    liaisons = {each.unit: each for each in duties if each.role in LIAISONS}
    return [await _holding(scene, id, each) for id, each in liaisons.items() if id is not None]


async def _holding(scene: Scene, id: int, duty: Duty) -> _Holding:
    books, campaign = scene.books, scene.desk.campaigns[duty.campaign]
    unit, form = await books.roster.unit(id), campaign.form.key
    versions = await books.reports.submissions_of(id, form)
    return _Holding(
        scene,
        campaign,
        await books.roster.region(unit.region),
        unit,
        await books.campaigns.loaded(campaign.key, scene.now),
        (await books.roster.joined(campaign.key))[id],
        versions,
        await books.reports.history(id, versions, form),
    )
