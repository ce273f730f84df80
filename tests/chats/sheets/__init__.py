"""The workbooks that people send in the transcripts: forms as /template gives them, filled in.

``python -m tests.chats.sheets`` writes them anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from exports.page import Page
from exports.template import Mark, template
from exports.xlsx import write
from handlers import dates
from handlers.chain.workbooks import words_of
from handlers.words import words_in
from tests.campaigns import tea
from tests.exports.filling import changed

HERE = Path(__file__).parent
UNITS = {"市农业局": 1, "市市场监管局": 2}  # as the tea campaign's sample roster numbers them
FILLED = {"B5": 12, "C5": "８户次", "C6": 3, "C7": 2, "C8": "3.5万元", "D5": 5, "D6": 0}
FILLED |= {"A9": "投诉举报：受理4件；办结____件。"}
WRONG = {**FILLED, "C6": 4, "D5": "约5", "D6": "#REF!", "B6": 1, "E5": 20}

SHEETS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "filled.xlsx": ("市农业局", "2023-09", FILLED),
    "wrong-cells.xlsx": ("市农业局", "2023-09", WRONG),
    "last-month.xlsx": ("市农业局", "2023-08", FILLED),
    "strangers.xlsx": ("市市场监管局", "2023-09", FILLED),
    "renamed-row.xlsx": ("市农业局", "2023-09", {"A6": "立案数"}),
}


def sheet(name: str) -> bytes:
    """One of them, as it is made now."""
    unit, period, cells = SHEETS[name]
    form, words = tea().form, words_in("zh")
    page = Page(unit, dates.period(words, period))
    laid_out = template(form, page, words_of(words), lambda measure: measure.unit.zh)
    mark = Mark(tea().key, form.key, UNITS[unit], period)
    return changed(write([laid_out], mark=str(mark)), cells)
