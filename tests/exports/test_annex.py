"""The official form, cell by cell, as each notice prints it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from exports.annex import annex
from exports.page import Page
from exports.sheet import Sheet
from reporting.form import State
from tests.campaigns import jiaxing, sichuan
from tests.exports import small
from tests.exports.sample import areas, figures, line, shown
from tests.exports.words import ZH

SICHUAN = sichuan().form
JIAXING = jiaxing().form

SICHUAN_ROWS = [
    "检查对象数/对象数",
    "案件数",
    "责令改正数",
    "警告数",
    "罚款户(人)次",
    "罚款金额(万元)",
    "没收违法所得(万元)",
    "责令停业整顿户数",
    "吊销行政许可资质",
    "移送相关部门",
    "移送司法机关",
    "处置违法违规网站",
]
JIAXING_ROWS = [
    "检查对象数",
    "案件数",
    "责令改正数",
    "警告数",
    "罚款户（人）次",
    "罚款金额（万元）",
    "没收违法所得（万元）",
    "责令停业整顿户数",
    "吊销行政许可资质",
    "移送相关部门",
    "移送司法机关",
]


def sheet_of(form=SICHUAN, **said) -> Sheet:
    """The form filled with sample figures."""
    page = Page("虚构省", "2023年9月", figures(form), date(2023, 9, 25), "联络员甲", "000-0000")
    return annex(form, replace(page, **said), ZH)


def text(value: object) -> str:
    """A corner's words without the spaces and breaks that put them into their triangles."""
    return str(value).replace("\u3000", "").replace("\n", "")


def test_sichuan_prints_the_notices_header() -> None:
    sheet = sheet_of()
    assert line(sheet, 1)[0] == "四川省严厉打击非法应用人类辅助生殖技术专项活动工作汇总表"
    assert line(sheet, 3)[1:] == [
        "组织机构自查(户次)",
        "开展宣传教育",
        "技术准入机构",
        "非技术准入机构",
        None,
        None,
        "未配备身份识别设备",
        "未经批准开展人类辅助生殖技术",
        "非法采供、采卵、供精",
        "非法开具出生医学证明",
        "非法进行性别鉴定",
        "涉嫌开展“代孕”",
        "查处违法违规发布相关宣传信息、广告(含互联网、APP)",
    ]
    assert line(sheet, 4) == [None] * 4 + ["医疗机构", "其他机构", "合计"] + [None] * 7


def test_jiaxing_prints_the_notices_header() -> None:
    sheet = sheet_of(JIAXING)
    assert line(sheet, 1)[0] == "严厉打击非法应用人类辅助生殖技术专项行动汇总表"
    assert line(sheet, 3)[1:] == [
        "技术准入机构",
        "非技术准入机构",
        None,
        None,
        "未配备身份识别设备",
        "未经批准开展人类辅助生殖技术",
        "非法采供卵、采供精",
        "非法开具出生医学证明",
        "非法进行性别鉴定",
        "涉嫌开展“代孕”",
        "查处违法违规发布相关宣传信息及广告的互联网站（APP）",
    ]
    assert line(sheet, 4) == [None] * 2 + ["医疗机构", "其他机构", "合计"] + [None] * 7


def test_the_rows_stand_in_order_and_no_total_follows() -> None:
    for form, rows in ((SICHUAN, SICHUAN_ROWS), (JIAXING, JIAXING_ROWS)):
        sheet = sheet_of(form)
        assert [line(sheet, n)[0] for n in range(5, 5 + len(rows))] == rows
        below = [str(line(sheet, n)[0]) for n in range(5 + len(rows), max(sheet.cells)[0] + 1)]
        assert not any("合计" in each or "总计" in each for each in below)


def test_groups_span_their_columns_and_leaves_reach_down() -> None:
    leaves = {(3, n, 4, n) for n in (*range(2, 5), *range(8, 15))}
    assert areas(sheet_of()) == leaves | {
        (1, 1, 1, 14),  # title
        (2, 1, 2, 7),
        (2, 8, 2, 14),
        (3, 1, 4, 1),  # the diagonal cell
        (3, 5, 3, 7),  # 非技术准入机构
        (17, 1, 17, 14),  # the complaint line
        (18, 1, 18, 4),
        (18, 5, 18, 9),
        (18, 10, 18, 14),
    }


def test_the_first_cell_is_diagonal() -> None:
    corner = sheet_of().cells[3, 1]
    assert corner.style.diagonal
    assert text(corner.value) == "机构及案件分类"


def test_jiaxings_first_cell_names_the_columns_upper_right_and_the_rows_lower_left() -> None:
    lines = str(sheet_of(JIAXING).cells[3, 1].value).split("\n")
    upper = [each for each in lines if each.startswith("\u3000")]
    assert lines[: len(upper)] == upper
    assert text("".join(upper)) == "机构及案件分类"
    assert lines[-1] == "处理情况"


def test_cells_without_data_are_printed_as_two_dashes_and_there_are_22() -> None:
    dashes = {at for at, value in shown(sheet_of()).items() if value == "--"}
    assert dashes == {(row, column) for row in range(6, 17) for column in (2, 3)}
    assert "--" not in shown(sheet_of(JIAXING)).values()


