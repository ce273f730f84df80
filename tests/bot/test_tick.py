"""The alarm clock asks what is due; each task is one transaction."""

from __future__ import annotations

import asyncio
import logging

import pytest

from handlers.outgoing import Address, Message
from rehearsal import Standin
from reporting.label import Label
from storage.errors import StorageError
from storage.store import Books
from tests.bot.rig import Rig


def says(text: str) -> Message:
    return Message(Address(1001), text, key=f"tick:{text}", kind="reminder")


async def test_what_is_due_is_said(rig: Rig, standin: Standin) -> None:
    async def task(books: Books) -> list[Message]:
        return [says("还有 3 天")]

    rig.tasks.append(task)
    await rig.bot.alarm.now()
    await rig.calm()
    assert rig.texts() == ["还有 3 天"]


async def test_a_task_that_fails_is_rolled_back_and_stops_no_other(
    rig: Rig, standin: Standin, caplog: pytest.LogCaptureFixture
) -> None:
    async def fails(books: Books) -> list[Message]:
        await books.people.guessed(1001, rig.bot.clock.now())
        raise ZeroDivisionError("on purpose")

    async def task(books: Books) -> list[Message]:
        return [says("好")]

    now = rig.bot.clock.now()
    rig.tasks += [fails, task]
    caplog.set_level(logging.WARNING, "bot.tick")
    await rig.bot.alarm.now()
    await rig.calm()
    assert rig.texts() == ["好"]
    async with rig.bot.store.reading() as books:
        assert await books.people.guesses_since(1001, now) == 0
    assert any("on purpose" in each for each in caplog.messages)


async def test_a_failing_database_leaves_the_rest_for_the_next_ring(
    rig: Rig, standin: Standin
) -> None:
    done: list[str] = []

    async def fails(books: Books) -> list[Message]:
        raise StorageError(Label("磁盘已满", "full"), Label("腾出空间", "free some"))

    async def task(books: Books) -> list[Message]:
        done.append("second")
        return []

    rig.tasks += [fails, task]
    await rig.bot.alarm.now()
    assert done == []
    rig.tasks.append(task)
    await rig.bot.alarm.now()
    assert done == ["second"]


async def test_it_rings_by_itself_and_never_twice_at_once(rig: Rig, standin: Standin) -> None:
    await rig.stop()
    rig.tick = 0.05
    at_once = most = 0
    rings = 0

    async def task(books: Books) -> list[Message]:
        nonlocal at_once, most, rings
        at_once, rings = at_once + 1, rings + 1
        most = max(most, at_once)
        await asyncio.sleep(0.12)
        at_once -= 1
        return []

    async def due(*_: object) -> list[object]:
        return [task]

    rig._due = due  # type: ignore[method-assign, assignment]
    await rig.start()
    await standin.until(lambda: rings >= 3)
    assert most == 1


async def test_it_is_silent_while_telegram_cannot_be_reached(rig: Rig, standin: Standin) -> None:
    await rig.bot.intake.settled()
    rig.bot.intake.caught_up.clear()
    done: list[str] = []

    async def task(books: Books) -> list[Message]:
        done.append("too early")
        return []

    rig.tasks.append(task)
    await rig.bot.alarm._ring()
    assert done == []
