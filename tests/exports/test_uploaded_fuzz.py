"""Whatever somebody sends as a form: it is read, or refused; it never breaks the reader."""

import io
import json
import zipfile
from datetime import date, time

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import MergedCell

from exports.guard import UnsafeFile
from exports.placing import SheetMismatchError
from exports.uploaded import open_upload, read_filled
from reporting.draft import CARD, Answer, Draft
from reporting.sheet_cells import kept, kept_in
from reporting.uploading import read_sheet
from tests.campaigns import tea
from tests.exports.filling import blank, saved

TEA = tea().form
PLAIN = blank(TEA, {"visits.shops": 3, "complaints.received": 1})
PARTS = zipfile.ZipFile(io.BytesIO(PLAIN)).namelist()

values = st.one_of(
    st.none(),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(date(1900, 1, 1)),
    st.just(time(3, 5)),
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=40),
    st.sampled_from(
        ["#REF!", "#N/A", "=C5", "=1/0", "3.5万元", "１２", "--", "投诉举报：受理5件", "1e9"]
    ),
)
cells = st.from_regex(r"[A-H]([1-9]|1[0-9])", fullmatch=True)


def heard(data: bytes) -> None:
    """The whole way of a file to its card, and of what is kept of it."""
    try:
        upload = open_upload(data, {TEA.key: TEA})
        filled = [read_filled(each.region, TEA) for each in upload.copies]
    except (UnsafeFile, SheetMismatchError):
        return
    for each in filled:
        assert kept_in(kept(each.stood)) == each.stood
        found = read_sheet(TEA, Draft("1", "", {}), each.stood)
        assert {pair.key for pair in found.pairs} <= set(TEA.inputs)


@settings(max_examples=60, deadline=None)  # a whole file each
@given(st.dictionaries(cells, values, max_size=6))
def test_any_values_in_any_cells(changes: dict) -> None:
    book = openpyxl.load_workbook(io.BytesIO(PLAIN))
    sheet = book.worksheets[0]
    sheet.merged_cells.ranges.clear()
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell, MergedCell):
                del sheet._cells[cell.row, cell.column]
    for at, value in changes.items():
        sheet[at] = value
    heard(saved(book))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_bytes_of_the_archive(data: st.DataObject) -> None:
    broken = bytearray(PLAIN)
    for _ in range(data.draw(st.integers(1, 8))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    heard(bytes(broken[: data.draw(st.integers(0, len(broken)))]))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_bytes_of_its_parts(data: st.DataObject) -> None:
    wrong = data.draw(st.sampled_from(PARTS))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as given_, zipfile.ZipFile(out, "w") as made:
        for name in PARTS:
            part = bytearray(given_.read(name))
            for _ in range(data.draw(st.integers(1, 6)) if name == wrong else 0):
                start = data.draw(st.integers(0, len(part)))
                part[start : start + data.draw(st.integers(0, 20))] = data.draw(
                    st.binary(max_size=12)
                )
            made.writestr(name, bytes(part))
    heard(out.getvalue())


@given(st.text() | st.binary().map(lambda each: '{"sheet":' + each.decode("latin-1")))
def test_words_that_wait_are_never_taken_for_a_file(text: str) -> None:
    assert kept_in(text) in (None, ())


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda each: st.lists(each, max_size=4) | st.dictionaries(st.just("sheet"), each),
    )
)
def test_what_is_kept_is_read_without_trust(anything: object) -> None:

    stood = kept_in(json.dumps(anything)) or ()
    read_sheet(TEA, Draft("1", CARD, {CARD: Answer("", "")}), stood)
