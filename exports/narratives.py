"""工作情况: a block a unit with its text, the files beside it, and its 上报说明."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

from exports.facts import Facts, state_word
from exports.fitting import ems, ems_per_line, needed
from exports.sheet import Canvas, Setup, Sheet, Style, Vertical
from exports.words import Words
from reporting.attaching import Attachment, in_units
from reporting.chain import Contribution, RollUp

WIDTH = 180.0  # mm: A4 upright between its margins
LINES = 23  # in one cell: a spreadsheet's row is at most 409 points high
LONGEST = 200  # characters that are kept together
NARRATIVE, EXPLANATION = "narrative", "explain"
HEAD = Style(bold=True, border=True, wrap=True, fill="E7E6E6")
TEXT = Style(border=True, wrap=True, vertical=Vertical.TOP)
SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]?")


def narratives_sheet(roll_up: RollUp, facts: Facts, words: Words) -> Sheet:
    """The region's own text first, then every contributor that handed something in."""
    canvas = Canvas(widths={1: WIDTH})
    row = 1
    if facts.narrative:
        row = _block(canvas, row, f"{facts.region}　{words.own_text}", [facts.narrative])
    for each in roll_up.contributions:
        if each.version is not None:
            row = _block(canvas, row, _head(each, words), _texts(each, words))
    setup = Setup(landscape=False, margins=(15.0, 15.0, 15.0, 15.0), page_numbers=True)
    return canvas.sheet(words.narratives, setup)


def _head(each: Contribution, words: Words) -> str:
    """Whose text it is; and, in words, what sets it apart."""
    apart = "" if each.counted and not each.late else f"（{state_word(each, words)}）"
    return each.name + apart


def _texts(each: Contribution, words: Words) -> Iterable[str]:
    said = each.texts or {}
    narrative = said.get(NARRATIVE, "").strip()
    if narrative or each.kind == "unit":  # a region's silence is not a statement
        yield narrative or words.no_narrative
    if each.attachments:
        yield _attached(each.attachments, words)
    if explanation := said.get(EXPLANATION, "").strip():
        yield f"{words.explanation}：{explanation}"


def _attached(files: Sequence[Attachment], words: Words) -> str:
    """A line a file: its name, its size, and the mark that tells whether it is the very file."""
    lines = [
        f"{n}. {each.name}　{in_units(each.size)}　SHA-256 {each.sha256}"
        for n, each in enumerate(files, 1)
    ]
    return "\n".join([f"{words.attachments}（{len(files)}）：", *lines])


def _block(canvas: Canvas, row: int, head: str, texts: Iterable[str]) -> int:
    """A heading and its texts; the next free row."""
    written = [(head, HEAD)]
    written += [(piece, TEXT) for text in texts for piece in pieces(text, TEXT.size)]
    for text, style in written:
        canvas.put((row, 1), text, style)
        canvas.raise_to(row, needed(text, WIDTH, style.size))
        row += 1
    return row


def pieces(text: str, size: float, width: float = WIDTH) -> list[str]:
    """A text cut, at the ends of sentences, into pieces that one cell can show. Nothing is lost.

    ``width`` is the cell's, in mm.
    """
    room = ems_per_line(width, size)
    cut, filled = [""], 0.0
    for sentence in SENTENCE.findall(text):
        for start in range(0, len(sentence), LONGEST):
            part = sentence[start : start + LONGEST]
            taken = ems(part) / room
            if filled + taken > LINES:
                cut.append("")
                filled = 0.0
            cut[-1] += part
            filled = math.ceil(filled + taken) if part.endswith("\n") else filled + taken
    return cut
