"""The interview's memory."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from reporting.draft import CARD, EXPLAIN, ROWS, SCOPE, Answer, Draft
from storage.nouns import Conversation, Report, ReportState
from storage.store import Store
from tests.storage.cast import NOW, Cast

TWELVE, NOTHING = Answer("十二", 12), Answer("无", "无")
MONEY = Answer("三点五万", 999_999_999_999_999_999)  # twelve digits and six decimals


@pytest.fixture
async def report(store: Store, cast: Cast) -> Report:
    """The health bureau's report for September."""
    async with store.transaction() as books:
        return await books.reports.open("sichuan", cast.health, "2023-09", "monthly")


async def say(store: Store, report: Report, person: int, place: str, **said: Answer) -> Draft:
    """One turn: the answers by key (``_`` stands for the dot), then the place."""
    async with store.transaction() as books:
        before = await books.reports.draft(report.id, person)
        answers = {key.replace("_", "."): answer for key, answer in said.items()}
        after = Draft(before.key, place, {**before.answers, **answers})
        await books.reports.save(report.id, person, before, after, NOW)
    return after


async def test_a_report_is_opened_once(store: Store, cast: Cast, report: Report) -> None:
    async with store.transaction() as books:
        again = await books.reports.open("sichuan", cast.health, "2023-09", "monthly")
        other = await books.reports.open("sichuan", cast.health, "2023-10", "monthly")
    assert again == report == Report(report.id, "sichuan", cast.health, "2023-09", "monthly")
    async with store.reading() as books:
        assert await books.reports.find(cast.health, "2023-09", "monthly") == report
        assert await books.reports.by_id(other.id) == other
        assert await books.reports.find(cast.police, "2023-09", "monthly") is None


async def test_an_answer_is_kept_as_said_and_as_understood(
    store: Store, cast: Cast, report: Report
) -> None:
    after = await say(
        store, report, cast.jia, "review", cases_L=TWELVE, fined_L=MONEY, narrative=NOTHING
    )
    async with store.reading() as books:
        assert await books.reports.draft(report.id, cast.jia) == after


async def test_a_zero_is_an_answer(store: Store, cast: Cast, report: Report) -> None:
    await say(store, report, cast.jia, "cases.M", cases_L=Answer("0", 0))
    async with store.reading() as books:
        draft = await books.reports.draft(report.id, cast.jia)
    assert draft.figures == {"cases.L": 0}


async def test_answers_are_counted_whoever_gave_them(
    store: Store, cast: Cast, report: Report
) -> None:
    await say(store, report, cast.jia, "a", cases_L=TWELVE, narrative=NOTHING)
    await say(store, report, cast.yi, "b", cases_L=Answer("0", 0))
    async with store.reading() as books:
        assert await books.reports.answered(cast.health, "2023-09", "monthly") == 2
        assert await books.reports.answered(cast.police, "2023-09", "monthly") == 0


async def test_an_explanation_and_words_that_wait_on_a_card_count_for_no_answer(
    store: Store, cast: Cast, report: Report
) -> None:
    waiting = {EXPLAIN: Answer("", "上月立案"), CARD: Answer("案件数3", "cases.L")}
    await say(store, report, cast.jia, CARD, cases_L=TWELVE, **waiting)
    async with store.reading() as books:
        assert await books.reports.answered(cast.health, "2023-09", "monthly") == 1
        draft = await books.reports.draft(report.id, cast.jia)
    assert (draft.at, draft.answers[CARD]) == (CARD, waiting[CARD])


async def test_what_was_chosen_to_be_asked_is_kept_and_counts_for_no_answer(
    store: Store, cast: Cast, report: Report
) -> None:
    chosen = {SCOPE: Answer("done", "C L"), f"{ROWS}C": Answer("pick", "cases.C")}
    await say(store, report, cast.jia, SCOPE, cases_L=TWELVE, **chosen)
    async with store.reading() as books:
        assert await books.reports.answered(cast.health, "2023-09", "monthly") == 1
        draft = await books.reports.draft(report.id, cast.yi)
    assert draft.picked(SCOPE) == {"C", "L"}
    assert draft.picked(f"{ROWS}C") == {"cases.C"}


async def test_words_that_wait_on_a_card_are_their_persons_own(
    store: Store, cast: Cast, report: Report
) -> None:
    await say(store, report, cast.jia, CARD, cases_L=TWELVE, card=Answer("案件数3", "cases.L"))
    await say(store, report, cast.yi, CARD, card=Answer("案件数4", "cases.M"))
    async with store.transaction() as books:
        his = await books.reports.draft(report.id, cast.jia)
        hers = await books.reports.draft(report.id, cast.yi)
        assert (his.answers[CARD].said, hers.answers[CARD].said) == ("案件数3", "案件数4")
        done = Draft(his.key, "cases.M", {"cases.L": TWELVE})
        await books.reports.save(report.id, cast.jia, his, done, NOW)
    async with store.reading() as books:
        assert (await books.reports.draft(report.id, cast.jia)).answers == {"cases.L": TWELVE}
        assert await books.reports.draft(report.id, cast.yi) == hers
        assert await books.reports.answered(cast.health, "2023-09", "monthly") == 1


async def test_a_draft_of_no_report_is_an_error(store: Store, cast: Cast) -> None:
    async with store.reading() as books:
        with pytest.raises(KeyError):
            await books.reports.draft(404, cast.jia)


