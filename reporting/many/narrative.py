"""工作情况 among the figures of a message: told apart before names and numbers are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from reporting.form import Form
from reporting.label import Label
from reporting.many.names import Axis
from reporting.many.scan import scan
from reporting.many.spellings import plain
from reporting.many.tokens import Name, Others, Words
from reporting.many.words import FILLERS, ORDER
from reporting.numbers.words import NOTHING

_STOPS = "\n,;。.、!?"
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
    start, label = next(_labels(form.narrative, seen, tuple(aside)), (0, None))
    if label is None:
        return Parted(text)
    end = label.end("nothing")
    if end < 0:
        end = label.end() + _length(form, text[label.end() :], aside)
    words = text[label.end("label") : end].strip(" \t\u3000\n:：")
    if not words:
        return Parted(text)
    said = text[label.start() : end].strip()
    return Parted(text[:start] + " " * (end - start) + text[end:], said, words)


def _labels(label: Label, seen: str, aside: tuple[str, ...]) -> Iterator[tuple[int, re.Match[str]]]:
    """The label where a line or a clause begins, from there on: 三、9月工作情况：…"""
    name, passed_over = _patterns(label.zh, label.en, aside)
    for found in name.finditer(seen):
        for stops in ("\n", _STOPS):
            start = max(seen.rfind(each, 0, found.start()) for each in stops) + 1
            if passed_over.fullmatch(seen, start, found.start()):
                yield start, found
                break


@lru_cache(maxsize=64)
def _patterns(zh: str, en: str, aside: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The label with what follows it; and what may stand before it."""
    """The label, with a colon, a space, or at once that there is nothing; what may precede it."""
    label = "|".join(re.escape("".join(map(plain, each))) for each in (zh, en))
    follows = rf"(?:(?:\s|:|是|为)*+(?P<nothing>{_NOTHING})|\s*+:|\s)"
    words = sorted((*FILLERS, *aside), key=len, reverse=True)
    passed = "|".join(re.escape("".join(map(plain, each))) for each in words if each)
    before = rf"(?:{_ORDER}|\s|{passed})*+"  # *+: a long text is not tried again in other ways
    return re.compile(rf"(?P<label>{label}){follows}"), re.compile(before)


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
