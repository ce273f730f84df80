"""What was handed in."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from reporting.chain import Submission
from reporting.draft import Answer, Draft
from storage.store import Books, Store
from tests.storage.cast import NOW, Cast

LATER = NOW + timedelta(days=1)


async def submit(
    books: Books,
    unit: int,
    period: str,
    figures: dict[str, int],
    person: int,
    at: datetime = NOW,
    form: str = "monthly",
) -> Submission:
    """The unit's next version."""
    report = await books.reports.open("sichuan", unit, period, form)
    texts = {"narrative": "无"}
    return await books.reports.submit(report.id, person, figures, texts, at, "fingerprint")


async def test_versions_count_up_and_the_first_decides_when(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        one = await submit(books, cast.health, "2023-09", {"cases.L": 1}, cast.jia)
        two = await submit(books, cast.health, "2023-09", {"cases.L": 2}, cast.yi, LATER)
    assert (one.version, one.submitted_at, one.first_at) == (1, NOW, NOW)
    assert (two.version, two.submitted_at, two.first_at) == (2, LATER, NOW)
    assert (one.by, one.contact, two.by) == ("联络员甲", "028-1", "联络员乙")
    async with store.reading() as books:
        found = await books.reports.submissions(cast.health, "2023-09", "monthly")
        assert found == (one, two)
        assert await books.reports.newest(cast.health, "2023-09", "monthly") == two
        assert await books.reports.newest(cast.police, "2023-09", "monthly") is None


async def test_submitting_ends_everybodys_conversation_and_keeps_the_answers(
    store: Store, cast: Cast
) -> None:
    async with store.transaction() as books:
        report = await books.reports.open("sichuan", cast.health, "2023-09", "monthly")
        draft = Draft(str(report.id), "review", {"cases.L": Answer("12", 12)})
        await books.reports.save(report.id, cast.jia, Draft(draft.key, ""), draft, NOW)
        await books.reports.enter(cast.yi, report.id, "cases.L", NOW)
        await books.reports.submit(report.id, cast.jia, draft.figures, {}, NOW, "f")
        for person in (cast.jia, cast.yi):
            found = await books.reports.conversation(person)
            assert found is not None
            assert (found.active, found.place) == (False, "")
            kept = await books.reports.draft(report.id, person)
            whose = "" if person == cast.jia else "联络员甲"  # the other is told who gave it
            assert (kept.at, kept.answers) == ("", {"cases.L": Answer("12", 12, by=whose)})


async def test_a_region_shows_the_newest_of_its_own_units_only(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        await submit(books, cast.health, "2023-09", {"cases.L": 1}, cast.jia)
        newest = await submit(books, cast.health, "2023-09", {"cases.L": 2}, cast.jia)
        await submit(books, cast.police, "2023-10", {"cases.L": 3}, cast.yi)
        await submit(books, cast.police, "2023-09", {"cases.L": 4}, cast.yi, form="summary")
        await submit(books, cast.education, "2023-09", {"cases.L": 5}, cast.ding)
    async with store.reading() as books:
        found = await books.reports.newest_of_region(cast.city, "2023-09", "monthly")
    assert found == {cast.health: newest}


async def test_who_filed_is_known_for_the_whole_campaign(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        await books.reports.open("sichuan", cast.police, "2023-09", "monthly")
        for _ in range(2):
            await submit(books, cast.health, "2023-09", {}, cast.jia)
        await submit(books, cast.education, "2023-09", {}, cast.ding)
        await submit(books, cast.police, "2023-10", {}, cast.yi)
        found = await books.reports.filed("sichuan", "2023-09", "monthly")
        assert found == {cast.health, cast.education}
        assert await books.reports.filed("jiaxing", "2023-09", "monthly") == frozenset()


async def test_what_accumulated_is_the_sum_of_the_newest_versions(store: Store, cast: Cast) -> None:
    big = 10**15
    async with store.transaction() as books:
        await submit(books, cast.health, "2023-08", {"cases.L": 99}, cast.jia)
        await submit(books, cast.health, "2023-08", {"cases.L": 1, "fined.L": big}, cast.jia)
        await submit(books, cast.health, "2023-09", {"cases.L": 2, "fined.L": big + 1}, cast.jia)
        await submit(books, cast.health, "2023-10", {"cases.L": 4, "cases.M": 0}, cast.jia)
    async with store.reading() as books:
        months = ("2023-07", "2023-08", "2023-09")
        total = await books.reports.cumulative(cast.health, months, "monthly")
        last = await books.reports.last_figures(cast.health, "2023-10", "monthly")
        none = await books.reports.last_figures(cast.health, "2023-07", "monthly")
    assert total == {"cases.L": 3, "fined.L": 2 * big + 1}
    assert (last, none) == ({"cases.L": 4, "cases.M": 0}, None)


@pytest.mark.parametrize("figure", [1.0, True, "1"])
async def test_only_whole_numbers_get_in(store: Store, cast: Cast, figure: int) -> None:
    with pytest.raises(TypeError):
        async with store.transaction() as books:
            await submit(books, cast.health, "2023-09", {"cases.L": figure}, cast.jia)
    async with store.reading() as books:
        assert await books.reports.newest(cast.health, "2023-09", "monthly") is None
