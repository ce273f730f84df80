"""The ways in which people write a name of the campaign file: brackets, quotes, a trailing 数."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from reporting.form import Sentence
from reporting.numbers.words import COUNTERS, SPELLINGS

_BRACKETS = str.maketrans("[]{}【】〔〕〈〉", "()()()()()")
_IGNORED = frozenset("“”\"'‘’「」『』《》/·•*#`")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_COUNTERS = "|".join(map(re.escape, sorted(COUNTERS, key=len, reverse=True)))
_NUMBER_OF = re.compile(rf"(?:{_COUNTERS})?数$|情况$")  # 案件数, 停业整顿户数
_SLOT = re.compile(r"\{(\w+)\}")
_PHRASE = re.compile(r"[^,;:。.、]*$")


@lru_cache(maxsize=8_192)
def plain(each: str) -> str:
    """A character in half width, lower case and one spelling. Always one character."""
    one = unicodedata.normalize("NFKC", each).casefold().translate(SPELLINGS)
    one = one.translate(_BRACKETS)
    special = unicodedata.category(each).startswith("N") and not each.isdecimal()
    return one if len(one) == 1 and (not special or each == "〇") else each


def ignored(each: str) -> bool:
    """Whether a plain character says nothing inside a name: spaces, quotes, 非准入 / 医疗."""
    return each.isspace() or each in _IGNORED or unicodedata.category(each) == "Cf"


def folded(text: str) -> str:
    """A name as it is compared: plain, without what says nothing."""
    return "".join(each for each in map(plain, text) if not ignored(each))


def spellings(name: str) -> frozenset[str]:
    """Every way of writing a name, folded: 罚款户(人)次, 罚款户次, 罚款户人次."""
    whole = folded(name)
    ways = {whole, _IN_BRACKETS.sub("", whole)}
    if not any(map(str.isdigit, whole)):  # Fines (10,000 yuan) without brackets is an amount
        ways.add(_IN_BRACKETS.sub(r"\1", whole))
    ways |= {way.replace("、", "") for way in ways}
    ways |= {short for way in ways if len(short := _NUMBER_OF.sub("", way)) > 1}
    return frozenset(way for way in ways if way)


def spoken_fields(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """The words right before a field's place in the sentence's text, with the field's key."""
    units = {each.name: each.measure.unit for each in sentence.fields}
    keys = {each.name: each.key for each in sentence.fields}
    for language in ("zh", "en"):
        pieces, before = _SLOT.split(sentence.text.said(language)), ""
        for words, name in zip(pieces[::2], pieces[1::2], strict=False):
            unit = units[before].said(language) if before else ""
            phrase = folded(words.strip().removeprefix(unit))
            found = _PHRASE.search(phrase)
            if found and found[0]:
                yield found[0], keys[name]
            before = name
