"""Which report a filled-in form is of, and whether its sender may report it there.

What is refused says what was found in the file, and never what the bot knows of other units.
"""

from __future__ import annotations

from handlers import dates
from handlers.desk import Scene
from handlers.interview.work import Work
from handlers.reports.openings import Opening, openings, report
from handlers.reports.ways import choices
from handlers.sheets.upload_claim import Claim
from handlers.sheets.upload_refusal import NotTakenError, closed
from handlers.words import Html


async def meant(scene: Scene, work: Work | None, claim: Claim) -> Opening:
    """The report in hand if the file is of it; else the one the file is of. NotTakenError."""
    if work is None:
        return await _only(scene, claim)
    which = _difference(work, claim)
    if which is not None:
        await _differs(scene, work, claim, which)
    opening = await report(scene, f"{work.unit.id} {work.report.period}")
    if opening is None or not (opening.correcting or (opening.fillable and not opening.locked)):
        raise closed(scene, dates.period(scene.words, work.report.period))
    return opening


async def _only(scene: Scene, claim: Claim) -> Opening:
    """The one report that it can be of; what is not handed in yet goes first."""
    offered = await openings(scene, by_hand=claim.period is not None)
    found = [each for each in offered if claim.fits(each)]
    undone = [each for each in found if each.submitted is None]
    if len(chosen := undone or found) == 1:
        return chosen[0]
    if found:
        raise NotTakenError(scene.words("upload-which"), choices(scene.words, found, "fill"))
    label = scene.words.label(claim.campaign.short)
    raise closed(scene, dates.period(scene.words, claim.period) if claim.period else label)


def _difference(work: Work, claim: Claim) -> str | None:
    """In what the file is of another report than the one in hand."""
    if claim.campaign.key != work.campaign.key:
        return "campaign"
    if claim.unit is not None and claim.unit.id != work.unit.id:
        return "unit"
    return "period" if claim.period not in (None, work.report.period) else None


async def _differs(scene: Scene, work: Work, claim: Claim, which: str) -> None:
    """Name both, and offer to go over to the file's, where it can be filled in."""
    its, now = claim.told(scene.words), work.title(scene.words)
    text = scene.words(f"upload-other-{which}", its=its, now=now)
    found = [each for each in await openings(scene, by_hand=True) if claim.fits(each)]
    if not found:
        raise NotTakenError(text)
    text = Html(f"{text}\n{scene.words('upload-switch')}")
    raise NotTakenError(text, choices(scene.words, found, "fill"))
