"""报送情况: what this table is, and who reported when."""

from __future__ import annotations

from dataclasses import replace

from exports.facts import Facts, completeness_word, state_word, version_word
from exports.fitting import needed
from exports.sheet import Align, Canvas, Setup, Sheet, Style
from exports.words import Words
from reporting.chain import Contribution, RollUp

TEXT = Style(border=True, wrap=True)
CENTRED = replace(TEXT, align=Align.CENTER)
HEAD = replace(CENTRED, bold=True, fill="E7E6E6")
WIDTHS = (12.0, 64.0, 30.0, 34.0, 18.0, 22.0, 36.0, 36.0)
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
    _line(canvas, row, _heads(words), HEAD)
    setup = Setup(repeat_rows=(row, row), page_numbers=True)
    for n, each in enumerate(roll_up.contributions, 1):
        _line(canvas, row + n, _told(n, each, facts, words), CENTRED)
        canvas.put((row + n, 2), each.name, TEXT)
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
        state_word(each, words),
        version_word(each, words),
        completeness_word(each),
        facts.moment(each.first_at),
        facts.moment(last),
    ]


def _line(canvas: Canvas, row: int, values: list[str], style: Style) -> None:
    for column, value in enumerate(values, 1):
        canvas.put((row, column), value or None, style)
        room = needed(value, WIDTHS[column - 1], style.size)
        canvas.raise_to(row, max(HEIGHT, room))
