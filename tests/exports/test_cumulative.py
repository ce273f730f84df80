"""The cumulative sheet: the form's own layout, its span in the name, what is missing below."""

from __future__ import annotations

import pytest

from exports.annex import annex
from exports.cumulative import cumulative_sheet, cumulative_workbook
from exports.page import Page
from exports.reading import read_figures
from exports.workbook import CUMULATIVE, consolidated
from exports.xlsx import write
from reporting.form import Form
from tests.campaigns import jiaxing, river, sichuan
from tests.exports.sample import FACTS, brought, figures, shown, table
from tests.exports.words import ZH

FORMS = {each.key: each.form for each in (sichuan(), jiaxing(), river())}
SPAN, NOTE = "2023年8月至2023年9月", "未计入：2023年8月（未报）"


def page(form: Form, note: str = "") -> Page:
    return Page("虚构省", SPAN, figures(form), note=note)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_layout_is_that_of_the_annex(form: Form) -> None:
    sheet, same = cumulative_sheet(form, page(form), ZH), annex(form, page(form), ZH)
    assert sheet.name == f"累计数 {SPAN}"
    assert (sheet.cells, sheet.merges, sheet.setup) == (same.cells, same.merges, same.setup)


def test_what_is_not_in_it_is_said_below_the_form() -> None:
    form = sichuan().form
    sheet, bare = (
        cumulative_sheet(form, page(form, NOTE), ZH),
        cumulative_sheet(form, page(form), ZH),
    )
    (more,) = set(shown(sheet).items()) - set(shown(bare).items())
    assert more == ((max(row for row, _ in shown(bare)) + 1, 1), NOTE)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_after_the_annex_of_a_consolidated_workbook_it_reads_back_exactly(form: Form) -> None:
    roll_up = table(form, brought(form, 1))
    sheets = consolidated(form, roll_up, FACTS, ZH, page(form, NOTE))
    assert [each.name for each in sheets][:3] == [
        "汇总表 2023年9月",
        f"累计数 {SPAN}",
        "各单位数据",
    ]
    wanted = {key: form.measure(key).value(n) for key, n in figures(form).items()}
    assert read_figures(write(list(sheets)), form, sheet=CUMULATIVE) == wanted


def test_a_final_workbook_begins_with_the_sums_and_has_every_period() -> None:
    form = sichuan().form
    months = [Page("虚构省", name, figures(form)) for name in ("2023年8月", "2023年9月")]
    names = [each.name for each in cumulative_workbook(form, page(form), months, ZH)]
    assert names == [f"累计数 {SPAN}", "汇总表 2023年8月", "汇总表 2023年9月"]
