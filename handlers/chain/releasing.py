"""A region's table goes out: rolled up, proved, kept, and posted once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from exports.workbook import CUMULATIVE
from handlers.chain import captions, workbooks
from handlers.chain.checking import at_roll_up
from handlers.chain.post_keys import alarm_step, post_key
from handlers.chain.standing import Standing
from handlers.chain.workbooks import Signatories, Workbook
from handlers.outgoing import Address, Message
from handlers.queries import finals
from handlers.queries.to_date import of_region
from handlers.words import Html, words_in
from reporting.chain import RollUp
from reporting.people import Person
from reporting.proof import Mismatch
from storage.store import Books

WORDS = words_in("zh")  # the official table and what goes with it


async def release(books: Books, stands: Standing, now: datetime) -> list[Message]:
    """The next version of a region's table, and its posts; nothing where the proof fails.

    Where not one report was accepted there is no workbook: zero is only what somebody declared.
    """
    table = stands.rolled_up(now)
    mark = workbooks.mark(stands, table)
    book = await _book(books, stands, table, mark) if table.reported else None
    if isinstance(book, tuple):
        return await _alarm(books, stands, table, book)
    kept = await _keep(books, stands, table, mark)
    if kept is None:
        return []
    file = None if book is None else await _file(books, kept, table, book)
    found = await at_roll_up(books, stands, table)
    caption = captions.released(WORDS, stands, table, mark, found)
    return await _posts(books, stands, table, caption, file)


async def _book(
    books: Books, stands: Standing, table: RollUp, mark: str
) -> Workbook | tuple[Mismatch, ...]:
    """The workbook with the cumulative figures in it; where the proof of either fails, where."""
    campaign, named = stands.campaign, await signatories(books, stands, table.at)
    if len(campaign.calendar.periods) == 1:  # nothing to add up
        book = workbooks.consolidated(WORDS, stands, table, mark, named)
        return workbooks.mismatches(stands, table, book.data) or book
    sums = await of_region(books, campaign, stands.region, table.at, stands.period, also=table)
    page = finals.cumulative_page(WORDS, sums, named, table.at)
    book = workbooks.consolidated(WORDS, stands, table, mark, named, to_date=page)
    wrong = workbooks.mismatches(stands, table, book.data)
    return wrong or finals.mismatches(sums, book.data, CUMULATIVE) or book


async def _keep(books: Books, stands: Standing, table: RollUp, mark: str) -> int | None:
    """Put the version on record; None if another process was first."""
    campaign = stands.campaign
    kept = await books.rollups.add(table, campaign.key, campaign.form.key, mark)
    if kept is None:
        return None
    about = {"period": table.period, "version": table.version, "fingerprint": mark}
    await books.journal.note(None, "released", at=table.at, region=table.region, after=about)
    return kept


async def _file(books: Books, kept: int, table: RollUp, book: Workbook) -> int:
    """Keep the very bytes that were proved; they can be had again at any time."""
    file = await books.files.add(book.name, book.data, table.at)
    await books.rollups.link(kept, file)
    return file


async def signatories(books: Books, stands: Standing, now: datetime) -> Signatories:
    """The region's coordinator, and who reports for each unit."""
    return await signatories_of(books, stands.campaign.key, stands.region.id, now)


async def signatories_of(books: Books, campaign: str, region: int, now: datetime) -> Signatories:
    """The same for a region where no single period matters."""
    by_unit = await books.people.liaisons_by_unit(campaign, now)
    liaisons = {("unit", id): "、".join(p.name for p in people) for id, people in by_unit.items()}
    for coordinator in await books.people.coordinators(region, now):
        return Signatories(coordinator.name, coordinator.phone, liaisons)
    return Signatories(liaisons=liaisons)


async def _posts(
    books: Books, stands: Standing, table: RollUp, text: Html, file: int | None
) -> list[Message]:
    """To the region's group; where none is bound, to its coordinators in private."""
    step = f"v{table.version}"
    group = await books.groups.address_of(table.region)
    if group is not None:
        return [_post(stands, Address(*group), step, text, file)]
    people = await books.people.coordinators(table.region, table.at)
    return _privately(stands, people, step, text, file)


def _privately(
    stands: Standing, people: Iterable[Person], step: str, text: Html, file: int | None = None
) -> list[Message]:
    return [
        _post(stands, Address(each.telegram), step, text, file, person=each.id)
        for each in people
        if each.telegram is not None
    ]


def _post(
    stands: Standing,
    to: Address,
    step: str,
    text: Html,
    file: int | None,
    person: int | None = None,
) -> Message:
    campaign, period = stands.campaign.key, stands.period.key
    return Message(
        to,
        text,
        key=post_key(campaign, stands.region.id, period, step, person),
        kind="post",
        file=file,
        person=person,
        campaign=campaign,
        period=period,
        step=step,
    )


async def _alarm(
    books: Books, stands: Standing, table: RollUp, wrong: Sequence[Mismatch]
) -> list[Message]:
    """The sums do not agree: nothing is posted, and the administrators are told, once."""
    people = await books.people.administrators(stands.campaign.key, table.at)
    text = captions.mismatch(WORDS, stands, wrong)
    return _privately(stands, people, alarm_step(table.version), text)
