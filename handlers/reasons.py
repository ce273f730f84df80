"""A reason asked for in words: why a correction, why not."""

from __future__ import annotations

from handlers.words import Html, Words
from reporting.interview.sitting import EXPLANATION
from reporting.kinds import read_explanation
from reporting.reasons import Reason


def read_reason(words: Words, typed: str) -> tuple[str, Html]:
    """The reason, or a line about why these words are none; both empty where none were typed."""
    if not typed:
        return "", Html("")
    read = read_explanation(typed, EXPLANATION)
    if not isinstance(read, Reason):
        return str(read.value), Html("")
    key = "refused-empty-text" if read is Reason.EMPTY else f"refused-{read.value}"
    return "", Html(words(key) + "\n")
