"""报送情况: what this table is; who reported when, who filled it in, and what they explained."""

from __future__ import annotations

from dataclasses import replace

from exports.facts import Facts, completeness_word, state_word, version_word
from exports.fitting import needed
from exports.narratives import EXPLANATION, pieces
from exports.sheet import Align, Canvas, Setup, Sheet, Style, Vertical
from exports.words import Words
from reporting.chain import Contribution, RollUp

TEXT = Style(border=True, wrap=True)
CENTRED = replace(TEXT, align=Align.CENTER)
HEAD = replace(CENTRED, bold=True, fill="E7E6E6")
WIDTHS = (12.0, 56.0, 26.0, 22.0, 34.0, 16.0, 20.0, 34.0, 34.0, 70.0, 48.0)
TOLD = WIDTHS[-2:]  # texts of any length: 上报说明, 更正原因
NAME = 2  # the column of the unit's name
HEIGHT = 7.0


def filings_sheet(roll_up: RollUp, facts: Facts, words: Words) -> Sheet:
    """The proof first: campaign, region, period, version, time, mark, counts. Then every line."""
    canvas = Canvas(widths=dict(enumerate(WIDTHS, 1)))
    row = 1
    for label, value in _proof(roll_up, facts, words):
        canvas.put((row, 1), label, HEAD, columns=2)
        canvas.put((row, 3), value, TEXT, columns=len(WIDTHS) - 2)
        canvas.raise_to(row, max(HEIGHT, needed(value, sum(WIDTHS[2:]), TEXT.size)))
        row += 1
    row += 1
    setup = Setup(repeat_rows=(row, row), page_numbers=True)
    row = _line(canvas, row, _heads(words), (words.explanation, words.correction), HEAD)
    for n, each in enumerate(roll_up.contributions, 1):
        texts = ((each.texts or {}).get(EXPLANATION, ""), each.reason)
        row = _line(canvas, row, _told(n, each, facts, words), texts, CENTRED)
    return canvas.sheet(words.filings, setup)


def _proof(roll_up: RollUp, facts: Facts, words: Words) -> tuple[tuple[str, str], ...]:
    missing = "、".join(each.name for each in roll_up.missing)
    return (
        (words.campaign, facts.campaign),
        (words.region, facts.region),
        (words.period, facts.period),
        (words.version, words.version_n.format(n=roll_up.version)),
        (words.made_at, facts.moment(roll_up.at)),
        (words.fingerprint, facts.fingerprint),
        (words.expected, str(roll_up.expected)),
        (words.reported, str(roll_up.reported)),
        (words.missing, f"{len(roll_up.missing)}" + (f"：{missing}" if missing else "")),
    )


def _heads(words: Words) -> list[str]:
    return [
        words.number,
        words.unit,
        words.liaison,
        words.by,
        words.state,
        words.version,
        words.completeness,
        words.first_at,
        words.last_at,
    ]


def _told(n: int, each: Contribution, facts: Facts, words: Words) -> list[str]:
    last = each.last_at or (each.first_at if each.version == 1 else None)
    return [
        str(n),
        each.name,
        facts.liaison(each),
        each.by,
        state_word(each, words),
        version_word(each, words),
        completeness_word(each),
        facts.moment(each.first_at),
        facts.moment(last),
    ]


def _line(canvas: Canvas, row: int, values: list[str], texts: tuple[str, ...], style: Style) -> int:
    """A contributor and, beside it, what it wrote: over as many rows as that takes. The next row.

    A spreadsheet's row is only so high; nothing of an explanation is cut off.
    """
    cut = [pieces(text, TEXT.size, width) for text, width in zip(texts, TOLD, strict=True)]
    rows = max(map(len, cut))
    for column, value in enumerate(values, 1):
        own = TEXT if style is CENTRED and column == NAME else style
        if rows > 1:  # the name stands where the eye begins, however many pages follow
            own = replace(own, vertical=Vertical.TOP)
        canvas.put((row, column), value or None, own, rows=rows)
        canvas.raise_to(row, max(HEIGHT, needed(value, WIDTHS[column - 1], style.size)))
    for column, parts in enumerate(cut, len(values) + 1):
        own = style if style is HEAD else TEXT
        for n in range(rows):
            part = parts[n] if n < len(parts) else ""
            canvas.put((row + n, column), part or None, own)
            canvas.raise_to(row + n, max(HEIGHT, needed(part, WIDTHS[column - 1], own.size)))
    return row + rows
