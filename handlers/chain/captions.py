"""The few lines above a workbook: who is in it, who is missing, the figures that matter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handlers import dates
from handlers.chain.standing import Standing
from handlers.fitting import names, short
from handlers.reports.openings import title
from handlers.words import Html, Words
from reporting.chain import Contribution, RollUp
from reporting.events import Finding
from reporting.form import Figures, Form, Highlight
from reporting.proof import Mismatch

ROOM = 440  # characters of names; a caption holds 1,024 in all
FINDINGS_SHOWN, FINDING_SHOWN = 3, 70  # lines, and characters of each
MISMATCHES_SHOWN = 10


def released(
    words: Words,
    stands: Standing,
    table: RollUp,
    fingerprint: str,
    found: Sequence[Finding] = (),
) -> Html:
    """Of a table that is final for now; ``found``: what the rules say of its totals."""
    at = dates.moment(stands.campaign.calendar, table.at)
    version = words("caption-version", version=table.version, at=at, fingerprint=fingerprint)
    lines = [head(words, stands)]
    if table.version > 1:
        corrected = any(each.reason for each in table.contributions)
        lines.append(words("caption-corrected" if corrected else "caption-reissued"))
    lines += _body(words, stands, table)
    if table.reported:
        lines += [*_found(words, found), version]
    return Html("\n".join(lines))


def current(words: Words, stands: Standing, table: RollUp) -> Html:
    """Of a table asked for before the region closes, or after something came late."""
    at = dates.moment(stands.campaign.calendar, table.at)
    when = words("caption-current", at=at)
    if stands.table is not None:
        when = words("caption-since", at=at, version=stands.table.version)
    return Html("\n".join([head(words, stands), when, *_body(words, stands, table)]))


def mismatch(words: Words, stands: Standing, wrong: Sequence[Mismatch]) -> Html:
    """The alarm to administrators: where units, totals and sheet differ."""
    where = places(words, stands.campaign.form, wrong)
    return words("caption-mismatch", title=head(words, stands), places=where)


def places(words: Words, form: Form, wrong: Sequence[Mismatch]) -> Html:
    """The first figures on which the three do not agree, a line each."""
    lines = [
        words(
            "mismatch-place",
            label=place_of(words, form, each.key),
            units=str(each.units),
            stored=str(each.stored),
            sheet=str(each.sheet),
        )
        for each in wrong[:MISMATCHES_SHOWN]
    ]
    return Html("\n".join(lines))


def place_of(words: Words, form: Form, key: str) -> str:
    """Where a figure stands, computed ones too; its key where the form has no such place."""
    if (question := form.questions.get(key)) is not None:
        return words.label(question.label)
    cell = form.cells.get(key)
    if cell is None:
        return key
    return f"{words.label(cell.column_label)} · {words.label(cell.row_label)}"


def head(words: Words, stands: Standing) -> Html:
    """Campaign, period and region."""
    return title(words, stands.campaign, stands.period.key, stands.region.name)


def _body(words: Words, stands: Standing, table: RollUp) -> list[Html]:
    missing = table.missing
    late = [each for each in table.contributions if each.late and each.version is not None]
    lines = [
        words(
            "caption-count",
            expected=table.expected,
            reported=table.reported,
            missing=len(missing),
        )
    ]
    if missing:
        lines.append(words("caption-missing", names=_names(words, missing)))
    if late:
        lines.append(words("caption-late", names=_names(words, late)))
    if corrected := [each for each in table.contributions if each.reason]:
        lines.append(words("caption-corrections", names=_names(words, corrected)))
    if not table.reported:
        return [*lines, words("caption-empty")]
    return [*lines, *highlights(words, stands.campaign.form, table.figures)]


def _found(words: Words, found: Sequence[Finding]) -> Iterable[Html]:
    """The first of what should be looked at, and how many there are."""
    if found:
        yield words("caption-findings", count=len(found))
    for each in found[:FINDINGS_SHOWN]:
        message = short(words.label(each.message), FINDING_SHOWN)
        yield words("caption-finding", message=message)


def highlights(words: Words, form: Form, figures: Figures) -> Iterable[Html]:
    """The figures that matter, a line each."""
    for each in form.highlights:
        if (value := _sum(each, figures)) is not None:
            measure = form.measure(each.keys[0])
            unit = words.label(measure.unit)
            said = words.plain("figure", value=measure.shown(value), unit=unit)
            yield words("caption-figure", label=words.label(each.label), value=said)


def _sum(highlight: Highlight, figures: Figures) -> int | None:
    """A figure that nobody reported is not told as 0."""
    known = [figures[key] for key in highlight.keys if key in figures]
    return sum(known) if known else None


def _names(words: Words, who: Sequence[Contribution]) -> Html:
    """As many names as a caption holds, and how many more there are."""
    return names(words, [each.name for each in who], ROOM // 2)
