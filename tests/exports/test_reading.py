"""The proof's reading of a file: by what stands in it, never by what the writer remembers."""

import io
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.annex import annex
from exports.guard import UPLOAD, UnsafeFile
from exports.page import Page
from exports.placing import SheetMismatchError
from exports.reading import read_figures
from exports.sentences import sentence_figures, sentence_text
from exports.xlsx import write
from reporting.form import Form, State
from tests.campaigns import jiaxing, river, sichuan
from tests.exports import small
from tests.exports.sample import figures
from tests.exports.words import ZH

FORMS = {each.key: each.form for each in (sichuan(), jiaxing(), river())}
LIVE = (State.INPUT, State.COMPUTED)


def file_of(form: Form, given_figures) -> bytes:
    return write([annex(form, Page("虚构省", "2023年9月", given_figures), ZH)])


def changed(data: bytes, place: str, value: object) -> bytes:
    """The file as somebody saved it after changing one cell."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    book.worksheets[0][place] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_figure_comes_back_exactly(form: Form) -> None:
    wanted = {key: form.measure(key).value(n) for key, n in figures(form).items()}
    assert read_figures(file_of(form, figures(form)), form) == wanted


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_blank_comes_back_as_none_and_zero_as_zero(form: Form) -> None:
    keys = list(figures(form))
    some = dict.fromkeys(keys[::2], 0)
    wanted = {key: Decimal(0) if key in some else None for key in keys}
    assert read_figures(file_of(form, some), form) == wanted


@settings(max_examples=30, deadline=None)  # a whole file each
@given(st.data())
def test_any_figures_of_a_deep_header_come_back(data: st.DataObject) -> None:
    form = DEEP
    keys = [key for key, cell in form.cells.items() if cell.state in LIVE] + list(form.fields)
    anything = st.dictionaries(st.sampled_from(keys), st.integers(0, 10**18 - 1))
    given_figures = data.draw(anything)
    read = read_figures(file_of(form, given_figures), form)
    assert {
        key: form.measure(key).figure(value) for key, value in read.items() if value is not None
    } == given_figures


def deep() -> Form:
    """Three levels, the same name under two groups, money and a percentage, a sentence."""
    column = small.column
    left, right = column("丙"), column("合计")
    other = replace(column("合计2"), label=right.label)
    columns = [column("甲", column("乙", left, right), column("丁")), column("戊", other)]
    rows = {"数": small.PIECES, "钱": small.MONEY, "率": small.PERCENT}
    states = {"数.丁": State.NONE, "钱.丁": State.BLANK}
    return small.form(columns, rows, states=states, sentences=(small.complaints(),))


DEEP = deep()


def test_a_row_that_was_renamed_is_noticed_with_its_place() -> None:
    form = FORMS["sichuan-2023"]
    with pytest.raises(SheetMismatchError) as found:
        read_figures(changed(file_of(form, {}), "A6", "别的"), form)
    assert (found.value.row, found.value.column, found.value.wanted) == (6, 1, "案件数")


def test_columns_that_changed_places_are_noticed() -> None:
    form = FORMS["sichuan-2023"]
    with pytest.raises(SheetMismatchError) as found:
        read_figures(changed(file_of(form, {}), "F4", "医疗机构"), form)
    assert found.value.wanted == "非技术准入机构/其他机构"


def test_a_figure_where_two_dashes_belong_is_noticed() -> None:
    form = FORMS["sichuan-2023"]
    with pytest.raises(SheetMismatchError):
        read_figures(changed(file_of(form, {}), "B6", 1), form)


def test_words_where_a_figure_belongs_are_noticed() -> None:
    form = FORMS["sichuan-2023"]
    with pytest.raises(SheetMismatchError):
        read_figures(changed(file_of(form, {}), "D6", "三"), form)


def test_another_form_is_not_this_form() -> None:
    with pytest.raises(SheetMismatchError):
        read_figures(file_of(FORMS["jiaxing-2023"], {}), FORMS["sichuan-2023"])


def test_a_changed_figure_is_what_is_read() -> None:
    form = FORMS["sichuan-2023"]
    data = changed(file_of(form, {"cases.C": 3}), "D6", 4)
    assert read_figures(data, form)["cases.C"] == 4


def test_the_file_is_guarded() -> None:
    with pytest.raises(UnsafeFile):
        read_figures(b"PK", FORMS["sichuan-2023"], limits=UPLOAD)


@given(st.integers(0, 10**6), st.none() | st.integers(0, 10**6))
def test_a_sentence_is_read_by_its_own_template(received: int, concluded: int | None) -> None:
    line = small.complaints()
    said = {"complaints.received": received}
    if concluded is not None:
        said["complaints.concluded"] = concluded
    read = sentence_figures(line, sentence_text(line, said, "zh"), "zh")
    assert read == {"complaints.received": received, "complaints.concluded": concluded}


def test_room_to_write_on_without_end_is_read_at_once() -> None:
    line = small.complaints()
    text = sentence_text(line, {}, "zh").replace("_", " " * 8_000)
    assert sentence_figures(line, text, "zh") == dict.fromkeys(each.key for each in line.fields)
    assert sentence_figures(line, text + "件", "zh") is None


def test_another_sentence_is_not_this_one() -> None:
    assert sentence_figures(small.complaints(), "填表人：联络员甲", "zh") is None
