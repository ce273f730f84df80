"""A form filled in with a spreadsheet is read as what its filler sees, and nothing else."""

import io
from dataclasses import replace
from datetime import datetime, time

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.annex import annex
from exports.page import Page
from exports.uploaded import read_filled
from exports.xlsx import write
from reporting.form import Form
from reporting.sheet_cells import Fault
from tests.campaigns import jiaxing, river, sichuan, tea
from tests.exports import small
from tests.exports.filling import (
    SHEET,
    blank,
    card,
    changed,
    opened,
    places,
    read,
    replaced,
    saved,
    typed,
)
from tests.exports.words import ZH

FORMS = {each.key: each.form for each in (sichuan(), jiaxing(), river(), tea())}
TEA = FORMS["tea-2023"]
every_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def some(form: Form):
    """Figures for some of the cells, each with at most 15 digits: what a spreadsheet keeps."""
    return st.dictionaries(st.sampled_from(form.inputs), st.integers(0, 10**12 - 1))


@every_form
@settings(max_examples=10, deadline=None)  # a whole file each
@given(st.data())
def test_what_is_typed_is_what_is_read(form: Form, data: st.DataObject) -> None:
    figures = data.draw(some(form))
    assert read(changed(blank(form), typed(form, figures)), form) == figures


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (3, 3_000_000),
        (0.1 + 0.2, 300_000),
        (3.5000000000000004, 3_500_000),
        (1e-6, 1),
        (123456789.123456, 123_456_789_123_456),
        ("3.5", 3_500_000),
        ("３．５", 3_500_000),
        ("'3.5", 3_500_000),
        ("3.5万元", 3_500_000),
        ("35000元", 3_500_000),
        ("三点五", 3_500_000),
        (" 1,234 ", 1_234_000_000),
        ("无", 0),
        (0, 0),
        (-0.0, 0),
    ],
)
def test_a_figure_is_read_as_it_is_seen(typed: object, value: int) -> None:
    at = places(TEA)["fines.shops"]
    assert read(changed(blank(TEA), {at: typed}), TEA) == {"fines.shops": value}


@pytest.mark.parametrize(
    ("typed", "number_format", "value"),
    [
        (0.125, "0.0%", 125),
        (12.5, "General", 125),
        ("12.5%", "General", 125),
        ("12.5", "@", 125),
        (1, "0%", 1000),
    ],
)
def test_a_share_is_read_as_it_is_seen(typed: object, number_format: str, value: int) -> None:
    form = share()
    at = places(form)["left.rate"]
    assert read(changed(blank(form), {at: typed}, {at: number_format}), form) == {
        "left.rate": value
    }


def share() -> Form:
    """A form with a percentage that is entered."""
    tenths = replace(small.PERCENT, decimals=1)
    return small.form([small.column("rate"), small.column("n")], {"left": tenths})


def test_what_is_left_blank_is_never_zero() -> None:
    at = places(TEA)
    data = changed(blank(TEA), {at["visits.self"]: 0, at["visits.shops"]: "  "})
    assert read(data, TEA) == {"visits.self": 0}
    assert card(data, TEA).blank == len(TEA.inputs) - 1


def test_only_what_is_new_or_differs_from_the_draft_is_on_the_card() -> None:
    at = places(TEA)
    data = changed(blank(TEA), {at["visits.self"]: 3, at["visits.shops"]: 4, at["cases.shops"]: 1})
    found = card(data, TEA, {"visits.self": 3, "visits.shops": 5, "visits.online": 9})
    assert {each.key: each.value for each in found.pairs} == {"visits.shops": 4, "cases.shops": 1}
    assert (found.same, found.blank, found.unread) == (1, len(TEA.inputs) - 3, ())


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("#REF!", Fault.ERROR),
        (True, Fault.BOOLEAN),
        (datetime(2023, 1, 3), Fault.DATE),
        (time(3, 5), Fault.DATE),
        ("=C5*2", Fault.FORMULA),
        ("约3", Fault.NUMBER),
        (-1, Fault.NUMBER),
        (1.5, Fault.NUMBER),
        (1e300, Fault.NUMBER),
        ("--", Fault.NUMBER),
        ("12-15", Fault.NUMBER),
    ],
)
def test_what_is_no_figure_is_named_with_its_cell(value: object, fault: Fault) -> None:
    data = changed(blank(TEA), {"D5": value, "C5": 2})
    found = card(data, TEA)
    assert [(each.at, each.key, each.fault) for each in found.unread] == [
        ("D5", "visits.online", fault)
    ]
    assert [each.key for each in found.pairs] == ["visits.shops"]


def test_a_date_in_a_chinese_format_of_a_file_s_own_is_a_date() -> None:
    data = changed(blank(TEA), {"D5": 45000}, {"D5": 'yyyy"年"m"月"d"日"'})
    assert [each.fault for each in card(data, TEA).unread] == [Fault.DATE]
    assert read(changed(blank(TEA), {"D5": 45}, {"D5": '0"户(d)"'}), TEA) == {"visits.online": 45}


def test_merged_cells_are_nobodys_figure() -> None:
    book = openpyxl.load_workbook(io.BytesIO(changed(blank(TEA), {"C6": 3})))
    book.worksheets[0].merge_cells("C6:D6")
    found = card(saved(book), TEA)
    assert [(each.at, each.said, each.fault) for each in found.unread] == [
        ("C6:D6", "3", Fault.MERGED)
    ]
    assert found.pairs == ()


