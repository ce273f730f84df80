"""The workbook that goes to a region's coordinators, sheet by sheet."""

from __future__ import annotations

from exports.annex import annex
from exports.facts import Facts
from exports.filings import filings_sheet
from exports.lines import lines_sheet
from exports.narratives import narratives_sheet
from exports.page import Page
from exports.sheet import Sheet
from exports.words import Words
from reporting.chain import RollUp
from reporting.form import Form


def consolidated(form: Form, roll_up: RollUp, facts: Facts, words: Words) -> tuple[Sheet, ...]:
    """The annex, one line a unit, 工作情况 (if the form asks for it), and who reported when."""
    page = Page(
        facts.region, facts.period, roll_up.figures, facts.date, facts.filler, facts.contact
    )
    texts = (narratives_sheet(roll_up, facts, words),) if form.narrative else ()
    return (
        annex(form, page, words),
        lines_sheet(form, roll_up, words),
        *texts,
        filings_sheet(roll_up, facts, words),
    )
