"""Which chat hears about which region."""

from __future__ import annotations

from storage.nouns import Group, NewNotice
from storage.store import Store
from tests.storage.cast import NOW, Cast


async def test_a_chat_may_serve_several_regions(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        await books.groups.bind(-5, None, cast.city, cast.bing, "汇总群", NOW)
        await books.groups.bind(-5, 9, cast.province, cast.bing, "汇总群", NOW)
    async with store.reading() as books:
        assert await books.groups.regions_of(-5) == (cast.province, cast.city)
        assert await books.groups.address_of(cast.city) == (-5, None)
        assert await books.groups.address_of(cast.province) == (-5, 9)
        assert await books.groups.regions_of(-6) == ()


async def test_a_region_has_one_group(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        await books.groups.bind(-5, 9, cast.city, cast.bing, "旧群", NOW)
        await books.groups.bind(-6, None, cast.city, cast.bing, "新群", NOW)
        assert await books.groups.all() == (Group(cast.city, -6, None, "新群"),)


async def test_a_migrated_group_takes_along_what_waits_for_it(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        await books.groups.bind(-5, None, cast.city, cast.bing, "汇总群", NOW)
        waiting, told = await books.ledger.add_all(
            NewNotice(key, "post", -5, {}, NOW) for key in "ab"
        )
        await books.ledger.sent(told, 1, NOW)
        await books.groups.migrate(-5, -100)
    async with store.reading() as books:
        assert await books.groups.address_of(cast.city) == (-100, None)
        chats = {each.id: each.chat for each in await books.ledger.find()}
    assert chats == {waiting: -100, told: -5}


async def test_leaving_a_chat_tells_who_lost_their_group(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        await books.groups.bind(-5, None, cast.city, cast.bing, "汇总群", NOW)
        assert await books.groups.left(-5) == (cast.city,)
        assert await books.groups.left(-5) == ()
        assert await books.groups.of_region(cast.city) is None
