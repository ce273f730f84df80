"""Forms filled in as people do it with a spreadsheet."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import openpyxl

from exports.page import Page
from exports.sentences import sentence_text
from exports.template import Mark, template
from exports.uploaded import Upload, open_upload, read_filled
from exports.xlsx import write
from reporting.draft import Answer, Draft
from reporting.form import Figures, Form, State
from reporting.measure import Kind
from reporting.sheet_cells import Stood
from reporting.uploading import SheetCard, read_sheet
from tests.exports.words import ZH

SHEET = "xl/worksheets/sheet1.xml"
UNIT, PERIOD = "虚构市卫生健康委（本级）", "2023年9月"


def blank(form: Form, figures: Figures | None = None, mark: str = "") -> bytes:
    """The file that a liaison gets."""
    page = Page(UNIT, PERIOD, figures or {})
    sheet = template(form, page, ZH, lambda measure: f"单位：{measure.unit.zh}")
    return write([sheet], mark=mark or str(Mark(form.key, form.key, 7, "2023-09")))


def places(form: Form) -> dict[str, str]:
    """Where each figure stands on the template: key → D6."""
    anchors = template(form, Page(UNIT, PERIOD), ZH, lambda measure: "").anchors
    letter = openpyxl.utils.get_column_letter
    return {key: f"{letter(column)}{row}" for key, (row, column) in anchors.items()}


def changed(
    data: bytes, cells: Mapping[str, Any], formats: Mapping[str, str] | None = None
) -> bytes:
    """The file as it was saved after these cells of its first sheet were changed."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for at, value in cells.items():
        book.worksheets[0][at] = value
    for at, each in (formats or {}).items():
        book.worksheets[0][at].number_format = each
    return saved(book)


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def packed(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The file with some of its parts replaced; an empty one is left out."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as given,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in {**dict.fromkeys(given.namelist()), **parts}:
            content = parts.get(name, given.read(name) if name in given.namelist() else b"")
            if content:
                made.writestr(name, content)
    return out.getvalue()


def replaced(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The file with other words in one of its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read(part)
    assert old in content
    return packed(data, {part: content.replace(old, new)})


def typed(form: Form, figures: Figures) -> dict[str, Any]:
    """What a spreadsheet keeps where these figures were typed: numbers, as floats."""
    at = places(form)
    cells: dict[str, Any] = {}
    for key in form.inputs:
        if key in figures and key in form.cells:
            measure = form.measure(key)
            value = float(measure.value(figures[key]))
            cells[at[key]] = value / 100 if measure.kind is Kind.PERCENT else value
    for line in form.sentences:
        cells[at[line.fields[0].key]] = sentence_text(line, figures, "zh")
    return cells


def opened(data: bytes, form: Form) -> Upload:
    return open_upload(data, {form.key: form})


def stood(data: bytes, form: Form) -> tuple[Stood, ...]:
    """What stands in the cells of the only copy in a file."""
    (copy,) = opened(data, form).copies
    return read_filled(copy.region, form).stood


def card(data: bytes, form: Form, figures: Figures | None = None) -> SheetCard:
    """What a file comes to beside a draft with these figures."""
    answers = {key: Answer("", value) for key, value in (figures or {}).items()}
    return read_sheet(form, Draft("1", "", answers), stood(data, form))


def read(data: bytes, form: Form) -> dict[str, int]:
    """The figures that a file gives an empty draft."""
    return {each.key: each.value for each in card(data, form).pairs}


def inputs(form: Form) -> list[str]:
    """Keys of the matrix's cells that are entered."""
    return [key for key, cell in form.cells.items() if cell.state is State.INPUT]
