"""Telegram's limits are kept with room to spare."""

import asyncio
import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.pace import Bucket, Gate, Limits, Pauses


def passed(bucket: Bucket, until: float) -> list[float]:
    """When messages pass, if there is always one more."""
    now, times = 0.0, []
    while now <= until:
        if wait := bucket.wait(now):
            now += wait
            continue
        bucket.take()
        times.append(now)
    return times


GROUP, CHAT, OVERALL = (
    passed(Bucket(*limit), 200) for limit in (Limits().group, Limits().chat, Limits().overall)
)


@given(st.floats(0, 100))
def test_a_group_never_gets_more_than_twenty_in_any_minute(start: float) -> None:
    assert sum(start <= each < start + 60 for each in GROUP) <= 20


@given(st.floats(0, 20))
def test_a_chat_gets_one_a_second_after_a_small_burst(start: float) -> None:
    assert sum(start <= each < start + 10 for each in CHAT) <= 12


@given(st.floats(0, 20))
def test_all_together_stay_below_thirty_in_a_second_in_the_long_run(start: float) -> None:
    assert sum(start <= each < start + 10 for each in OVERALL) <= 260


async def test_a_live_answer_goes_before_a_queue_of_broadcasts() -> None:
    gate = Gate(Bucket(burst=1, rate=50))
    await gate.enter(1)
    order: list[str] = []

    async def enter(name: str, rank: int) -> None:
        await gate.enter(rank)
        order.append(name)

    broadcasts = [asyncio.create_task(enter("broadcast", 1)) for _ in range(5)]
    await asyncio.sleep(0)
    live = asyncio.create_task(enter("live", 0))
    await asyncio.gather(live, *broadcasts)
    assert order[0] == "live"


async def test_the_gate_keeps_its_rate() -> None:
    gate = Gate(Bucket(burst=1, rate=50))
    began = time.monotonic()
    await asyncio.gather(*(gate.enter(0) for _ in range(11)))
    assert time.monotonic() - began >= 10 / 50 - 0.01


def test_pauses_grow_up_to_a_minute_and_begin_anew_after_a_success() -> None:
    pauses = Pauses()
    grown = [pauses.next() for _ in range(12)]
    assert all(a < b for a, b in pairwise(grown[:7]))
    assert max(grown) <= 60
    assert grown[-1] >= 48
    pauses.reset()
    assert pauses.next() <= 1
