"""The bytes of what somebody sends: had before anything is written, or left out and said so."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from exports.guard import Unsafe
from handlers.desk import Desk
from handlers.incoming import File, Heard
from handlers.outgoing import Act
from rehearsal import Standin
from reporting.attaching import LARGEST
from storage.store import Books
from tests.bot.rig import Rig

TABLE = b"PK\x03\x04 a table"


@pytest.fixture(autouse=True)
async def _wanted(rig: Rig) -> None:
    """Nobody of this rig has a duty, so what is wanted is said here."""

    async def wants(heard: Heard, books: Books, desk: Desk) -> bool:
        return heard.where.chat == 1001

    rig.wants = wants


def files(rig: Rig) -> list[File]:
    return [each.what for each in rig.heard if isinstance(each.what, File)]


async def test_a_wanted_file_is_heard_with_its_bytes(rig: Rig, standin: Standin) -> None:
    standin.send_file(1001, TABLE, "表.xlsx", caption="九月")
    await rig.calm()
    (file,) = files(rig)
    assert (file.data, file.name, file.caption, file.too_large) == (TABLE, "表.xlsx", "九月", False)
    assert standin.refusals() == []


async def test_a_spreadsheet_is_looked_into_before_anything_is_written(
    rig: Rig, standin: Standin
) -> None:
    standin.send_file(1001, TABLE, "表.xlsx")
    standin.send_file(1001, TABLE, "表.pdf")
    await rig.calm()
    assert [each.book for each in files(rig)] == [Unsafe.DAMAGED, None]


async def test_what_nobody_wants_is_not_fetched(rig: Rig, standin: Standin) -> None:
    standin.send_file(1002, TABLE)
    standin.send_file(1001, TABLE, chat_id=-5001)
    await rig.calm()
    assert all(each.data is None for each in files(rig))
    assert standin.requests("getFile") == []


async def test_a_file_over_the_limit_is_not_asked_for(rig: Rig, standin: Standin) -> None:
    standin.send_file(1001, bytes(LARGEST + 1))
    await rig.calm()
    (file,) = files(rig)
    assert (file.data, file.too_large) == (None, True)
    assert standin.requests("getFile") == []


async def test_a_file_that_hides_its_size_is_found_out(rig: Rig, standin: Standin) -> None:
    message = standin.send_file(1002, bytes(LARGEST + 1))
    document = {**message.data["document"]}
    del document["file_size"]
    me = {"id": 1001, "is_bot": False, "first_name": "甲"}
    chat = {"id": 1001, "type": "private"}
    more = {"message_id": 9, "date": 1695344400, "from": me, "chat": chat}
    standin.inject({"message": {**more, "document": document}})
    await rig.calm()
    assert [(each.data, each.too_large) for each in files(rig)][-1] == (None, True)


@pytest.mark.parametrize("method", ["getFile", "file"])
@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "error", "status": 404},
        {"kind": "error", "status": 500},
        {"kind": "retry_after", "retry_after": 0},
        {"kind": "html"},
        {"kind": "refused"},
        {"kind": "lost"},
        {"kind": "silent"},
    ],
    ids=str,
)
async def test_a_download_that_fails_is_tried_again(
    rig: Rig, standin: Standin, method: str, fault: dict[str, Any]
) -> None:
    standin.fault(method=method, times=1, **fault)
    standin.send_file(1001, TABLE)
    await rig.calm()
    assert [each.data for each in files(rig)] == [TABLE]


@pytest.mark.parametrize("status", [404, 500])
async def test_what_cannot_be_had_is_heard_without_bytes_and_nothing_waits_for_it(
    rig: Rig, standin: Standin, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    standin.fault("error", "file", times=100, status=status)
    standin.send_file(1001, TABLE)
    standin.say(1001, "十二")
    await rig.calm()
    assert [(each.data, each.too_large) for each in files(rig)] == [(None, False)]
    assert rig.texts() == ["十二"]
    assert standin.token not in caplog.text


async def test_a_download_that_never_ends_is_given_up(
    rig: Rig, standin: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.fetching.PATIENCE", 0.2)
    standin.fault("silent", "file", times=100)
    standin.send_file(1001, TABLE)
    await rig.calm()
    assert [each.data for each in files(rig)] == [None]


async def test_a_repeated_update_is_not_fetched_twice(rig: Rig, standin: Standin) -> None:
    standin.send_file(1001, TABLE)
    await rig.calm()
    standin.repeat(1)
    await rig.calm()
    assert len(standin.requests("file")) == 1


async def test_the_bytes_are_there_before_the_transaction_begins(
    rig: Rig, standin: Standin
) -> None:
    """While a file is on its way, others are answered: nobody holds the database."""
    hear = rig.hear

    async def heard(what: Heard, books: Books, desk: Desk) -> list[Act]:
        assert not isinstance(what.what, File) or what.what.data == TABLE
        return await hear(what, books, desk)

    rig.hear = heard  # type: ignore[method-assign]
    standin.fault("silent", "file")
    standin.send_file(1001, TABLE)
    standin.say(1002, "十二")
    await standin.until(lambda: rig.texts(1002) == ["十二"])
    assert files(rig) == []
    await rig.calm()
    assert len(files(rig)) == 1
