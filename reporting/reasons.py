"""Why an answer is refused."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why an answer was refused. Each has words in both languages, with the remedy."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not-a-number"
    NEGATIVE = "negative"
    NOT_WHOLE = "not-whole"  # 1.5 in a count
    TOO_MANY_DECIMALS = "too-many-decimals"
    TOO_LARGE = "too-large"  # more than 12 digits before the point
    EXPONENT = "exponent"  # 1e3
    SPECIAL_DIGITS = "special-digits"  # ① ² ٣: not written as a plain number
    BAD_GROUPING = "bad-grouping"  # 1,23
    ROUGH = "rough"  # 半, 约, 几: a rough figure; asked back
    WRONG_UNIT = "wrong-unit"  # 3元 in a count, 5件 in an amount of money
    LONE_DASH = "lone-dash"  # "-": zero or not applicable? asked back
    SEVERAL_NUMBERS = "several-numbers"
    TEXT_TOO_LONG = "text-too-long"
    ONLY_A_NUMBER = "only-a-number"  # 12, 12件 where words are asked: a figure in the wrong place?
    TOO_SHORT = "too-short"  # an explanation under 5 characters, or only 核实无误
    NOT_TEXT = "not-text"  # a sticker, a photo where words are asked
