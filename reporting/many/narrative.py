"""工作情况 among the figures of a message: told apart before names and numbers are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from reporting.form import Form
from reporting.many.names import Axis
from reporting.many.scan import scan
from reporting.many.spellings import plain
from reporting.many.tokens import Name, Others, Words
from reporting.many.words import FILLERS, ORDER
from reporting.numbers_words import NOTHING

_BEGINS = r"(?:^|[\n,;。.、!?])"
_ORDER = rf"\(?(?:[{ORDER}]|\d{{1,2}})[).、]"
_NOTHING = rf"(?:{'|'.join(sorted(NOTHING, key=len, reverse=True))})(?=\s*(?:$|[\n,;。.、!]))"


@dataclass(frozen=True, slots=True)
class Parted:
    """A message without its narrative, whose place is left blank; and the narrative's words."""

    figures: str
    said: str = ""
    words: str = ""


def parted(form: Form, text: str, aside: Iterable[str] = ()) -> Parted:
    """Part a message at the label of the closing text: “工作情况：…”, “工作情况无”.

    The words go to the message's end, or up to a line that is nothing but names and figures;
    where they say that there is nothing, only so far. Positions in the text stay as they are.
    """
    if form.narrative is None:
        return Parted(text)
    seen = "".join(map(plain, text))
    label = _label(form.narrative.zh, form.narrative.en, tuple(aside)).search(seen)
    if label is None:
        return Parted(text)
    start, end = label.start("before"), label.end("nothing")
    if end < 0:
        end = label.end() + _length(form, text[label.end() :], aside)
    words = text[label.end("label") : end].strip(" \t\u3000\n:：")
    if not words:
        return Parted(text)
    said = text[label.start("label") : end].strip()
    return Parted(text[:start] + " " * (end - start) + text[end:], said, words)


@lru_cache(maxsize=64)
def _label(zh: str, en: str, aside: tuple[str, ...]) -> re.Pattern[str]:
    """The label where something begins, and a colon, a space, or at once that there is nothing."""
    passed = "|".join(re.escape("".join(map(plain, each))) for each in (*FILLERS, *aside) if each)
    label = "|".join(re.escape("".join(map(plain, each))) for each in (zh, en))
    return re.compile(
        rf"{_BEGINS}(?P<before>(?:{_ORDER}|\s|{passed})*)(?P<label>{label})"
        rf"(?:(?:\s|:|是|为)*(?P<nothing>{_NOTHING})|\s*:|\s)"
    )


def _length(form: Form, text: str, aside: Iterable[str]) -> int:
    """How many characters from here on are words: this line, and those before one of figures."""
    at = 0
    for line in text.splitlines(keepends=True):
        if at and _of_figures(form, line, aside):
            break
        at += len(line)
    return at


def _of_figures(form: Form, line: str, aside: Iterable[str]) -> bool:
    """Whether a line begins with a column and says nothing but names and figures; or 其余为0.

    检查12户次，立案3件。 may well be a sentence of the closing text.
    """
    clauses = scan(form, line, aside).clauses
    if not clauses or any(each.has(Words) for each in clauses):
        return False
    first = clauses[0].tokens[0]
    column = isinstance(first, Name) and first.gives(Axis.WHERE)
    return column or any(each.has(Others) for each in clauses)
