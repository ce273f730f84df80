"""A file that is not the form: what is wrong with it is told by its place, and nothing is read."""

import io

import openpyxl
import pytest

from exports.foreign import MOST
from exports.guard import Unsafe, UnsafeFile
from exports.placing import SheetMismatchError
from exports.uploaded import open_upload, read_filled
from reporting.form import Form
from reporting.sheet_cells import Fault
from tests.campaigns import jiaxing, sichuan, tea
from tests.exports.filling import SHEET, blank, changed, opened, packed, replaced, saved

TEA = tea().form


def mismatch(data: bytes, form: Form = TEA) -> SheetMismatchError:
    (copy,) = opened(data, form).copies
    with pytest.raises(SheetMismatchError) as found:
        read_filled(copy.region, form)
    return found.value


def edited(form: Form, change: str, *of: int) -> bytes:
    """The template after rows or columns were inserted or deleted."""
    book = openpyxl.load_workbook(io.BytesIO(blank(form)))
    sheet = book.worksheets[0]
    sheet.merged_cells.ranges.clear()
    getattr(sheet, change)(*of)
    return saved(book)


@pytest.mark.parametrize(
    ("data", "place", "found", "wanted"),
    [
        (changed(blank(TEA), {"A6": "立案数"}), (6, 1), "立案数", "案件数"),
        (changed(blank(TEA), {"A6": None}), (6, 1), None, "案件数"),
        (changed(blank(TEA), {"D4": "电商"}), (3, 4), "销售/电商", "销售/网店"),
        (changed(blank(TEA), {"B3": "自己查"}), (3, 2), "自己查", "自查"),
        (edited(TEA, "delete_rows", 6), (6, 1), "罚款户次", "案件数"),
        (edited(TEA, "insert_rows", 7), (7, 1), None, "罚款户次"),
        (edited(TEA, "insert_cols", 1), (1, 1), None, TEA.title.zh),
        (edited(TEA, "delete_rows", 3, 2), (3, 2), "", "自查"),
    ],
)
def test_a_label_that_is_not_in_its_place_is_named(
    data: bytes, place: tuple[int, int], found: str | None, wanted: str
) -> None:
    error = mismatch(data)
    assert ((error.row, error.column), error.found, error.wanted) == (place, found, wanted)


def test_rows_that_changed_places_are_named() -> None:
    error = mismatch(changed(blank(TEA), {"A6": "罚款户次", "A7": "案件数"}))
    assert (error.row, error.found, error.wanted) == (6, "罚款户次", "案件数")


def test_a_sheet_cut_off_below_its_header_is_named() -> None:
    assert mismatch(edited(TEA, "delete_rows", 5, 60)).wanted == "检查数"


def test_another_form_is_not_found() -> None:
    assert opened(blank(sichuan().form), jiaxing().form).copies == ()


def test_the_right_one_of_several_sheets_is_found_by_its_title() -> None:
    book = openpyxl.load_workbook(io.BytesIO(blank(TEA)))
    book.create_sheet("说明", 0)["A1"] = "填表说明"
    book.create_sheet("草稿", 1)
    upload = opened(saved(book), TEA)
    assert upload.sheets == ("说明", "草稿", "汇总表 2023年9月")
    assert [each.sheet for each in upload.copies] == ["汇总表 2023年9月"]


def test_a_hidden_sheet_is_nobodys() -> None:
    book = openpyxl.load_workbook(io.BytesIO(blank(TEA)))
    book.create_sheet("看得见")
    book.worksheets[0].sheet_state = "hidden"
    assert opened(saved(book), TEA).copies == ()


def test_a_chart_is_no_sheet_of_cells() -> None:
    book = openpyxl.load_workbook(io.BytesIO(blank(TEA)))
    book.create_chartsheet("图")
    assert [each.sheet for each in opened(saved(book), TEA).copies] == ["汇总表 2023年9月"]


# --- what must not be opened, or takes too much ---


def reason(data: bytes) -> Unsafe:
    with pytest.raises(UnsafeFile) as refused:
        open_upload(data, {TEA.key: TEA})
    return refused.value.reason


HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = b"</sheetData></worksheet>"


