"""A region's table goes out: rolled up, proved, kept, and posted once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from handlers import captions, workbooks
from handlers.outgoing import Address, Message
from handlers.standing import Standing
from handlers.words import Html, words_in
from reporting.chain import RollUp
from reporting.proof import Mismatch
from storage.store import Books


async def release(books: Books, stands: Standing, now: datetime) -> list[Message]:
    """The next version of a region's table, and its posts; nothing where the proof fails.

    Where not one report was accepted there is no workbook: zero is only what somebody declared.
    """
    table = stands.rolled_up(now)
    words = words_in("zh")
    mark = workbooks.mark(stands, table)
    file = None
    if table.reported:
        named = await liaisons_named(books, stands, now)
        book = workbooks.consolidated(words, stands, table, mark, named)
        if wrong := workbooks.mismatches(stands, table, book.data):
            return await _alarm(books, stands, table, wrong, now)
        file = await books.files.add(book.name, book.data, now)
    kept = await books.rollups.add(table, stands.campaign.key, stands.campaign.form.key, mark, now)
    if kept is None:
        return []  # another process was first
    if file is not None:
        await books.rollups.link(kept, file)
    await books.journal.note(
        None,
        "released",
        at=now,
        region=stands.region.id,
        after={"period": table.period, "version": table.version, "fingerprint": mark},
    )
    caption = captions.released(words, stands, table, mark)
    return await _posts(books, stands, f"v{table.version}", caption, file, now)


async def liaisons_named(
    books: Books, stands: Standing, now: datetime
) -> Mapping[tuple[str, int], str]:
    """Who reports for each unit, by kind and id."""
    by_unit = await books.people.liaisons_by_unit(stands.campaign.key, now)
    return {("unit", id): "、".join(p.name for p in people) for id, people in by_unit.items()}


async def _posts(
    books: Books, stands: Standing, step: str, text: Html, file: int | None, now: datetime
) -> list[Message]:
    """To the region's group; where none is bound, to its coordinators in private."""
    group = await books.groups.address_of(stands.region.id)
    if group is not None:
        return [_post(stands, Address(*group), step, text, file)]
    people = await books.people.coordinators(stands.region.id, now)
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
    whom = "group" if person is None else f"person-{person}"
    about = f"{stands.campaign.key}:{stands.region.id}:{stands.period.key}"
    return Message(
        to,
        text,
        key=f"post:{about}:{step}:{whom}",
        kind="post",
        file=file,
        person=person,
        campaign=stands.campaign.key,
        period=stands.period.key,
        step=step,
    )


async def _alarm(
    books: Books, stands: Standing, table: RollUp, wrong: Sequence[Mismatch], now: datetime
) -> list[Message]:
    """The sums do not agree: nothing is posted, and the administrators are told, once."""
    people = await books.people.administrators(stands.campaign.key, now)
    text = captions.mismatch(words_in("zh"), stands, wrong)
    step = f"mismatch-v{table.version}"
    return [
        _post(stands, Address(each.telegram), step, text, None, person=each.id)
        for each in people
        if each.telegram is not None
    ]
