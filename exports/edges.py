"""The fields above and below the matrix: whom the sheet is about, the date, who filled it in."""

from __future__ import annotations

from collections.abc import Sequence

from exports.page import BLANK, Page
from reporting.form import EdgeField, Side, Source
from reporting.label import Language

DIGIT = "\u3000"  # room to write one by hand


def edge_lines(fields: Sequence[EdgeField]) -> list[list[EdgeField]]:
    """Fields put on lines: one that does not stand further right begins the next line."""
    order = list(Side)
    lines: list[list[EdgeField]] = []
    for each in fields:
        if lines and order.index(each.side) > order.index(lines[-1][-1].side):
            lines[-1].append(each)
        else:
            lines.append([each])
    return lines


def edge_text(each: EdgeField, page: Page, language: Language) -> str:
    """A field with its value, or with room to write on."""
    value = _value(each, page)
    if not value and each.blank:
        return each.blank.said(language)
    before, _, after = each.text.said(language).partition("{}")
    return before + (value or _room(each, after)) + after


def _value(each: EdgeField, page: Page) -> str:
    """What the page says for this field; empty if nothing."""
    day = page.date
    dated = day and each.date_format.format(year=day.year, month=day.month, day=day.day)
    return {
        Source.REGION: page.name,
        Source.DATE: dated or "",
        Source.FILLER: page.filler,
        Source.CONTACT: page.contact,
        Source.HAND: "",
    }[each.source]


def _room(each: EdgeField, after: str) -> str:
    """Room for a hand: the date's digits, a blank where words follow, else the paper itself."""
    if each.source is Source.DATE:
        return each.date_format.format(year=DIGIT * 3, month=DIGIT * 2, day=DIGIT * 2)
    return BLANK if after else ""
