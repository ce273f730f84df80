"""What a filled-in form says of itself: by its mark, else by the words on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exports.template import Mark
from exports.uploaded import Upload
from handlers import dates
from handlers.desk import LIAISONS, Scene
from handlers.fitting import echoed
from handlers.interview.work import Work
from handlers.reports.openings import Opening
from handlers.sheets.upload_copy import campaign_of, filled_in, the_copy
from handlers.sheets.upload_periods import agreed
from handlers.sheets.upload_refusal import NotTakenError
from handlers.words import Words
from reporting.campaign import Campaign
from reporting.chain import Unit
from reporting.many.spellings import folded
from reporting.sheet_cells import Stood

LEAST = 2  # characters that a region is known by: the form may print its last ones


@dataclass(frozen=True, slots=True)
class Claim:
    """Whose figures a file holds, as far as it says so; None: it does not."""

    campaign: Campaign
    unit: Unit | None
    period: str | None
    stood: tuple[Stood, ...]

    def fits(self, opening: Opening) -> bool:
        """Whether it may be of this report."""
        return (
            opening.campaign.key == self.campaign.key
            and self.unit in (None, opening.unit)
            and self.period in (None, opening.period.key)
        )

    def told(self, words: Words) -> str:
        """What it says: campaign, period, unit."""
        said = [words.label(self.campaign.short)]
        if self.period is not None:
            said.append(dates.period(words, self.period))
        if self.unit is not None:
            said.append(self.unit.name)
        return " · ".join(said)


async def claimed(scene: Scene, work: Work | None, sent: Upload) -> Claim:
    """What the file says of itself; NotTakenError where it is not one of the speaker's forms."""
    copy = the_copy(scene, work, sent)
    campaign = campaign_of(scene, work, sent, copy)
    duties = [each for each in scene.held(*LIAISONS) if each.campaign == campaign.key]
    if not duties:
        label = scene.words.label(campaign.short)
        raise NotTakenError(scene.words("upload-foreign-campaign", campaign=label))
    if sent.mark and (sent.mark.campaign, sent.mark.form) != (campaign.key, campaign.form.key):
        raise NotTakenError(scene.words("upload-foreign-unit"))
    filled = filled_in(scene, copy, campaign)
    units = [await scene.books.roster.unit(each.unit) for each in duties if each.unit]
    unit = await _unit(scene, units, sent.mark, filled.name)
    period = agreed(scene, campaign, sent.mark, filled.title, copy.sheet)
    return Claim(campaign, unit, period, filled.stood)


async def _unit(scene: Scene, units: Iterable[Unit], mark: Mark | None, name: str) -> Unit | None:
    """The unit by the mark, else by the form's own field; both must agree where both are there."""
    mine = {each.id: each for each in units}
    marked = mine.get(mark.unit) if mark else None
    if mark and marked is None:
        raise NotTakenError(scene.words("upload-foreign-unit"))
    if not name:
        return marked
    may_be = [marked] if marked else list(mine.values())
    if found := next((each for each in may_be if folded(each.name) == folded(name)), None):
        return found
    if any([await _is_region(scene, each, name) for each in may_be]):
        return marked
    unit = scene.words.listed(each.name for each in may_be)
    raise NotTakenError(scene.words("upload-other-name", said=echoed(name), unit=unit))


async def _is_region(scene: Scene, unit: Unit, name: str) -> bool:
    """Whether the form says the unit's region, as a notice's ____县（市、区） asks."""
    region = await scene.books.roster.region(unit.region)
    return len(name) >= LEAST and folded(region.name).startswith(folded(name))
