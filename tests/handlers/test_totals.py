"""The cumulative table: over a region's released tables, proved, and in every workbook."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from exports.reading import read_figures
from exports.workbook import CUMULATIVE
from handlers.chain.workbooks import Signatories
from handlers.outgoing import Message
from handlers.queries import finals, to_date
from handlers.queries.to_date import ToDate
from handlers.words import words_in
from reporting.cumulating import cumulated
from tests.campaigns import river, tea
from tests.handlers.months import CLOSED, COORDINATOR, COUNTY, LIAISON, close, two_months
from tests.handlers.office import Office, messages, texts

FORM = tea().form


async def sums(office: Office, region: str) -> ToDate:
    async with office.store.reading() as books:
        place = await books.roster.region(office.regions[region])
        return await to_date.of_region(books, tea(), place, office.now)


async def file_of(office: Office, message: Message) -> tuple[str, bytes]:
    assert message.file is not None
    async with office.store.reading() as books:
        file = await books.files.get(message.file)
    assert file is not None
    return file.name, file.data


async def test_a_region_adds_up_its_released_tables(office: Office) -> None:
    await two_months(office)
    await close(office)
    (message,) = messages(await office.says(COORDINATOR, "/table 累计"))
    assert "累计数：2023年8月至2023年9月，2 期" in message.text
    assert "所含版本：2023年8月 第 1 版、2023年9月 第 1 版" in message.text
    name, data = await file_of(office, message)
    assert name == "云溪市_累计表_2023年8月至2023年9月.xlsx"
    read = read_figures(data, FORM)
    assert read["cases.shops"] == 12 and read["cases.all"] == 24
    names = load_workbook(io.BytesIO(data)).sheetnames
    assert names == ["累计数 2023年8月至2023年9月", "汇总表 2023年8月", "汇总表 2023年9月"]


async def test_months_that_are_missing_are_named_in_message_and_sheet(office: Office) -> None:
    await two_months(office)
    await close(office)
    (message,) = messages(await office.says(COORDINATOR, "/table 累计 青石县"))
    assert "不含未报的 2023年8月" in message.text
    _, data = await file_of(office, message)
    cells = [c.value for row in load_workbook(io.BytesIO(data)).worksheets[0] for c in row]
    assert "累计数：2023年8月至2023年9月；不含未报的 2023年8月。" in cells


async def test_what_is_not_released_is_not_in_it(office: Office) -> None:
    await two_months(office)
    said = texts(await office.says(COORDINATOR, "/table 累计"))
    assert "累计数：2023年8月，1 期" in said
    assert "还没有可以累计的汇总表" in texts(await office.says(COUNTY, "/table 累计"))


async def test_a_unit_adds_up_what_it_handed_in(office: Office) -> None:
    await two_months(office)
    (message,) = messages(await office.says(LIAISON, "/table 累计"))
    _, data = await file_of(office, message)
    assert read_figures(data, FORM)["visits.shops"] == 8
    assert read_figures(data, FORM)["visits.all"] == 16


async def test_the_released_workbook_has_the_sums_after_the_annex(office: Office) -> None:
    await two_months(office)
    await close(office)
    (message,) = messages(await office.says(COORDINATOR, "/table 9月"))
    _, data = await file_of(office, message)
    assert read_figures(data, FORM)["cases.shops"] == 7
    assert read_figures(data, FORM, sheet=CUMULATIVE)["cases.shops"] == 12


async def test_a_correction_of_an_earlier_month_is_in_the_next_sums(office: Office) -> None:
    await two_months(office)
    await close(office)
    before = await sums(office, "云溪市")
    async with office.store.transaction() as books:
        table = before.tables["2023-08"]
        newer = replace(table, version=2, figures={**table.figures, "cases.shops": 6})
        await books.rollups.add(newer, "tea-2023", "monthly", "-")
    after = await sums(office, "云溪市")
    assert after.cumulative.figures["cases.shops"] == 13
    assert after.tables["2023-08"].version == 2


async def test_a_sheet_that_says_something_else_is_not_handed_out(office: Office) -> None:
    await two_months(office)
    await close(office)
    right = await sums(office, "云溪市")
    made = finals.final(words_in("zh"), right, Signatories(), CLOSED)
    assert made.wrong == ()
    book = load_workbook(io.BytesIO(made.book.data))
    cell = next(c for row in book.worksheets[0] for c in row if c.value == 12)
    cell.value = 13
    out = io.BytesIO()
    book.save(out)
    (wrong,) = finals.mismatches(right, out.getvalue())
    assert (wrong.units, wrong.stored, wrong.sheet) == (12, 12, 13)


async def test_sums_that_are_not_those_of_the_months_are_found_out(office: Office) -> None:
    await two_months(office)
    await close(office)
    right = await sums(office, "云溪市")
    figures = {**right.cumulative.figures, "cases.shops": 13}
    wrong = replace(right, cumulative=replace(right.cumulative, figures=figures))
    made = finals.final(words_in("zh"), wrong, Signatories(), CLOSED)
    assert {each.key for each in made.wrong} == {"cases.shops"}
    said = finals.differing(words_in("zh"), wrong, made.wrong)
    assert "没有生成累计表" in said and "门店 · 案件数：单位合计 12，汇总 13，表格 13" in said


async def test_the_mark_changes_with_the_versions_that_are_in_it(office: Office) -> None:
    await two_months(office)
    await close(office)
    one = await sums(office, "云溪市")
    newer = {**one.tables, "2023-08": replace(one.tables["2023-08"], version=2)}
    assert finals.mark(one) != finals.mark(replace(one, tables=newer))
    assert finals.mark(one) == finals.mark(await sums(office, "云溪市"))


@pytest.mark.parametrize("words", ["/table 累计", "汇总 累计", "/table final", "/table 累计数 9月"])
async def test_it_is_asked_for_in_several_ways(office: Office, words: str) -> None:
    await two_months(office)
    assert "累计数：2023年8月" in texts(await office.says(COORDINATOR, words))


def test_a_weekly_campaign_has_a_span_of_weeks() -> None:
    figures = {each.key: {} for each in river().calendar.periods[:2]}
    span = ToDate(river(), "青川", cumulated(river().form, figures)).span(words_in("zh"))
    assert span == "2023年第36周至2023年第37周"
