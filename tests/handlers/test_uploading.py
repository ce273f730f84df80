"""A filled-in form that is sent: whose it is, what it changes, and what is not taken, and why."""

from __future__ import annotations

import io
import zipfile
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest

from handlers.incoming import File
from handlers.outgoing import Message
from reporting.draft import CARD
from tests.campaigns import HERE, SHIPPED, river, sichuan, tea
from tests.exports.filling import changed, inputs, places, saved
from tests.handlers.office import Office, messages, opened, texts

WHO, FARMING, MARKET = "联络员甲", "市农业局", "市市场监管局"
MORE = f"云溪市,市级,,市茶叶协会,农业部门,是,{WHO},联络员,,000-0003,\n"


async def blank(office: Office, who: str = WHO, words: str = "") -> bytes:
    """The file that /template gives."""
    (given,) = messages(await office.says(who, f"/template {words}".strip()))
    assert given.file is not None, given.text
    async with office.store.reading() as books:
        stored = await books.files.get(given.file)
    assert stored is not None
    return stored.data


async def sends(office: Office, data: bytes, name: str = "表.xlsx", who: str = WHO) -> list:
    return await office.hear(who, File("id", name, len(data), data=data))


async def answers(office: Office, unit: str = FARMING, period: str = "2023-09") -> dict:
    """What the unit's draft holds by now: key → value; nothing that only waits."""
    async with office.store.reading() as books:
        found = await books.reports.find(office.units[unit], period, "monthly")
        draft = await books.reports.draft(found.id, office.persons[WHO]) if found else None
    return {k: each.value for k, each in draft.answers.items() if k != CARD} if draft else {}


def data_of(message: Message, label: str) -> str:
    (data,) = [b.data for row in message.buttons for b in row if b.label.startswith(label)]
    return data


async def test_what_is_confirmed_is_what_was_shown(office: Office) -> None:
    data = changed(await blank(office), {"B5": 3, "C5": "１２户", "C8": "3.5万元", "C7": 2})
    await office.says(WHO, "/fill")
    (card,) = messages(await sends(office, data))
    assert "读出 4 项：新填 4 项" in card.text and "空白 7 格未读" in card.text
    assert await answers(office) == {}
    await office.presses(WHO, data_of(card, "确认"))
    assert await answers(office) == {
        "visits.self": 3,
        "visits.shops": 12,
        "fined.shops": 2,
        "fines.shops": 3_500_000,
    }


async def test_outside_a_report_the_file_says_which_it_is(office: Office) -> None:
    data = changed(await blank(office), {"B5": 3})
    (card,) = messages(await sends(office, data))
    assert "茶叶检查 · 2023年9月 · 市农业局" in card.text
    await office.presses(WHO, data_of(card, "确认"))
    assert await answers(office) == {"visits.self": 3}


async def test_not_used_means_nothing_is_written(office: Office) -> None:
    (card,) = messages(await sends(office, changed(await blank(office), {"B5": 3})))
    (asked,) = messages(await office.presses(WHO, data_of(card, "不采用")))
    assert "1/12" in asked.text
    assert await answers(office) == {}


async def test_only_differences_are_shown_and_written(office: Office) -> None:
    await office.says(WHO, "/fill")
    await office.says(WHO, "3")
    await office.says(WHO, "4")
    data = changed(await blank(office), {"C5": 5})
    (card,) = messages(await sends(office, data))
    assert "读出 2 项：新填 0 项，改动 1 项，与草稿相同 1 项" in card.text
    assert "销售 / 门店 · 检查数 <b>5 户次</b>（原为 4 户次" in card.text
    assert "自查" not in card.text


async def test_a_card_that_another_has_overtaken_is_shown_again(office: Office) -> None:
    data = changed(await blank(office), {"B5": 5})
    (card,) = messages(await sends(office, data))
    await office.says("联络员乙", "/fill")
    await office.says("联络员乙", "7")
    (again,) = messages(await office.presses(WHO, data_of(card, "确认")))
    assert "（原为 7 户次" in again.text
    assert await answers(office) == {"visits.self": 7}
    await office.presses(WHO, data_of(again, "确认"))
    assert await answers(office) == {"visits.self": 5}


async def test_a_card_that_waits_while_the_other_hands_in_is_not_in_it(office: Office) -> None:
    data = changed(await blank(office), {"B5": 5})
    (card,) = messages(await sends(office, data, who="联络员乙"))
    (zero,) = messages(await office.says(WHO, "/zero"))
    await office.presses(WHO, data_of(zero, "确认"))
    assert "没有点“确认”的不在" in texts(await office.presses("联络员乙", data_of(card, "确认")))
    assert (await answers(office))["visits.self"] == 0


