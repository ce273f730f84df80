"""A pasted row of figures: 5 0 2 0 …, exactly as many as asked, or a row copied from a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reporting.computing import computed
from reporting.draft import Draft
from reporting.form import Form, State
from reporting.many.labelled import is_ordinary
from reporting.many.pasted_items import Item, Items, Line, read_block, read_lines
from reporting.many.pasted_places import Places, blocks, labelled, unlabelled
from reporting.many.results import Extent, NotPasted, Pair, Pasted, Slip, Total, Why, WhyNot
from reporting.numbers import Read, read_number

Filled = tuple[Places, Items]


def read_pasted(form: Form, draft: Draft, text: str) -> Pasted | NotPasted:
    """The figures of a pasted row at their cells, or why it is none. Any text may be given.

    Without a label a row fills what is left of the pending question's column, of its group, or
    of the form, whichever it has exactly as many items as; with a column's or row's label before
    it, that. Items that a cell cannot take are slips; nothing is filled in for them.
    """
    if is_ordinary(form, draft, text):
        return NotPasted(WhyNot.ORDINARY)
    lines = read_lines(form, text)
    if not lines or not all(map(_is_row, lines)):
        return NotPasted(WhyNot.ORDINARY)
    if not any(each.label for each in lines) and (block := read_block(text)):
        cells = tuple(each for line in block for each in line)
        places = blocks(form, draft, len(block), len(block[0]))
        return _filled(form, draft, [_placed(form, places, Line((), (cells,)))])
    across = "\t" in text and "\n" not in text.strip()
    return _filled(
        form,
        draft,
        [
            _placed(
                form,
                labelled(form, draft, line.label)
                if line.label
                else unlabelled(form, draft, across),
                line,
            )
            for line in lines
        ],
    )


def _filled(form: Form, draft: Draft, found: Sequence[Filled | NotPasted]) -> Pasted | NotPasted:
    """All lines at their places, or the first that has none."""
    lost = next((each for each in found if isinstance(each, NotPasted)), None)
    return lost or _pasted(form, draft, [each for each in found if not isinstance(each, NotPasted)])


def _is_row(line: Line) -> bool:
    """Two figures at least, and more figures than words."""
    figures = sum(each.figure for each in line.items)
    blanks = sum(each.blank for each in line.items)
    return figures + blanks > 1 and figures > len(line.items) - figures - blanks


def _placed(form: Form, places: Sequence[Places], line: Line) -> Filled | NotPasted:
    """The one place that takes one reading; nothing where there are two, or none."""
    fitting = [(place, items) for items in line.ways for place in places if place.takes(items)]
    fitting = [each for each in fitting if _apt(form, *each)] or fitting
    count = len(line.items)
    if line.doubtful and any(items != line.items for _, items in fitting):
        return NotPasted(WhyNot.COMMAS, count)
    if not fitting:
        offered = {each.fit: None for each in places if not each.printed}
        plain = line.one_number or not offered
        return NotPasted(WhyNot.ORDINARY if plain else WhyNot.COUNT, count, tuple(offered))
    if line.one_number:
        return NotPasted(WhyNot.COMMAS, count)
    if len(fitting) > 1:
        return NotPasted(WhyNot.SEVERAL_PLACES, count, tuple(place.fit for place, _ in fitting))
    return fitting[0]


def _apt(form: Form, places: Places, items: Items) -> bool:
    """Whether no figure stands where none applies."""
    dead = (State.NONE, State.BLANK)
    return all(
        item.blank or key not in form.cells or form.cells[key].state not in dead
        for key, item in zip(places.keys, items, strict=True)
    )


def _pasted(form: Form, draft: Draft, filled: Sequence[Filled]) -> Pasted | NotPasted:
    keys = [key for places, _ in filled for key in places.keys]
    items = [item for _, each in filled for item in each]
    if len(set(keys)) < len(keys):
        return NotPasted(WhyNot.SEVERAL_PLACES, len(items), tuple(each.fit for each, _ in filled))
    read = [_read(form, n, *each) for n, each in enumerate(zip(keys, items, strict=True), 1)]
    pairs = tuple(each for each in read if isinstance(each, Pair))
    return Pasted(
        filled[0][0].extent if len(filled) == 1 else Extent.FORM,
        pairs,
        tuple(each for each in read if isinstance(each, Slip)),
        _compared(form, draft, pairs, [each for each in read if isinstance(each, Total)]),
    )


def _read(form: Form, n: int, key: str, item: Item) -> Pair | Slip | Total | None:
    """What an item is to the cell that it stands at; None: rightly nothing."""
    state = form.cells[key].state if key in form.cells else State.INPUT
    if state is not State.INPUT and item.blank:
        return None
    if state in (State.NONE, State.BLANK):
        return Slip(n, item.said, key, Why.NOT_APPLICABLE)
    read = read_number(item.said, form.measure(key))
    if not isinstance(read, Read):
        return Slip(n, item.said, key, Why.NUMBER, read.reason)
    if state is State.COMPUTED:
        return Total(n, key, item.said, read.figure, None)
    return Pair(key, item.said, item.at, read.figure, read.read_back)


def _compared(
    form: Form, draft: Draft, pairs: Iterable[Pair], totals: Sequence[Total]
) -> tuple[Total, ...]:
    """Totals beside what the form calculates from the draft and the row."""
    if not totals:
        return ()
    figures = computed(form, {**draft.figures, **{each.key: each.value for each in pairs}})
    return tuple(replace(each, expected=figures.get(each.key)) for each in totals)
