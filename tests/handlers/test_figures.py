"""A figure is found by its words, told with the month before and the sum, and never made up."""

from __future__ import annotations

from datetime import datetime

import pytest

from handlers.callback import LIMIT
from handlers.outgoing import Message
from reporting.chain import RollUp
from tests.campaigns import tea
from tests.handlers.months import (
    CLOSED,
    COORDINATOR,
    COUNTY,
    LIAISON,
    close,
    data,
    two_months,
)
from tests.handlers.office import CN, Office, messages, texts

GROUP = -100


async def asks(office: Office, words: str, who: str = COORDINATOR) -> str:
    return texts(await office.says(who, words)).replace("<b>", "").replace("</b>", "")


async def test_a_released_figure_stands_with_the_month_before_and_the_sum(office: Office) -> None:
    await two_months(office)
    await close(office)
    said = await asks(office, "/figure 门店 案件数")
    assert "本月数 7 件（第 1 版，已报 2/4）" in said
    assert "上月 5 件（第 1 版，已报 1/4），环比 +40%" in said
    assert "累计数 12 件（2023年8月至2023年9月）" in said


async def test_before_the_roll_up_it_is_marked_as_provisional(office: Office) -> None:
    await two_months(office)
    said = await asks(office, "/figure 门店 案件数")
    assert "尚未汇总，已报 1/4 的合计 3 件（暂计，不含未报）" in said
    assert "环比 —" in said
    assert "累计数 5 件（2023年8月）" in said


async def test_missing_is_never_zero(office: Office) -> None:
    await two_months(office)
    said = await asks(office, "/figure 门店 案件数 空谷县")
    assert "未报（已报 0/1）" in said and "上月 未报，环比 —" in said
    assert "0 件" not in said


async def test_a_month_that_is_missing_is_named_beside_the_sum(office: Office) -> None:
    await two_months(office)
    await close(office)
    said = await asks(office, "/figure 门店 案件数 青石县")
    assert "累计数 4 件（2023年8月至2023年9月）\n累计数不含未报的 2023年8月" in said


async def test_a_zero_before_gives_no_percentage(office: Office) -> None:
    office.now = datetime(2023, 8, 22, 9, tzinfo=CN)
    await two_months(office)
    office.now = datetime(2023, 8, 29, 2, tzinfo=CN)
    await office.submit(tea(), "市农业局", "2023-08", "联络员甲", lambda key: 0)
    office.now = datetime(2023, 8, 30, 2, tzinfo=CN)
    await office.ring()
    await close(office)
    said = await asks(office, "/figure 门店 案件数")
    assert "上月 0 件（第 2 版，已报 1/4），环比 —" in said


async def test_the_first_month_has_none_before_it(office: Office) -> None:
    await two_months(office)
    said = await asks(office, "/figure 门店 案件数 8月")
    assert "本月数 5 件" in said and "上月" not in said


async def test_a_period_that_has_not_opened_is_not_missing(office: Office) -> None:
    await two_months(office)
    said = await asks(office, "/figure 门店 案件数 10月")
    assert "10月21日 开始填报" in said and "上月 尚未汇总，环比 —" in said
    assert "未报" not in said


@pytest.mark.parametrize(
    "words",
    [
        "/figure 门店 案件数 8月",
        "/figure 8月 门店案件数",
        "/figure 门店案件数8月",
        "/figure ８月 案件数 门店 云溪",
        "数据 门店 案件数 2023-08",
        "门店案件数 8月",
        "云溪市 门店案件 2023年8月",
        "8月 数据 门店案件数",
    ],
)
async def test_the_order_of_the_words_does_not_matter(office: Office, words: str) -> None:
    await two_months(office)
    said = await asks(office, words)
    assert "2023年8月 · 云溪市" in said and "本月数 5 件" in said


async def test_a_computed_figure_is_found_too(office: Office) -> None:
    await two_months(office)
    assert "销售 / 合计 · 案件数\n本月数 10 件" in await asks(office, "/figure 合计 案件数 8月")