async def test_another_persons_card_cannot_be_confirmed(office: Office) -> None:
    (card,) = messages(await sends(office, changed(await blank(office), {"B5": 5})))
    await office.says("联络员乙", "/fill")
    for who in ("联络员乙", "联络员丙", "汇总员甲", "路人"):
        await office.presses(who, data_of(card, "确认"))
    assert await answers(office) == {}


async def test_another_file_takes_the_place_of_the_one_that_waits(office: Office) -> None:
    plain = await blank(office)
    await sends(office, changed(plain, {"B5": 3}))
    (card,) = messages(await sends(office, changed(plain, {"B5": 4})))
    await office.presses(WHO, data_of(card, "确认"))
    assert await answers(office) == {"visits.self": 4}


async def test_a_file_with_nothing_new_has_nothing_to_confirm(office: Office) -> None:
    (card,) = messages(await sends(office, await blank(office)))
    assert "没有要记录的数字" in card.text
    assert [b.label for row in card.buttons for b in row] == ["返回"]


async def test_cells_that_are_not_taken_leave_the_rest_to_confirm(office: Office) -> None:
    cells = {"B5": 3, "C5": "约3", "D5": "#REF!", "B6": 2, "E5": 9, "A9": "受理5件"}
    (card,) = messages(await sends(office, changed(await blank(office), cells)))
    for said in (
        "没有读 4 格",
        "C5（销售 / 门店 · 检查数）“约3”：请填确切的数字。",
        "D5（销售 / 网店 · 检查数）“#REF!”：公式出错",
        "B6（自查 · 案件数）“2”：本格不用填",
        "A9（投诉举报 · 受理）“受理5件”：这一行的文字应为“投诉举报：受理____件；办结____件。”",
    ):
        assert said in card.text
    await office.presses(WHO, data_of(card, "确认"))
    assert await answers(office) == {"visits.self": 3}


async def test_many_zeros_are_counted_and_every_other_figure_is_listed(office: Office) -> None:
    zeros = dict.fromkeys(["C5", "D5", "C6", "D6", "C7", "D7"], 0)
    (card,) = messages(await sends(office, changed(await blank(office), {**zeros, "B5": 3})))
    assert "自查 · 检查数 <b>3 户次</b>" in card.text
    assert "另有 6 项填的是 0" in card.text and "门店" not in card.text
    await office.presses(WHO, data_of(card, "确认"))
    assert sorted((await answers(office)).values()) == [0] * 6 + [3]


async def test_a_wrong_total_is_told_as_the_form_calculates_it(office: Office) -> None:
    data = changed(await blank(office), {"C5": 2, "D5": 3, "E5": 6})
    (card,) = messages(await sends(office, data))
    assert "E5（销售 / 合计 · 检查数）应为 <b>5 户次</b>，表中是 6" in card.text


async def test_a_prefilled_form_says_how_much_is_in_it(office: Office) -> None:
    await office.says(WHO, "/fill")
    await office.says(WHO, "3")
    (given,) = messages(await office.says(WHO, "/template"))
    assert "草稿中的 1 项已填在表里" in given.text


@pytest.mark.parametrize("value", [123456789012, "约" * 60, 0])
async def test_a_whole_form_fits_one_message(empty: Path, value: object) -> None:
    roster = (SHIPPED / "sichuan-2023" / "roster.csv").read_bytes()
    async with opened(empty, [(sichuan(), roster)]) as office:
        at = places(sichuan().form)
        data = changed(await blank(office), {at[key]: value for key in inputs(sichuan().form)})
        (card,) = messages(await sends(office, data))
        assert len(card.text) <= 4096
        if value == 0:
            assert "另有 122 项填的是 0" in card.text


# --- which report it is ---


@pytest.fixture
async def two(empty: Path) -> AsyncIterator[Office]:
    """联络员甲 reports for two units."""
    roster = (HERE / "tea-2023" / "roster.csv").read_text(encoding="utf-8") + MORE
    async with opened(empty, [(tea(), roster.encode())]) as here:
        yield here


async def test_of_several_reports_the_form_is_chosen_by_a_button(two: Office) -> None:
    (which,) = messages(await two.says(WHO, "/template"))
    labels = [b.label for row in which.buttons for b in row]
    assert ["市农业局" in each or "市茶叶协会" in each for each in labels] == [True, True]
    (given,) = messages(await two.presses(WHO, which.buttons[1][0].data))
    assert given.file is not None and "市茶叶协会" in given.text