def test_cells_that_need_no_figure_may_be_merged() -> None:
    book = openpyxl.load_workbook(io.BytesIO(changed(blank(TEA), {"C5": 2})))
    book.worksheets[0].merge_cells("B6:B8")
    assert card(saved(book), TEA).unread == ()


def test_merged_cells_are_told_by_the_first_that_needs_a_figure() -> None:
    book = openpyxl.load_workbook(io.BytesIO(changed(blank(TEA), {"B6": 3})))
    book.worksheets[0].merge_cells("B6:C7")
    found = card(saved(book), TEA)
    assert [(each.at, each.key, each.said) for each in found.unread] == [
        ("B6:C7", "cases.shops", "3")
    ]


@pytest.mark.parametrize("typed", ["1E9999999", "-1E9999999", "1E999999", "NaN"])
def test_a_number_beyond_all_numbers_is_no_figure(typed: str) -> None:
    at = places(share())["left.rate"]
    plain = changed(blank(share()), {at: 777}, {at: "0%"})
    found = card(replaced(plain, SHEET, b"777", typed.encode()), share())
    assert [(each.at, each.fault) for each in found.unread] == [(at, Fault.ERROR)]


def test_a_figure_where_none_applies_is_named() -> None:
    found = card(changed(blank(TEA), {"B6": 3, "B7": "/", "B8": None}), TEA)
    assert [(each.at, each.fault) for each in found.unread] == [("B6", Fault.NOT_APPLICABLE)]


def test_a_wrong_total_is_pointed_out_and_never_taken() -> None:
    found = card(changed(blank(TEA), {"C5": 2, "D5": 3, "E5": 6}), TEA)
    assert [(each.at, each.said, each.expected) for each in found.wrong] == [("E5", "6", 5)]
    assert {each.key for each in found.pairs} == {"visits.shops", "visits.online"}
    assert card(changed(blank(TEA), {"C5": 2, "D5": 3, "E5": 5}), TEA).wrong == ()


def test_a_total_nobody_can_check_yet_is_left_alone() -> None:
    assert card(changed(blank(TEA), {"C5": 2, "E5": 6}), TEA).wrong == ()


def test_a_share_calculated_without_rounding_is_no_wrong_one() -> None:
    form = FORMS["river-patrol"]
    found = card(changed(blank(form), {"E6": 3, "F6": 1, "G6": 1 / 3}), form)
    assert (found.wrong, found.unread) == ((), ())
    assert len(card(changed(blank(form), {"E6": 3, "F6": 1, "G6": 0.5}), form).wrong) == 1


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("投诉举报：受理5件；办结3件。", {"received": 5, "concluded": 3}),
        ("投诉举报：受理 ５ 件；办结____件。", {"received": 5}),
        ("投诉举报：受理__5__件; 办结_三_件。", {"received": 5, "concluded": 3}),
        ("投诉举报:受理无件；办结0件。", {"received": 0, "concluded": 0}),
        ("投诉举报：受理____件；办结____件。", {}),
    ],
)
def test_figures_in_a_sentence_are_read_where_they_stand(text: str, figures: dict) -> None:
    at = places(TEA)["complaints.received"]
    got = read(changed(blank(TEA), {at: text}), TEA)
    assert got == {f"complaints.{key}": value for key, value in figures.items()}


@pytest.mark.parametrize("text", ["投诉举报：受理5件，办结3件", "没有投诉", None])
def test_a_sentence_in_other_words_is_named_with_its_cell(text: str | None) -> None:
    at = places(TEA)["complaints.received"]
    found = card(changed(blank(TEA), {at: text, "C5": 2}), TEA)
    assert [(each.at, each.fault) for each in found.unread] == [(at, Fault.SENTENCE)]
    assert [each.key for each in found.pairs] == ["visits.shops"]


@every_form
def test_a_form_typed_by_hand_is_read_by_its_labels(form: Form) -> None:
    page = Page("", "", {key: n for n, key in enumerate(form.inputs)})
    data = write([annex(form, page, ZH)])  # no mark, no open cells
    assert read(data, form) == dict(page.figures)


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("A1", "茶叶质量 专项检查情况表（2023年9月）"),
        ("A8", "罚款金额（万元）"),
        ("A5", " 检查数 "),
    ],
)
def test_brackets_and_spaces_of_a_label_do_not_matter(at: str, text: str) -> None:
    assert read(changed(blank(TEA), {at: text, "C5": 2}), TEA) == {"visits.shops": 2}


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("单位：市农业局", "市农业局"),
        ("单位: 市农业局 ", "市农业局"),
        ("单位：____", ""),
        (None, ""),
    ],
)
def test_whose_it_is_stands_in_the_forms_own_field(value: str | None, name: str) -> None:
    (copy,) = opened(changed(blank(TEA), {"A2": value}), TEA).copies
    assert read_filled(copy.region, TEA).name == name


@pytest.mark.parametrize(
    ("value", "name"),
    [("南湖区", "南湖区"), ("______县（市、区）", ""), ("海盐县（市、区）", "海盐")],
)
def test_a_field_that_is_all_room_to_write_is_its_own_value(value: str, name: str) -> None:
    form = FORMS["jiaxing-2023"]
    data = changed(blank(form), {"A2": value})
    (copy,) = opened(data, form).copies
    assert read_filled(copy.region, form).name == name
