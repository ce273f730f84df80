"""What stood in the cells of a form that came as a file, as it is kept until it is confirmed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reporting.reasons import Reason

LONGEST = 80  # characters of a cell: more than any number has


class Fault(StrEnum):
    """Why a cell was not read. Each has words in both languages, with the remedy."""

    NUMBER = "number"  # the number is refused: ``reason``
    ERROR = "error"  # #REF!
    DATE = "date"
    BOOLEAN = "boolean"
    FORMULA = "formula"  # its result is not in the file
    MERGED = "merged"
    NOT_APPLICABLE = "not-applicable"  # a figure where the form prints -- or nothing
    SENTENCE = "sentence"  # a line of text that is not worded as the form has it


@dataclass(frozen=True, slots=True)
class Stood:
    """What stood at a place: ``at`` is D6, or D6:E6 where cells were merged."""

    key: str
    at: str
    said: str
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that was not taken, and why."""

    key: str
    at: str
    said: str
    fault: Fault
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class WrongTotal:
    """A computed cell that says something else than its parts come to."""

    key: str
    at: str
    said: str
    expected: int


def kept(stood: Iterable[Stood]) -> str:
    """The cells as one compact text, to wait under CARD."""
    lines = [[each.key, each.at, each.said, each.fault or ""] for each in stood]
    return json.dumps({"sheet": lines}, ensure_ascii=False, separators=(",", ":"))


def kept_in(text: str) -> tuple[Stood, ...] | None:
    """The cells again; None where the text is something else, such as words typed."""
    if not text.startswith("{"):
        return None
    try:
        return tuple(_stood(*line) for line in json.loads(text)["sheet"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _stood(key: Any, at: Any, said: Any, fault: Any) -> Stood:
    return Stood(str(key), str(at), str(said), Fault(fault) if fault else None)
