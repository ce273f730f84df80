"""Everything that may go wrong can be made to go wrong, and is no refusal."""

from __future__ import annotations

import pytest
from telegram import Bot
from telegram.error import (
    BadRequest,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from rehearsal import Standin
from tests.rehearsal.conftest import GROUP, WANG


async def test_too_many_requests_on_demand(standin: Standin, bot: Bot) -> None:
    standin.fault("retry_after", retry_after=7)
    with pytest.raises(RetryAfter, match=r"Retry in (7 seconds|0:00:07)"):
        await bot.send_message(WANG, "一")
    assert standin.messages(WANG) == []
    assert standin.refusals() == []
    await bot.send_message(WANG, "一")


@pytest.mark.parametrize("kind", ["error", "html", "refused"])
async def test_nothing_is_done_when_it_breaks_before(standin: Standin, bot: Bot, kind: str) -> None:
    standin.fault(kind, "sendMessage")  # type: ignore[arg-type]
    with pytest.raises(NetworkError):
        await bot.send_message(WANG, "一")
    assert standin.messages(WANG) == []


async def test_a_lost_answer_leaves_the_message_sent(standin: Standin, bot: Bot) -> None:
    standin.fault("lost", "sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(WANG, "一")
    assert [one["text"] for one in standin.messages(WANG)] == ["一"]
    (request,) = standin.requests("sendMessage")
    assert (request.fault, request.status) == ("lost", 200)


async def test_a_silent_server_lets_the_client_time_out(standin: Standin, bot: Bot) -> None:
    standin.fault("silent", "sendMessage")
    with pytest.raises(TimedOut):
        await bot.send_message(WANG, "一", read_timeout=0.1)
    assert [one["text"] for one in standin.messages(WANG)] == ["一"]
    await standin.calm()


@pytest.mark.parametrize("status", [401, 404])
async def test_polling_may_be_told_that_the_token_is_gone(
    standin: Standin, bot: Bot, status: int
) -> None:
    standin.fault("error", "getUpdates", status=status)
    with pytest.raises(InvalidToken):
        await bot.get_updates()
    assert await bot.get_updates() == ()


async def test_a_fault_may_wait_for_one_chat_and_strike_more_than_once(
    standin: Standin, bot: Bot
) -> None:
    standin.fault("error", chat_id=GROUP, times=2, status=502)
    await bot.send_message(WANG, "一")
    for _ in range(2):
        with pytest.raises(TelegramError):
            await bot.send_message(GROUP, "二")
    await bot.send_message(GROUP, "二")


async def test_confirmed_updates_may_come_again(standin: Standin, bot: Bot) -> None:
    standin.say(WANG, "一")
    (update,) = await bot.get_updates()
    await bot.get_updates(offset=update.update_id + 1)
    assert standin.repeat() == 1
    assert [one.update_id for one in await bot.get_updates(offset=update.update_id + 1)] == [
        update.update_id
    ]
    assert await bot.get_updates(offset=update.update_id + 1) == ()


async def test_a_batch_may_come_back_to_front(standin: Standin, bot: Bot) -> None:
    standin.reorder()
    standin.say(WANG, "一")
    standin.say(WANG, "二")
    later, earlier = await bot.get_updates()
    assert later.update_id > earlier.update_id


async def test_an_update_may_be_unreadable(standin: Standin, bot: Bot) -> None:
    standin.inject({"message": {"message_id": "?", "date": "yesterday"}})
    with pytest.raises(TypeError):
        await bot.get_updates()
    assert standin.pending == 1


async def test_the_server_may_be_down_and_forgets_nothing(standin: Standin, bot: Bot) -> None:
    standin.say(WANG, "一")
    url = standin.url
    await standin.stop_listening()
    with pytest.raises(NetworkError):
        await bot.get_updates()
    await standin.listen()
    assert standin.url == url
    assert len(await bot.get_updates()) == 1


async def test_after_logging_out_nothing_goes(bot: Bot) -> None:
    await bot.log_out()
    with pytest.raises(BadRequest, match="Logged out"):
        await bot.get_me()
