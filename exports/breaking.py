"""Where a wide table goes on to the next page: between groups of columns, never within one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from exports.sheet import Canvas, Merge, Setup
from reporting.form import Column

LONG_SIDE = {"A4": 297.0, "A3": 420.0}  # mm
SPARE = 0.93  # some programs print columns a twentieth wider than others


def room(setup: Setup) -> float:
    """The width of a landscape page between its margins that columns may take, in mm."""
    _, right, _, left = setup.margins
    return (LONG_SIDE[setup.paper] - left - right) * SPARE


def page_ends(
    columns: Sequence[Column], left: int, widths: Mapping[int, float], setup: Setup
) -> tuple[int, ...]:
    """The last column of every page but the last.

    ``columns`` is the header from column ``left`` on; what stands before it is on the first
    page. A group wider than a page goes on with one of its own groups.
    """
    page = room(setup)
    repeated = sum(widths[n] for n in range(1, setup.repeat_columns + 1))
    used = sum(widths[n] for n in range(1, left))
    ends: list[int] = []
    for span, width in _blocks(columns, left, widths, page - repeated):
        if used + width > page:
            ends.append(span.start - 1)
            used = repeated
        used += width
    return tuple(ends)


def _blocks(
    columns: Iterable[Column], left: int, widths: Mapping[int, float], page: float
) -> Iterator[tuple[range, float]]:
    """What stays together: the largest groups that a page has room for, and their widths."""
    for node in columns:
        span = range(left, left + len(node.leaves))
        width = sum(widths[n] for n in span)
        if width > page and node.columns:
            yield from _blocks(node.columns, left, widths, page)
        else:
            yield span, width
        left = span.stop


def cut(canvas: Canvas, ends: Iterable[int]) -> None:
    """Cut merged labels where a page ends, and say them again on the next."""
    for end in ends:
        for area in [each for each in canvas.merges if each.left <= end < each.right]:
            canvas.merges.remove(area)
            canvas.merges += _parts(area, end)
            canvas.cells[area.top, end + 1] = canvas.cells[area.top, area.left]


def _parts(area: Merge, end: int) -> Iterator[Merge]:
    for left, right in ((area.left, end), (end + 1, area.right)):
        if (area.top, left) != (area.bottom, right):
            yield Merge(area.top, left, area.bottom, right)