def test_every_figure_has_an_anchor_and_stands_there() -> None:
    for form, cells, computed in ((SICHUAN, 134, 12), (JIAXING, 121, 11)):
        sheet, given = sheet_of(form), figures(form)
        anchored = [key for key in sheet.anchors if key in form.cells]
        assert len(anchored) == cells
        for key in anchored:
            assert sheet.cells[sheet.anchors[key]].value == form.measure(key).value(given[key])
        states = [form.cells[key].state for key in anchored]
        assert states.count(State.COMPUTED) == computed


def test_the_complaint_line_carries_its_figures() -> None:
    fields = ("received", "concluded", "satisfied")
    said = {f"complaints.{name}": n for n, name in enumerate(fields, 3)}
    sheet = sheet_of(figures=said)
    row, column = sheet.anchors["complaints.received"]
    wanted = "投诉举报情况：受理投诉举报3件；办结4件；举报人满意5件。"
    assert sheet.cells[row, column].value == wanted


def test_an_absent_figure_is_blank_which_is_not_zero() -> None:
    sheet = sheet_of(figures={"cases.C": 0})
    assert sheet.cells[sheet.anchors["cases.C"]].value == 0
    assert sheet.cells[sheet.anchors["cases.D"]].value is None
    assert sheet.cells[sheet.anchors["cases.F"]].value is None
    row, column = sheet.anchors["complaints.received"]
    assert "受理投诉举报____件" in str(sheet.cells[row, column].value)


def test_sichuans_fields_above_and_below() -> None:
    values = [value for at, value in sorted(shown(sheet_of()).items()) if at[0] in (2, 18)]
    assert values == [
        "市(州)/部门：虚构省",
        "填表日期：2023年9月25日",
        "填表人：联络员甲",
        "联系方式：000-0000",
        "单位负责人(签字)：",
    ]


def test_jiaxings_fields_above_and_below() -> None:
    values = [value for at, value in sorted(shown(sheet_of(JIAXING)).items()) if at[0] in (2, 16)]
    assert values == [
        "虚构省",
        "填表人：联络员甲",
        "联系方式：000-0000",
        "填表日期：2023年9月25日",
    ]


def test_an_empty_form_leaves_room_to_write_on() -> None:
    sheet = annex(JIAXING, Page("", ""), ZH)
    assert sheet.cells[2, 1].value == "______县（市、区）"
    assert "填表日期：\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日" in shown(sheet).values()
    assert not any(isinstance(value, int | Decimal) for value in shown(sheet).values())


def test_the_period_stands_in_the_sheets_name_and_not_in_the_form() -> None:
    sheet = sheet_of(date=None)
    assert "2023年9月" in sheet.name
    assert not any("2023" in str(value) for value in shown(sheet).values())


def test_it_is_one_landscape_page_in_the_campaigns_fonts() -> None:
    for form in (SICHUAN, JIAXING):
        sheet = sheet_of(form)
        assert (sheet.setup.paper, sheet.setup.landscape, sheet.setup.fit) == ("A4", True, (1, 1))
        assert sheet.cells[1, 1].style.font == form.print.title_font
        assert sheet.cells[5, 2].style.font == form.print.text_font
        _, right, _, left = form.print.margins
        assert sum(sheet.widths.values()) <= 297 - left - right + 0.1


def test_every_cell_of_the_matrix_is_ruled_and_the_rows_are_even() -> None:
    sheet = sheet_of()
    assert all(cell.style.border for (row, _), cell in sheet.cells.items() if 3 <= row <= 17)
    assert {sheet.heights[row] for row in range(5, 17)} == {SICHUAN.print.row_height}


def test_a_long_name_makes_its_line_higher() -> None:
    sheet = sheet_of(name="虚构" * 30)
    assert sheet.heights[2] > sheet_of().heights[2]


def test_a_header_may_be_three_levels_deep() -> None:
    column = small.column
    columns = [
        column("甲", column("乙", column("丙"), column("丁")), column("戊")),
        column("己"),
    ]
    sheet = annex(small.form(columns, {"数": small.PIECES}), Page("某地", ""), ZH)
    assert {(3, 2, 3, 4), (4, 2, 4, 3), (4, 4, 5, 4), (3, 5, 5, 5)} <= areas(sheet)
    assert sheet.cells[5, 3].value == "丁"
    assert sheet.anchors["数.己"] == (6, 5)


def test_a_cell_that_is_left_blank_is_ruled_and_empty() -> None:
    form = small.form([small.column("甲")], {"数": small.PIECES}, states={"数.甲": State.BLANK})
    cell = annex(form, Page("某地", "", {"数.甲": 3}), ZH).cells[4, 2]
    assert cell.value is None
    assert cell.style.border


def test_the_form_is_printed_in_chinese_unless_told_otherwise() -> None:
    english = annex(SICHUAN, Page("x", ""), replace(ZH, language="en"))
    assert english.cells[1, 1].value == SICHUAN.title.zh
    asked = annex(SICHUAN, Page("x", ""), replace(ZH, annex_language="en"))
    assert asked.cells[1, 1].value == SICHUAN.title.en
