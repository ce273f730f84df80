"""From the roster through three units' reports and the deadline to the workbook, both campaigns.

What the units say is written here as people type it and as the numbers that they mean; the sums
are added up here, and looked for in the posted file by the words printed in its margins.
"""

from __future__ import annotations

import io
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from bot.rehearsal import Stage
from reporting.campaign import Campaign
from tests.campaigns import jiaxing, sichuan
from tests.hands import fill_in
from tests.month.printed import first_sheet, number, words_at
from tests.staging import staged

CN = ZoneInfo("Asia/Shanghai")
# (row label, column label) → as typed, and what is meant; rows and columns as printed
SAID = [
    {
        ("案件数", "涉嫌开展“代孕”"): ("三", "3"),
        ("罚款户(人)次", "涉嫌开展“代孕”"): ("2户", "2"),
        ("罚款金额(万元)", "涉嫌开展“代孕”"): ("3.5万元", "3.5"),
        ("案件数", "技术准入机构"): ("１２", "12"),
        ("检查对象数", "技术准入机构"): ("1,234", "1234"),
        ("检查对象数", "医疗机构"): ("二十", "20"),
        ("检查对象数", "其他机构"): ("7家", "7"),
    },
    {
        ("案件数", "涉嫌开展“代孕”"): ("1", "1"),
        ("罚款户(人)次", "涉嫌开展“代孕”"): ("1", "1"),
        ("罚款金额(万元)", "涉嫌开展“代孕”"): ("1250元", "0.125"),
        ("检查对象数", "医疗机构"): ("5", "5"),
    },
    {
        ("案件数", "涉嫌开展“代孕”"): ("十", "10"),
        ("罚款户(人)次", "涉嫌开展“代孕”"): ("4", "4"),
        ("罚款金额(万元)", "涉嫌开展“代孕”"): ("0.000001", "0.000001"),
        ("检查对象数", "其他机构"): ("100", "100"),
    },
]
SUMS = {
    ("案件数", "涉嫌开展“代孕”"): "14",
    ("罚款户(人)次", "涉嫌开展“代孕”"): "7",
    ("罚款金额(万元)", "涉嫌开展“代孕”"): "3.625001",
    ("案件数", "技术准入机构"): "12",
    ("检查对象数", "技术准入机构"): "1234",
    ("检查对象数", "医疗机构"): "25",
    ("检查对象数", "其他机构"): "107",
    ("检查对象数", "合计"): "132",
    ("案件数", "合计"): "0",
    ("移送司法机关", "非法进行性别鉴定"): "0",
}


def same(printed: str, said: str) -> bool:
    """Labels with half and full width brackets are the same here; SC prints 检查对象数/对象数."""
    plain = printed.replace("（", "(").replace("）", ")")
    return plain == said or plain.split("/")[0] == said


def key_of(campaign: Campaign, row: str, column: str) -> str:
    rows = [each.key for each in campaign.form.rows if same(each.label.zh, row)]
    leaves = [each.key for each in campaign.form.leaves if same(each.label.zh, column)]
    assert len(rows) == len(leaves) == 1, (row, column)
    return f"{rows[0]}.{leaves[0]}"


def test_the_sums_of_this_page_are_those_of_what_is_said() -> None:
    for place, total in SUMS.items():
        if place[1] != "合计":
            meant = (Decimal(unit[place][1]) for unit in SAID if place in unit)
            assert sum(meant, Decimal(0)) == Decimal(total)


def posted_files(stage: Stage, group: str) -> list[tuple[str, str, bytes]]:
    """Name, caption and bytes of every file in a group, oldest first."""
    found = []
    for message in stage.standin.messages(stage.groups[group]):
        if message["file"] is not None:
            id = message["file"]["url"].rpartition("/")[2]
            data = stage.standin.state.world.files.by_id[id].data
            found.append((message["file"]["name"], message["text"], data))
    return found


@pytest.mark.parametrize(
    ("campaign", "region", "units", "closes"),
    [
        (
            sichuan(),
            "成都市",
            ("成都市卫生健康委（本级）", "成都市公安局", "成都市市场监管局"),
            "2023-09-29",
        ),
        (
            jiaxing(),
            "嘉兴市",
            ("南湖区卫生健康局", "秀洲区卫生健康局", "嘉善县卫生健康局"),
            "2023-10-03",
        ),
    ],
    ids=["sichuan", "jiaxing"],
)
async def test_a_month_ends_with_the_table_in_the_group(
    tmp_path: Path, campaign: Campaign, region: str, units: tuple[str, ...], closes: str
) -> None:
    closing = datetime.fromisoformat(closes).replace(tzinfo=CN)
    async with staged(tmp_path, campaign.key) as stage:
        liaisons = await liaisons_of(stage, campaign, units)
        for who, said, unit in zip(liaisons, SAID, units, strict=True):
            typed = {key_of(campaign, *place): words for place, (words, _) in said.items()}
            receipt = await fill_in(stage, who, campaign.form, typed, f"{unit}的工作情况")
            assert "已提交" in receipt and "按时" in receipt
        await stage.move(closing)
        await stage.restart()
        await stage.move(closing.replace(hour=9))
        files = posted_files(stage, f"{region}汇总群")
        assert [(r.method, r.answer) for r in stage.standin.refusals()] == []
    assert len(files) == 1, "one workbook, whatever restarts"
    name, caption, data = files[0]
    assert name.startswith(f"{region}_汇总表_2023年9月") and name.endswith(".xlsx")
    check_caption(caption, region)
    check_annex(campaign, region, data)
    check_other_sheets(units, data)


async def liaisons_of(stage: Stage, campaign: Campaign, units: tuple[str, ...]) -> list[str]:
    async with stage.bot.store.reading() as books:
        _, all_units = await books.roster.tree(campaign.key)
        by_unit = await books.people.liaisons_by_unit(campaign.key, stage.clock.now())
    ids = {each.name: each.id for each in all_units}
    return [by_unit[ids[name]][0].name for name in units]


def check_caption(caption: str, region: str) -> None:
    assert region in caption and "2023年9月" in caption
    assert "已报 3" in caption and "未报：" in caption


def check_annex(campaign: Campaign, region: str, data: bytes) -> None:
    sheet = first_sheet(data)
    assert words_at(sheet, 1, 1) == campaign.form.title.zh
    first = campaign.form.rows[0].label.zh
    printed = {**{r.label.zh: r.label.zh for r in campaign.form.rows}}
    for (row, column), total in SUMS.items():
        row_label = next(label for label in printed if same(label, row))
        column_label = next(c.label.zh for c in campaign.form.leaves if same(c.label.zh, column))
        assert number(sheet, row_label, column_label, first) == Decimal(total), (row, column)
    everything = [str(cell.value) for line in sheet.iter_rows() for cell in line if cell.value]
    assert any(region in text for text in everything)


def check_other_sheets(units: tuple[str, ...], data: bytes) -> None:
    book = load_workbook(io.BytesIO(data))
    _, cumulative, lines, narratives, filings = book.worksheets
    assert cumulative.title.startswith("累计数 ")
    assert narratives.title == "工作情况"
    for sheet in (lines, narratives, filings):
        texts = {str(cell.value) for line in sheet.iter_rows() for cell in line if cell.value}
        for unit in units:
            assert any(unit in text for text in texts), (sheet.title, unit)
    said = "".join(str(c.value) for line in narratives.iter_rows() for c in line if c.value)
    assert all(f"{unit}的工作情况" in said for unit in units)
