"""The workbook that goes to a region's coordinators, sheet by sheet."""

from __future__ import annotations

from exports.annex import annex
from exports.cumulative import cumulative_sheet
from exports.facts import Facts
from exports.filings import filings_sheet
from exports.lines import lines_sheet
from exports.narratives import narratives_sheet
from exports.page import Page
from exports.sheet import Sheet
from exports.words import Words
from reporting.chain import RollUp
from reporting.form import Form

CUMULATIVE = 1
"""Where the cumulative sheet stands in a consolidated workbook, from 0."""


def consolidated(
    form: Form, roll_up: RollUp, facts: Facts, words: Words, to_date: Page | None = None
) -> tuple[Sheet, ...]:
    """The annex, one line a unit, 工作情况 (if the form asks for it), and who reported when.

    With ``to_date``, the cumulative figures, they stand right after the annex.
    """
    page = Page(
        facts.region, facts.period, roll_up.figures, facts.date, facts.filler, facts.contact
    )
    cumulative = () if to_date is None else (cumulative_sheet(form, to_date, words),)
    texts = (narratives_sheet(roll_up, facts, words),) if form.narrative else ()
    return (
        annex(form, page, words),
        *cumulative,
        lines_sheet(form, roll_up, words),
        *texts,
        filings_sheet(roll_up, facts, words),
    )
