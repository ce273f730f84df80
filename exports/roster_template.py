"""The empty roster that somebody fills in: as xlsx with its instructions, or as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from exports.sheet import Canvas, Setup, Sheet, Style
from exports.xlsx import write
from reporting.campaign import Campaign
from reporting.label import Label, Language
from reporting.roster import COLUMNS, DUTIES, OPTIONAL, Column

LINES = 300  # prepared as text, so that a telephone number keeps its digits
WIDTHS = {Column.UNIT: 55.0, Column.EMAIL: 45.0, Column.PHONE: 35.0, Column.DEPARTMENT: 40.0}
WIDTH = 24.0
TEXT = Style(number_format="@", border=True)
HEAD = Style(bold=True, border=True, fill="DDEBF7")
HEAD_OPTIONAL = Style(border=True, fill="F2F2F2")
PLAIN, BOLD = Style(wrap=True), Style(bold=True)

_HELP = {
    Column.REGION: Label("每行都要写", "on every line"),
    Column.LEVEL: Label("{levels}", "{levels}"),
    Column.PARENT: Label("最高一级留空", "empty at the top level"),
    Column.UNIT: Label(
        "负责整个地区的人（汇总员、管理员）留空",
        "empty for who serves the whole region (coordinator, administrator)",
    ),
    Column.DEPARTMENT: Label("单位所属部门，见下", "the unit's department, see below"),
    Column.COUNTED: Label("是 或 否；空为 是", "yes or no; empty is yes"),
    Column.NAME: Label(
        "尚未确定可留空，职责、电话、邮箱也留空",
        "may be empty until it is known, then duty, phone and e-mail are empty too",
    ),
    Column.DUTY: Label("{duties}", "{duties}"),
    Column.OFFICE: Label("可不填", "optional"),
    Column.PHONE: Label("可不填；同名的人必须填", "optional; needed where two people share a name"),
    Column.EMAIL: Label("可不填", "optional"),
}


def xlsx_template(campaign: Campaign, language: Language = "zh") -> bytes:
    """A workbook with the header line, and a second sheet that says what goes where."""
    names = {"zh": ("名册", "填写说明"), "en": ("Roster", "How to fill it in")}[language]
    sheets = [_roster(names[0], language), _instructions(names[1], campaign, language)]
    return write(sheets, title=f"{campaign.short.said(language)} {names[0]}")


def csv_template(language: Language = "zh") -> bytes:
    """The header line, in UTF-8 with the BOM by which Excel knows it."""
    out = io.StringIO(newline="")
    csv.writer(out).writerow(label.said(language) for label in COLUMNS.values())
    return out.getvalue().encode("utf-8-sig")


def _roster(name: str, language: Language) -> Sheet:
    canvas = Canvas()
    for n, (column, label) in enumerate(COLUMNS.items(), start=1):
        head = HEAD_OPTIONAL if column in OPTIONAL else HEAD
        canvas.put((1, n), label.said(language), head)
        canvas.widths[n] = WIDTHS.get(column, WIDTH)
        for line in range(2, LINES + 2):
            canvas.put((line, n), None, TEXT)
    return canvas.sheet(name, Setup(repeat_rows=(1, 1)), freeze=(2, 1))


def _instructions(name: str, campaign: Campaign, language: Language) -> Sheet:
    canvas = Canvas(widths={1: 45.0, 2: 150.0})
    for row, (head, text) in enumerate(_help(campaign, language), start=1):
        canvas.put((row, 1), head, BOLD)
        canvas.put((row, 2), text, PLAIN)
    return canvas.sheet(name, Setup())


def _help(campaign: Campaign, language: Language) -> Iterator[tuple[str, str]]:
    """A line a column, then the departments of each level."""
    comma = {"zh": "、", "en": ", "}[language]
    said = {
        "levels": comma.join(tier.label.said(language) for tier in campaign.tiers),
        "duties": comma.join(label.said(language) for label in DUTIES.values()),
    }
    for column, label in COLUMNS.items():
        yield label.said(language), _HELP[column].said(language).format(**said)
    for tier in campaign.tiers:
        names = (campaign.departments[key].label.said(language) for key in tier.departments)
        yield (
            f"{COLUMNS[Column.DEPARTMENT].said(language)} ({tier.label.said(language)})",
            (comma.join(names)),
        )
