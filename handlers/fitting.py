"""Words that must fit: Telegram takes 4,096 characters a message, and 1,024 a caption."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from handlers.words import Html, Words

MESSAGE_ROOM = 3800
LINES_ROOM = 3000
SAID_SHOWN = 30


def short(text: str, room: int) -> str:
    """At most so many characters."""
    return text if len(text) <= room else text[: room - 1] + "…"


def echoed(said: str) -> str:
    """What somebody said, shown back: on one line, short, and turning no words around it."""
    seen = "".join(c for c in said if unicodedata.category(c) != "Cf" or c == "\u200d")
    return short(" ".join(seen.split()), SAID_SHOWN)


def names(words: Words, all_: Sequence[str], room: int) -> Html:
    """As many names as there is room for, and how many more there are."""
    shown: list[str] = []
    for name in all_:
        room -= len(name) + 1
        if room < 0:
            break
        shown.append(name)
    rest = len(all_) - len(shown)
    said = words.listed(shown)
    return words("and-more", names=said, count=rest) if rest else said


def lines_within(
    words: Words, lines: Sequence[Html], room: int = LINES_ROOM, more: str = "more-lines"
) -> list[Html]:
    """As many lines as there is room for, and how many more there are."""
    kept: list[Html] = []
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            return [*kept, words(more, count=len(lines) - len(kept))]
        kept.append(line)
    return kept


def pages(lines: Iterable[Html]) -> list[Html]:
    """Lines as few messages as hold them."""
    messages: list[Html] = []
    for line in lines:
        if messages and len(messages[-1]) + len(line) < MESSAGE_ROOM:
            messages[-1] = Html(f"{messages[-1]}\n{line}")
        else:
            messages.append(line)
    return messages


def packed(cards: Iterable[Html]) -> list[Html]:
    """Cards as few messages as hold them."""
    messages: list[Html] = []
    for card in cards:
        if messages and len(messages[-1]) + len(card) < MESSAGE_ROOM:
            messages[-1] = Html(f"{messages[-1]}\n\n{card}")
        else:
            messages.append(card)
    return messages