@pytest.mark.parametrize(
    "parts",
    [
        {SHEET: b"no xml"},
        {SHEET: b""},
        {SHEET: b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'},
        {SHEET: b'<?xml version="1.0" encoding="none-of-them"?><worksheet/>'},
        {SHEET: HEAD + b'<row r="one"/>' + TAIL},
        {SHEET: HEAD + b'<row><c r="6D"><v>1</v></c></row>' + TAIL},
        {SHEET: HEAD + b'<row><c s="x"><v>1</v></c></row>' + TAIL},
        {SHEET: HEAD + b'<row><c t="s"><v>x</v></c></row>' + TAIL},
        {SHEET: HEAD + b'<row r="-9999"><c><v>1</v></c></row>' + TAIL},
        {"xl/workbook.xml": b"<workbook"},
        {"docProps/custom.xml": b"<Properties>"},
    ],
)
def test_a_part_that_is_no_part_is_damage(parts: dict[str, bytes]) -> None:
    assert reason(packed(blank(TEA), parts)) is Unsafe.DAMAGED


@pytest.mark.parametrize(
    "parts",
    [
        {SHEET: HEAD + b"<row>" + b"<c/>" * (MOST + 1) + b"</row>" + TAIL},
        {SHEET: b"<a>" * 1_000 + b"</a>" * 1_000},
        {"xl/sharedStrings.xml": b"<sst>" + b"<si/>" * (MOST + 1) + b"</sst>"},
    ],
)
def test_elements_without_end_are_too_much(parts: dict[str, bytes]) -> None:
    sheet = {SHEET: HEAD + b'<row><c t="s"><v>9999999</v></c></row>' + TAIL}
    assert reason(packed(blank(TEA), {**sheet, **parts})) is Unsafe.UNPACKS_TOO_LARGE


def test_many_sheets_are_no_way_around_what_is_too_much() -> None:
    part = HEAD + b"<row>" + b"<c/>" * (MOST // 4) + b"</row>" + TAIL
    parts = {f"xl/worksheets/sheet{n}.xml": part for n in range(1, 6)}
    listed = b"".join(b'<sheet name="%d" id="r%d"/>' % (n, n) for n in range(1, 6))
    link = b'<Relationship Id="r%d" Target="worksheets/sheet%d.xml"/>'
    links = b"".join(link % (n, n) for n in range(1, 6))
    parts["xl/workbook.xml"] = b"<workbook><sheets>" + listed + b"</sheets></workbook>"
    parts["xl/_rels/workbook.xml.rels"] = b"<Relationships>" + links + b"</Relationships>"
    assert reason(packed(blank(TEA), parts)) is Unsafe.UNPACKS_TOO_LARGE


def test_one_part_is_not_several_sheets() -> None:
    listed = b'<sheet name="a" id="rId1"/><sheet name="b" id="rId1"/>'
    book = b"<workbook><sheets>" + listed + b"</sheets></workbook>"
    assert reason(packed(blank(TEA), {"xl/workbook.xml": book})) is Unsafe.DAMAGED


def test_the_last_of_a_year_s_weeks_is_found_in_one_workbook() -> None:
    book = openpyxl.load_workbook(io.BytesIO(blank(TEA)))
    for week in range(1, 53):
        book.create_sheet(f"第{week}周", 0)
    assert [each.sheet for each in opened(saved(book), TEA).copies] == ["汇总表 2023年9月"]


def test_what_stands_far_below_the_form_is_not_looked_at() -> None:
    far = b"".join(b'<row r="%d"><c/></row>' % n for n in range(1000, 400_000))
    data = replaced(blank(TEA), SHEET, b"</sheetData>", far + b"</sheetData>")
    assert len(open_upload(data, {TEA.key: TEA}).copies) == 1


def test_merges_without_end_say_no_more_than_the_form_has_cells() -> None:
    merges = b"<mergeCells>" + b"<mergeCell ref='B5:D8'/>" * 20_000 + b"</mergeCells>"
    data = replaced(blank(TEA), SHEET, b"</sheetData>", b"</sheetData>" + merges)
    (copy,) = opened(data, TEA).copies
    assert [each.fault for each in read_filled(copy.region, TEA).stood] == [Fault.MERGED]


def test_a_text_without_end_is_cut() -> None:
    data = changed(blank(TEA), {"C5": "1" * 30_000})
    (copy,) = opened(data, TEA).copies
    assert len(read_filled(copy.region, TEA).stood[0].said) == 80
