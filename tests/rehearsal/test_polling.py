"""Long polling: truly long, one poller at a time, nothing forgotten before it is confirmed."""

from __future__ import annotations

import asyncio
import time

import pytest
from telegram import Bot, Update
from telegram.error import Conflict

from rehearsal import Standin
from tests.rehearsal.conftest import GROUP, WANG, client


def texts(updates: tuple[Update, ...]) -> list[str | None]:
    return [update.message.text if update.message else None for update in updates]


async def test_a_poll_waits_for_an_update(standin: Standin, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0.05)
    assert not poll.done()
    standin.say(WANG, "一")
    assert texts(await poll) == ["一"]


async def test_a_poll_ends_empty_after_its_time(bot: Bot) -> None:
    begun = time.monotonic()
    assert await bot.get_updates(timeout=1) == ()
    assert 0.9 < time.monotonic() - begun < 2


async def test_only_the_offset_confirms(standin: Standin, bot: Bot) -> None:
    for text in "一二三":
        standin.say(WANG, text)
    first = await bot.get_updates(limit=2)
    assert texts(first) == ["一", "二"]
    assert texts(await bot.get_updates()) == ["一", "二", "三"]
    assert texts(await bot.get_updates(offset=first[-1].update_id + 1)) == ["三"]
    assert standin.pending == 1


async def test_a_negative_offset_keeps_only_the_last(standin: Standin, bot: Bot) -> None:
    for text in "一二三":
        standin.say(WANG, text)
    assert texts(await bot.get_updates(offset=-1)) == ["三"]
    assert standin.pending == 1


async def test_update_ids_grow_by_one(standin: Standin, bot: Bot) -> None:
    for text in "一二三":
        standin.say(WANG, text)
    first, second, third = [update.update_id for update in await bot.get_updates()]
    assert (second, third) == (first + 1, first + 2)


async def test_allowed_updates_are_remembered(standin: Standin, bot: Bot) -> None:
    await bot.get_updates(allowed_updates=["my_chat_member"])
    standin.say(WANG, "一")
    standin.block(WANG)
    (update,) = await bot.get_updates()
    assert update.my_chat_member is not None
    await bot.get_updates(offset=update.update_id + 1, allowed_updates=[])
    standin.unblock(WANG)
    standin.say(WANG, "二")
    assert len(await bot.get_updates()) == 2


async def test_a_second_poller_ends_the_first(standin: Standin, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0.05)
    async with client(standin) as other:
        second = asyncio.create_task(other.get_updates(timeout=10))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        standin.say(WANG, "一")
        assert texts(await second) == ["一"]


async def test_the_queue_outlives_the_bot(standin: Standin) -> None:
    async with client(standin) as bot:
        standin.say(WANG, "一")
        assert texts(await bot.get_updates()) == ["一"]
    standin.say(WANG, "二")
    async with client(standin) as bot:
        assert texts(await bot.get_updates()) == ["一", "二"]


async def test_calm_means_confirmed_and_nothing_asked(standin: Standin, bot: Bot) -> None:
    standin.say(WANG, "一")
    with pytest.raises(TimeoutError):
        await standin.calm(timeout=0.05)
    (update,) = await bot.get_updates()
    calm = asyncio.create_task(standin.calm())
    await asyncio.sleep(0.01)
    assert not calm.done()
    await bot.get_updates(offset=update.update_id + 1)
    await calm


async def test_privacy_hides_what_is_not_meant_for_the_bot(standin: Standin, bot: Bot) -> None:
    own = await bot.send_message(GROUP, "各位好")
    standin.say(WANG, "闲话", chat_id=GROUP)
    standin.say(WANG, "/status", chat_id=GROUP)
    standin.say(WANG, "/status@other_bot", chat_id=GROUP)
    standin.say(WANG, "/status@rehearsal_bot", chat_id=GROUP)
    standin.say(WANG, "好", chat_id=GROUP, reply_to=own.message_id)
    standin.say(WANG, "问 @rehearsal_bot 呢", chat_id=GROUP)
    assert texts(await bot.get_updates()) == [
        "/status",
        "/status@rehearsal_bot",
        "好",
        "问 @rehearsal_bot 呢",
    ]


async def test_an_administrator_hears_everything(standin: Standin, bot: Bot) -> None:
    standin.promote_bot(GROUP, by=WANG)
    standin.say(WANG, "闲话", chat_id=GROUP)
    _, said = await bot.get_updates()
    assert texts((said,)) == ["闲话"]
