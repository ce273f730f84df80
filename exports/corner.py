"""The words of a diagonal first cell, broken so that they stand in its two triangles.

A cell has one text and one alignment. So the text is set from the upper left; the words of the
upper right triangle are pushed to the right with spaces as wide as a character, those of the
lower left triangle are pushed down with empty lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from exports.fitting import ems_per_line, lines_in

SPACE = "\u3000"  # as wide as a Chinese character, whatever the font
REACH = 0.62  # of the cell's width: how long a line may be without crossing the diagonal


def corner_text(labels: Sequence[str], width: float, height: float, size: float) -> str:
    """The text for labels given from lower left to upper right, in a cell of so many mm.

    One label alone stands in the upper right: it names the columns.
    """
    room = ems_per_line(width, size)
    upper = _taper("".join(labels[1:] or labels), room)
    lower = _taper(labels[0], room)[::-1] if len(labels) > 1 else []
    between = max(0, lines_in(height, size) - len(upper) - len(lower)) if lower else 0
    pushed = [line.rjust(int(room), SPACE) for line in upper]
    return "\n".join([*pushed, *[""] * between, *lower])


def _taper(text: str, room: float) -> list[str]:
    """Break a text into lines that get shorter as the triangle does: 5 + 2 signs, not 4 + 3."""
    count = 1
    while count < len(text) and _share(len(text), count)[0] > room * REACH:
        count += 1
    lengths = _share(len(text), count)
    starts = [sum(lengths[:n]) for n in range(count + 1)]
    return [text[start:end] for start, end in pairwise(starts) if start < end]


def _share(length: int, count: int) -> list[int]:
    """Lengths of ``count`` lines in the proportion n : … : 2 : 1 that together make ``length``."""
    whole = count * (count + 1) / 2
    sizes = [round(length * n / whole) for n in range(count, 0, -1)]
    sizes[0] += length - sum(sizes)
    return sizes
