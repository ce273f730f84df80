"""Sheets as plain data → the bytes of an xlsx. The only place that writes with openpyxl.

The same sheets always give the same bytes, so that two people can compare two files.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection
from openpyxl.styles import Side as Line
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.pagebreak import Break
from openpyxl.xml.functions import tostring

from exports.entering import enter
from exports.names import sheet_names
from exports.sheet import Cell, Formula, Setup, Sheet, Style

POINTS_PER_MM = 72 / 25.4
TALLEST = 409  # points: Excel's limit for a row
BASE_FONT, BASE_SIZE = "Arial", 10
WIDTH_PER_MM = 96 / 25.4 / 7
"""Excel counts a column's width in digits of the workbook's first font. A digit of 10 pt Arial
takes 7 pixels, at 96 pixels an inch; nearly every system has this font, or one as wide."""
CHINESE = 134  # the character set (GB 2312) by which a missing font is replaced with a Chinese one
PAPERS = {"A3": 8, "A4": 9}
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
FORMULA_SIGNS = ("=", "+", "-", "@")
THIN = Line(style="thin")
CREATOR = "lianluo"
MARK = "lianluo"  # the property's name
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def write(
    sheets: Sequence[Sheet], *, title: str = "", at: datetime = EPOCH, mark: str = ""
) -> bytes:
    """The workbook's bytes. ``title`` and ``at`` (when it was made) become its properties.

    ``mark`` is kept as a property of its own, for programs to read.
    """
    book: Any = Workbook(write_only=True)  # its types leave out what is used here
    book._named_styles["Normal"].font = Font(name=BASE_FONT, size=BASE_SIZE)
    for sheet, name in zip(sheets, sheet_names([each.name for each in sheets]), strict=True):
        _Printer(book, sheet, name).print()
    if mark:
        book.custom_doc_props.append(StringProperty(name=MARK, value=mark))
    out = io.BytesIO()
    book.save(out)
    return _sealed(out.getvalue(), _properties(title or sheets[0].name, at))


class _Printer:
    """Writes one sheet into a workbook, row by row."""

    def __init__(self, book: Any, sheet: Sheet, name: str) -> None:
        self.sheet = sheet
        self.target = book.create_sheet(name)
        self.looks: dict[tuple[Style, bool], Any] = {}

    def print(self) -> None:
        """Everything of the sheet; sizes first, for the rows are streamed."""
        for column, mm in self.sheet.widths.items():
            self.target.column_dimensions[get_column_letter(column)].width = mm * WIDTH_PER_MM
        for row, mm in self.sheet.heights.items():
            self.target.row_dimensions[row].height = min(TALLEST, round(mm * POINTS_PER_MM, 2))
        if self.sheet.freeze:
            row, column = self.sheet.freeze
            self.target.freeze_panes = f"{get_column_letter(column)}{row}"
        _set_up(self.target, self.sheet.setup)
        self._rows()
        areas = (CellRange(None, m.left, m.top, m.right, m.bottom) for m in self.sheet.merges)
        self.target.merged_cells = [area.coord for area in areas]  # in order, unlike openpyxl's set
        if self.sheet.entries:
            enter(self.target, self.sheet.entries)

    def _rows(self) -> None:
        rows: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in self.sheet.cells.items():
            rows.setdefault(row, {})[column] = cell
        for row in range(1, max([*rows, *self.sheet.heights], default=0) + 1):
            line = rows.get(row, {})
            width = max(line, default=0)
            self.target.append([self._cell(line.get(n)) for n in range(1, width + 1)])

    def _cell(self, cell: Cell | None) -> Any:
        if cell is None:
            return None
        written: Any = WriteOnlyCell(self.target)
        quoted = False
        if isinstance(cell.value, str):
            written._value = NOT_IN_XML.sub("", cell.value)
            written.data_type = "s"  # never a formula, whatever it begins with
            quoted = cell.value.startswith(FORMULA_SIGNS)
        elif isinstance(cell.value, Formula):
            written.value = f"={cell.value.text}"
        else:
            written.value = cell.value
        key = cell.style, quoted
        if key not in self.looks:
            _dress(written, cell.style, quoted)
            self.looks[key] = written._style
        written._style = self.looks[key]  # one object for all that look alike: three times faster
        return written


def _dress(written: Any, style: Style, quoted: bool) -> None:
    """What a ``Style`` means in the file."""
    written.font = Font(
        name=style.font, size=style.size, bold=style.bold, charset=CHINESE, family=1
    )
    written.alignment = Alignment(
        horizontal=style.align.value,
        vertical=style.vertical.value,
        wrap_text=style.wrap,
        shrink_to_fit=style.shrink,
    )
    if style.border:
        crossed = THIN if style.diagonal else None
        written.border = Border(THIN, THIN, THIN, THIN, crossed, diagonalDown=style.diagonal)
    if style.fill:
        written.fill = PatternFill("solid", fgColor=style.fill)
    written.number_format = style.number_format
    written.protection = Protection(locked=not style.unlocked)
    written.quotePrefix = quoted  # so that it stays text when somebody edits it


def _set_up(target: Any, setup: Setup) -> None:
    """Paper, margins, and how the sheet is spread over pages."""
    target.page_setup.paperSize = PAPERS[setup.paper]
    target.page_setup.orientation = "landscape" if setup.landscape else "portrait"
    target.sheet_properties.pageSetUpPr.fitToPage = any(setup.fit)
    target.page_setup.fitToWidth, target.page_setup.fitToHeight = setup.fit
    target.print_options.horizontalCentered = setup.centred
    for column in setup.page_ends:
        target.col_breaks.append(Break(id=column))
    inches = [mm / 25.4 for mm in setup.margins]
    margins = target.page_margins
    margins.top, margins.right, margins.bottom, margins.left = inches
    margins.header = margins.footer = min(margins.top, margins.bottom) / 2
    if setup.repeat_rows:
        target.print_title_rows = "{}:{}".format(*setup.repeat_rows)
    if setup.repeat_columns:
        target.print_title_cols = f"A:{get_column_letter(setup.repeat_columns)}"
    if setup.page_numbers:
        target.oddFooter.center.text = "&P / &N"


def _properties(title: str, at: datetime) -> bytes:
    """The document's properties, with no other time in them than the one handed in."""
    moment = at.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    core = DocumentProperties(
        creator=CREATOR, lastModifiedBy=CREATOR, title=title, created=moment, modified=moment
    )
    packed: Any = tostring(core.to_tree())  # bytes, whatever its types say
    return bytes(packed)


def _sealed(data: bytes, properties: bytes) -> bytes:
    """The same archive without the time of writing, which openpyxl puts into it."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as written,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as sealed,
    ):
        for name in written.namelist():
            content = properties if name == "docProps/core.xml" else written.read(name)
            member = zipfile.ZipInfo(name, ZIP_EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            sealed.writestr(member, content)
    return out.getvalue()
