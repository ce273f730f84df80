"""Photos and documents beside a report: the very bytes, who sent them, and what a version took."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest

from reporting.attaching import Attachment, FileKind
from reporting.draft import Draft
from storage.nouns import Report
from storage.store import Books, Store
from tests.storage.cast import NOW, Cast

PHOTO, LETTER = b"\xff\xd8 a photo", b"%PDF a letter"
LATER = NOW + timedelta(hours=1)


def attachment(data: bytes, name: str) -> Attachment:
    kind = FileKind.PHOTO if name.endswith("jpg") else FileKind.DOCUMENT
    return Attachment(kind, name, len(data), sha256(data).hexdigest())


async def opened(books: Books, cast: Cast) -> Report:
    return await books.reports.open("sichuan", cast.health, "2023-09", "monthly")


async def add(books: Books, report: int, person: int, data: bytes, name: str) -> Draft:
    """As a turn does: the draft as it stands, and the same with one file more."""
    before = await books.reports.draft(report, person)
    after = replace(before, attachments=(*before.attachments, attachment(data, name)))
    bytes_ = {sha256(data).hexdigest(): data}
    await books.attachments.save(report, person, before, after, NOW, bytes_)
    return await books.reports.draft(report, person)


async def remove(books: Books, report: int, person: int, name: str) -> Draft:
    before = await books.reports.draft(report, person)
    kept = tuple(each for each in before.attachments if each.name != name)
    after = replace(before, attachments=kept)
    await books.attachments.save(report, person, before, after, LATER, {})
    return await books.reports.draft(report, person)


async def test_both_liaisons_of_a_unit_see_what_either_sent(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        report = await opened(books, cast)
        await add(books, report.id, cast.jia, PHOTO, "现场.jpg")
        await add(books, report.id, cast.yi, LETTER, "通知.pdf")
    async with store.reading() as books:
        ours, theirs = [await books.reports.draft(report.id, who) for who in (cast.jia, cast.yi)]
        assert ours.attachments == theirs.attachments
        assert ours.attachments == (
            attachment(PHOTO, "现场.jpg"),
            attachment(LETTER, "通知.pdf"),
        )
        kept = await books.files.get(ours.attachments[1].file)
        assert kept is not None
        assert (kept.data, kept.name, kept.sha256) == (
            LETTER,
            "通知.pdf",
            ours.attachments[1].sha256,
        )


async def test_what_is_removed_is_gone_from_the_draft_and_stays_on_record(
    store: Store, cast: Cast
) -> None:
    async with store.transaction() as books:
        report = await opened(books, cast)
        await add(books, report.id, cast.jia, PHOTO, "现场.jpg")
        assert (await remove(books, report.id, cast.yi, "现场.jpg")).attachments == ()
        lines = [line for line in await books.journal.entries(report=report.id)]
    said = {"name": "现场.jpg", "size": len(PHOTO), "sha256": sha256(PHOTO).hexdigest()}
    assert [(line.who, line.what, line.before, line.after) for line in lines] == [
        (cast.jia, "attach", None, said),
        (cast.yi, "detach", said, None),
    ]


async def test_a_file_that_was_removed_can_be_sent_again_and_its_bytes_are_kept_once(
    store: Store, cast: Cast
) -> None:
    async with store.transaction() as books:
        report = await opened(books, cast)
        (first,) = (await add(books, report.id, cast.jia, PHOTO, "现场.jpg")).attachments
        await remove(books, report.id, cast.jia, "现场.jpg")
        (again,) = (await add(books, report.id, cast.jia, PHOTO, "现场.jpg")).attachments
    assert again == first
    assert again.id != first.id
    assert again.file == first.file


async def test_a_file_that_was_sent_again_by_another_name_is_given_back_by_that(
    store: Store, cast: Cast
) -> None:
    async with store.transaction() as books:
        report = await opened(books, cast)
        await add(books, report.id, cast.jia, PHOTO, "现场.jpg")
        await remove(books, report.id, cast.jia, "现场.jpg")
        (again,) = (await add(books, report.id, cast.jia, PHOTO, "检查.jpg")).attachments
        kept = await books.files.get(again.file)
    assert kept is not None and (kept.name, kept.data) == ("检查.jpg", PHOTO)


async def test_a_version_keeps_what_went_with_it_whatever_is_removed_later(
    store: Store, cast: Cast
) -> None:
    async with store.transaction() as books:
        report = await opened(books, cast)
        await add(books, report.id, cast.jia, PHOTO, "现场.jpg")
        draft = await add(books, report.id, cast.jia, LETTER, "通知.pdf")
        one = await books.reports.submit(
            report.id, cast.jia, {}, {}, NOW, "-", beside=draft.attachments
        )
        draft = await remove(books, report.id, cast.jia, "现场.jpg")
        two = await books.reports.submit(
            report.id, cast.jia, {}, {}, LATER, "-", beside=draft.attachments
        )
    assert [each.name for each in one.attachments] == ["现场.jpg", "通知.pdf"]
    assert [each.name for each in two.attachments] == ["通知.pdf"]
    async with store.reading() as books:
        assert await books.reports.submissions(cast.health, "2023-09", "monthly") == (one, two)
        kept = await books.files.get(one.attachments[0].file)
        assert kept is not None and kept.data == PHOTO


async def test_units_whose_version_has_files_are_found(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        report = await opened(books, cast)
        draft = await add(books, report.id, cast.jia, PHOTO, "现场.jpg")
        beside = draft.attachments
        one = await books.reports.submit(report.id, cast.jia, {}, {}, NOW, "-", beside=beside)
        bare = await books.reports.open("sichuan", cast.police, "2023-09", "monthly")
        await books.reports.submit(bare.id, cast.yi, {}, {}, NOW, "-")
        key = ("sichuan", "2023-09", "monthly")
        assert await books.reports.with_attachments(*key) == {cast.health: one}
        assert await books.reports.with_attachments("sichuan", "2023-10", "monthly") == {}
        await books.reports.submit(report.id, cast.jia, {}, {}, LATER, "-")
        assert await books.reports.with_attachments(*key) == {}


async def test_bytes_that_are_missing_write_nothing(store: Store, cast: Cast) -> None:
    with pytest.raises(KeyError):
        async with store.transaction() as books:
            report = await opened(books, cast)
            before = await books.reports.draft(report.id, cast.jia)
            after = replace(before, attachments=(attachment(PHOTO, "现场.jpg"),))
            await books.attachments.save(report.id, cast.jia, before, after, NOW, {})
    async with store.reading() as books:
        assert await books.journal.entries() == ()
