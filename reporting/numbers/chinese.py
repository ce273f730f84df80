"""Chinese numerals → integers: 两千零五, 壹佰, 二〇二三, and 一百二 as it is spoken."""

from __future__ import annotations

import re

import cn2an

from reporting.numbers.words import DIGITS, TENS
from reporting.reasons import Reason

_PLAIN = str.maketrans(f"{DIGITS}拾佰仟", "零零一二三四五六七八九二一一二三四五六七八九十百千")
_DIGITS = re.compile("[零一二三四五六七八九]+")
_NUMERAL = re.compile("[零一二三四五六七八九十百千万亿]+")
_PAIR = re.compile("[一二三四五六七八九]{2}")
_NEIGHBOURS = frozenset(
    f"{a}{b}" for a, b in zip("一二三四五六七八", "二三四五六七八九", strict=True)
)
_LOST_ZERO = re.compile(f"零[{TENS}]|[{TENS}]零$")
_ENDING = re.compile("([百千万亿])[一二三四五六七八九]$")  # 一百二 is 一百二十
_BELOW = {"百": "十", "千": "百", "万": "千", "亿": "千万"}


def read_chinese(text: str) -> int | Reason:
    """The integer that Chinese numerals stand for.

    七八, 十七八, 二三十 are how people say "about": ROUGH. What is no numeral: NOT_A_NUMBER.
    """
    plain = text.translate(_PLAIN)
    if not _NUMERAL.fullmatch(plain) or _LOST_ZERO.search(plain):
        return Reason.NOT_A_NUMBER
    if _DIGITS.fullmatch(plain):  # one by one: 二〇二三
        rough = plain in {*_NEIGHBOURS, "三五"} or (len(text) > 1 and "两" in text)
        return Reason.ROUGH if rough else int(_as_digits(plain))
    return Reason.ROUGH if _PAIR.search(plain) else _value(_completed(plain))


def read_chinese_digits(text: str) -> str | None:
    """The digits of what follows 点 (零五 → "05"); None if they are no digits."""
    plain = text.translate(_PLAIN)
    return _as_digits(plain) if _DIGITS.fullmatch(plain) else None


def spelled(number: int | str) -> str:
    """A whole number in Chinese numerals (1020 → 一千零二十)."""
    return str(cn2an.an2cn(number))


def _value(plain: str) -> int | Reason:
    """What cn2an reads, if written out again it is the same words: 十亿十万零二 loses its 十万."""
    try:
        value = int(cn2an.cn2an(plain, "normal"))
        same = _bare(spelled(value)) == _bare(plain)
    except (ValueError, KeyError):
        return Reason.NOT_A_NUMBER
    return value if same else Reason.NOT_A_NUMBER


def _as_digits(plain: str) -> str:
    return "".join(str("零一二三四五六七八九".index(each)) for each in plain)


def _completed(plain: str) -> str:
    ending = _ENDING.search(plain)
    return plain + _BELOW[ending[1]] if ending else plain


def _bare(plain: str) -> str:
    """Without what is said or left out at will: 零, and 一 before 十."""
    return re.sub("(?<![一二三四五六七八九])十", "一十", plain.replace("零", ""))