async def test_both_people_of_a_unit_share_the_answers_and_have_their_own_place(
    store: Store, cast: Cast, report: Report
) -> None:
    await say(store, report, cast.jia, "cases.M", cases_L=TWELVE)
    await say(store, report, cast.yi, "cases.L")
    async with store.reading() as books:
        hers = await books.reports.draft(report.id, cast.jia)
        assert (hers.at, hers.answers) == ("cases.M", {"cases.L": TWELVE})
        his = await books.reports.draft(report.id, cast.yi)
        assert (his.at, his.answers) == ("cases.L", {"cases.L": replace(TWELVE, by="联络员甲")})


async def test_the_last_word_is_the_answers_and_whose_it_is(
    store: Store, cast: Cast, report: Report
) -> None:
    await say(store, report, cast.jia, "a", cases_L=TWELVE)
    await say(store, report, cast.yi, "b", cases_L=TWELVE)
    async with store.reading() as books:
        draft = await books.reports.draft(report.id, cast.jia)
        assert draft.answers == {"cases.L": replace(TWELVE, by="联络员乙")}


async def test_company_is_whoever_else_is_in_the_report_now(
    store: Store, cast: Cast, report: Report
) -> None:
    await say(store, report, cast.jia, "a")
    await say(store, report, cast.yi, "b")
    async with store.transaction() as books:
        (other,) = await books.company.others(report.id, cast.jia, NOW)
        assert (other.person.id, other.at) == (cast.yi, NOW)
        await books.reports.enter(cast.ding, report.id, "a", NOW)  # of another unit
        await books.reports.leave(cast.yi, NOW)
        assert await books.company.others(report.id, cast.jia, NOW) == ()


async def test_every_change_of_an_answer_is_in_the_journal(
    store: Store, cast: Cast, report: Report
) -> None:
    await say(store, report, cast.jia, "a", cases_L=TWELVE)
    await say(store, report, cast.yi, "b", cases_L=Answer("0", 0))
    await say(store, report, cast.yi, "c")
    async with store.transaction() as books:
        before = await books.reports.draft(report.id, cast.jia)
        await books.reports.save(report.id, cast.jia, before, Draft(before.key, before.at), NOW)
    async with store.reading() as books:
        lines = await books.journal.entries(report=report.id, what="answer")
        assert (await books.reports.draft(report.id, cast.jia)).answers == {}
    twelve, zero = {"said": "十二", "value": 12}, {"said": "0", "value": 0}
    assert [(e.who, e.key, e.before, e.after) for e in lines] == [
        (cast.jia, "cases.L", None, twelve),
        (cast.yi, "cases.L", twelve, zero),
        (cast.jia, "cases.L", zero, None),
    ]


async def test_a_person_is_in_one_report_at_a_time(
    store: Store, cast: Cast, report: Report
) -> None:
    async with store.transaction() as books:
        assert await books.reports.conversation(cast.yi) is None
        other = await books.reports.open("sichuan", cast.police, "2023-09", "monthly")
        await books.reports.enter(cast.yi, report.id, "cases.L", NOW)
        await books.reports.enter(cast.yi, other.id, "cases.A", NOW)
    async with store.reading() as books:
        found = await books.reports.conversation(cast.yi)
        assert found == Conversation(cast.yi, other, "cases.A", active=True)
        assert (await books.reports.draft(report.id, cast.yi)).at == "cases.L"


async def test_leaving_keeps_the_place(store: Store, cast: Cast, report: Report) -> None:
    async with store.transaction() as books:
        await books.reports.enter(cast.jia, report.id, "cases.L", NOW)
        await books.reports.leave(cast.jia, NOW + timedelta(minutes=1))
    async with store.reading() as books:
        found = await books.reports.conversation(cast.jia)
    assert found == Conversation(cast.jia, report, "cases.L", active=False)


async def test_how_far_a_report_is_is_seen_from_what_is_there(
    store: Store, cast: Cast, report: Report
) -> None:
    async with store.transaction() as books:
        police = await books.reports.open("sichuan", cast.police, "2023-09", "monthly")
        await books.reports.submit(police.id, cast.yi, {}, {}, NOW, "f")
    await say(store, report, cast.jia, "a", cases_L=TWELVE)
    async with store.reading() as books:
        september = await books.reports.states(cast.city, "2023-09", "monthly")
        october = await books.reports.states(cast.city, "2023-10", "monthly")
    assert september == {
        cast.health: ReportState.DRAFTING,
        cast.police: ReportState.SUBMITTED,
        cast.army: ReportState.OPEN,
    }
    assert set(october.values()) == {ReportState.OPEN}


async def test_two_people_who_answer_at_once_lose_nothing(
    store: Store, cast: Cast, report: Report
) -> None:
    async def answer(person: int, n: int) -> None:
        await say(store, report, person, f"place{n}", **{f"cases_{n}": Answer(str(n), n)})

    await asyncio.gather(*(answer((cast.jia, cast.yi)[n % 2], n) for n in range(10)))
    async with store.reading() as books:
        draft = await books.reports.draft(report.id, cast.jia)
        lines = await books.journal.entries(report=report.id)
    assert draft.figures == {f"cases.{n}": n for n in range(10)}
    assert all(line.before is None for line in lines)


async def test_two_people_who_submit_at_once_make_two_versions(
    store: Store, cast: Cast, report: Report
) -> None:
    async def submit(person: int) -> int:
        async with store.transaction() as books:
            made = await books.reports.submit(report.id, person, {}, {}, NOW, "f")
            return made.version

    assert sorted(await asyncio.gather(submit(cast.jia), submit(cast.yi))) == [1, 2]
