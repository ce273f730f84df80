"""The form as a file that somebody sends: which report it is, and its figures on a card."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import replace

from exports.guard import UPLOAD, Unsafe, UnsafeFile
from exports.uploaded import Upload, open_upload
from handlers import dates
from handlers.desk import LIAISONS, Desk, Scene
from handlers.fitting import echoed
from handlers.incoming import File
from handlers.interview.speaking import begun, resumed, told
from handlers.interview.work import Work, in_hand, taken_up
from handlers.outgoing import Act, Message
from handlers.reports.filling import fill
from handlers.reports.openings import Opening
from handlers.sheets.upload_checks import meant
from handlers.sheets.upload_claim import claimed
from handlers.sheets.upload_refusal import NotTakenError
from handlers.thread import in_thread
from handlers.words import Html
from reporting.draft import DECLARE
from reporting.interview.uploading import upload
from reporting.sheet_cells import Stood

SPREADSHEETS = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".et", ".ett", ".ods", ".csv")
LARGEST = UPLOAD.packed // 1024**2  # megabytes


async def opened(file: File, desk: Desk) -> File:
    """A spreadsheet with what is in it: looked into before a transaction, for it may take long."""
    if file.data is None or not file.name.lower().endswith(SPREADSHEETS):
        return file
    forms = {key: campaign.form for key, campaign in desk.campaigns.items()}
    try:
        book: Upload | Unsafe = await asyncio.to_thread(open_upload, file.data, forms)
    except UnsafeFile as unsafe:
        book = unsafe.reason
    return replace(file, book=book)


async def take(scene: Scene, file: File) -> list[Act] | None:
    """Lay a filled-in form on a card; None where the file is of no use here.

    A spreadsheet that is no form goes beside the narrative, where that is what is asked for.
    """
    if file.book is None or not scene.held(*LIAISONS):
        return None
    work = await in_hand(scene)
    if _narrates(work) and (isinstance(file.book, Unsafe) or not file.book.copies):
        return None
    try:
        acts = await _laid(scene, work, _safe(scene, file.book))
        return _headed(acts, _left_out(scene, file.caption))
    except NotTakenError as wrong:
        return await _refused(scene, wrong)


def _left_out(scene: Scene, caption: str) -> Html | None:
    """What was written under a form is no part of it: said, so that nobody thinks it was taken."""
    said = echoed(caption)
    return scene.words("upload-caption", said=said) if said else None


def _headed(acts: list[Act], head: Html | None) -> list[Act]:
    if head is None:
        return acts
    return [replace(a, text=f"{head}\n{a.text}") if isinstance(a, Message) else a for a in acts]


def _safe(scene: Scene, book: Upload | Unsafe) -> Upload:
    if isinstance(book, Unsafe):
        raise NotTakenError(scene.words(f"upload-{book.value}", largest=LARGEST))
    return book


def _narrates(work: Work | None) -> bool:
    """Whether a text is asked for, beside which documents may stand."""
    return work is not None and work.draft.at in (*work.form.texts, DECLARE)


async def _refused(scene: Scene, wrong: NotTakenError) -> list[Act]:
    """Why, and a way on; or else the pending question once more."""
    if wrong.buttons:
        return await in_thread(scene, wrong.text, wrong.buttons)
    return await resumed(scene, wrong.text) or [scene.say(wrong.text)]


async def _laid(scene: Scene, work: Work | None, sent: Upload) -> list[Act]:
    claim = await claimed(scene, work, sent)
    opening = await meant(scene, work, claim)
    if work is not None:
        return await _here(scene, work, claim.stood)
    if opening.locked or opening.submitted is not None:
        return await _handed_in(scene, opening)
    return await _entered(scene, opening, claim.stood)


async def _handed_in(scene: Scene, opening: Opening) -> list[Act]:
    """Which version stands, and how to change it: on purpose, as with /fill."""
    head = scene.words("upload-again")
    said = await fill(scene, opening.words)
    return [replace(a, text=f"{a.text}\n{head}") if isinstance(a, Message) else a for a in said]


async def _here(scene: Scene, work: Work, stood: Iterable[Stood]) -> list[Act]:
    """Into the report in hand."""
    turn = upload(work.form, work.draft, stood, work.background)
    books, person = scene.books.reports, scene.speaker.id
    await books.save(work.report.id, person, work.draft, turn.draft, scene.now)
    return await told(scene, replace(work, draft=turn.draft), turn)


async def _entered(scene: Scene, opening: Opening, stood: Iterable[Stood]) -> list[Act]:
    """Into the report that the file is of, as by /fill."""
    form, books, person = opening.campaign.form, scene.books.reports, scene.speaker.id
    key = opening.campaign.key
    report = await books.open(key, opening.unit.id, opening.period.key, form.key)
    work = await taken_up(scene, report)
    turn = upload(form, work.draft, stood, work.background)
    await books.enter(person, report.id, work.draft.at, scene.now)
    await books.save(report.id, person, work.draft, turn.draft, scene.now)
    due = dates.due(scene.words, opening)
    return await begun(scene, replace(work, draft=turn.draft), turn, due)
