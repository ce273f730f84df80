"""Which sheet of a workbook is the form that is meant, and what was filled in there."""

from __future__ import annotations

from collections.abc import Callable

from exports.placing import SheetMismatchError
from exports.uploaded import Copy, Filled, Upload, read_filled
from exports.uploaded_cells import address
from handlers.desk import LIAISONS, Scene
from handlers.fitting import echoed
from handlers.interview.work import Work
from handlers.sheets.upload_periods import named
from handlers.sheets.upload_refusal import NotTakenError
from handlers.words import LANGUAGES, Html, words_in
from reporting.campaign import Campaign

ONLY_CONSOLIDATED = ("sheet-lines", "sheet-filings")  # sheets that no unit's own file has


def the_copy(scene: Scene, work: Work | None, sent: Upload) -> Copy:
    """The one sheet that is meant."""
    if _is_consolidated(sent):
        raise NotTakenError(scene.words("upload-consolidated", name=echoed(_name(scene, sent))))
    if not sent.copies:
        raise NotTakenError(_no_form(scene, work))
    copies = sent.copies
    if work is not None:
        campaign, period = work.campaign.key, work.report.period
        copies = _narrowed(copies, lambda each: campaign in each.campaigns)
        copies = _narrowed(copies, lambda each: bool(named(each.sheet, [period])))
    if len(copies) > 1:
        names = scene.words.listed(echoed(each.sheet) for each in copies)
        raise NotTakenError(scene.words("upload-several", count=len(copies), sheets=names))
    return copies[0]


def _no_form(scene: Scene, work: Work | None) -> Html:
    """Which form is looked for; and where a workbook goes that is to stand beside it."""
    key = work.campaign.key if work else scene.held(*LIAISONS)[0].campaign
    form = scene.desk.campaigns[key].form
    said = scene.words("upload-no-form", title=form.title.zh)
    if work is None or form.narrative is None:
        return said
    label = scene.words.label(form.narrative)
    return Html(f"{said}\n{scene.words('upload-beside', label=label)}")


def campaign_of(scene: Scene, work: Work | None, sent: Upload, copy: Copy) -> Campaign:
    """The marked one; else, of those with this title, that of the report in hand, or one's own."""
    likely = [sent.mark.campaign] if sent.mark else []
    likely += [work.campaign.key] if work else []
    likely += [each.campaign for each in scene.held(*LIAISONS)]
    found = (key for key in (*likely, *copy.campaigns) if key in copy.campaigns)
    return scene.desk.campaigns[next(found)]


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
            return read_filled(each.region, scene.desk.campaigns[each.campaigns[0]].form).name
        except SheetMismatchError:
            continue
    return sent.sheets[0]


def filled_in(scene: Scene, copy: Copy, campaign: Campaign) -> Filled:
    """What stands on it; NotTakenError names a label that is not where the form has it."""
    try:
        return read_filled(copy.region, campaign.form)
    except SheetMismatchError as wrong:
        at, found = address((wrong.row, wrong.column)), echoed(str(wrong.found or ""))
        key = "upload-mismatch" if found else "upload-mismatch-empty"
        said = {"found": found} if found else {}
        raise NotTakenError(scene.words(key, at=at, wanted=wrong.wanted, **said)) from wrong
