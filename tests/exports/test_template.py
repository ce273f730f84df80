"""The form that is filled in with a spreadsheet: the annex, with only the figures open."""

import io

import openpyxl
import pytest

from exports.annex import annex
from exports.page import Page
from exports.sheet import Formula
from exports.template import Mark, read_mark, template
from reporting.form import Form, State
from tests.campaigns import jiaxing, river, sichuan, tea
from tests.exports.filling import PERIOD, UNIT, blank, inputs, opened, places, read
from tests.exports.sample import figures, shown
from tests.exports.words import ZH

FORMS = {each.key: each.form for each in (sichuan(), jiaxing(), river(), tea())}
every_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def loaded(form: Form):
    return openpyxl.load_workbook(io.BytesIO(blank(form))).worksheets[0]


@every_form
def test_it_is_the_annex_as_the_notice_prints_it(form: Form) -> None:
    page = Page(UNIT, PERIOD)
    printed, given = annex(form, page, ZH), template(form, page, ZH, lambda measure: "")
    words = {at: v for at, v in shown(given).items() if not isinstance(v, Formula)}
    assert words == shown(printed)
    assert (given.merges, given.widths, given.heights) == (
        printed.merges,
        printed.widths,
        printed.heights,
    )


@every_form
def test_only_figures_and_the_lines_to_complete_are_open(form: Form) -> None:
    sheet, at = loaded(form), places(form)
    assert sheet.protection.sheet and not sheet.protection.password
    for key, cell in form.cells.items():
        if cell.state in (State.INPUT, State.COMPUTED):
            assert sheet[at[key]].protection.locked is (cell.state is State.COMPUTED), key
    for each in form.fields:
        assert not sheet[at[each]].protection.locked
    labels = {form.title.zh, *(row.label.zh for row in form.rows), "--"}
    labels |= {node.label.zh for node in form.columns}
    for cell in (cell for row in sheet.iter_rows() for cell in row):
        if cell.value in labels or UNIT in str(cell.value):
            assert cell.protection.locked, cell.value


@every_form
def test_a_figure_is_a_number_from_0_on_and_whole_where_it_counts(form: Form) -> None:
    sheet, at = loaded(form), places(form)
    kinds = {
        cell.coordinate: each.type
        for each in sheet.data_validations.dataValidation
        for area in each.cells.ranges
        for row in sheet[area.coord : area.coord]
        for cell in row
    }
    wanted = {at[key]: "decimal" if form.measure(key).decimals else "whole" for key in inputs(form)}
    assert kinds == wanted


@every_form
def test_it_says_whose_it_is_and_of_which_period(form: Form) -> None:
    upload = opened(blank(form), form)
    assert upload.sheets == (f"汇总表 {PERIOD}",)
    assert upload.mark == Mark(form.key, form.key, 7, "2023-09")
    texts = upload.copies[0].region.texts.values()
    assert any(UNIT in each for each in texts)


@every_form
def test_a_draft_is_gone_on_with(form: Form) -> None:
    given = {key: value for key, value in figures(form).items() if key in form.questions}
    assert read(blank(form, given), form) == given


@every_form
def test_a_blank_one_reads_as_nothing(form: Form) -> None:
    assert read(blank(form), form) == {}


def test_a_total_is_calculated_once_all_its_parts_are_there() -> None:
    sheet = loaded(FORMS["tea-2023"])
    assert sheet["E5"].value == '=IF(COUNT(D5,C5)=2,IFERROR(ROUND((C5+D5),0),""),"")'


def test_a_share_is_calculated_and_shown_as_one() -> None:
    sheet = loaded(FORMS["river-patrol"])
    formula = '=IF(COUNT(F6,E6)=2,IFERROR(ROUND(((100*F6/E6))/100,3),""),"")'
    assert (sheet["G6"].value, sheet["G6"].number_format) == (formula, "0.0%")


def test_the_same_form_gives_the_same_bytes() -> None:
    form = FORMS["tea-2023"]
    assert blank(form) == blank(form)


@pytest.mark.parametrize("text", ["", "a|b|c", "a|b|c|d", "a|b|-1|d", "a|b|1|c|d", "a|b|²|c"])
def test_what_is_no_mark_is_none(text: str) -> None:
    assert read_mark(text) is None
