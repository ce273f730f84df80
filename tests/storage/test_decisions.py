"""What became of versions, and which of them counts."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from reporting.chain import Decision, Submission
from storage.nouns import Decided, ReportState
from storage.store import Books, Store
from tests.storage.cast import NOW, Cast
from tests.storage.test_submissions import submit

LATER = NOW + timedelta(days=1)
UNDOING = (Decision.WITHDRAWN, Decision.REFUSED, Decision.SENT_BACK)


async def correct(books: Books, cast: Cast, figure: int) -> Submission:
    """A correction of the health department's report for September."""
    report = await books.reports.open("sichuan", cast.health, "2023-09", "monthly")
    figures = {"cases.L": figure}
    return await books.reports.submit(report.id, cast.jia, figures, {}, LATER, "f", "漏报一件案件")


async def counting(books: Books, cast: Cast) -> Submission | None:
    """The version that counts, as every question about it must find it."""
    found = await books.reports.newest(cast.health, "2023-09", "monthly")
    of_region = await books.reports.newest_of_region(cast.city, "2023-09", "monthly")
    history = await books.reports.history(cast.health, ["2023-08", "2023-09"], "monthly")
    filed = await books.reports.filed("sichuan", "2023-09", "monthly")
    states = await books.reports.states(cast.city, "2023-09", "monthly")
    sums = await books.reports.cumulative(cast.health, ["2023-09"], "monthly")
    versions = await books.reports.submissions(cast.health, "2023-09", "monthly")
    assert found == max((v for v in versions if v.stands), key=lambda v: v.version, default=None)
    assert of_region == ({} if found is None else {cast.health: found})
    assert history == ({} if found is None else {"2023-09": found})
    assert filed == (set() if found is None else {cast.health})
    assert (states[cast.health] is ReportState.SUBMITTED) == (found is not None)
    assert sums == ({} if found is None else found.figures)
    return found


@pytest.mark.parametrize("what", UNDOING)
async def test_what_was_taken_back_does_not_count_and_the_version_before_does(
    store: Store, cast: Cast, what: Decision
) -> None:
    async with store.transaction() as books:
        one = await submit(books, cast.health, "2023-09", {"cases.L": 1}, cast.jia)
        two = await submit(books, cast.health, "2023-09", {"cases.L": 2}, cast.jia)
        assert await counting(books, cast) == two
        assert await books.decisions.decide(two.id, what, cast.jia, NOW)
        assert await counting(books, cast) == one
        assert await books.decisions.decide(one.id, what, cast.jia, NOW)
        assert await counting(books, cast) is None
        three = await submit(books, cast.health, "2023-09", {"cases.L": 3}, cast.jia)
        assert three.version == 3
        assert await counting(books, cast) == three


async def test_a_correction_counts_only_once_it_is_accepted(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        one = await submit(books, cast.health, "2023-09", {"cases.L": 1}, cast.jia)
        refused = await correct(books, cast, 2)
        assert refused.pending
        assert await counting(books, cast) == one
        assert await books.reports.corrections(cast.city) == (refused,)
        await books.decisions.decide(refused.id, Decision.REFUSED, cast.bing, LATER, "请附材料")
        assert await books.reports.corrections(cast.city) == ()
        assert await counting(books, cast) == one
        accepted = await correct(books, cast, 3)
        await books.decisions.decide(accepted.id, Decision.ACCEPTED, cast.bing, LATER)
        found = await counting(books, cast)
        assert found is not None
        assert (found.id, found.decision, found.pending) == (accepted.id, Decision.ACCEPTED, False)
        assert found.reason == "漏报一件案件"


async def test_a_verified_report_counts_like_any_other(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        one = await submit(books, cast.health, "2023-09", {"cases.L": 1}, cast.jia)
        await books.decisions.decide(one.id, Decision.ACCEPTED, cast.bing, NOW)
        found = await counting(books, cast)
        assert found is not None and found.id == one.id


async def test_a_version_is_decided_once_and_the_record_says_by_whom(
    store: Store, cast: Cast
) -> None:
    async with store.transaction() as books:
        one = await submit(books, cast.health, "2023-09", {"cases.L": 1}, cast.jia)
        assert await books.decisions.of(one.id) is None
        assert await books.decisions.decide(one.id, Decision.SENT_BACK, cast.bing, LATER, "缺数")
        assert not await books.decisions.decide(one.id, Decision.ACCEPTED, None, LATER)
        decided = Decided(Decision.SENT_BACK, "汇总员丙", LATER, "缺数")
        assert await books.decisions.of(one.id) == decided
        found = await books.decisions.of_report(cast.health, "2023-09", "monthly")
        assert found == {one.id: decided}
        assert await books.decisions.of_report(cast.health, "2023-10", "monthly") == {}


async def test_of_two_at_the_same_moment_one_decides(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        await submit(books, cast.health, "2023-09", {"cases.L": 1}, cast.jia)
        asked = await correct(books, cast, 2)

    async def decide(what: Decision, by: int) -> bool:
        async with store.transaction() as books:
            made = await books.decisions.decide(asked.id, what, by, LATER)
            await asyncio.sleep(0.05)  # before it is committed, the other asks
            return made

    made = await asyncio.gather(
        decide(Decision.ACCEPTED, cast.bing), decide(Decision.REFUSED, cast.ding)
    )
    assert sorted(made) == [False, True]
    async with store.reading() as books:
        assert len(await books.decisions.of_report(cast.health, "2023-09", "monthly")) == 1


async def test_after_a_withdrawal_the_next_version_is_the_first(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        one = await submit(books, cast.health, "2023-09", {"cases.L": 1}, cast.jia)
        await books.decisions.decide(one.id, Decision.WITHDRAWN, cast.jia, NOW)
        two = await submit(books, cast.health, "2023-09", {"cases.L": 2}, cast.jia, LATER)
        versions = await books.reports.submissions(cast.health, "2023-09", "monthly")
    assert two.first_at == LATER
    assert [each.first_at for each in versions] == [NOW, LATER]


async def test_taking_a_later_version_back_leaves_the_first_on_time(
    store: Store, cast: Cast
) -> None:
    async with store.transaction() as books:
        await submit(books, cast.health, "2023-09", {"cases.L": 1}, cast.jia)
        two = await submit(books, cast.health, "2023-09", {"cases.L": 2}, cast.jia, LATER)
        await books.decisions.decide(two.id, Decision.WITHDRAWN, cast.jia, LATER)
        found = await counting(books, cast)
    assert found is not None and (found.version, found.first_at) == (1, NOW)


async def test_periods_in_which_something_was_accepted_lately(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        await submit(books, cast.health, "2023-09", {"cases.L": 1}, cast.jia)
        asked = await correct(books, cast, 2)
        assert await books.decisions.accepted_since(NOW) == frozenset()
        await books.decisions.decide(asked.id, Decision.ACCEPTED, cast.bing, LATER)
        assert await books.decisions.accepted_since(LATER) == {("sichuan", "2023-09")}
        later = LATER + timedelta(seconds=1)
        assert await books.decisions.accepted_since(later) == frozenset()


async def test_every_version_of_a_unit_period_by_period(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        august = await submit(books, cast.health, "2023-08", {"cases.L": 1}, cast.jia)
        one = await submit(books, cast.health, "2023-09", {"cases.L": 2}, cast.jia)
        two = await submit(books, cast.health, "2023-09", {"cases.L": 3}, cast.jia)
        await submit(books, cast.police, "2023-09", {"cases.L": 4}, cast.yi)
        found = await books.reports.submissions_of(cast.health, "monthly")
    assert found == {"2023-08": (august,), "2023-09": (one, two)}
