"""累计表: a region's or a unit's sums to date as a workbook, proved before it is handed out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from exports.cumulative import cumulative_workbook
from exports.names import file_name
from exports.page import Page
from exports.reading import read_figures
from exports.xlsx import write
from handlers import dates
from handlers.chain import captions
from handlers.chain.workbooks import Signatories, Workbook, words_of
from handlers.queries.to_date import ToDate
from handlers.words import Html, Words
from reporting.computing import computed
from reporting.fingerprint import fingerprint
from reporting.proof import Mismatch, prove

FINAL = "final"
"""The period of a campaign's final table."""


@dataclass(frozen=True, slots=True)
class Final:
    """The workbook, and where periods, sums and sheet differ: then it is not for handing out."""

    book: Workbook
    wrong: tuple[Mismatch, ...]


def final(words: Words, sums: ToDate, people: Signatories, at: datetime) -> Final:
    """The sums first, then each period that is in them."""
    form = sums.campaign.form
    page = cumulative_page(words, sums, people, at)
    sheets = cumulative_workbook(form, page, _periods(words, sums, people), words_of(words))
    name = file_name(sums.name, words.plain("file-cumulative"), page.period)
    book = Workbook(name, write(sheets, title=name.removesuffix(".xlsx"), at=at))
    return Final(book, mismatches(sums, book.data))


def cumulative_page(words: Words, sums: ToDate, people: Signatories, at: datetime) -> Page:
    """The sums on the official form, with their span, and the missing periods by name."""
    span = sums.span(words)
    note = words.plain("cumulative-note", span=span)
    if missing := _missing(words, sums):
        note = words.plain("cumulative-note-missing", span=span, names=missing)
    today = sums.campaign.calendar.today(at)
    figures = sums.cumulative.figures
    return Page(sums.name, span, figures, today, people.filler, people.contact, note)


def mismatches(sums: ToDate, data: bytes, sheet: int = 0) -> tuple[Mismatch, ...]:
    """The periods' figures = the sums = the cumulative sheet as read back; else where not."""
    form, cumulative = sums.campaign.form, sums.cumulative
    read_back = read_figures(data, form, sheet=sheet)
    return prove(form, (), cumulative.brought, cumulative.figures, read_back)


def mark(sums: ToDate) -> str:
    """The fingerprint of the sums, and of the versions in them."""
    versions = (f"{key} {version}" for key, version in _versions(sums).items())
    return fingerprint(sums.cumulative.figures, sums.campaign.key, sums.name, FINAL, *versions)


def caption(words: Words, sums: ToDate) -> Html:
    """What is in it, and what is not."""
    lines = [
        words(
            "cumulative-caption",
            campaign=words.label(sums.campaign.short),
            name=sums.name,
            span=sums.span(words),
            count=len(sums.cumulative.brought),
        )
    ]
    if missing := _missing(words, sums):
        lines.append(words("cumulative-missing", names=missing))
    versions = words.listed(
        words("cumulative-version", month=dates.period(words, key), version=version)
        for key, version in _versions(sums).items()
    )
    lines += captions.highlights(words, sums.campaign.form, sums.cumulative.figures)
    lines.append(words("cumulative-versions", versions=versions))
    return Html("\n".join([*lines, words("cumulative-fingerprint", fingerprint=mark(sums))]))


def differing(words: Words, sums: ToDate, wrong: Sequence[Mismatch]) -> Html:
    """No table: periods, sums and sheet do not agree."""
    places = captions.places(words, sums.campaign.form, wrong)
    return words("cumulative-mismatch", name=sums.name, places=places)


def _missing(words: Words, sums: ToDate) -> Html:
    return words.listed(dates.period(words, key) for key in sums.cumulative.missing)


def _versions(sums: ToDate) -> dict[str, int]:
    tables = {key: each.version for key, each in sums.tables.items()}
    return tables | {key: each.version for key, each in sums.submissions.items()}


def _periods(words: Words, sums: ToDate, people: Signatories) -> list[Page]:
    """A page for every period that is in the sums, as it was released or handed in."""
    form, today = sums.campaign.form, sums.campaign.calendar.today
    tables = [
        (key, each.figures, each.at, people.filler, people.contact)
        for key, each in sums.tables.items()
    ]
    filed = [
        (key, computed(form, each.figures), each.submitted_at, each.by, each.contact)
        for key, each in sums.submissions.items()
    ]
    return [
        Page(sums.name, dates.period(words, key), figures, today(at), by, contact)
        for key, figures, at, by, contact in [*tables, *filed]
    ]