async def test_several_figures_of_a_name_are_offered_and_keep_what_else_was_said(
    office: Office,
) -> None:
    await two_months(office)
    acts = await office.says(COORDINATOR, "/figure 案件数 8月 青石")
    offered = data(acts)
    assert list(offered) == [f"销售 / {name} · 案件数" for name in ("门店", "网店", "合计")]
    said = texts(await office.presses(COORDINATOR, offered["销售 / 网店 · 案件数"]))
    assert "2023年8月 · 青石县" in said and "网店 · 案件数" in said


async def test_the_cumulative_figure_has_a_line_a_month(office: Office) -> None:
    await two_months(office)
    await close(office)
    said = await asks(office, "/figure 门店 案件数 累计 青石")
    assert "累计数 4 件" in said
    assert "· 2023年8月：未报\n· 2023年9月：4 件（第 1 版，已报 1/2）" in said


async def test_a_cumulative_figure_goes_through_the_month_that_is_named(office: Office) -> None:
    await two_months(office)
    await close(office)
    said = await asks(office, "/figure 门店 案件数 累计 8月")
    assert "累计数 5 件（2023年8月）" in said and "2023年9月" not in said


async def test_without_a_name_it_is_asked_and_the_next_words_are_it(office: Office) -> None:
    await two_months(office)
    assert "查哪一项" in await asks(office, "/figure 8月")
    assert "本月数 5 件" in await asks(office, "门店 案件数")


async def test_words_that_are_no_figure_are_said_back_with_an_example(office: Office) -> None:
    said = await asks(office, "/figure 天气 <b>")
    assert "没有找到“天气 &lt;b&gt;”" in texts(await office.says(COORDINATOR, "/figure 天气 <b>"))
    assert "自查 · 检查数" in said


async def test_a_figure_is_made_of_what_each_contributor_brought(office: Office) -> None:
    await two_months(office)
    await close(office)
    said = await asks(office, "/trace 门店 案件数")
    assert "汇总表第 1 版 7 件，等于以下 2 个之和" in said
    for line in (
        "· 市农业局：3 件",
        "· 市市场监管局：未报",
        "· 驻市部队：100 件（不计入汇总）",
        "· 青石县（1/2）：4 件",
        "· 空谷县（0/1）：未报",
    ):
        assert line in said


async def test_down_the_tree_by_buttons_and_back(office: Office) -> None:
    await two_months(office)
    await close(office)
    top = await office.says(COORDINATOR, "/trace 门店 案件数")
    assert set(data(top)) == {"青石县", "空谷县"}
    below = await office.presses(COORDINATOR, data(top)["青石县"])
    assert "· 县农业局：4 件\n· 县市场监管局：未报" in texts(below)
    assert [each.edit for each in messages(below)] == [7]  # in place
    back = await office.presses(COORDINATOR, data(below)["返回 云溪市"])
    assert texts(back).rpartition("\n")[2] == texts(top).rpartition("\n")[2]


async def test_before_the_roll_up_the_trace_is_provisional_too(office: Office) -> None:
    await two_months(office)
    said = await asks(office, "/trace 门店 案件数 青石")
    assert "尚未汇总，已报 1/2 的合计 4 件" in said and "· 县市场监管局：未报" in said


async def test_a_table_that_is_not_the_sum_of_its_contributors_is_told(office: Office) -> None:
    await two_months(office)
    await close(office)
    async with office.store.transaction() as books:
        table = await books.rollups.newest(office.regions["青石县"], "2023-09", "monthly")
        assert table is not None
        figures = {**table.figures, "cases.shops": 5}
        wrong = RollUp(table.region, "2023-09", 2, figures, table.contributions, CLOSED)
        await books.rollups.add(wrong, "tea-2023", "monthly", "-")
    assert "5 件，以下之和为 4 件，两者不符" in await asks(office, "/trace 门店 案件数 青石")


