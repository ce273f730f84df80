"""The consolidated workbook, sheet by sheet."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from exports.facts import state_word
from exports.filings import filings_sheet
from exports.lines import input_columns, lines_sheet
from exports.narratives import TEXT, narratives_sheet, pieces
from exports.workbook import consolidated
from reporting.attaching import Attachment, FileKind
from tests.campaigns import jiaxing, sichuan
from tests.exports import small
from tests.exports.sample import FACTS, areas, brought, figures, line, missing, shown, table
from tests.exports.words import ZH

FORM = sichuan().form
UNITS = (
    brought(FORM, 1, narrative="检查12户次。", explain="上月受理，本月办结。"),
    brought(FORM, 2, late=True),
    missing(3),
    brought(FORM, 4, counted=False),
)
CHILD = replace(brought(FORM, 5), kind="region", name="虚构市", reported=8, expected=9)
TABLE = table(FORM, *UNITS, CHILD)


def test_the_sheets_stand_in_order() -> None:
    names = [sheet.name for sheet in consolidated(FORM, TABLE, FACTS, ZH)]
    assert names == ["汇总表 2023年9月", "各单位数据", "工作情况", "报送情况"]


def test_a_form_without_a_narrative_has_no_sheet_for_it() -> None:
    form = replace(FORM, narrative=None)
    names = [sheet.name for sheet in consolidated(form, TABLE, FACTS, ZH)]
    assert "工作情况" not in names


def test_the_annex_carries_the_regions_name_and_totals() -> None:
    annex = consolidated(FORM, TABLE, FACTS, ZH)[0]
    assert annex.cells[2, 1].value == "市(州)/部门：虚构省"
    assert annex.cells[annex.anchors["inspected.C"]].value == TABLE.figures["inspected.C"]


def test_every_input_figure_has_one_column_under_its_own_header() -> None:
    for form, count in ((FORM, 125), (jiaxing().form, 110)):
        keys = [leaf.key for node in input_columns(form) for leaf in node.leaves]
        assert len(keys) == count
        assert set(keys) == set(form.inputs)


def test_columns_of_one_line_a_unit_name_the_row_and_what_it_counts() -> None:
    sheet = lines_sheet(FORM, TABLE, ZH)
    _, column = sheet.anchors["fine_amount.D"]
    heads = [str(sheet.cells[row, column].value) for row in (3,)]
    assert heads == ["罚款金额\n（万元）"]
    assert any(top == 1 and left <= column <= right for top, left, _, right in areas(sheet))


def test_each_line_tells_state_version_and_every_figure() -> None:
    sheet = lines_sheet(FORM, TABLE, ZH)
    assert line(sheet, 4)[:5] == [1, "虚构市第1卫生健康委（本级）", "按时", "第2版", None]
    _, column = sheet.anchors["fine_amount.D"]
    value = FORM.measure("fine_amount.D").value(figures(FORM)["fine_amount.D"])
    assert sheet.cells[4, column].value == value


def test_who_is_missing_has_blank_figures_and_is_said_to_be() -> None:
    sheet = lines_sheet(FORM, TABLE, ZH)
    assert line(sheet, 6)[:5] == [3, "虚构市第3公安局（本级）", "未报", None, None]
    assert set(line(sheet, 6)[5:]) == {None}


def test_a_child_region_shows_its_own_completeness() -> None:
    assert line(lines_sheet(FORM, TABLE, ZH), 8)[:5] == [5, "虚构市", "按时", "第2版", "8/9"]


def test_the_last_line_holds_the_regions_totals() -> None:
    sheet = lines_sheet(FORM, TABLE, ZH)
    row, column = sheet.anchors["complaints.received"]
    assert sheet.cells[row, 2].value == "合计"
    assert sheet.cells[row, column].value == TABLE.figures["complaints.received"]
    assert row == max(sheet.cells)[0]


def test_late_and_not_counted_are_said_in_words() -> None:
    assert [state_word(each, ZH) for each in UNITS] == [
        "按时",
        "迟报",
        "未报",
        "按时；不计入汇总",
    ]
    assert state_word(replace(UNITS[2], counted=False), ZH) == "不计入汇总"


def test_a_zero_report_and_a_correction_are_said_in_words() -> None:
    zero = replace(UNITS[0], figures=dict.fromkeys(figures(FORM), 0))
    assert state_word(zero, ZH) == "按时；零报告"
    assert state_word(replace(zero, kind="region"), ZH) == "按时"
    assert state_word(replace(UNITS[1], reason="漏报一件"), ZH) == "迟报；更正"


def test_the_header_of_a_form_three_levels_deep_is_repeated() -> None:
    column = small.column
    columns = [column("甲", column("乙", column("丙"), column("丁")), column("戊"))]
    form = small.form(columns, {"数": small.PIECES, "钱": small.MONEY})
    sheet = lines_sheet(form, table(form, brought(form, 1)), ZH)
    assert sheet.cells[1, 6].value == "甲"
    assert [sheet.cells[4, n].value for n in range(6, 10)] == ["数\n（件）", "钱\n（万元）"] * 2
    assert sheet.freeze == (5, 3)


def test_each_narrative_stands_below_its_unit_with_the_explanation() -> None:
    texts = list(shown(narratives_sheet(TABLE, FACTS, ZH)).values())
    assert texts[:3] == [
        "虚构市第1卫生健康委（本级）",
        "检查12户次。",
        "上报说明：上月受理，本月办结。",
    ]
    assert texts[3:5] == ["虚构市第2卫生健康委（本级）（迟报）", "无"]


def test_the_files_beside_a_narrative_are_listed_with_the_mark_that_proves_them() -> None:
    files = (
        Attachment(FileKind.DOCUMENT, "=通知.pdf", 2048, "ab" * 32),
        Attachment(FileKind.PHOTO, "photo-1.jpg", 3 * 1024**2, "cd" * 32),
    )
    unit = replace(brought(FORM, 1, narrative="检查12户次。"), attachments=files)
    texts = list(shown(narratives_sheet(table(FORM, unit), FACTS, ZH)).values())
    assert texts[1:] == [
        "检查12户次。",
        "附件（2）：\n"
        f"1. =通知.pdf　2 KB　SHA-256 {'ab' * 32}\n"
        f"2. photo-1.jpg　3.0 MB　SHA-256 {'cd' * 32}",
    ]


def test_who_is_missing_has_no_narrative() -> None:
    texts = shown(narratives_sheet(TABLE, FACTS, ZH)).values()
    assert not any("第3公安局" in str(each) for each in texts)


def test_the_regions_own_text_comes_first() -> None:
    sheet = narratives_sheet(TABLE, replace(FACTS, narrative="全省正常。"), ZH)
    assert list(shown(sheet).values())[:2] == ["虚构省\u3000本月开展情况", "全省正常。"]


@settings(deadline=None)
@given(st.text(max_size=3000))
def test_a_narrative_cut_into_cells_loses_nothing(text: str) -> None:
    assert "".join(pieces(text, TEXT.size)) == text


def test_the_longest_narrative_fits_into_rows_that_a_spreadsheet_allows() -> None:
    for text in ("查" * 3000, "查处。" * 1000, "查\n" * 1500, "a" * 3000, "“查”，" * 750):
        unit = brought(FORM, 1, narrative=text)
        sheet = narratives_sheet(table(FORM, unit), FACTS, ZH)
        assert max(sheet.heights.values()) * 72 / 25.4 <= 409


def test_the_filings_begin_with_the_proof() -> None:
    sheet = filings_sheet(TABLE, FACTS, ZH)
    proof = {line(sheet, row)[0]: line(sheet, row)[2] for row in range(1, 10)}
    assert proof == {
        "活动": "虚构专项活动",
        "地区": "虚构省",
        "报告期": "2023年9月",
        "版本": "第1版",
        "汇总时间": "2023-09-26 12:00",
        "校验码": "9f3c-01ab-77de",
        "应报": "4",
        "已报": "3",
        "未报": "1：虚构市第3公安局（本级）",
    }


def test_the_filings_tell_who_reported_when() -> None:
    facts = replace(FACTS, liaisons={("unit", 3): "联络员乙"})
    sheet = filings_sheet(TABLE, facts, ZH)
    first, late, absent = (line(sheet, row) for row in (12, 13, 14))
    assert first[2:7] == ["联络员甲", "联络员甲", "按时", "第2版", None]
    assert first[7:9] == ["2023-09-25 12:00", "2023-09-25 13:00"]
    assert late[4] == "迟报"
    assert absent[1:5] == ["虚构市第3公安局（本级）", "联络员乙", None, "未报"]
    assert set(absent[5:]) == {None}


def test_an_explanation_and_the_reason_of_a_correction_stand_beside_their_unit() -> None:
    corrected = replace(UNITS[0], reason="漏报一件案件")
    sheet = filings_sheet(table(FORM, corrected, UNITS[1]), FACTS, ZH)
    assert line(sheet, 11)[9:] == ["上报说明", "更正原因"]
    assert line(sheet, 12)[9:] == ["上月受理，本月办结。", "漏报一件案件"]
    assert line(sheet, 13)[9:] == [None, None]
    assert sheet.cells[12, 10].style.wrap


def test_the_longest_explanation_is_read_in_full_beside_its_unit() -> None:
    text = "上月受理的案件本月办结，未计入。" * 180
    unit = brought(FORM, 1, explain=text)
    sheet = filings_sheet(table(FORM, unit, missing(2)), FACTS, ZH)
    rows = range(12, max(sheet.cells)[0])
    assert "".join(str(sheet.cells[row, 10].value) for row in rows) == text
    assert (12, 2, rows[-1], 2) in areas(sheet)
    assert max(sheet.heights.values()) * 72 / 25.4 <= 409
    assert line(sheet, rows[-1] + 1)[1] == "虚构市第2公安局（本级）"


def test_the_last_filing_of_a_first_version_is_its_first() -> None:
    unit = replace(UNITS[0], version=1, last_at=None)
    sheet = filings_sheet(table(FORM, unit), FACTS, ZH)
    assert line(sheet, 12)[7:9] == ["2023-09-25 12:00", "2023-09-25 12:00"]
    unknown = replace(unit, version=2)
    sheet = filings_sheet(table(FORM, unknown), FACTS, ZH)
    assert line(sheet, 12)[7:9] == ["2023-09-25 12:00", None]


def test_labels_follow_the_readers_language() -> None:
    sheet = lines_sheet(FORM, TABLE, replace(ZH, language="en"))
    _, column = sheet.anchors["fine_amount.D"]
    assert sheet.cells[3, column].value == "Fines\n(wan yuan)"
