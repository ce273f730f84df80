"""Nothing that reached the bot is lost, nothing is taken twice."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest

from handlers.desk import Desk
from handlers.incoming import Heard, Text
from handlers.outgoing import Act, Message
from rehearsal import Standin
from storage.store import Books
from tests.bot.rig import Rig


def words(rig: Rig) -> list[str]:
    return [each.what.text for each in rig.heard if isinstance(each.what, Text)]


def standin_message(standin: Standin) -> dict[str, Any]:
    """A message as Telegram has it."""
    standin.say(1002, "x")
    return dict(standin.state.queue.pending[-1]["message"])


async def test_what_is_said_is_answered(rig: Rig, standin: Standin) -> None:
    standin.say(1001, "十二")
    await rig.calm()
    assert rig.texts() == ["十二"]
    assert standin.refusals() == []


async def test_a_chat_is_heard_in_order_while_others_are_heard_at_the_same_time(
    rig: Rig, standin: Standin
) -> None:
    at_once = most = 0
    hear = rig.hear

    async def slow(heard: Heard, books: Books, desk: Desk) -> list[Act]:
        return await hear(heard, books, desk)

    take = rig.bot.intake._take

    async def watched(update: Any) -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await asyncio.sleep(0.01)
        await take(update)
        at_once -= 1

    rig.hear, rig.bot.intake._take = slow, watched  # type: ignore[method-assign]
    for n in range(10):
        for person in (1001, 1002, 1003):
            standin.say(person, str(n))
    await rig.calm()
    for person in (1001, 1002, 1003):
        assert rig.texts(person) == [str(n) for n in range(10)]
    assert most == 3


async def test_a_repeated_update_has_no_second_effect(rig: Rig, standin: Standin) -> None:
    standin.say(1001, "一")
    standin.say(1001, "二")
    await rig.calm()
    standin.repeat(2)
    await rig.calm()
    assert words(rig) == ["一", "二"]
    assert rig.texts() == ["一", "二"]


async def test_updates_that_come_back_to_front_are_all_heard_once(
    rig: Rig, standin: Standin
) -> None:
    standin.reorder(3)
    for n in range(12):
        standin.say(1001 + n % 3, str(n))
    await rig.calm()
    assert sorted(words(rig), key=int) == [str(n) for n in range(12)]


async def test_an_update_nobody_can_read_is_set_aside_and_the_next_are_heard(
    rig: Rig, standin: Standin
) -> None:
    standin.say(1001, "一")
    standin.inject({"message": {"message_id": "?", "chat": 7}})
    standin.inject({"message": []})
    standin.say(1001, "二")
    await rig.calm()
    assert words(rig) == ["一", "二"]
    async with rig.bot.store.reading() as books:
        assert await books.updates.aside() == 2


async def test_half_a_character_where_nobody_looks_for_it_stops_nothing(
    rig: Rig,
) -> None:
    ended: list[int] = []
    raw = {"update_id": 1, "message": {"message_id": "\ud800", "chat": "\udfff"}}
    rig.bot.intake.accept(raw, lambda: ended.append(1))
    await rig.calm()
    assert ended == [1]
    async with rig.bot.store.reading() as books:
        assert await books.updates.aside() == 1


async def test_what_cannot_even_be_set_aside_ends_in_the_log(
    rig: Rig, standin: Standin, caplog: pytest.LogCaptureFixture
) -> None:
    ended: list[int] = []
    beyond = 2**70  # no database's number
    rig.bot.intake.accept({"update_id": beyond, "message": "\ud800"}, lambda: ended.append(1))
    rig.bot.intake.accept(
        {"update_id": beyond, "message": standin_message(standin)}, lambda: ended.append(2)
    )
    await rig.calm()
    assert sorted(ended) == [1, 2]
    assert caplog.text.count("can only be kept here") == 2
    assert "\\ud800" in caplog.text


async def test_a_failing_handler_sets_its_update_aside_says_sorry_and_hears_on(
    rig: Rig, standin: Standin
) -> None:
    hear = rig.hear

    async def fails(heard: Heard, books: Books, desk: Desk) -> list[Act]:
        await books.people.guessed(1001, heard.at)
        if heard.what == Text("bad"):
            raise ZeroDivisionError("on purpose")
        return await hear(heard, books, desk)

    rig.hear = fails  # type: ignore[method-assign]
    standin.say(1001, "bad")
    standin.say(1001, "good")
    await rig.calm()
    sorry, good = rig.texts()
    assert "抱歉" in sorry and "Sorry" in sorry
    assert good == "good"
    async with rig.bot.store.reading() as books:
        assert await books.updates.aside() == 1
        assert await books.people.guesses_since(1001, rig.heard[0].at) == 1  # the first rolled back


async def test_a_failing_database_loses_nothing_and_is_tried_again(
    rig: Rig, standin: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.sqlite._PRAGMAS", ("PRAGMA busy_timeout = 20",))
    await rig.stop()
    await rig.start()
    waits = []
    monkeypatch.setattr(rig.bot.intake._database, "is_bad", waits.append)
    locker = await asyncio.create_subprocess_exec(
        "python3",
        "-c",
        "import sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('BEGIN EXCLUSIVE'); print('locked', flush=True); sys.stdin.read()",
        str(rig.database),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert locker.stdout is not None and locker.stdin is not None
    await locker.stdout.readline()
    standin.say(1001, "十二")
    await asyncio.sleep(0.3)
    assert standin.pending == 1 and rig.texts() == []
    assert "database" in waits[0]
    locker.stdin.close()
    await locker.wait()
    await standin.calm(30)
    await rig.calm()
    assert rig.texts() == ["十二"]
    async with rig.bot.store.reading() as books:
        assert await books.updates.aside() == 0


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "error", "status": 401},
        {"kind": "error", "status": 404},
        {"kind": "error", "status": 409},
        {"kind": "error", "status": 500},
        {"kind": "retry_after"},
        {"kind": "html"},
        {"kind": "refused"},
        {"kind": "lost"},
        {"kind": "silent"},
    ],
    ids=str,
)
async def test_polling_survives_every_trouble_and_says_so_once(
    rig: Rig,
    standin: Standin,
    fault: dict[str, Any],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.polling.GRACE", 0.2)
    await rig.stop()
    caplog.set_level(logging.WARNING, "bot.polling")
    standin.fault(method="getUpdates", times=3, **fault)
    standin.say(1001, "十二")
    await rig.start()
    await rig.calm()
    assert rig.texts() == ["十二"]
    lines = [each.message for each in caplog.records if each.name == "bot.polling"]
    assert lines[1:] == (["Telegram answers"] if lines else [])
    assert not any("html" in each for each in lines)


async def test_the_clock_waits_until_everything_that_waited_was_heard(
    rig: Rig, standin: Standin
) -> None:
    await rig.stop()
    for n in range(250):
        standin.say(1001 + n % 3, str(n))
    rig.heard.clear()
    heard_before: list[int] = []

    async def due(books: Books) -> list[Message]:
        heard_before.append(len(rig.heard))
        return []

    rig.tasks.append(due)
    await rig.start()
    await rig.bot.alarm.now()
    assert heard_before == [250]


async def test_a_group_that_migrates_stays_bound(rig: Rig, standin: Standin) -> None:
    standin.say(1001, "x")
    await rig.calm()
    standin.migrate(-5001)
    await rig.calm()
    assert [type(each.what).__name__ for each in rig.heard] == ["Text", "Migrated"]
