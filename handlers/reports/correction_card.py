"""A correction on a card: why, what it changes, and how the region's totals move."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from handlers import dates
from handlers.chain.captions import place_of
from handlers.chain.standing import Standing
from handlers.fitting import lines_within, short
from handlers.reports.openings import title
from handlers.words import Html, Words
from reporting.chain import Submission, Unit
from reporting.correcting import Change, changes
from reporting.draft import EXPLAIN
from reporting.form import Form
from reporting.rollup import contribution_of_unit

NARRATIVE = "narrative"
REASON_SHOWN, TEXT_SHOWN = 300, 200  # characters
FIGURES_ROOM, TOTALS_ROOM = 1200, 900  # characters of one message


def card(
    words: Words,
    stands: Standing,
    unit: Unit,
    correction: Submission,
    state: str = "correction-pending",
) -> Html:
    """Reason; every figure and text before and after; how the region's totals move."""
    head = words(
        "correction",
        state=words(state),
        title=title(words, stands.campaign, stands.period.key, unit.name),
        version=correction.version,
        at=dates.moment(stands.campaign.calendar, correction.submitted_at),
        by=correction.by,
        reason=short(correction.reason, REASON_SHOWN),
    )
    lines = [head, *_changed(words, stands, correction)]
    return Html("\n".join([*lines, *_totals(words, stands, unit, correction)]))


def _changed(words: Words, stands: Standing, correction: Submission) -> list[Html]:
    form, accepted = stands.campaign.form, stands.submissions.get(correction.unit)
    before = accepted.figures if accepted else {}
    figures = _lines(words, form, changes(form, before, correction.figures))
    texts = accepted.texts if accepted else {}
    labels = {NARRATIVE: words.label(form.narrative) if form.narrative else ""}
    labels[EXPLAIN] = words.plain("correction-explanation")
    said = [
        words("correction-text", label=labels.get(key, key), after=short(text, TEXT_SHOWN))
        for key, text in correction.texts.items()
        if text != texts.get(key)
    ]
    files = (len(accepted.attachments) if accepted else 0, len(correction.attachments))
    if accepted and accepted.attachments != correction.attachments:
        said.append(words("correction-files", before=files[0], after=files[1]))
    shown = lines_within(words, figures, FIGURES_ROOM) or [words("correction-texts-only")]
    return [words("correction-figures"), *shown, *said]


def _totals(words: Words, stands: Standing, unit: Unit, correction: Submission) -> list[Html]:
    """What the region's table would be, beside what it is."""
    form = stands.campaign.form
    corrected = contribution_of_unit(unit, correction)
    others = (
        corrected if (each.kind, each.id) == ("unit", unit.id) else each
        for each in stands.contributions
    )
    at = correction.submitted_at
    after = replace(stands, contributions=tuple(others)).rolled_up(at)
    moved = _lines(words, form, changes(form, stands.rolled_up(at).figures, after.figures))
    if not moved:
        return [words("correction-same-totals", region=stands.region.name)]
    head = words("correction-totals", region=stands.region.name)
    return [head, *lines_within(words, moved, TOTALS_ROOM)]


def _lines(words: Words, form: Form, found: Iterable[Change]) -> list[Html]:
    return [
        words(
            "correction-line",
            label=place_of(words, form, each.key),
            before=_figure(words, form, each.key, each.before),
            after=_figure(words, form, each.key, each.after),
        )
        for each in found
    ]


def _figure(words: Words, form: Form, key: str, value: int | None) -> str:
    if value is None:
        return words.plain("correction-blank")
    measure = form.measure(key)
    unit = words.label(measure.unit)
    return words.plain("figure", value=measure.shown(value), unit=unit)
