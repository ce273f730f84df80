"""Updates are taken once; campaigns are loaded once."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from storage.store import Store
from tests.storage.cast import NOW

LATER = NOW + timedelta(days=1)


async def test_an_update_that_comes_twice_is_taken_once(store: Store) -> None:
    async with store.transaction() as books:
        assert await books.updates.first_time(10**15, NOW)
        assert not await books.updates.first_time(10**15, NOW)
    async with store.transaction() as books:
        assert not await books.updates.first_time(10**15, LATER)


async def test_an_update_that_comes_twice_at_once_is_taken_once(store: Store) -> None:
    async def take() -> bool:
        async with store.transaction() as books:
            new = await books.updates.first_time(1, NOW)
            await asyncio.sleep(0.01)
            return new

    assert sorted(await asyncio.gather(*(take() for _ in range(5)))) == [False] * 4 + [True]


async def test_an_update_whose_effect_was_lost_is_taken_again(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        async with store.transaction() as books:
            assert await books.updates.first_time(1, NOW)
            raise ZeroDivisionError
    async with store.transaction() as books:
        assert await books.updates.first_time(1, NOW)


async def test_the_latest_update_is_the_one_taken_last(store: Store) -> None:
    async with store.transaction() as books:
        assert await books.updates.latest() is None
        await books.updates.first_time(900, NOW)
        await books.updates.first_time(5, LATER)  # the channel counts anew after a quiet week
        assert await books.updates.latest() == 5


async def test_what_cannot_be_read_is_set_aside_and_not_taken_again(store: Store) -> None:
    async with store.transaction() as books:
        await books.updates.set_aside(1, '{"update_id": 1, "🙂": }', "no such field", NOW)
        await books.updates.set_aside(1, "again", "again", LATER)
        assert not await books.updates.first_time(1, NOW)
        assert await books.updates.aside() == 1


async def test_no_sign_keeps_a_line_from_being_written(store: Store) -> None:
    said = "三\0\ud800件"
    async with store.transaction() as books:
        await books.updates.set_aside(1, said, said, NOW)
        await books.journal.note(None, said, at=NOW, after={"said": said})
    async with store.reading() as books:
        (entry,) = await books.journal.entries()
        assert entry.what == "三\ufffd\ufffd件"
        assert entry.after == {"said": "三\0\ufffd件"}


async def test_a_campaign_counts_from_its_first_loading(store: Store) -> None:
    async with store.transaction() as books:
        assert await books.campaigns.loaded("sichuan", NOW) == NOW
        assert await books.campaigns.loaded("jiaxing", LATER) == LATER
    async with store.transaction() as books:
        assert await books.campaigns.loaded("sichuan", LATER) == NOW
