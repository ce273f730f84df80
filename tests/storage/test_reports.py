"""The interview's memory."""

from __future__ import annotations

from reporting.draft import Answer, Draft
from storage.store import Store
from tests.storage.conftest import NOW, Cast


async def test_an_answer_is_kept_as_said_and_as_understood(store: Store, cast: Cast) -> None:
    unit, person = cast.units["成都市卫生健康委"], cast.people["联络员甲"]
    async with store.transaction() as books:
        report = await books.reports.open("sichuan", unit, "2023-09", "monthly")
        before = await books.reports.draft(report.id, person)
        assert before == Draft(str(report.id), "")
        answers = {"cases.L": Answer("十二", 12), "narrative": Answer("无", "无")}
        await books.reports.save(
            report.id, person, before, Draft(before.key, "review", answers), NOW
        )
    async with store.reading() as books:
        assert await books.reports.draft(report.id, person) == Draft(before.key, "review", answers)
