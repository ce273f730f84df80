"""In order within a lane, lanes side by side."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from bot.lanes import Lanes


def noting(order: list[str], name: str) -> Callable[[], Awaitable[None]]:
    async def work() -> None:
        await asyncio.sleep(0)
        order.append(name)

    return work


async def test_one_lane_keeps_its_order() -> None:
    lanes, order = Lanes(), []
    for n in range(20):
        lanes.put("a", noting(order, str(n)))
    await lanes.idle.wait()
    assert order == [str(n) for n in range(20)]


async def test_a_slow_lane_holds_up_no_other() -> None:
    lanes, order, gate = Lanes(), [], asyncio.Event()

    async def slow() -> None:
        await gate.wait()
        order.append("slow")

    lanes.put("a", slow)
    lanes.put("b", noting(order, "quick"))
    while not order:
        await asyncio.sleep(0)
    assert order == ["quick"] and not lanes.idle.is_set()
    gate.set()
    await lanes.idle.wait()
    assert order == ["quick", "slow"]


async def test_the_lower_rank_goes_first_among_those_who_wait() -> None:
    lanes, order = Lanes(), []
    lanes.put("a", noting(order, "under way"), rank=1)
    await asyncio.sleep(0)
    lanes.put("a", noting(order, "broadcast"), rank=1)
    lanes.put("a", noting(order, "live"), rank=0)
    await lanes.idle.wait()
    assert order == ["under way", "live", "broadcast"]


async def test_work_that_fails_does_not_end_its_lane() -> None:
    lanes, order = Lanes(), []

    async def fails(why: str) -> None:
        raise RuntimeError(why)

    lanes.put("a", partial(fails, "on purpose"))
    lanes.put("a", noting(order, "next"))
    await lanes.idle.wait()
    assert order == ["next"]


async def test_a_stop_gives_up_what_waits() -> None:
    lanes, order = Lanes(), []

    async def for_ever() -> None:
        await asyncio.Event().wait()

    lanes.put("a", for_ever)
    lanes.put("a", noting(order, "never"))
    await asyncio.sleep(0)
    await lanes.stop()
    assert lanes.idle.is_set() and order == []
