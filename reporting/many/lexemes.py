"""What stands between names in a message, as one pattern: amounts, units, fillers, stops."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reporting.form import Form
from reporting.many.per_form import per_form
from reporting.many.spellings import folded, plain
from reporting.many.words import (
    CIRCLED,
    EACH,
    EXCEPT,
    FILLERS,
    LIKE_LAST,
    LIKE_LAST_EN,
    NOT_WHOLE,
    ORDER,
    PERIODS,
    REST,
    REST_EN,
    STOPS,
    WHOLE,
)
from reporting.numbers.words import COUNTERS, DIGITS, NOT_APPLICABLE, NOTHING, TENS, UNITS

_NUMERAL = f"[0-9{DIGITS}{TENS}廿卅俩仨]"
_NUMBER = (
    rf"(?:(?:[+-]\s?|负){{0,3}}(?:百分之)?(?:{_NUMERAL}|\.[0-9])"
    rf"(?:{_NUMERAL}|[.,点·。、~/至到-](?={_NUMERAL}))*(?:e[+-]?\d+|[wk](?![a-z]))?)"
)
_SAID_NOTHING = (NOTHING | NOT_APPLICABLE) - {"没", "/", "\\"}
_DASH = r"[-_/]{1,8}(?=\s?(?:[,;。、\n]|$))"
_GAP = r"[^\S\n]*"
_NO_LETTER_BEFORE, _NO_LETTER = "(?<![a-z])", "(?![a-z])"

ORDERED = re.compile(
    rf"[^\S\n]{{0,8}}\(?(?P<n>\d{{1,2}}|[{ORDER}]|[{CIRCLED}])"
    rf"(?:[).、:]|(?<=[{ORDER}])是|(?<=[{CIRCLED}]))(?!\d)"
)
OTHERS = re.compile(rf"{REST}|(?<![a-z]){REST_EN}")
LAST = re.compile(rf"{LIKE_LAST}|(?<![a-z]){LIKE_LAST_EN}")


def period_of(found: re.Match[str]) -> str:
    """The kind of period that 同上月 names: "month", "week", or "period" for any."""
    said = found["period"] or found["period_2"] or found["period_en"]
    return PERIODS.get(said, said if said in PERIODS.values() else "period")


def of_whole(said: str) -> bool | None:
    """Whether it is said of the whole form: 其余各类, 本类其余; None where that is not said."""
    if any(map(said.__contains__, NOT_WHOLE)):
        return False
    return True if any(map(said.__contains__, WHOLE)) else None


def ordinal(said: str) -> int:
    """The number of a point in a list: 3., 三、, ③; 0 where it is none."""
    if said in CIRCLED:
        return CIRCLED.index(said) + 1
    return int(said) if said.isdecimal() else ORDER.index(said) + 1 if said in ORDER else 0


@per_form
def lexemes(form: Form) -> tuple[re.Pattern[str], dict[str, str]]:
    """What may stand between names, and the units with what is read for them."""
    units = dict(_units(form))
    unit = _any("".join(map(plain, each)) for each in units)
    pattern = re.compile(
        rf"(?P<amount>{_NUMBER}(?:{_GAP}\((?P<bracketed>{unit})\)|{_GAP}(?P<unit>{unit}))?"
        rf"|{_any(_SAID_NOTHING)}|{_DASH})"
        rf"|(?P<hint>\((?P<said_unit>{unit})\)|(?P<counter>{_any(COUNTERS)})数)"
        rf"|(?P<filler>{_any(FILLERS)}|[^\S\n]+|[“”\"'‘’「」『』《》/·•*#`])"
        rf"|(?P<each>{_any(EACH)})"
        rf"|(?P<except>{_any(EXCEPT)})"
        rf"|(?P<colon>:)"
        rf"|(?P<stop>{_any(STOPS)})"
    )
    return pattern, {folded(said): unit for said, unit in units.items()}


def _units(form: Form) -> Iterator[tuple[str, str]]:
    """Every unit that may be said, and what is read for it: 10,000 yuan is 万元."""
    yield from ((each, each) for each in UNITS)
    for key in form.inputs:
        unit = form.measure(key).unit
        yield unit.zh, unit.zh
        yield unit.en, unit.zh if any(map(str.isdigit, unit.en)) else unit.en


def _any(words: Iterable[str]) -> str:
    """A pattern of these words, the longest first; those in Latin letters stand by themselves."""
    return f"(?:{'|'.join(map(_word, sorted(set(words), key=len, reverse=True)))})"


def _word(word: str) -> str:
    before = _NO_LETTER_BEFORE if _latin(word[0]) else ""
    return before + re.escape(word).replace(r"\ ", _GAP) + (_NO_LETTER if _latin(word[-1]) else "")


def _latin(each: str) -> bool:
    return each.isascii() and each.isalpha()
