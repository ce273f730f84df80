"""The file itself: what a spreadsheet program finds in it."""

import io
import zipfile
from datetime import UTC, datetime
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.cell.cell import MergedCell

from exports.annex import annex
from exports.guard import check
from exports.page import Page
from exports.sheet import Canvas, Setup, Sheet, Style
from exports.workbook import consolidated
from exports.xlsx import write
from tests.campaigns import jiaxing, sichuan
from tests.exports.sample import FACTS, areas, brought, figures, missing, table
from tests.exports.words import ZH

FORM = sichuan().form


def read(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def whole() -> tuple[Sheet, ...]:
    """A region's workbook: two units and one that is missing."""
    texts = {"narrative": "检查12户次。", "explain": "上月受理，本月办结。"}
    units = (brought(FORM, 1, **texts), brought(FORM, 2, late=True), missing(3))
    return consolidated(FORM, table(FORM, *units), FACTS, ZH)


def one(value: str | int) -> openpyxl.worksheet.worksheet.Worksheet:
    """A sheet with one cell, read back from the file."""
    canvas = Canvas()
    canvas.put((1, 1), value, Style())
    return read(write([canvas.sheet("表", Setup())])).worksheets[0]


@pytest.mark.parametrize("form", [FORM, jiaxing().form], ids=["sichuan", "jiaxing"])
def test_the_annex_read_back_has_the_same_cells_merges_and_sizes(form) -> None:
    sheet = annex(form, Page("虚构省", "2023年9月", figures(form)), ZH)
    found = read(write([sheet])).worksheets[0]
    assert found.title == sheet.name
    for (row, column), cell in sheet.cells.items():
        stands = found.cell(row, column)
        if isinstance(stands, MergedCell):  # openpyxl invents its look anew
            continue
        wanted = float(cell.value) if isinstance(cell.value, Decimal) else cell.value
        assert stands.value == wanted
        assert bool(stands.border.left.style) == cell.style.border
        assert (stands.font.name, stands.font.size) == (cell.style.font, cell.style.size)
        assert stands.number_format == cell.style.number_format
    assert {(m.min_row, m.min_col, m.max_row, m.max_col) for m in found.merged_cells} == areas(
        sheet
    )
    assert found["A3"].border.diagonalDown
    assert found["A3"].border.diagonal.style == "thin"
    assert found.row_dimensions[1].height == pytest.approx(sheet.heights[1] * 72 / 25.4, abs=0.01)


def test_the_page_is_a4_landscape_on_one_page_centred() -> None:
    found = read(write(whole())).worksheets[0]
    assert found.page_setup.paperSize == 9
    assert found.page_setup.orientation == "landscape"
    assert found.sheet_properties.pageSetUpPr.fitToPage
    assert (found.page_setup.fitToWidth, found.page_setup.fitToHeight) == (1, 1)
    assert found.print_options.horizontalCentered
    top, right, bottom, left = FORM.print.margins
    margins = found.page_margins
    inches = (margins.top, margins.right, margins.bottom, margins.left)
    assert inches == pytest.approx([mm / 25.4 for mm in (top, right, bottom, left)])


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "--"])
def test_text_is_never_a_formula(text: str) -> None:
    found = one(text)["A1"]
    assert (found.value, found.data_type, found.quotePrefix) == (text, "s", True)


def test_a_number_is_a_number_and_a_figure_as_text_is_text() -> None:
    assert one(12)["A1"].data_type == "n"
    assert one("12")["A1"].data_type == "s"


def test_signs_that_no_file_may_hold_are_left_out() -> None:
    assert one("甲\x00\x0b\ud800\ufffe乙")["A1"].value == "甲乙"
    assert one("<b>&\n“丙”")["A1"].value == "<b>&\n“丙”"


def test_no_row_is_higher_than_a_spreadsheet_allows() -> None:
    canvas = Canvas(heights={1: 1000.0})
    canvas.put((1, 1), "甲", Style())
    assert read(write([canvas.sheet("表", Setup())])).worksheets[0].row_dimensions[1].height == 409


def test_a_narrative_that_looks_like_a_formula_stays_text() -> None:
    unit = brought(FORM, 1, narrative='=HYPERLINK("http://example.invalid")')
    book = read(write(consolidated(FORM, table(FORM, unit), FACTS, ZH)))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


def test_equal_sheets_give_equal_bytes() -> None:
    assert write(whole()) == write(whole())


def test_the_properties_tell_title_maker_and_the_time_handed_in() -> None:
    at = datetime(2023, 9, 26, 4, tzinfo=UTC)
    found = read(write(whole(), title="虚构省汇总表", at=at)).properties
    assert (found.title, found.creator) == ("虚构省汇总表", "lianluo")
    assert found.created == found.modified == at.replace(tzinfo=None)


def test_the_file_says_nothing_of_the_machines_clock() -> None:
    with zipfile.ZipFile(io.BytesIO(write(whole()))) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_our_own_workbook_passes_the_guard_for_uploads() -> None:
    check(write(whole()))


def test_headings_stay_in_sight_and_are_repeated_on_every_page() -> None:
    found = read(write(whole())).worksheets[1]
    assert found.freeze_panes == "C4"
    assert found.print_title_rows == "$1:$3"
    assert found.print_title_cols == "$A:$B"
