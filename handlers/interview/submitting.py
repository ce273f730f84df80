"""提交: a report that is complete becomes the next version, unless it may not any more."""

from __future__ import annotations

from dataclasses import replace

from handlers.desk import Scene
from handlers.interview import company
from handlers.interview.receipts import receipt, taking_back
from handlers.interview.work import Work
from handlers.outgoing import Act
from handlers.reports.corrections import announced
from handlers.reports.openings import Opening, report
from handlers.reports.ways import ways
from handlers.thread import in_thread
from reporting.chain import Submission
from reporting.draft import CORRECT, EXPLAIN
from reporting.fingerprint import fingerprint


async def submit(scene: Scene, work: Work) -> list[Act]:
    """Hand it in: as the next version, or as a correction of what is locked already."""
    opening = await report(scene, f"{work.unit.id} {work.report.period}")
    assert opening is not None  # the duty was looked at when the report was taken in hand
    reason = _reason(work) if opening.locked else ""
    if not reason and (opening.locked or not opening.fillable):
        return await _left(scene, opening, "submit-locked" if opening.locked else "submit-over")
    if reason and opening.pending:
        return await _left(scene, opening, "correct-waiting")
    if _unchanged(work, opening.submitted):
        return await _left(scene, opening, "submit-unchanged")
    return await _handed_in(scene, work, opening, reason)


async def _handed_in(scene: Scene, work: Work, opening: Opening, reason: str) -> list[Act]:
    books, now = scene.books.reports, scene.now
    figures = dict(work.draft.figures)
    print_ = fingerprint(figures, work.campaign.key, work.report.period, work.unit.name)
    submission = await books.submit(
        work.report.id,
        scene.speaker.id,
        figures,
        _texts(work),
        now,
        print_,
        reason,
        work.draft.attachments,
    )
    text = receipt(scene.words, opening, submission, print_)
    acts = await in_thread(scene, text, taking_back(scene.words, opening, submission))
    acts += await company.told(scene, work, submission)
    if not reason:
        return acts
    kept = {key: held for key, held in work.draft.answers.items() if key != CORRECT}
    after = replace(work.draft, answers=kept)  # the next correction has a reason of its own
    await books.save(work.report.id, scene.speaker.id, work.draft, after, now)
    return [*acts, *await announced(scene, opening, submission)]


async def _left(scene: Scene, opening: Opening, why: str) -> list[Act]:
    """Nothing was handed in; what was filled in stays."""
    await scene.books.reports.leave(scene.speaker.id, scene.now)
    version = opening.submitted.version if opening.submitted else 0
    rows = ways(scene.words, opening) if opening.locked else ()
    return await in_thread(scene, scene.words(why, version=version), rows)


def _unchanged(work: Work, before: Submission | None) -> bool:
    if before is None:
        return False
    now = (work.draft.figures, _texts(work), work.draft.attachments)
    return now == (before.figures, before.texts, before.attachments)


def _texts(work: Work) -> dict[str, str]:
    """The narrative and the 上报说明; the latter only where findings still ask for it.

    Whatever else is kept beside the answers is no part of a report.
    """
    held = {key: work.draft.answers.get(key) for key in (*work.form.questions, EXPLAIN)}
    return {key: each.value for key, each in held.items() if each and isinstance(each.value, str)}


def _reason(work: Work) -> str:
    held = work.draft.answers.get(CORRECT)
    return str(held.value) if held else ""
