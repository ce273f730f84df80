"""The official form to be filled in with a spreadsheet: labels locked, figures open.

It is the annex, exactly as the notice prints it. A figure that is computed calculates itself;
whose report it is stands in the form's own field, and in a mark that programs read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from exports.annex import annex
from exports.edges import edge_text
from exports.formulas import formula_of
from exports.page import Page
from exports.sheet import Cell, Entry, Place, Sheet
from exports.words import Words
from reporting.form import Form, Source, State
from reporting.measure import Kind, Measure

Refusal = Callable[[Measure], str]
"""What a spreadsheet says where a cell of this measure is given something else."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Which report a file is for: the campaign, its form, the unit's number, the period."""

    campaign: str
    form: str
    unit: int
    period: str

    def __str__(self) -> str:
        return f"{self.campaign}|{self.form}|{self.unit}|{self.period}"


def read_mark(text: str) -> Mark | None:
    """The mark again; None where the text is none."""
    match text.split("|"):
        case [campaign, form, unit, period] if unit.isdecimal() and len(unit) < 19:
            return Mark(campaign, form, int(unit), period)
    return None


def template(form: Form, page: Page, words: Words, refusal: Refusal) -> Sheet:
    """The form with a page's figures, as far as there are any, to be gone on with."""
    sheet = annex(form, page, words)
    cells = dict(sheet.cells)
    for at in (*_sentences(form, sheet), *_edges(form, page, words, sheet)):
        cells[at] = _open(cells[at])
    live = {key: at for key, at in sheet.anchors.items() if key in form.cells}
    for key, at in live.items():
        cell = form.cells[key]
        shown = _formatted(cells[at], cell.measure)
        if cell.state is State.INPUT:
            cells[at] = _open(shown)
        else:
            cells[at] = replace(shown, value=formula_of(form, cell, sheet.anchors))
    first = min(row for row, _ in live.values()), 2
    return replace(sheet, cells=cells, freeze=first, entries=tuple(_entries(form, sheet, refusal)))


def _sentences(form: Form, sheet: Sheet) -> Iterator[Place]:
    """The cells of the sentences: figures are typed into their text."""
    lines = {sheet.anchors[key][0] for key in form.fields}
    return (at for at in sheet.cells if at[0] in lines)


def _edges(form: Form, page: Page, words: Words, sheet: Sheet) -> Iterator[Place]:
    """The fields above and below that the filler completes; whose it is stays as it is."""
    fields = (each for each in (*form.header, *form.footer) if each.source is not Source.REGION)
    texts = {edge_text(each, page, words.annex_language) for each in fields}
    return (at for at, cell in sheet.cells.items() if cell.value in texts)


def _open(cell: Cell) -> Cell:
    return replace(cell, style=replace(cell.style, unlocked=True))


def _formatted(cell: Cell, measure: Measure) -> Cell:
    """A percentage is typed and shown as one."""
    if measure.kind is not Kind.PERCENT:
        return cell
    return replace(cell, style=replace(cell.style, number_format=_percent(measure)))


def _percent(measure: Measure) -> str:
    return f"0.{'0' * measure.decimals}%" if measure.decimals else "0%"


def _entries(form: Form, sheet: Sheet, refusal: Refusal) -> Iterator[Entry]:
    """The open cells by what they take."""
    by_measure: dict[Measure, list[Place]] = {}
    for key, cell in form.cells.items():
        if cell.state is State.INPUT:
            by_measure.setdefault(cell.measure, []).append(sheet.anchors[key])
    for measure, places in by_measure.items():
        yield Entry(tuple(places), not measure.decimals, refusal(measure))
