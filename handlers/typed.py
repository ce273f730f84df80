"""Typing what a button says is pressing it: nobody needs to hit a small thing on a screen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from handlers.callback import of_tap, read
from handlers.desk import Scene
from handlers.words import Words
from reporting.draft import CARD, CLEAR, DECLARE, EXPLAIN, REVIEW
from reporting.said import Choice, Tapped

_YES = frozenset(  # at a card
    ("确定", "是", "是的", "对", "对的", "正确", "无误", "核对无误", "好", "好的", "可以", "没问题")
) | {"ok", "yes"}
_ONWARD = ("button-skip", "button-keep")
_CLOSING = ("button-submit", "button-to-review")
_ASKING_FIRST = (REVIEW, EXPLAIN, DECLARE, CLEAR, CARD)  # these are answered where they stand
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
    said, buttons = _bare(text), [(label, data) for row in rows for label, data in row]
    found = {data for label, data in buttons if said in _ways(label, data)}
    found = found or {*_otherwise(scene.words, said, buttons)}
    return found.pop() if said and len(found) == 1 else None


def _otherwise(words: Words, said: str, buttons: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The data of what is meant by the words of a button that stands at other places.

    跳过 and 下一题 are one; 提交 declares where that is all there is to hand in, and otherwise
    leads to the review, as 返回核对 does; 确定 confirms a card.
    """
    ways = {way for key in _ONWARD for way in _parted(words.plain(key))}
    closing = said in (_bare(words.plain(key)) for key in _CLOSING)
    for label, data in buttons:
        tap = read(data)
        if not isinstance(tap, Tapped):
            continue
        confirms = tap.choice is Choice.CONFIRM
        if said in ways and ways.issuperset(_parted(label)):
            yield data
        if confirms and (said in _YES if tap.place == CARD else closing and tap.place == DECLARE):
            yield data
        if closing and tap.place not in _ASKING_FIRST:
            yield of_tap(Tapped(tap.draft, tap.place, Choice.JUMP, REVIEW))


def _ways(label: str, data: str) -> Iterator[str]:
    """What may be typed for a button: its words, up to or from a comma; a question alone."""
    tap = read(data)
    choice = tap.choice if isinstance(tap, Tapped) else None
    if choice in _PLAIN_ANSWERS:
        return
    yield _bare(label)
    yield from _parted(label)
    if choice is Choice.JUMP:
        yield _bare(_HELD.sub("", label))


def _parted(label: str) -> list[str]:
    return [_bare(part) for part in re.split("[，,]", label)]


def _bare(words: str) -> str:
    plain = _COUNT.sub("", unicodedata.normalize("NFKC", words)).casefold()
    seen = "".join(c for c in plain if unicodedata.category(c) not in _SAYS_NOTHING)
    return seen.strip(_AT_ENDS)
