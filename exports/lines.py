"""One line a unit or child region: what each brought, figure by figure, and the sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from exports import header
from exports.breaking import cut, page_ends
from exports.facts import completeness_word, state_word, version_word
from exports.figures import figure_cell
from exports.fitting import needed
from exports.sheet import Align, Canvas, Cell, Setup, Sheet, Style
from exports.words import Words
from reporting.chain import Contribution, RollUp
from reporting.form import Column, Form, State
from reporting.label import Label
from reporting.measure import Measure

TEXT = Style(size=9, border=True, wrap=True)
CENTRED = replace(TEXT, align=Align.CENTER)
HEAD = replace(CENTRED, bold=True, fill="E7E6E6")
GROUP = replace(HEAD, align=Align.LEFT)  # in sight on the page, or the screen, where it begins
TOTAL = replace(CENTRED, bold=True)
FIGURE_WIDTH = 16.0  # mm: twelve figures, a group of the form, stand on a page
LINE_HEIGHT = 6.0


@dataclass(frozen=True, slots=True)
class Lead:
    """A column before the figures."""

    label: str
    width: float


def lines_sheet(form: Form, roll_up: RollUp, words: Words) -> Sheet:
    """Every contributor's figures as it handed them in; blank where it is 未报. Then the sums."""
    leads = _leads(words)
    columns = input_columns(form)
    keys = [leaf.key for node in columns for leaf in node.leaves]
    canvas = Canvas(widths=_widths(leads, len(keys)))
    heads = [Column(lead.label, Label(lead.label, lead.label)) for lead in leads] + columns
    first = header.draw(canvas, heads, (1, 1), HEAD, words.language, groups=GROUP)
    row = first
    for n, each in enumerate(roll_up.contributions, 1):
        _line(canvas, row, _told(n, each, words), CENTRED)
        canvas.cells[row, 2] = Cell(each.name, TEXT)
        _figures(canvas, row, len(leads) + 1, keys, form, each.figures, CENTRED)
        row += 1
    _line(canvas, row, ["", words.total, "", "", ""], TOTAL)
    _figures(canvas, row, len(leads) + 1, keys, form, roll_up.figures, TOTAL)
    canvas.anchors.update({key: (row, n) for n, key in enumerate(keys, len(leads) + 1)})
    setup = Setup(fit=(0, 0), repeat_rows=(1, first - 1), repeat_columns=2, page_numbers=True)
    setup = replace(setup, page_ends=page_ends(columns, len(leads) + 1, canvas.widths, setup))
    cut(canvas, setup.page_ends)
    return canvas.sheet(words.lines, setup, freeze=(first, 3))


def input_columns(form: Form) -> list[Column]:
    """The form's header carried on down to its rows: one leaf for every figure that is entered.

    A leaf's key is the figure's key.
    """
    nodes = [_with_rows(node, form) for node in form.columns]
    nodes += [
        Column(
            line.key,
            line.label,
            tuple(Column(each.key, _with_unit(each.label, each.measure)) for each in line.fields),
        )
        for line in form.sentences
    ]
    return [node for node in nodes if node.columns]


def _with_rows(node: Column, form: Form) -> Column:
    """A header node with the rows of its input cells below it; without any, it is empty."""
    if node.columns:
        below = (_with_rows(child, form) for child in node.columns)
        return Column(node.key, node.label, tuple(child for child in below if child.columns))
    cells = (form.cells[f"{row.key}.{node.key}"] for row in form.rows)
    return Column(
        node.key,
        node.label,
        tuple(
            Column(c.key, _with_unit(c.row_label, c.measure))
            for c in cells
            if c.state is State.INPUT
        ),
    )


def _with_unit(said: Label, measure: Measure) -> Label:
    """The row as asked, and on a line of its own what it counts: 罚款金额（万元）."""
    unit = measure.unit
    return Label(f"{said.zh}\n（{unit.zh}）", f"{said.en}\n({unit.en})")


def _leads(words: Words) -> tuple[Lead, ...]:
    return (
        Lead(words.number, 10.0),
        Lead(words.unit, 48.0),
        Lead(words.state, 28.0),
        Lead(words.version, 15.0),
        Lead(words.completeness, 18.0),
    )


def _widths(leads: Sequence[Lead], figures: int) -> dict[int, float]:
    widths = [lead.width for lead in leads] + [FIGURE_WIDTH] * figures
    return dict(enumerate(widths, 1))


def _told(n: int, each: Contribution, words: Words) -> list[str | int]:
    """The columns before the figures."""
    state, version = state_word(each, words), version_word(each, words)
    return [n, each.name, state, version, completeness_word(each)]


def _line(canvas: Canvas, row: int, values: Sequence[str | int], style: Style) -> None:
    for column, value in enumerate(values, 1):
        canvas.cells[row, column] = Cell(value or None, style)
        room = needed(str(value), canvas.widths[column], style.size)
        canvas.raise_to(row, max(LINE_HEIGHT, room))


def _figures(
    canvas: Canvas,
    row: int,
    left: int,
    keys: Sequence[str],
    form: Form,
    figures: Mapping[str, int] | None,
    style: Style,
) -> None:
    for column, key in enumerate(keys, left):
        figure = None if figures is None else figures.get(key)
        canvas.cells[row, column] = figure_cell(figure, form.measure(key), style)
