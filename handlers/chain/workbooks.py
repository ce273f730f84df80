"""The workbook of a table, with every word in it; and the proof that it says what was summed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from exports import words as sheet_words
from exports.annex import annex
from exports.facts import Facts
from exports.names import file_name
from exports.page import Page
from exports.reading import read_figures
from exports.workbook import consolidated as consolidated_sheets
from exports.xlsx import write
from handlers import dates
from handlers.chain.standing import Standing
from handlers.reports.openings import Opening
from handlers.words import Words
from reporting.chain import RollUp, Submission
from reporting.checks import computed
from reporting.fingerprint import fingerprint
from reporting.proof import Mismatch, prove


@dataclass(frozen=True, slots=True)
class Signatories:
    """Whose names stand in a workbook: the coordinator's as 填表人, and each unit's liaisons'."""

    filler: str = ""
    contact: str = ""
    liaisons: Mapping[tuple[str, int], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Workbook:
    """A finished file."""

    name: str
    data: bytes


def mark(stands: Standing, table: RollUp) -> str:
    """The fingerprint of a table's figures in their place."""
    about = (stands.campaign.key, stands.region.name, table.period, str(table.version))
    return fingerprint(table.figures, *about)


def consolidated(
    words: Words,
    stands: Standing,
    table: RollUp,
    fingerprint: str,
    people: Signatories,
    *,
    to_date: Page | None = None,
    current: bool = False,
) -> Workbook:
    """A region's workbook, with the cumulative figures. ``current``: before closing, named so."""
    facts = Facts(
        campaign=words.label(stands.campaign.title),
        region=stands.region.name,
        period=dates.period(words, table.period),
        fingerprint=fingerprint,
        zone=stands.campaign.calendar.zone,
        date=stands.campaign.calendar.today(table.at),
        filler=people.filler,
        contact=people.contact,
        liaisons=people.liaisons,
    )
    sheets = consolidated_sheets(stands.campaign.form, table, facts, words_of(words), to_date)
    version = (
        words.plain("file-current")
        if current
        else words.plain("file-version", version=table.version)
    )
    name = file_name(stands.region.name, words.plain("file-table"), facts.period, version)
    return Workbook(name, write(sheets, title=name.removesuffix(".xlsx"), at=table.at))


def of_unit(words: Words, opening: Opening, submission: Submission) -> Workbook:
    """One unit's own report on the official form; the file's name says what became of it."""
    form, calendar = opening.campaign.form, opening.campaign.calendar
    period = dates.period(words, opening.period.key)
    page = Page(
        opening.unit.name,
        period,
        computed(form, submission.figures),
        calendar.today(submission.submitted_at),
        submission.by,
        submission.contact,
    )
    version = words.plain("file-version", version=submission.version)
    became = file_state(words, submission)
    name = file_name(opening.unit.name, words.plain("file-table"), period, version, became)
    sheets = (annex(form, page, words_of(words)),)
    title = name.removesuffix(".xlsx")
    return Workbook(name, write(sheets, title=title, at=submission.submitted_at))


def file_state(words: Words, submission: Submission) -> str:
    """What sets a version apart in a file's name: 已撤回, 更正待审核; empty where it counts."""
    if submission.stands:
        return ""
    became = submission.decision.value if submission.decision else "pending"
    return words.plain(f"file-{became.replace('_', '-')}")


def mismatches(stands: Standing, table: RollUp, data: bytes) -> tuple[Mismatch, ...]:
    """Units = stored totals = the sheet as read back from the file's bytes; else where not.

    What the units brought is taken from their stored submissions anew, not from the roll-up.
    """
    counted = {each.id for each in table.contributions if each.counted and each.kind == "unit"}
    units = [each.figures for id, each in stands.submissions.items() if id in counted]
    children = [
        each.figures
        for each in table.contributions
        if each.kind == "region" and each.counted and each.figures is not None
    ]
    form = stands.campaign.form
    return prove(form, units, children, table.figures, read_figures(data, form))


def words_of(words: Words) -> sheet_words.Words:
    """The workbook's own words, from the catalogue."""
    spoken: dict[str, Any] = {
        each.name: words.plain(f"sheet-{each.name.replace('_', '-')}", n="{n}")
        for each in fields(sheet_words.Words)
        if each.type == "str"
    }
    return sheet_words.Words(**spoken, language=words.language)
