"""A sentence with figures in it, written by its template and read back by the same template."""

from __future__ import annotations

import re
from decimal import Decimal

from exports.page import BLANK
from reporting.form import Figures, Sentence
from reporting.label import Language

FIELD = re.compile(r"\{(\w+)\}")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
SLOT = r"(\s*-?\d+(?:\.\d+)?\s*|[_＿\s]*)"  # a number, or room to write on


def sentence_text(line: Sentence, figures: Figures, language: Language) -> str:
    """A sentence with its figures; one that is absent leaves room to write on."""
    values = {
        each.name: each.measure.shown(figures[each.key]) if each.key in figures else BLANK
        for each in line.fields
    }
    return line.text.said(language).format_map(values)


def sentence_figures(
    line: Sentence, text: str, language: Language
) -> dict[str, Decimal | None] | None:
    """The figures in a sentence's text by key; None if it is not this sentence."""
    names = FIELD.findall(line.text.said(language))
    literals = FIELD.split(line.text.said(language))[::2]
    found = re.fullmatch(SLOT.join(map(re.escape, literals)), text.strip())
    if found is None:
        return None
    said = dict(zip(names, map(str.strip, found.groups()), strict=True))
    return {
        each.key: Decimal(said[each.name]) if NUMBER.fullmatch(said[each.name]) else None
        for each in line.fields
    }
