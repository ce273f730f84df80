"""Photos chosen together come as several updates in quick succession: one message answers them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import pytest

from bot.rehearsal import Stage
from rehearsal.acting import PIXEL
from reporting.attaching import MOST
from tests.staging import staged

WHO = "联络员甲"
PICTURES = count()  # no two alike


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with staged(tmp_path, "tea-2023") as here:
        here.standin.say(here.people[WHO], "填报")
        await here.settle()
        yield here
        assert here.standin.refusals() == []


async def send(stage: Stage, photos: int, album: str) -> None:
    """As a telephone does: one after the other, without waiting."""
    for _ in range(photos):
        data = PIXEL + str(next(PICTURES)).encode()
        stage.standin.send_file(stage.people[WHO], data, "p.jpg", kind="photo", album=album)
    await stage.settle()


def with_buttons(stage: Stage) -> list[str]:
    """The texts of the interview's messages that can be pressed."""
    said = stage.standin.messages(stage.people[WHO])
    return [each["text"] for each in said if each["buttons"] and "1/12" in each["text"]]


def said_by_the_bot(stage: Stage) -> list[str]:
    said = stage.standin.messages(stage.people[WHO])
    return [each["text"] for each in said if each["by_bot"]]


async def test_every_photo_is_kept_and_one_keyboard_is_left(stage: Stage) -> None:
    await send(stage, 4, "a")
    assert len(with_buttons(stage)) == 1
    stage.standin.say(stage.people[WHO], "改 工作情况")
    await stage.settle()
    assert "已收到 4 个文件" in stage.standin.last(stage.people[WHO]).text


async def test_one_message_answers_an_album_and_the_next_album_gets_its_own(stage: Stage) -> None:
    before = len(said_by_the_bot(stage))
    for album in ("a", "a", "b", "b"):
        await send(stage, 1, album)
    assert len(said_by_the_bot(stage)) == before + 2
    assert "photo-" in said_by_the_bot(stage)[-1]


async def test_of_an_album_that_is_too_large_the_first_are_kept_and_the_rest_are_told(
    stage: Stage,
) -> None:
    await send(stage, MOST + 2, "a")
    assert f"已有 {MOST} 个文件" in with_buttons(stage)[-1]
    assert len(with_buttons(stage)) == 1
