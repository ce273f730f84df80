"""What a person is told whose message could not be handled."""

from __future__ import annotations

from handlers.words import LANGUAGES, Html, words_in


def apology() -> Html:
    """In every language: whatever failed may have been asking for the person's own."""
    return Html("\n".join(words_in(each)("failed") for each in LANGUAGES))
