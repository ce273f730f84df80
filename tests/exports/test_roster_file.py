"""Rosters as programs save them: every encoding gives the same rows, or a clear reason."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from exports.guard import Unsafe
from exports.roster_file import LINES, RosterFileError, read_rows
from exports.roster_template import csv_template, xlsx_template
from exports.roster_words import Unreadable, refused
from reporting.label import Language
from reporting.roster import COLUMNS, DUTIES, Roster, read_roster
from tests.campaigns import jiaxing, sichuan

TEXT = "地区,姓名,电话\r\n甲省,联络员甲,13800000001\r\n\r\n乙市,联络员乙,\r\n"
ROWS = (
    (1, ("地区", "姓名", "电话")),
    (2, ("甲省", "联络员甲", "13800000001")),
    (3, ()),
    (4, ("乙市", "联络员乙", "")),
)


def workbook(fill: Callable[[Workbook], None]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    fill(book)
    book.save(out)
    return out.getvalue()


def sheet(*rows: tuple[object, ...]) -> bytes:
    def fill(book: Workbook) -> None:
        for row in rows:
            book.worksheets[0].append(row)

    return workbook(fill)


def reason(data: bytes) -> Unreadable:
    with pytest.raises(RosterFileError) as caught:
        read_rows(data)
    for words in (caught.value.what, caught.value.remedy):
        assert words.zh and words.en and "{" not in words.zh + words.en
    return caught.value.reason


@pytest.mark.parametrize("encoding", ("utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"))
def test_every_way_of_saving_a_csv_gives_the_same_rows(encoding: str) -> None:
    assert read_rows(TEXT.encode(encoding)) == ROWS


@pytest.mark.parametrize("delimiter", (";", "\t", "，", "；"))
def test_another_sign_between_the_cells_gives_the_same_rows(delimiter: str) -> None:
    assert read_rows(TEXT.replace(",", delimiter).encode()) == ROWS


@pytest.mark.parametrize("ending", ("\n", "\r\n", "\r"))
def test_line_ends_do_not_matter(ending: str) -> None:
    assert read_rows(TEXT.replace("\r\n", ending).encode()) == ROWS


def test_rare_characters_of_names_survive_gb18030() -> None:
    rows = read_rows("姓名\n㛃𬱖\n".encode("gb18030"))
    assert rows[1][1] == ("㛃𬱖",)


def test_a_line_is_numbered_by_where_it_begins() -> None:
    rows = read_rows('姓名,单位\n甲,"两\n行"\n乙,丙\n'.encode())
    assert [number for number, _ in rows] == [1, 2, 4]


def test_a_quotation_mark_too_many_is_named_with_its_line() -> None:
    assert reason('姓名,单位\n甲,"丙\n'.encode()) is Unreadable.QUOTES
    with pytest.raises(RosterFileError, match="line 2"):
        read_rows('姓名,单位\n甲,"丙"丁\n'.encode())


def test_an_xlsx_gives_text_whatever_its_cells_hold() -> None:
    data = sheet(
        ("姓名", "电话", "计入汇总"), (None,), ("甲", 13800000001, True), ("乙", 1.5, False)
    )
    assert [(n, cells[:3]) for n, cells in read_rows(data)] == [
        (1, ("姓名", "电话", "计入汇总")),
        (3, ("甲", "13800000001", "是")),
        (4, ("乙", "1.5", "否")),
    ]


def test_the_first_visible_sheet_is_read() -> None:
    def fill(book: Workbook) -> None:
        book.worksheets[0].append(["旧"])
        book.worksheets[0].sheet_state = "hidden"
        book.create_sheet("名册").append(["新"])

    assert read_rows(workbook(fill))[0][1][0] == "新"


def test_a_date_in_a_cell_is_text() -> None:
    assert read_rows(sheet(("日期", date(2023, 9, 25))))[0][1][1].startswith("2023-09-25")


def test_an_xlsx_with_macros_is_refused() -> None:
    out = io.BytesIO(sheet(("姓名",)))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    assert reason(out.getvalue()) is Unreadable.MACROS


def test_an_xlsx_whose_sheet_is_no_sheet_is_damaged() -> None:
    whole, out = io.BytesIO(sheet(("姓名",))), io.BytesIO()
    with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(out, "w") as broken:
        for name in archive.namelist():
            content = b"<worksheet><" if "sheet1.xml" in name else archive.read(name)
            broken.writestr(name, content)
    assert reason(out.getvalue()) is Unreadable.DAMAGED


def test_a_formula_without_its_result_is_named_by_its_cell() -> None:
    with pytest.raises(RosterFileError, match="B2"):
        read_rows(sheet(("姓名", "单位"), ("甲", '="乙"&"局"')))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", Unreadable.EMPTY),
        (b" \n ", Unreadable.EMPTY),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, Unreadable.OLD_OFFICE),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Unreadable.NOT_TEXT),
        (b"PK\x03\x04 not a workbook", Unreadable.DAMAGED),
        (b"a" * (5 * 1024 * 1024 + 1), Unreadable.TOO_LARGE),
        (b"a\n" * (LINES + 1), Unreadable.TOO_MANY_LINES),
    ],
    ids=lambda each: each.value if isinstance(each, Unreadable) else "",
)
def test_what_cannot_be_read_says_why_and_what_to_do(data: bytes, expected: Unreadable) -> None:
    assert reason(data) is expected


def test_everything_the_guard_refuses_has_words() -> None:
    for unsafe in Unsafe:
        assert refused(Unreadable(unsafe.value)).remedy.en


@given(st.binary(max_size=200))
def test_any_bytes_give_rows_or_a_reason(data: bytes) -> None:
    try:
        assert all(number >= 1 for number, _ in read_rows(data))
    except RosterFileError as error:
        assert error.what.zh


@pytest.mark.parametrize("language", ("zh", "en"))
def test_the_templates_have_the_columns_and_are_read_again(language: Language) -> None:
    names = tuple(label.said(language) for label in COLUMNS.values())
    for data in (csv_template(language), xlsx_template(sichuan(), language)):
        ((number, cells),) = read_rows(data)
        assert (number, cells[: len(names)]) == (1, names)
        (problem,) = read_roster(jiaxing(), read_rows(data))
        assert "没有内容" in problem.what.zh


@pytest.mark.parametrize("language", ("zh", "en"))
def test_the_template_s_second_sheet_lists_every_value_that_may_be_filled_in(
    language: Language,
) -> None:
    campaign = sichuan()
    book = load_workbook(io.BytesIO(xlsx_template(campaign, language)))
    told = " ".join(str(cell) for row in book.worksheets[1].values for cell in row)
    departments = [campaign.departments[key] for t in campaign.tiers for key in t.departments]
    for label in (
        *(tier.label for tier in campaign.tiers),
        *(each.label for each in departments),
        *DUTIES.values(),
    ):
        assert label.said(language) in told


def test_a_filled_in_workbook_becomes_a_roster() -> None:
    header = tuple(label.zh for label in COLUMNS.values())
    line = (
        "某省",
        "省级",
        None,
        "某省公安厅",
        "公安厅",
        "是",
        "联络员甲",
        "联络员",
        None,
        13800000001,
    )
    roster = read_roster(sichuan(), read_rows(sheet(header, line)))
    assert isinstance(roster, Roster), roster
    assert roster.people[0].phone == "13800000001"
