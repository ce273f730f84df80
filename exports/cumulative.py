"""累计数: the official form once more, with sums over periods; and a campaign's final table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from exports.annex import annex
from exports.page import Page
from exports.sheet import Sheet
from exports.words import Words
from reporting.form import Form


def cumulative_sheet(form: Form, page: Page, words: Words) -> Sheet:
    """A page of sums; its ``period`` is their span, its ``note`` names the periods not in them."""
    return annex(form, page, replace(words, annex=words.cumulative))


def cumulative_workbook(
    form: Form, page: Page, periods: Iterable[Page], words: Words
) -> tuple[Sheet, ...]:
    """The sums first, then every period that is in them on a sheet of its own."""
    return (cumulative_sheet(form, page, words), *(annex(form, each, words) for each in periods))
