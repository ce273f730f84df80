"""Two processes answer two people of one unit at the same moment, on either database."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.wiring import make_desk
from reporting.draft import REVIEW, Answer
from reporting.invite import HANDOVER_LIFETIME, digest
from storage.store import Store
from tests.campaigns import HERE, tea
from tests.handlers.office import Office, messages, staffed, texts

JIA, YI, CELL = "联络员甲", "联络员乙", "visits.self"
ZERO, NOTHING = Answer("0", 0), Answer("无", "无")


@pytest.fixture
async def offices(store: Store, url: str) -> AsyncIterator[tuple[Office, Office]]:
    """One roster, two processes."""
    one = Office(store, make_desk({"tea-2023": tea()}, "rehearsal_bot"))
    async with store.transaction() as books:
        await staffed(one, books, tea(), (HERE / "tea-2023" / "roster.csv").read_bytes())
    other = await Store.open(url)
    yield one, replace(one, store=other)
    await other.close()


async def at_the_review(office: Office, who: str) -> str:
    """The data of the button 提交, with everything 0."""
    unit, form = office.units["市农业局"], tea().form
    async with office.store.transaction() as books:
        report = await books.reports.open("tea-2023", unit, "2023-09", form.key)
        person = office.persons[who]
        draft = await books.reports.draft(report.id, person)
        given = {key: draft.answers.get(key, ZERO) for key in form.inputs}
        given["narrative"] = draft.answers.get("narrative", NOTHING)
        after = replace(draft, at=REVIEW, answers=given)
        await books.reports.enter(person, report.id, REVIEW, office.now)
        await books.reports.save(report.id, person, draft, after, office.now)
    (asked,) = messages(await office.says(who, "填报"))
    return next(b.data for row in asked.buttons for b in row if b.label == "提交")


async def test_one_report_is_handed_in_once(offices: tuple[Office, Office]) -> None:
    one, other = offices
    hers, his = await at_the_review(one, JIA), await at_the_review(other, YI)
    said = await asyncio.gather(one.presses(JIA, hers), other.presses(YI, his))
    assert sorted("已提交</b>" in texts(acts) for acts in said) == [False, True]
    async with one.store.reading() as books:
        made = await books.reports.submissions(one.units["市农业局"], "2023-09", tea().form.key)
    assert len(made) == 1


async def test_the_later_word_knows_the_earlier_one(offices: tuple[Office, Office]) -> None:
    one, other = offices
    for n in range(5):
        await one.says(JIA, "填报")
        await other.says(YI, "填报")
        await one.says(JIA, "改 自查 检查数")
        await other.says(YI, "改 自查 检查数")
        await asyncio.gather(one.says(JIA, f"1{n}"), other.says(YI, f"2{n}"))
    async with one.store.reading() as books:
        lines = [each for each in await books.journal.entries(what="answer") if each.key == CELL]
    values = [each.after["value"] for each in lines]
    assert len(values) == 10
    assert [(each.before or {}).get("value") for each in lines] == [None, *values[:-1]]


async def test_a_duty_is_taken_up_once(offices: tuple[Office, Office]) -> None:
    """Two people open the same link at the same moment."""
    one, other = offices
    async with one.store.transaction() as books:
        (duty,) = await books.handovers.of_unit(one.units["市市场监管局"], one.now)
        until = one.now + HANDOVER_LIFETIME
        by = duty.person
        await books.handovers.offer(duty.id, by, "联络员癸", digest("C" * 20), one.now, until)
    one.accounts |= {"联络员癸": 7_000_000_001, "路人": 7_000_000_002}
    said = await asyncio.gather(
        one.says("联络员癸", f"/start {'C' * 20}"), other.says("路人", f"/start {'C' * 20}")
    )
    assert sorted("您已接任" in texts(acts) for acts in said) == [False, True]
    async with one.store.reading() as books:
        held = await books.handovers.of_unit(one.units["市市场监管局"], one.now)
    assert len(held) == 1
