"""A roster's file → its rows: CSV as Excel or an editor saves it, or xlsx.

Only decoding happens here; what the rows mean is ``reporting.roster``'s. A file that cannot be
read says so with ``RosterFileError``; nothing of it is guessed.
"""

from __future__ import annotations

import csv
import io
from collections import Counter

from exports.guard import OLD_OFFICE, UPLOAD
from exports.roster_sheet import sheet_rows
from exports.roster_words import RosterFileError, Unreadable, refused
from reporting.roster import Row

__all__ = ["RosterFileError", "read_rows"]

LINES = 20_000
DELIMITERS = ",\t;，；"
_ZIP = b"PK"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_rows(data: bytes) -> tuple[Row, ...]:
    """Every line with its number as the program that wrote it shows it; RosterFileError.

    CSV in UTF-8 with or without BOM, in UTF-16 (Excel's "Unicode text") or in GB18030 as Excel
    in China saves it, with commas, semicolons or tabs; or the first visible sheet of an xlsx.
    """
    if not data.strip():
        raise refused(Unreadable.EMPTY)
    if len(data) > UPLOAD.packed:
        raise refused(Unreadable.TOO_LARGE)
    office = data.startswith((_ZIP, OLD_OFFICE))
    rows = sheet_rows(data, LINES) if office else _csv_rows(_decoded(data))
    if len(rows) > LINES:
        raise refused(Unreadable.TOO_MANY_LINES, limit=LINES)
    return rows


def _decoded(data: bytes) -> str:
    """The text of a CSV. GB18030 comes last, for it finds a meaning in almost any bytes."""
    encodings = ("utf-16",) if data.startswith(_UTF_16) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise refused(Unreadable.NOT_TEXT)


def _csv_rows(text: str) -> tuple[Row, ...]:
    """The records, each with the number of the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows: list[Row] = []
    begins = 1
    try:
        for record in reader:
            rows.append((begins, tuple(record)))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise refused(Unreadable.QUOTES, line=begins) from error
    return tuple(rows)


def _delimiter(text: str) -> str:
    """The sign that stands most often in one of the first lines, where the header is."""
    counts = [Counter(line) for line in text.splitlines()[:10]]
    return max(DELIMITERS, key=lambda sign: max((each[sign] for each in counts), default=0))
