"""Wide tables end their pages between groups of columns."""

from __future__ import annotations

import io
from itertools import pairwise

import openpyxl
import pytest

from exports.breaking import room
from exports.lines import input_columns, lines_sheet
from exports.sheet import Sheet
from exports.xlsx import write
from reporting.form import Form
from tests.campaigns import jiaxing, sichuan
from tests.exports.sample import brought, table
from tests.exports.words import ZH

FORMS = pytest.mark.parametrize("form", [sichuan().form, jiaxing().form], ids=["sc", "jx"])


def lines(form: Form) -> Sheet:
    return lines_sheet(form, table(form, brought(form, 1)), ZH)


@FORMS
def test_every_page_has_room_for_its_columns(form: Form) -> None:
    sheet = lines(form)
    widths, setup = sheet.widths, sheet.setup
    repeated = sum(widths[n] for n in range(1, setup.repeat_columns + 1))
    for begin, end in pairwise((0, *setup.page_ends, max(widths))):
        width = sum(widths[n] for n in range(begin + 1, end + 1))
        assert width + (repeated if begin else 0) <= room(setup)


@FORMS
def test_a_page_ends_only_where_a_group_does(form: Form) -> None:
    sheet = lines(form)
    first_figure = min(column for _, column in sheet.anchors.values())
    ends, column = set(), first_figure
    for node in input_columns(form):
        for group in node.columns or (node,):
            deep = group.columns and len(node.leaves) > 12
            column += len(group.leaves)
            ends |= {column - 1} if deep else set()
        ends.add(column - 1)
    assert set(sheet.setup.page_ends) <= ends | {first_figure - 1}
    assert sheet.setup.page_ends


@FORMS
def test_no_merged_label_runs_over_the_end_of_a_page(form: Form) -> None:
    sheet = lines(form)
    for end in sheet.setup.page_ends:
        assert not [each for each in sheet.merges if each.left <= end < each.right]


def test_a_group_of_two_pages_is_named_on_both() -> None:
    sheet = lines(sichuan().form)
    named = [at for at, cell in sheet.cells.items() if cell.value == "非技术准入机构"]
    assert len(named) == 2


@FORMS
def test_the_file_has_the_breaks_and_is_not_shrunk_to_a_page(form: Form) -> None:
    sheet = lines(form)
    found = openpyxl.load_workbook(io.BytesIO(write([sheet]))).worksheets[0]
    assert tuple(each.id for each in found.col_breaks.brk) == sheet.setup.page_ends
    assert not found.sheet_properties.pageSetUpPr.fitToPage
