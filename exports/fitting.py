"""How much room a text takes: an estimate, good enough to cut nothing off.

A Chinese character is as wide as it is high; a Latin letter or digit takes a little over half.
"""

from __future__ import annotations

import re
from unicodedata import east_asian_width

MM_PER_POINT = 25.4 / 72
NARROW = 0.56  # of the text size: the width of a Latin letter
LEADING = 1.45  # of the text size: the height of a line, in the tallest of the usual fonts
SIDES = 1.6  # mm that a cell keeps free, left and right together
ENDS = 2.0  # mm, top and bottom together
OPENING = "“‘（(《〈「『【〔"  # never at the end of a line
CLOSING = "”’）)》〉」』】〕，。、；：？！,.;:?!%"  # never at its beginning
UNBROKEN = re.compile(
    rf"[{re.escape(OPENING)}]*(?:[^\W\u2e80-\uffef]+|[\s\S])[{re.escape(CLOSING)}]*"
)


def ems(text: str) -> float:
    """The width of a text in units of its size."""
    return sum(1.0 if east_asian_width(sign) in "WFA" else NARROW for sign in text)


def width(text: str, size: float) -> float:
    """The millimetres that a cell needs to show a text on one line."""
    return ems(text) * size * MM_PER_POINT + SIDES


def ems_per_line(width: float, size: float) -> float:
    """How wide a line may be in a cell of ``width`` mm, in units of the text size."""
    return max(1.0, (width - SIDES) / (size * MM_PER_POINT))


def lines(text: str, width: float, size: float) -> int:
    """How many lines a text takes in a cell of ``width`` mm."""
    room = ems_per_line(width, size)
    return sum(_wrapped(part, room) for part in text.split("\n"))


def _wrapped(text: str, room: float) -> int:
    """How many lines of so many ems a paragraph takes."""
    count, used = 1, 0.0
    for piece in UNBROKEN.findall(text):
        wide = ems(piece)
        if used and used + wide > room:
            count, used = count + 1, 0.0
        used += wide
        while used > room:  # a piece longer than a line is broken after all
            count, used = count + 1, used - room
    return count


def height(count: int, size: float) -> float:
    """The millimetres that so many lines take."""
    return count * size * LEADING * MM_PER_POINT + ENDS


def lines_in(height: float, size: float) -> int:
    """How many lines stand in a cell of ``height`` mm."""
    return max(1, int((height - ENDS) / (size * LEADING * MM_PER_POINT)))


def needed(text: str, width: float, size: float) -> float:
    """The height in mm that a text needs in a cell of ``width`` mm."""
    return height(lines(text, width, size), size)