async def test_what_a_cumulative_figure_is_made_of_are_its_months(office: Office) -> None:
    await two_months(office)
    assert "· 2023年8月：5 件" in await asks(office, "/trace 门店 案件数 累计")


async def test_a_coordinator_reads_the_own_part_of_the_tree_only(office: Office) -> None:
    await two_months(office)
    await close(office)
    assert "本月数 4 件" in await asks(office, "/figure 门店 案件数", COUNTY)
    assert "云溪市" not in (await asks(office, "/figure 门店 案件数", COUNTY))
    said = await asks(office, "/figure 门店 案件数 云溪市", COUNTY)
    assert "没有找到" in said and "7 件" not in said
    other = office.regions["云溪市"]
    for command in ("figure", "trace"):
        press = f"c|{command}|cases.shops 2023-09 #{other}"
        assert "件" not in texts(await office.presses(COUNTY, press)).replace("条件", "")


async def test_a_group_is_told_of_what_is_bound_to_it_and_leads_no_further(office: Office) -> None:
    await two_months(office)
    await close(office)
    await office.bind("云溪市", GROUP)
    acts = await office.says(COORDINATOR, "/trace 门店 案件数", GROUP)
    assert "青石县（1/2）：4 件" in texts(acts) and data(acts) == {}
    press = f"c|trace|cases.shops 2023-09 #{office.regions['青石县']}"
    assert "县农业局" not in texts(await office.presses(COORDINATOR, press, GROUP))


@pytest.mark.parametrize("said", ["门店 案件数", "@rehearsal_bot 今天天气", "成都 进度"])
async def test_a_group_is_not_answered_where_it_talks_among_itself(
    office: Office, said: str
) -> None:
    await office.bind("云溪市", GROUP)
    assert await office.says(COORDINATOR, said, GROUP) == []


async def test_named_in_a_group_the_bot_understands_plain_words(office: Office) -> None:
    await two_months(office)
    await office.bind("云溪市", GROUP)
    said = texts(await office.says(LIAISON, "@rehearsal_bot 门店案件数 8月", GROUP))
    assert "<b>5 件</b>" in said


async def test_plain_words_may_name_the_region_first(office: Office) -> None:
    await two_months(office)
    assert "青石县\n" in await asks(office, "青石 进度")
    assert "未报 1 个" in await asks(office, "青石县 未报")
    assert "2023年8月 · 青石县" in await asks(office, "青石 8月 进度")


@pytest.mark.parametrize("said", ["你好", "进展 良好", "农业 门店", "12", "8月", "青石"])
async def test_what_asks_nothing_is_not_understood(office: Office, said: str) -> None:
    assert "没有看懂" in await asks(office, said)


async def test_in_an_interview_an_answer_stays_an_answer(office: Office) -> None:
    """联络员甲 coordinates nothing; 门店 is a word of the form that they may jump to."""
    await office.says(LIAISON, "/fill")
    assert "/12" in await asks(office, "门店 案件数", LIAISON)


async def test_no_button_is_too_long_for_telegram(office: Office) -> None:
    await two_months(office)
    for words in (
        "/figure 门店",
        "/figure 门店 案件数 累计",
        "/trace 案件数 青石县 累计 8月",
        "/status",
    ):
        acts = await office.says(COORDINATOR, words)
        assert data(acts)
        assert all(len(each.encode()) <= LIMIT for each in data(acts).values())


async def test_english_has_the_same_answers(office: Office) -> None:
    await two_months(office)
    await close(office)
    await office.says(COORDINATOR, "/language English")
    said = await asks(office, "figure Shops Cases")
    assert "This month 7 cases (version 1, 2 of 4 reported)" in said
    assert "Cumulative 12 cases (August 2023 to September 2023)" in said
    assert "August 2023: 5 cases" in await asks(office, "Shops cases cumulative")
    assert isinstance((await office.says(COORDINATOR, "trace Shops Cases"))[0], Message)
