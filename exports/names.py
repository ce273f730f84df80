"""Names of files and sheets that every system accepts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import category

NAMELESS = "lianluo"
FILE_LENGTH = 60  # characters before the extension
SHEET_LENGTH = 31  # Excel's limit
IN_FILES = re.compile(r'[<>:"/\\|?*]')
IN_SHEETS = re.compile(r"[\[\]:*?/\\]")
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # Windows keeps these


def file_name(*parts: str, extension: str = "xlsx") -> str:
    """The parts joined, the first one shortened if it must be.

    ``四川省_汇总表_2023年9月_第1版.xlsx``
    """
    clean = [part for part in (_plain(each, IN_FILES).strip(" .") for each in parts) if part]
    excess = len("_".join(clean)) - FILE_LENGTH
    if clean and excess > 0:
        clean[0] = clean[0][: max(1, len(clean[0]) - excess)].rstrip(" .")
    stem = "_".join(clean)[:FILE_LENGTH].strip(" .") or NAMELESS
    return f"_{stem}.{extension}" if DEVICES.fullmatch(stem) else f"{stem}.{extension}"


def sheet_names(wanted: Sequence[str]) -> tuple[str, ...]:
    """Names for sheets: without forbidden signs, at most 31 characters, no two alike."""
    taken: dict[str, str] = {}
    for name in wanted:
        stem = _shortened(_plain(name, IN_SHEETS).strip(" '"), SHEET_LENGTH) or "1"
        unique, n = stem, 1
        while unique.casefold() in (*taken, "history"):
            n += 1
            unique = _shortened(stem, SHEET_LENGTH - len(f" {n}")) + f" {n}"
        taken[unique.casefold()] = unique
    return tuple(taken.values())


def _plain(text: str, forbidden: re.Pattern[str]) -> str:
    """Without control and direction marks, and with ``-`` for what is forbidden."""
    visible = "".join(sign for sign in text if category(sign) not in ("Cc", "Cf", "Cs"))
    return forbidden.sub("-", visible)


def _shortened(text: str, length: int) -> str:
    """At most so many UTF-16 units, which is how Excel counts; no character cut in half."""
    units = text.encode("utf-16-le")[: 2 * length]
    return units.decode("utf-16-le", errors="ignore").rstrip(" '")
