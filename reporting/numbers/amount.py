"""Words → an exact amount and the unit said with it, before any cell is looked at."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from reporting.numbers.chinese import read_chinese, read_chinese_digits, spelled
from reporting.numbers.words import (
    ALTOGETHER,
    BETWEEN,
    CURRENCIES,
    DIGITS,
    LETTERS,
    MAGNITUDES,
    ROUGH,
    SPELLINGS,
    TENS,
    VAGUE,
)
from reporting.reasons import Reason

LONGEST = 64  # characters that a number may have; longer ones are not calculated with
_NUMERALS = f"0-9{DIGITS}{TENS}"
_SPACE = re.compile(rf"(?<![0-9{DIGITS},])\s+|\s+(?![0-9{DIGITS}\s])")
_POINT = re.compile(r"(?<=\d)[。·](?=\d)")  # the full stop of a Chinese keyboard: 12。5
_LETTER = re.compile(r"(?<=\d)[wk](?![a-z])")
_AMOUNT = re.compile(
    rf"(?:{'|'.join(ALTOGETHER)})?(?P<currency>{'|'.join(CURRENCIES)})?"
    rf"(?P<sign>-+|负|\+)?(?P<percent>百分之)?"
    rf"(?P<number>[{_NUMERALS}][{_NUMERALS}.,点]*|\.[0-9]+[{TENS}]*)(?P<unit>[^{_NUMERALS}]*)"
)
_PLAIN = re.compile(r"(?P<digits>(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?)(?P<tens>[十百千万亿]*)")
_CHINESE = re.compile(r"(?P<whole>[^点]+)点(?P<part>[^点十百千万亿]+)(?P<tens>[十百千万亿]*)")
_MIXED = re.compile(r"(?:[1-9]\d{0,3}[十百千万亿])+(?:[1-9]\d{0,3})?")  # 3万5千, 1万2
_EXPONENT = re.compile(r"\d\.?e[+-]?\d")
_SEVERAL = re.compile(rf"[{_NUMERALS}]\D*?[{re.escape(BETWEEN)}]\D*?[{_NUMERALS}]|\d\D+\d")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as said. ``plain`` is what its digits alone stand for; None in Chinese numerals."""

    value: Fraction
    plain: Fraction | None
    words: str  # the number's own characters: 3.5万
    unit: str  # what followed it: 元


def tidied(text: str) -> str:
    """Words without invisible marks, in half width and one spelling, no full stop at the end."""
    seen = "".join(each for each in text if each.isspace() or _visible(each))
    said = unicodedata.normalize("NFKC", seen).casefold().translate(SPELLINGS).strip()
    said = _POINT.sub(".", _SPACE.sub("", said.rstrip("。.!,、; \n")))
    return _LETTER.sub(lambda letter: LETTERS[letter[0]], said)


def has_special_digits(text: str) -> bool:
    """Whether it holds a digit that is not written as one: ①, ², ½, ٣, Ⅲ, 5️⃣."""
    return any(_special(each) for each in text)


def read_amount(said: str) -> Amount | Reason:
    """The amount in tidied words, or why there is none."""
    if len(said) > LONGEST:
        return Reason.TOO_LARGE if said[:LONGEST].isdigit() else Reason.NOT_A_NUMBER
    found = _AMOUNT.fullmatch(said)
    if found is None:
        return why_not(said)
    if found["sign"] not in (None, "+"):
        return Reason.NEGATIVE
    number, unit = found["number"], found["unit"]
    read = _plain(number) or _with_point(number) or _whole(number)
    if isinstance(read, Reason):
        return Reason.BAD_GROUPING if "," in number else read
    value, plain = read
    if found["percent"]:
        unit = "%" + unit
    if found["currency"]:
        unit = unit or "元"  # ¥3.5万
    return Amount(value, plain, number, unit)


def _plain(number: str) -> tuple[Fraction, Fraction] | None:
    """12, 1,234.5, 3.5万."""
    found = _PLAIN.fullmatch(number)
    if found is None or not found["digits"] or found["tens"] not in MAGNITUDES:
        return None
    digits = Fraction(found["digits"].replace(",", "").rstrip("."))
    return digits * MAGNITUDES[found["tens"]], digits


def _with_point(number: str) -> tuple[Fraction, None] | Reason | None:
    """三点五, 三点五万."""
    found = _CHINESE.fullmatch(number)
    if found is None or found["tens"] not in MAGNITUDES:
        return None
    whole, part = read_chinese(found["whole"]), read_chinese_digits(found["part"])
    if isinstance(whole, Reason):
        return whole
    if part is None:
        return Reason.NOT_A_NUMBER
    return Fraction(f"{whole}.{part}") * MAGNITUDES[found["tens"]], None


def _whole(number: str) -> tuple[Fraction, None] | Reason:
    """十二, 两千零五, 3万5千."""
    if _MIXED.fullmatch(number):
        number = re.sub(r"\d+", lambda digits: spelled(digits[0]), number)
    whole = read_chinese(number)
    return whole if isinstance(whole, Reason) else (Fraction(whole), None)


def why_not(said: str) -> Reason:
    """Why these tidied words are no single number."""
    if _EXPONENT.search(said):
        return Reason.EXPONENT
    if _SEVERAL.search(said):
        return Reason.SEVERAL_NUMBERS
    numeral = re.search(f"[{_NUMERALS}]", said)
    rough = any(word in said for word in (ROUGH if numeral else VAGUE))
    return Reason.ROUGH if rough else Reason.NOT_A_NUMBER


def _visible(each: str) -> bool:
    return unicodedata.category(each) not in ("Cc", "Cf", "Co", "Cs", "Cn", "Mn", "Me")


def _special(each: str) -> bool:
    if each in "0123456789０１２３４５６７８９〇":
        return False
    if unicodedata.category(each).startswith("N") or each in "\u20e3🔟":
        return True
    return any(map(str.isdigit, unicodedata.normalize("NFKC", each)))  # ㏠ is 1日
