"""What a filled-in form says of itself: by its mark, else by the words on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from exports.placing import SheetMismatchError
from exports.template import Mark
from exports.uploaded import Copy, Filled, Upload, read_filled
from exports.uploaded_cells import address
from handlers import dates
from handlers.desk import LIAISONS, Rows, Scene
from handlers.fitting import echoed
from handlers.openings import Opening
from handlers.words import LANGUAGES, Html, Words, words_in
from handlers.work import Work
from reporting.campaign import Campaign
from reporting.chain import Unit
from reporting.many.spellings import folded
from reporting.sheet_cells import Stood

ONLY_CONSOLIDATED = ("sheet-lines", "sheet-filings")  # sheets that no unit's own file has
LEAST = 2  # characters of a region's name: 海盐 is 海盐县


class NotTakenError(Exception):
    """A file that is not taken: why, with the remedy, and buttons where there is a way on."""

    def __init__(self, text: Html, buttons: Rows = ()) -> None:
        """Words in the speaker's language."""
        super().__init__(text)
        self.text, self.buttons = text, buttons


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
    copy = _copy(scene, work, sent)
    campaign = scene.desk.campaigns[copy.campaign]
    duties = [each for each in scene.held(*LIAISONS) if each.campaign == campaign.key]
    if not duties:
        label = scene.words.label(campaign.short)
        raise NotTakenError(scene.words("upload-foreign-campaign", campaign=label))
    if sent.mark and (sent.mark.campaign, sent.mark.form) != (campaign.key, campaign.form.key):
        raise NotTakenError(scene.words("upload-foreign-unit"))
    filled = _filled(scene, copy, campaign)
    units = [await scene.books.roster.unit(each.unit) for each in duties if each.unit]
    unit = await _unit(scene, units, sent.mark, filled.name)
    return Claim(campaign, unit, _period(scene, campaign, copy.sheet, sent.mark), filled.stood)


def _copy(scene: Scene, work: Work | None, sent: Upload) -> Copy:
    """The one sheet that is meant."""
    if _is_consolidated(sent):
        raise NotTakenError(scene.words("upload-consolidated", name=echoed(_name(scene, sent))))
    if not sent.copies:
        key = work.campaign.key if work else scene.held(*LIAISONS)[0].campaign
        wanted = scene.desk.campaigns[key].form.title.zh
        raise NotTakenError(scene.words("upload-no-form", title=wanted))
    copies = sent.copies
    if work is not None:
        campaign, period = work.campaign.key, work.report.period
        copies = _narrowed(copies, lambda each: each.campaign == campaign)
        copies = _narrowed(copies, lambda each: _says(each.sheet, period))
    if len(copies) > 1:
        names = scene.words.listed(echoed(each.sheet) for each in copies)
        raise NotTakenError(scene.words("upload-several", count=len(copies), sheets=names))
    return copies[0]


def _narrowed(copies: tuple[Copy, ...], suits: Callable[[Copy], bool]) -> tuple[Copy, ...]:
    """Those that suit; all where none does."""
    return tuple(filter(suits, copies)) or copies


def _is_consolidated(sent: Upload) -> bool:
    theirs = {words_in(each).plain(key) for each in LANGUAGES for key in ONLY_CONSOLIDATED}
    return bool(theirs & {*sent.sheets})


def _name(scene: Scene, sent: Upload) -> str:
    """Whom a consolidated workbook is about, as it says itself."""
    for each in sent.copies:
        try:
            return read_filled(each.region, scene.desk.campaigns[each.campaign].form).name
        except SheetMismatchError:
            continue
    return sent.sheets[0]


def _filled(scene: Scene, copy: Copy, campaign: Campaign) -> Filled:
    try:
        return read_filled(copy.region, campaign.form)
    except SheetMismatchError as wrong:
        at, found = address((wrong.row, wrong.column)), echoed(str(wrong.found or ""))
        key = "upload-mismatch" if found else "upload-mismatch-empty"
        said = {"found": found} if found else {}
        raise NotTakenError(scene.words(key, at=at, wanted=wrong.wanted, **said)) from wrong


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


def _period(scene: Scene, campaign: Campaign, sheet: str, mark: Mark | None) -> str | None:
    """The period by the mark, else by the sheet's name; both must agree where both are there."""
    keys = [each.key for each in campaign.calendar.periods]
    named = [key for key in keys if _says(sheet, key)]
    if mark is None:
        return named[0] if len(named) == 1 else None
    if mark.period not in keys:
        raise NotTakenError(scene.words("upload-closed", what=echoed(mark.period)))
    if named and mark.period not in named:
        its = dates.period(scene.words, mark.period)
        raise NotTakenError(scene.words("upload-other-sheet", said=echoed(sheet), period=its))
    return mark.period


def _says(sheet: str, period: str) -> bool:
    """Whether a sheet's name tells this period, in either language."""
    told = (folded(dates.period(words_in(each), period)) for each in LANGUAGES)
    return any(each in folded(sheet) for each in told)
