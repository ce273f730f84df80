"""The form as somebody filled it in with a spreadsheet: found by its title, read by its labels.

Words are compared as people read them: full and half width, spaces and brackets' shapes do not
matter. Where rows or columns stand does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from exports.foreign import Book, Region
from exports.guard import UPLOAD, Limits
from exports.header import depth
from exports.placing import ROOM, Grid, find_matrix
from exports.template import Mark, read_mark
from exports.uploaded_cells import matrix_cells
from exports.uploaded_texts import name_on, sentence_cells
from exports.xlsx import MARK
from reporting.form import Column, Form
from reporting.many.spellings import folded
from reporting.sheet_cells import Stood


@dataclass(frozen=True, slots=True)
class Copy:
    """A sheet with the title of a form on it, which several campaigns may have."""

    campaigns: tuple[str, ...]
    sheet: str  # its name
    region: Region


@dataclass(frozen=True, slots=True)
class Upload:
    """A workbook that could be opened: the sheets' names, its mark if it has one, the copies."""

    sheets: tuple[str, ...]
    mark: Mark | None
    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as filled in: its title, whose it is by its own field, and what is in its cells."""

    title: str  # as it stands there
    name: str
    stood: tuple[Stood, ...]


def open_upload(data: bytes, forms: Mapping[str, Form], limits: Limits = UPLOAD) -> Upload:
    """The copies of these forms, by campaign, in a workbook, wherever in it they are.

    ``UnsafeFile`` if it must not be opened, or is damaged. It takes milliseconds for a form, and
    seconds for the worst file that is let in: not on a thread that others wait for.
    """
    book = Book(data, limits)
    rows = ROOM + max((len(form.rows) for form in forms.values()), default=0)
    columns = ROOM + max((len(form.leaves) for form in forms.values()), default=0)
    mark = read_mark(book.properties().get(MARK, ""))
    copies = []
    for sheet, region in zip(book.sheets, book.regions(rows, columns), strict=True):
        texts = {folded(text) for text in {*region.texts.values()}}
        if bears := tuple(key for key, form in forms.items() if _bears(texts, form)):
            copies.append(Copy(bears, sheet.name, region))
    return Upload(tuple(each.name for each in book.sheets), mark, tuple(copies))


def read_filled(region: Region, form: Form) -> Filled:
    """What was filled in; ``SheetMismatchError`` where a label is not where the form has it."""
    first = find_matrix(_labels(region, form), form)
    head, last = first - depth(form.columns), first + len(form.rows)
    titles = {at: text for at, text in region.texts.items() if _is_title(text, form)}
    at_title = min(titles)
    above = {at: text for at, text in region.texts.items() if at_title[0] < at[0] <= head}
    below = {at: text for at, text in region.texts.items() if at[0] > last}
    cells = matrix_cells(form, region, first + 1), sentence_cells(form, below, last + 1)
    name = name_on(form, above, below)
    return Filled(titles[at_title], name, tuple(chain.from_iterable(cells)))


def _bears(texts: Iterable[str], form: Form) -> bool:
    """Whether one of these folded texts begins with the form's title; the period may follow."""
    title = folded(form.title.zh)
    return any(text.startswith(title) for text in texts)


def _is_title(text: str, form: Form) -> bool:
    return _bears([folded(text)], form)


def _labels(region: Region, form: Form) -> Grid:
    """The sheet's texts, each label of the form spelled as the form spells it."""
    spelled = {folded(label): label for label in _form_labels(form)}
    rows = len(form.rows) + ROOM
    grid: list[list[str | None]] = [[None] * (len(form.leaves) + 1) for _ in range(rows)]
    for (row, column), text in region.texts.items():
        if row <= rows and column <= len(form.leaves) + 1:
            said = form.title.zh if _is_title(text, form) else text
            grid[row - 1][column - 1] = spelled.get(folded(text), said)
    return grid


def _form_labels(form: Form) -> Iterable[str]:
    yield from (row.label.zh for row in form.rows)
    nodes = list(form.columns)
    while nodes:
        node: Column = nodes.pop()
        yield node.label.zh
        nodes += node.columns
