"""The official form as one sheet: title, fields, nested header, matrix, sentences, fields.

Exactly what the notice prints: no total row, and the period only in the sheet's name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from exports import header
from exports.corner import corner_text
from exports.edges import edge_lines, edge_text
from exports.figures import figure_cell
from exports.fitting import needed, width
from exports.page import Page
from exports.sentences import sentence_text
from exports.sheet import Align, Canvas, Setup, Sheet, Style, Vertical
from exports.words import Words
from reporting.form import EdgeField, Form, Print, State
from reporting.label import Language

NOT_APPLICABLE = "--"
NARROWEST = 8.0  # mm, of a column
PAPER = {"A4": (297.0, 210.0), "A3": (420.0, 297.0)}  # mm, long side first


def annex(form: Form, page: Page, words: Words) -> Sheet:
    """The form filled with a page's figures, on one printed page."""
    canvas = Canvas(widths=_widths(form, words.annex_language))
    body = _Body(form, page, words.annex_language, canvas)
    row = body.title(1)
    row = body.edges(row, form.header)
    row = body.header(row)
    row = body.matrix(row)
    row = body.sentences(row)
    row = body.edges(row, form.footer)
    body.note(row)
    setup = Setup(form.print.paper, form.print.landscape, form.print.margins, fit=(1, 1))
    return canvas.sheet(f"{words.annex} {page.period}".strip(), setup)


def _widths(form: Form, language: Language) -> dict[int, float]:
    """Millimetres a column; columns without a width of their own share what the paper leaves."""
    layout, leaves = form.print, form.leaves
    stub = _stub_width(form, language)
    paper = PAPER[layout.paper][0 if layout.landscape else 1]
    given = stub + sum(leaf.width for leaf in leaves)
    free = paper - layout.margins[1] - layout.margins[3] - given
    share = free / max(1, sum(not leaf.width for leaf in leaves))
    own = {n: leaf.width or max(NARROWEST, share) for n, leaf in enumerate(leaves, 2)}
    return {1: stub, **own}


def _stub_width(form: Form, language: Language) -> float:
    """Wide enough for every row's label on one line, unless that takes half as much again."""
    labels = [row.label.said(language) for row in form.rows]
    longest = max(width(label, form.print.text_size) for label in labels)
    given = form.print.stub_width
    return max(given, longest) if longest <= 1.5 * given else given


@dataclass(slots=True)
class _Body:
    """The parts of the form, top to bottom; each draws itself and returns the next free row."""

    form: Form
    page: Page
    language: Language
    canvas: Canvas

    @property
    def layout(self) -> Print:
        return self.form.print

    @property
    def columns(self) -> int:
        return 1 + len(self.form.leaves)

    def style(self, align: Align = Align.CENTER, border: bool = True) -> Style:
        """The form's text; as it stands in a ruled cell, unless said otherwise."""
        font, size = self.layout.text_font, self.layout.text_size
        return Style(font, size, align=align, wrap=True, border=border)

    def span(self, left: int, right: int) -> float:
        """Millimetres of the columns from ``left`` to ``right``, both included."""
        return sum(self.canvas.widths[column] for column in range(left, right + 1))

    def full_line(self, row: int, text: str, style: Style, height: float) -> int:
        """One text over the whole width."""
        self.canvas.put((row, 1), text, style, columns=self.columns)
        room = needed(text, self.span(1, self.columns), style.size)
        self.canvas.raise_to(row, max(height, room))
        return row + 1

    def title(self, row: int) -> int:
        """The form's title, centred."""
        layout = self.layout
        style = Style(layout.title_font, layout.title_size, align=Align.CENTER, wrap=True)
        text = self.form.title.said(self.language)
        return self.full_line(row, text, style, layout.title_height)

    def edges(self, row: int, fields: Sequence[EdgeField]) -> int:
        """Fields above or below the matrix, several to a line from left to right."""
        for line in edge_lines(fields):
            bounds = [1 + self.columns * n // len(line) for n in range(len(line) + 1)]
            self.canvas.raise_to(row, self.layout.edge_height)
            for n, each in enumerate(line):
                left, right = bounds[n], bounds[n + 1] - 1
                style = self.style(Align(each.side.value), border=False)
                text = edge_text(each, self.page, self.language)
                self.canvas.put((row, left), text, style, columns=right - left + 1)
                room = needed(text, self.span(left, right), style.size)
                self.canvas.raise_to(row, room)
            row += 1
        return row

    def note(self, row: int) -> None:
        """What is to be said of the figures, if anything."""
        if self.page.note:
            style = self.style(Align.LEFT, border=False)
            self.full_line(row, self.page.note, style, self.layout.edge_height)

    def header(self, row: int) -> int:
        """The diagonal first cell, and the nested header."""
        for n, height in enumerate(self.layout.header_heights):
            self.canvas.raise_to(row + n, height)
        end = header.draw(self.canvas, self.form.columns, (row, 2), self.style(), self.language)
        labels = [label.said(self.language) for label in self.form.corner]
        height = sum(self.canvas.heights[line] for line in range(row, end))
        text = corner_text(labels, self.canvas.widths[1], height, self.layout.text_size)
        style = replace(self.style(Align.LEFT), diagonal=True, vertical=Vertical.TOP)
        self.canvas.put((row, 1), text, style, rows=end - row)
        return end

    def matrix(self, row: int) -> int:
        """A line for every row of the form: its label, and its cells."""
        style = self.style()
        for line in self.form.rows:
            label = line.label.said(self.language)
            self.canvas.put((row, 1), label, style)
            room = needed(label, self.canvas.widths[1], style.size)
            self.canvas.raise_to(row, max(self.layout.row_height, room))
            for column, leaf in enumerate(self.form.leaves, 2):
                self.cell((row, column), f"{line.key}.{leaf.key}", style)
            row += 1
        return row

    def cell(self, at: tuple[int, int], key: str, style: Style) -> None:
        """A cell of the matrix: a figure, ``--``, or nothing."""
        cell = self.form.cells[key]
        if cell.state in (State.INPUT, State.COMPUTED):
            figure = self.page.figures.get(key)
            self.canvas.cells[at] = figure_cell(figure, cell.measure, style)
            self.canvas.anchors[key] = at
        else:
            self.canvas.put(at, NOT_APPLICABLE if cell.state is State.NONE else None, style)

    def sentences(self, row: int) -> int:
        """Each sentence over the full width, with its figures in it."""
        style = self.style(Align.LEFT)
        for line in self.form.sentences:
            for each in line.fields:
                self.canvas.anchors[each.key] = (row, 1)
            text = sentence_text(line, self.page.figures, self.language)
            row = self.full_line(row, text, style, self.layout.row_height)
        return row
