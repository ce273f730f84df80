"""The fields above and below the matrix: whom the sheet is about, the date, who filled it in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from exports.page import BLANK, Page
from reporting.form import EdgeField, Side, Source
from reporting.label import Language

ROOM = "\u3000"  # to write a digit by hand


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
    said = {
        Source.REGION: page.name,
        Source.DATE: _date(page.date, each.date_format),
        Source.FILLER: page.filler,
        Source.CONTACT: page.contact,
        Source.HAND: "",
    }[each.source]
    before, slot, after = each.text.said(language).partition("{}")
    if slot and after:  # written into a blank that words follow: ____县（市、区）
        return f"{before}{f' {said} ' if said else BLANK}{after}"
    return before + said


def _date(day: date | None, form: str) -> str:
    if day is None:
        return form.format(year=ROOM * 3, month=ROOM * 2, day=ROOM * 2)
    return form.format(year=day.year, month=day.month, day=day.day)
