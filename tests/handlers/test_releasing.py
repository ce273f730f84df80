"""Nothing is posted unless units, totals and sheet agree; and what is posted is posted once."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook

from handlers.chain import workbooks
from handlers.chain.releasing import WORDS, release
from handlers.chain.standing import Standing, standing
from handlers.outgoing import Message
from reporting.chain import RollUp
from storage.store import Books
from tests.campaigns import tea
from tests.handlers.office import Office

PERIOD = tea().calendar.period("2023-09")
CLOSED = datetime(2023, 9, 29, tzinfo=UTC)
KEYS = ["visits.shops", "fines.online", "complaints.received", "cases.all"]


async def reported(office: Office) -> None:
    """Two units of the city have filed; the city has a group."""
    await office.bind("云溪市", -1)
    await office.submit(tea(), "市农业局", "2023-09", "联络员甲", lambda key: 3)
    await office.submit(tea(), "市市场监管局", "2023-09", "联络员丙", lambda key: 4)
    office.now = CLOSED


class Wrong(Standing):
    """A standing whose roll-up miscounts by one: what a mistake in the adding would do."""

    __slots__ = ()
    key = KEYS[0]

    def rolled_up(self, at: datetime) -> RollUp:
        table = Standing.rolled_up(self, at)
        return replace(table, figures={**table.figures, self.key: table.figures[self.key] + 1})


async def stands(office: Office, books: Books) -> Standing:
    region = await books.roster.region(office.regions["云溪市"])
    return await standing(books, tea(), region, PERIOD)


def miscounting(right: Standing, wrong_key: str) -> Standing:
    made = type("Wrong", (Wrong,), {"key": wrong_key, "__slots__": ()})
    fields = {name: getattr(right, name) for name in Standing.__slots__}
    return made(**fields)  # type: ignore[no-any-return]


async def released(office: Office, wrong_key: str = "") -> list[Message]:
    async with office.store.transaction() as books:
        right = await stands(office, books)
        said = await release(books, miscounting(right, wrong_key) if wrong_key else right, CLOSED)
        return await office.kept(books, said)


@pytest.mark.parametrize("key", KEYS)
async def test_a_total_that_is_not_the_sum_is_not_posted(office: Office, key: str) -> None:
    await reported(office)
    (alarm,) = await released(office, key)
    assert alarm.to.chat == office.accounts["管理员甲"]
    assert "未发出汇总表" in alarm.text
    assert alarm.file is None
    async with office.store.reading() as books:
        assert await books.rollups.newest(office.regions["云溪市"], "2023-09", "monthly") is None


async def test_the_administrators_are_alarmed_once(office: Office) -> None:
    await reported(office)
    assert len(await released(office, KEYS[0])) == 1
    assert await released(office, KEYS[0]) == []


async def test_the_alarm_names_the_figure_and_the_three_values(office: Office) -> None:
    await reported(office)
    (alarm,) = await released(office, KEYS[0])
    assert "门店" in alarm.text and "检查数" in alarm.text
    assert "visits.shops" not in alarm.text
    for value in ("单位合计 7", "汇总 8", "表格 8"):
        assert value in alarm.text


async def test_once_it_agrees_the_table_goes_out(office: Office) -> None:
    await reported(office)
    await released(office, KEYS[0])
    posts = [each for each in await office.ring() if each.to.chat == -1]
    assert [each.file is not None for each in posts] == [True]
    assert "第 1 版" in posts[0].text


async def test_a_file_that_says_something_else_is_found_out(office: Office) -> None:
    """Every figure of the sheet is read back from the file's own bytes."""
    await reported(office)
    async with office.store.reading() as books:
        right = await stands(office, books)
    table = right.rolled_up(CLOSED)
    book = workbooks.consolidated(WORDS, right, table, "-", workbooks.Signatories())
    assert workbooks.mismatches(right, table, book.data) == ()
    read = load_workbook(io.BytesIO(book.data))
    cells = [c for row in read.worksheets[0].iter_rows() for c in row if c.value == 7]
    assert len(cells) >= 5  # of its own, not of a sentence
    for cell in cells:
        cell.value = 8
        out = io.BytesIO()
        read.save(out)
        assert workbooks.mismatches(right, table, out.getvalue()) != ()
        cell.value = 7


async def test_a_stored_report_that_was_tampered_with_is_found_out(office: Office) -> None:
    """The units' own submissions are added up anew, beside the roll-up that was kept."""
    await reported(office)
    async with office.store.reading() as books:
        right = await stands(office, books)
    table = right.rolled_up(CLOSED)
    book = workbooks.consolidated(WORDS, right, table, "-", workbooks.Signatories())
    for unit, submission in right.submissions.items():
        for key in submission.figures:
            changed = {**submission.figures, key: submission.figures[key] + 1}
            other = {**right.submissions, unit: replace(submission, figures=changed)}
            wrong = workbooks.mismatches(replace(right, submissions=other), table, book.data)
            assert key in {each.key for each in wrong}


async def test_the_clock_posts_once_however_often_it_rings(office: Office) -> None:
    await reported(office)
    first = [each for each in await office.ring() if each.kind == "post"]
    assert [each.to.chat for each in first if each.file is not None] == [-1]
    for _ in range(3):
        assert [each for each in await office.ring() if each.kind == "post"] == []


async def test_a_region_without_anybody_to_tell_is_closed_all_the_same(office: Office) -> None:
    """空谷县 has neither a group nor a coordinator."""
    await reported(office)
    await office.submit(tea(), "空谷县农业局", "2023-09", "联络员庚", lambda key: 2)
    await office.ring()
    async with office.store.reading() as books:
        table = await books.rollups.newest(office.regions["空谷县"], "2023-09", "monthly")
    assert table is not None and table.reported == 1
