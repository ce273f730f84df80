"""Telegram's limits on sending, on a clock that the test holds."""

from __future__ import annotations

import pytest
from telegram.error import RetryAfter

from rehearsal import ApiError, Standin
from rehearsal.limits import BURST, PER_MINUTE_IN_GROUP, PER_SECOND, Limiter
from tests.rehearsal.conftest import WANG, client


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_chat_takes_a_short_burst_and_then_one_a_second(clock: Clock) -> None:
    limiter = Limiter(clock)
    for _ in range(BURST):
        limiter.spend(1)
    with pytest.raises(ApiError) as refusal:
        limiter.spend(1)
    assert refusal.value.parameters == {"retry_after": 1}
    for _ in range(50):
        clock.now += 1
        limiter.spend(1)


def test_waiting_as_told_is_enough(clock: Clock) -> None:
    limiter = Limiter(clock)
    for _ in range(40):
        try:
            limiter.spend(-5)
        except ApiError as refusal:
            clock.now += refusal.parameters["retry_after"]
            limiter.spend(-5)


def test_all_chats_together_take_thirty_a_second(clock: Clock) -> None:
    limiter = Limiter(clock)
    for chat in range(PER_SECOND):
        limiter.spend(chat + 1)
    with pytest.raises(ApiError):
        limiter.spend(99)
    clock.now += 1
    limiter.spend(99)


def test_a_group_takes_twenty_a_minute(clock: Clock) -> None:
    limiter = Limiter(clock)
    for _ in range(PER_MINUTE_IN_GROUP):
        limiter.spend(-5)
        clock.now += 1
    with pytest.raises(ApiError) as refusal:
        limiter.spend(-5)
    assert refusal.value.parameters == {"retry_after": 40}


def test_an_album_counts_as_many_messages_in_a_group(clock: Clock) -> None:
    limiter = Limiter(clock)
    for _ in range(PER_MINUTE_IN_GROUP - 1):
        limiter.spend(-5)
        clock.now += 1
    with pytest.raises(ApiError) as refusal:
        limiter.spend(-5, 3)
    assert refusal.value.parameters == {"retry_after": 42}  # until two are a minute old


def test_limits_can_be_off(clock: Clock) -> None:
    limiter = Limiter(clock, on=False)
    for _ in range(100):
        limiter.spend(-5)


async def test_the_bot_is_told_how_long_to_wait(clock: Clock) -> None:
    async with Standin(monotonic=clock) as standin, client(standin) as bot:
        standin.add_user(WANG, "王芳", started=True)
        for _ in range(BURST):
            await bot.send_message(WANG, "一")
        with pytest.raises(RetryAfter, match=r"Retry in (1 seconds|0:00:01)"):
            await bot.send_message(WANG, "一")
        assert [one.method for one in standin.refusals()] == ["sendMessage"]
        clock.now += 1
        await bot.send_message(WANG, "一")
