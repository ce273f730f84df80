"""Typing what a button says is pressing it: nobody needs to hit a small thing on a screen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from handlers.callback import read
from handlers.desk import Scene
from reporting.said import Choice, Tapped

_PLAIN_ANSWERS = (Choice.ZERO, Choice.NONE)  # 0 and 无 are typed as answers anyway
_COUNT = re.compile(r"\(\d+[^()\d]*\)")  # （12项）
_HELD = re.compile(r"\s(?:…|无|[\d.]+)$")  # what a question holds, on its button: 案件数 3
_SAYS_NOTHING = ("So", "Cf", "Mn", "Zs", "Cc")  # ○ ● ✓, spaces
_AT_ENDS = "。.!?,、;:~…“”\"'‘’「」[]【】()"


async def meant(scene: Scene, text: str) -> str | None:
    """The data of the one button under the pending question that says these words.

    Capitals, marks, counts and punctuation at the ends do not matter; words that two buttons
    say, or that say more than a button does, are no press.
    """
    asked = await scene.books.ledger.last_question(scene.speaker.id)
    rows = asked.payload.get("buttons", ()) if asked else ()
    said = _bare(text)
    found = {data for row in rows for label, data in row if said in _ways(label, data)}
    return found.pop() if said and len(found) == 1 else None


def _ways(label: str, data: str) -> Iterator[str]:
    """What may be typed for a button: its words, up to or from a comma; a question alone."""
    tap = read(data)
    choice = tap.choice if isinstance(tap, Tapped) else None
    if choice in _PLAIN_ANSWERS:
        return
    yield _bare(label)
    yield from map(_bare, re.split("[，,]", label))
    if choice is Choice.JUMP:
        yield _bare(_HELD.sub("", label))


def _bare(words: str) -> str:
    plain = _COUNT.sub("", unicodedata.normalize("NFKC", words)).casefold()
    seen = "".join(c for c in plain if unicodedata.category(c) not in _SAYS_NOTHING)
    return seen.strip(_AT_ENDS)
