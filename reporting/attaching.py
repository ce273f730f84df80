"""Photos and documents beside the narrative: what is taken, and under which name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from unicodedata import category

MOST = 10  # files beside one report
LARGEST = 20 * 1024 * 1024  # bytes of one file: Telegram lets no bot fetch more
NAME_LENGTH = 80  # characters, the ending among them
NAMELESS = "file"
_ENDING = re.compile(r"\.\w{1,10}\Z", re.ASCII)


class FileKind(StrEnum):
    """How it was sent: Telegram shrinks photos, and leaves documents as they are."""

    PHOTO = "photo"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file beside a report's narrative. ``size`` is in bytes; ``name`` is safe to show.

    ``id`` and ``file`` are storage's numbers for it and for its bytes, 0 until it is kept; they
    say nothing about what it is.
    """

    kind: FileKind
    name: str
    size: int
    sha256: str
    id: int = field(default=0, compare=False)
    file: int = field(default=0, compare=False)


class WhyNotAttached(StrEnum):
    """Why a file was not taken. Each has words in both languages, with the remedy."""

    EMPTY = "empty"
    THERE = "there"  # the very same bytes are there already
    FULL = "full"  # ``MOST`` are there
    NO_NARRATIVE = "no-narrative"  # the form has no place for files


def why_not_attached(there: Sequence[Attachment], new: Attachment) -> WhyNotAttached | None:
    """What keeps a file from standing beside these; None: nothing does."""
    if not new.size:
        return WhyNotAttached.EMPTY
    if any(each.sha256 == new.sha256 for each in there):
        return WhyNotAttached.THERE
    return WhyNotAttached.FULL if len(there) >= MOST else None


def safe_name(name: str) -> str:
    """The name without folders, and without signs that control, hide or turn what is around them.

    Never empty; a long one is shortened before its ending.
    """
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(" " if sign.isspace() else sign for sign in last if _harmless(sign))
    plain = re.sub(r'[<>:"|?*]', "-", " ".join(seen.split())).strip(". ")
    if len(plain) > NAME_LENGTH:
        ending = found[0] if (found := _ENDING.search(plain)) else ""
        plain = plain[: NAME_LENGTH - len(ending)].rstrip(". ") + ending
    return plain or NAMELESS


def _harmless(sign: str) -> bool:
    return sign.isspace() or category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def in_units(size: int) -> str:
    """Bytes as people read them: 340 KB, 1.2 MB."""
    if size < 1024:
        return f"{size} B"
    kilobytes = size / 1024
    return f"{kilobytes:.0f} KB" if kilobytes < 1000 else f"{kilobytes / 1024:.1f} MB"