async def test_the_form_of_the_report_in_hand_needs_no_choosing(two: Office) -> None:
    await two.says(WHO, f"/fill {two.units['市茶叶协会']} 2023-09")
    (given,) = messages(await two.says(WHO, "空表"))
    assert "市茶叶协会" in given.text


async def test_the_mark_leads_to_the_right_one_of_two_units(two: Office) -> None:
    data = await blank(two, words=f"{two.units['市茶叶协会']} 2023-09")
    (card,) = messages(await sends(two, changed(data, {"B5": 3})))
    assert "2023年9月 · 市茶叶协会" in card.text


def unmarked(data: bytes, sheet: str = "", **cells: object) -> bytes:
    """The same as a copy without its mark, its sheet by another name."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    del book.custom_doc_props["lianluo"]
    book.worksheets[0].title = sheet or "Sheet1"
    for at, value in cells.items():
        book.worksheets[0][at] = value
    return saved(book)


async def test_without_a_mark_the_name_on_the_form_leads_there(two: Office) -> None:
    data = await blank(two, words=f"{two.units['市茶叶协会']} 2023-09")
    (card,) = messages(await sends(two, unmarked(data, B5=3)))
    assert "2023年9月 · 市茶叶协会" in card.text


async def test_without_mark_and_name_it_is_the_only_open_one(office: Office) -> None:
    data = unmarked(await blank(office), A2="单位：", B5=3)
    (card,) = messages(await sends(office, data))
    assert "2023年9月 · 市农业局" in card.text


async def test_without_mark_and_name_one_of_two_is_chosen_first(two: Office) -> None:
    data = await blank(two, words=f"{two.units['市茶叶协会']} 2023-09")
    (which,) = messages(await sends(two, unmarked(data, A2="单位：云溪市", B5=3)))
    assert "请先选要填的" in which.text
    await two.presses(WHO, which.buttons[0][0].data)
    (card,) = messages(await sends(two, unmarked(data, A2="单位：云溪市", B5=3)))
    assert "读出 1 项" in card.text


async def test_the_other_unit_of_mine_is_offered_to_go_over_to(two: Office) -> None:
    data = await blank(two, words=f"{two.units['市茶叶协会']} 2023-09")
    await two.says(WHO, f"/fill {two.units[FARMING]} 2023-09")
    (offer,) = messages(await sends(two, changed(data, {"B5": 3})))
    assert "单位不同" in offer.text and "市茶叶协会" in offer.text and "市农业局" in offer.text
    (asked,) = messages(await two.presses(WHO, offer.buttons[0][0].data))
    assert "市茶叶协会" in asked.text and "1/12" in asked.text


async def test_a_strangers_file_is_refused_without_a_word_about_them(office: Office) -> None:
    data = changed(await blank(office, "联络员丙"), {"B5": 3})
    said = texts(await sends(office, data))
    assert "不是为您的单位生成的" in said and MARKET not in said and "联络员丙" not in said
    said = texts(await sends(office, unmarked(data)))
    assert f"表头写的是“{MARKET}”，应为“{FARMING}”" in said
    nobody = texts(await sends(office, unmarked(data, A2="单位：市渔业局")))
    assert nobody == said.replace(MARKET, "市渔业局")
    assert await answers(office) == {}


async def test_a_name_that_was_changed_on_my_own_file_is_asked_about(office: Office) -> None:
    data = changed(await blank(office), {"A2": f"单位：{MARKET}", "B5": 3})
    assert f"表头写的是“{MARKET}”，应为“{FARMING}”" in texts(await sends(office, data))


async def test_last_months_file_is_not_this_months(office: Office) -> None:
    august = changed(await blank(office, words="8月"), {"B5": 3})
    await office.says(WHO, "/fill")
    (offer,) = messages(await sends(office, august))
    assert "报告期不同" in offer.text and "2023年8月" in offer.text and "2023年9月" in offer.text
    assert "再把文件发一次" in offer.text and len(offer.buttons) == 1
    assert await answers(office) == await answers(office, period="2023-08") == {}


async def test_a_sheet_that_was_only_renamed_is_not_this_months(office: Office) -> None:
    book = openpyxl.load_workbook(io.BytesIO(await blank(office, words="8月")))
    book.worksheets[0].title = "汇总表 2023年9月"
    said = texts(await sends(office, saved(book)))
    assert "工作表名是“汇总表 2023年9月”，文件却是 2023年8月 的" in said


async def test_of_a_year_in_one_workbook_the_month_in_hand_is_taken(office: Office) -> None:
    book = openpyxl.load_workbook(io.BytesIO(unmarked(await blank(office), "2023年9月", B5=9)))
    other = book.copy_worksheet(book.worksheets[0])
    other.title, other["B5"] = "2023年8月", 8
    assert "2 张同样的表（2023年9月、2023年8月）" in texts(await sends(office, saved(book)))
    await office.says(WHO, "/fill")
    (card,) = messages(await sends(office, saved(book)))
    assert "自查 · 检查数 <b>9 户次</b>" in card.text


@pytest.mark.parametrize(
    ("title", "sheet"),
    [
        ("茶叶质量专项检查情况表（2023年8月）", "Sheet1"),
        ("茶叶质量专项检查情况表（８月份）", "Sheet1"),
        ("茶叶质量专项检查情况表", "8月"),
        ("茶叶质量专项检查情况表", "市农业局 2023-08"),
        ("茶叶质量专项检查情况表", "August"),
    ],
)
async def test_the_words_on_a_form_without_a_mark_say_its_period(
    office: Office, title: str, sheet: str
) -> None:
    data = unmarked(await blank(office), sheet, A1=title, B5=3)
    await office.says(WHO, "/fill")
    said = texts(await sends(office, data))
    assert "报告期不同" in said and "2023年8月" in said


@pytest.mark.parametrize("sheet", ["7-8月", "8月—10月", "2022年8月", "18月", "Sheet8", "8月至9月"])
async def test_words_that_name_no_one_period_say_nothing(office: Office, sheet: str) -> None:
    data = unmarked(await blank(office), sheet, B5=3)
    await office.says(WHO, "/fill")
    assert "读出 1 项" in texts(await sends(office, data))


async def test_a_title_and_a_sheet_of_two_periods_are_asked_about(office: Office) -> None:
    title = "茶叶质量专项检查情况表（2023年8月）"
    marked = changed(await blank(office), {"A1": title, "B5": 3})
    said = texts(await sends(office, marked))
    assert "标题写的是" in said and "文件却是 2023年9月 的" in said
    said = texts(await sends(office, unmarked(marked, "9月")))
    assert "工作表名是“9月”，文件却是 2023年8月 的" in said
    assert await answers(office) == {}


async def test_of_sheets_that_are_called_by_the_month_alone_the_one_in_hand_is_taken(
    office: Office,
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(unmarked(await blank(office), "9月", B5=9)))
    other = book.copy_worksheet(book.worksheets[0])
    other.title, other["B5"] = "8月", 8
    await office.says(WHO, "/fill")
    (card,) = messages(await sends(office, saved(book)))
    assert "自查 · 检查数 <b>9 户次</b>" in card.text


async def test_a_period_that_is_over_is_told(office: Office) -> None:
    data = changed(await blank(office), {"B5": 3})
    office.now = office.now.replace(month=12, day=1)
    assert "2023年9月 现在不能填报" in texts(await sends(office, data))


async def test_what_was_handed_in_is_changed_on_purpose_only(office: Office) -> None:
    data = changed(await blank(office), {"B5": 3})
    await office.submit(tea(), FARMING, "2023-09", WHO)
    (said,) = messages(await sends(office, data))
    assert "已提交第 1 版" in said.text and "文件没有记录" in said.text
    await office.presses(WHO, data_of(said, "修改后重新提交"))
    (card,) = messages(await sends(office, data))
    assert "读出 1 项" in card.text


async def test_a_correction_takes_a_file_and_nothing_else_of_what_is_locked(office: Office) -> None:
    data = changed(await blank(office), {"B5": 3})
    await office.submit(tea(), FARMING, "2023-09", WHO)
    office.now = office.now.replace(day=28, hour=1) + timedelta(days=1)
    await office.ring()
    (said,) = messages(await sends(office, data))
    assert "已汇总并锁定" in said.text and "文件没有记录" in said.text
    await office.presses(WHO, data_of(said, "更正"))
    await office.says(WHO, "原数据漏报了三户")
    (card,) = messages(await sends(office, data))
    assert "读出 1 项" in card.text


# --- other campaigns ---


async def test_another_campaigns_form_is_named(empty: Path) -> None:
    patrol = (HERE / "river-patrol" / "roster.csv").read_text(encoding="utf-8")
    patrol = patrol.replace("联络员", "巡河员")
    rosters = [
        (tea(), (HERE / "tea-2023" / "roster.csv").read_bytes()),
        (river(), patrol.replace("巡河员,", "联络员,").encode()),
    ]
    async with opened(empty, rosters) as office:
        data = await blank(office)
        said = texts(await sends(office, data, who="巡河员甲"))
        assert "这是“茶叶检查”的表，您没有它的填报任务" in said


# --- what is no form ---


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (OLE, "表.xls", "xls 或 et 格式"),
        (OLE, "表.et", "xls 或 et 格式"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "表.xlsx", "设了密码"),
        ("检查数,3".encode(), "表.csv", "不是 xlsx 文件"),
        (b"%PDF-1.7", "表.xlsx", "不是 xlsx 文件"),
        (b"", "表.xlsx", "不是 xlsx 文件"),
        (b"PK\x03\x04", "表.xlsx", "已损坏"),
        (bytes(5 * 1024 * 1024 + 1), "表.xlsx", "超过 5 MB"),
    ],
)
async def test_what_cannot_be_opened_says_why_and_what_to_do(
    office: Office, data: bytes, name: str, said: str
) -> None:
    await office.says(WHO, "/fill")
    told = texts(await sends(office, data, name))
    assert said in told and "没有记录" in told and "1/12" in told


@pytest.mark.parametrize(
    ("part", "content", "said"),
    [
        ("xl/vbaProject.bin", b"x", "带有宏"),
        ("xl/externalLinks/externalLink1.xml", b"<x/>", "引用了别的文件"),
        ("xl/media/image1.png", bytes(51 * 1024 * 1024), "展开后太大"),
    ],
)
async def test_what_is_not_safe_is_not_opened(
    office: Office, part: str, content: bytes, said: str
) -> None:
    assert said in texts(await sends(office, with_part(await blank(office), part, content)))


async def test_too_many_parts_are_told(office: Office) -> None:
    data = await blank(office)
    for n in range(200):
        data = with_part(data, f"xl/media/{n}.png", b"x")
    assert "内容太多" in texts(await sends(office, data))


async def test_a_workbook_without_the_form_names_what_is_looked_for(office: Office) -> None:
    said = texts(await sends(office, saved(openpyxl.Workbook())))
    assert "没有“茶叶质量专项检查情况表”" in said and "/template" in said


async def test_another_workbook_goes_beside_a_zero_report_as_beside_the_narrative(
    office: Office,
) -> None:
    await office.says(WHO, "/zero")
    said = texts(await sends(office, saved(openpyxl.Workbook()), "清单.xlsx"))
    assert "放入“工作情况”" in said


async def test_another_workbook_at_a_figure_is_led_to_where_it_can_go(office: Office) -> None:
    await office.says(WHO, "/fill")
    said = texts(await sends(office, saved(openpyxl.Workbook()), "清单.xlsx"))
    assert "请发送“改 工作情况”，再把文件发一次" in said
    await office.says(WHO, "改 工作情况")
    said = texts(await sends(office, saved(openpyxl.Workbook()), "清单.xlsx"))
    assert "放入“工作情况”" in said


async def test_what_is_written_under_a_form_is_said_to_be_left(office: Office) -> None:
    data = changed(await blank(office), {"B5": 3})
    file = File("id", "表.xlsx", len(data), "其余为0", data=data)
    said = texts(await office.hear(WHO, file))
    assert "读出 1 项" in said and "“其余为0”没有记录" in said
    assert await answers(office) == {}


async def test_a_moved_label_is_told_with_what_belongs_there(office: Office) -> None:
    data = await blank(office)
    said = texts(await sends(office, changed(data, {"A6": "立案数"})))
    assert "A6 应为“案件数”，表中是“立案数”" in said
    said = texts(await sends(office, changed(data, {"A6": None})))
    assert "A6 应为“案件数”，表中是空的" in said


async def test_the_consolidated_workbook_is_known_and_refused(office: Office) -> None:
    await office.submit(tea(), FARMING, "2023-09", WHO)
    (table,) = messages(await office.says("汇总员甲", "/table"))
    async with office.store.reading() as books:
        stored = await books.files.get(table.file or 0)
    assert stored is not None
    assert "这是汇总表（云溪市）" in texts(await sends(office, stored.data))


async def test_a_spreadsheet_of_a_coordinator_is_nobodys_form(office: Office) -> None:
    data = await blank(office)
    said = texts(await sends(office, data, who="汇总员甲"))
    assert "读出" not in said and FARMING not in said


async def test_in_english_too(office: Office) -> None:
    await office.presses(WHO, "c|language|en")
    data = changed(await blank(office), {"B5": 3, "C5": "约3"})
    said = texts(await sends(office, data))
    assert "Figures read from the sheet: 1; new 1" in said
    assert "C5 (On sale / Shops · Inspected)" in said
