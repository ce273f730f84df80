"""What regions summed, and the files made of it."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest

from reporting.attaching import Attachment, FileKind
from reporting.chain import Contribution, RollUp
from storage.nouns import StoredFile
from storage.store import Books, Store
from tests.storage.cast import NOW, Cast


def rollup(cast: Cast, region: int, version: int = 1) -> RollUp:
    """One unit that reported, one that did not, and a child region."""
    reported = Contribution(
        "unit",
        cast.health,
        "成都市卫生健康委",
        True,
        2,
        {"cases.L": 1, "fined.L": 10**17},
        NOW,
        late=True,
        by="联络员甲",
        texts={"narrative": "无"},
        department="health",
        attachments=(Attachment(FileKind.DOCUMENT, "通知.pdf", 9, "ab12", id=1, file=2),),
    )
    missing = Contribution("unit", cast.police, "成都市公安局", True)
    child = Contribution("region", cast.city, "成都市", True, 1, {}, NOW, reported=1, expected=2)
    figures = {"cases.L": version, "fined.L": 10**17}
    return RollUp(region, "2023-09", version, figures, (reported, missing, child), NOW)


async def add(books: Books, each: RollUp) -> int | None:
    """Keep it."""
    return await books.rollups.add(each, "sichuan", "monthly", "fingerprint")


async def test_a_rollup_comes_back_as_it_was(store: Store, cast: Cast) -> None:
    one, two = rollup(cast, cast.city), rollup(cast, cast.city, 2)
    async with store.transaction() as books:
        assert await books.rollups.newest(cast.city, "2023-09", "monthly") is None
        await add(books, one)
        await add(books, two)
    async with store.reading() as books:
        assert await books.rollups.versions(cast.city, "2023-09", "monthly") == (one, two)
        assert await books.rollups.newest(cast.city, "2023-09", "monthly") == two
        assert await books.rollups.newest(cast.city, "2023-10", "monthly") is None
        assert await books.rollups.newest(cast.city, "2023-09", "summary") is None


async def test_a_version_is_made_once(store: Store, cast: Cast) -> None:
    one = rollup(cast, cast.city)
    async with store.transaction() as books:
        assert await add(books, one) is not None
        assert await add(books, replace(one, figures={})) is None
        assert await books.rollups.newest(cast.city, "2023-09", "monthly") == one


async def test_a_parent_sees_its_childrens_newest(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        for version in (1, 2):
            await add(books, rollup(cast, cast.city, version))
        await add(books, rollup(cast, cast.province))
        found = await books.rollups.newest_of_children(cast.province, "2023-09", "monthly")
        assert found == {cast.city: rollup(cast, cast.city, 2)}
        assert await books.rollups.newest_of_children(cast.city, "2023-09", "monthly") == {}


async def test_what_was_released_is_known_by_region_and_period(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        assert await books.rollups.released("sichuan") == frozenset()
        await add(books, rollup(cast, cast.city, 1))
        await add(books, rollup(cast, cast.city, 2))
        assert await books.rollups.released("sichuan") == {(cast.city, "2023-09")}
        assert await books.rollups.released("jiaxing") == frozenset()


async def test_no_float_is_summed(store: Store, cast: Cast) -> None:
    with pytest.raises(TypeError):
        async with store.transaction() as books:
            await add(books, replace(rollup(cast, cast.city), figures={"cases.L": 0.5}))


async def test_a_file_is_kept_byte_for_byte_and_linked(store: Store, cast: Cast) -> None:
    data = bytes(range(256)) * 500
    async with store.transaction() as books:
        id = await books.files.add("汇总表.xlsx", data, NOW)
        made = await add(books, rollup(cast, cast.city))
        assert made is not None
        assert await books.rollups.file_of(cast.city, "2023-09", "monthly", 1) is None
        await books.rollups.link(made, id)
    async with store.reading() as books:
        found = await books.files.get(id)
        assert found == StoredFile(id, "汇总表.xlsx", data, sha256(data).hexdigest())
        assert await books.files.get(404) is None
        assert await books.rollups.file_of(cast.city, "2023-09", "monthly", 1) == id


async def test_every_period_has_its_newest_version(store: Store, cast: Cast) -> None:
    august = replace(rollup(cast, cast.city), period="2023-08")
    september = [rollup(cast, cast.city), rollup(cast, cast.city, 2)]
    async with store.transaction() as books:
        for each in (*september, august, rollup(cast, cast.province)):
            await add(books, each)
    async with store.reading() as books:
        found = await books.rollups.newest_by_period(cast.city, "monthly")
        assert list(found.items()) == [("2023-08", august), ("2023-09", september[1])]
        assert await books.rollups.newest_by_period(cast.city, "summary") == {}
