"""An interview's events → one message on a phone: text and buttons."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from handlers.desk import Rows
from handlers.fitting import echoed, short
from handlers.interview import reviewing
from handlers.interview.answering import answers, undo
from handlers.interview.carding import card, misfit, offered, recorded_many
from handlers.interview.choosing import choosing, stopped, to_change
from handlers.interview.declaring import declared, undeclared
from handlers.interview.narrating import attached, listed, narrative_asked, not_attached, removed
from handlers.interview.scoping import (
    completed,
    kept,
    left_asked,
    rows_asked,
    scope_asked,
    unplaced,
)
from handlers.interview.sheet_card import sheet_card
from handlers.interview.talk import Part, Talk
from handlers.words import Html
from reporting.events import (
    Asked,
    Attached,
    Card,
    Choosing,
    Completed,
    Declared,
    Event,
    ExplanationAsked,
    Filled,
    Kept,
    LeftAsked,
    Listed,
    Misfit,
    NotAttached,
    Offered,
    Overtaken,
    Reason,
    Recorded,
    RecordedMany,
    Refused,
    Removed,
    Reviewed,
    RowsAsked,
    Saved,
    ScopeAsked,
    Stopped,
    Undeclared,
    Unfilled,
    Unplaced,
)
from reporting.said import Choice
from reporting.uploading import SheetCard

REPLACED_SHOWN = 60  # characters of another person's words


def compose(talk: Talk, events: Iterable[Event]) -> tuple[str, Rows]:
    """All events of one turn as one message, with the buttons that each brings."""
    parts = [PARTS[type(event)](talk, event) for event in events if type(event) in PARTS]
    text = "\n".join(text for text, _ in parts if text)
    return text, tuple(row for _, rows in parts for row in rows)


def _recorded(talk: Talk, event: Recorded) -> Part:
    key = "recorded-read-back" if event.read_back else "recorded"
    if event.question.measure is None:
        return _recorded_text(talk, event), ()
    value = talk.value(event.question, event.value)
    text = talk.words(key, label=talk.words.label(event.question.label), value=value)
    if event.before not in (None, event.value):
        before = talk.value(event.question, event.before or 0)
        text = Html(text + talk.before(before, event.before_by))
    return text, ()


def _recorded_text(talk: Talk, event: Recorded) -> Html:
    """That it was taken; of another's words that it replaced, what they were."""
    text = talk.words("recorded-text", label=talk.words.label(event.question.label))
    if not event.before_by or event.before == event.value:
        return text
    return Html(text + talk.before(short(str(event.before), REPLACED_SHOWN), event.before_by))


def _overtaken(talk: Talk, event: Overtaken) -> Part:
    return talk.words("company-overtaken"), ()


def _filled(talk: Talk, event: Filled) -> Part:
    if event.group is None:
        return talk.words("filled-all", count=len(event.keys)), ()
    group = talk.words.label(event.group.label)
    return talk.words("filled", group=group, count=len(event.keys)), ()


def _unfilled(talk: Talk, event: Unfilled) -> Part:
    return talk.words("unfilled", count=len(event.keys)), ()


def _refused(talk: Talk, event: Refused) -> Part:
    measure = event.question.measure
    if event.reason is Reason.EMPTY:
        return talk.words("refused-empty" if measure else "refused-empty-text"), ()
    said, reason = echoed(event.said), talk.refusal(event.reason, measure)
    return talk.words("refused", said=said, reason=reason) if said else reason, ()


def _asked(talk: Talk, event: Asked) -> Part:
    if event.question.measure is None:
        return narrative_asked(talk, event)
    text = _question(talk, event)
    if event.current is not None:
        value = talk.value(event.question, event.current)
        by = talk.by(event.question.key)
        held = talk.words("company-current", value=value, name=by) if by else None
        text = Html(f"{text}\n{held or talk.words('asked-current', value=value)}")
    return text, answers(talk, event)


def _question(talk: Talk, event: Asked) -> Html:
    """Place, full label, unit, and what stood there last time."""
    words, label = talk.words, talk.words.label(event.question.label)
    unit = words.label(event.question.measure.unit) if event.question.measure else ""
    if unicodedata.normalize("NFKC", label).endswith(unicodedata.normalize("NFKC", unit)):
        asked = words("asked-figure-unit", n=event.n, of=event.of, label=label)  # 罚款户(人)次
    else:
        asked = words("asked-figure", n=event.n, of=event.of, label=label, unit=unit)
    return Html(f"{asked}\n{_last(talk, event)}")


def _last(talk: Talk, event: Asked) -> Html:
    """上月 5, 上周 5; 上月未报 where that is not known."""
    before = talk.words.plain(f"before-{talk.every.value}")
    if not event.last_known or event.last is None:
        return talk.words("last-unknown", before=before)
    return talk.words("last", before=before, value=talk.value(event.question, event.last))


def _reviewed(talk: Talk, event: Reviewed) -> Part:
    save = [talk.button("button-save", Choice.SAVE)]
    if event.filled:
        save.insert(0, undo(talk, event.filled))
    rows = (
        (
            talk.button("button-submit", Choice.SUBMIT, talk.draft.stamp),
            talk.button("button-edit", Choice.EDIT),
        ),
        tuple(save),
    )
    return reviewing.review(talk.words, talk.form, talk.draft, talk.title, event), rows


def _explain(talk: Talk, event: ExplanationAsked) -> Part:
    lines = reviewing.finding_lines(talk.words, event.findings)
    review, changing = talk.button("button-to-review", Choice.BACK), to_change(talk, event.findings)
    if not event.kept:
        return Html("\n".join([talk.words("explain"), *lines])), (*changing, (review,))
    kept = talk.words("explain-kept", text=short(event.kept, reviewing.TEXT_SHOWN))
    rows = (*changing, (talk.button("button-afresh", Choice.AFRESH), review))
    return Html("\n".join([talk.words("explain"), *lines, kept])), rows


def _saved(talk: Talk, event: Saved) -> Part:
    return talk.words("saved", title=talk.title, answered=event.answered, of=event.of), ()


PARTS: dict[type, Callable[..., Part]] = {
    Recorded: _recorded,
    Filled: _filled,
    Unfilled: _unfilled,
    Declared: declared,
    Undeclared: undeclared,
    Refused: _refused,
    Card: card,
    SheetCard: sheet_card,
    RecordedMany: recorded_many,
    Misfit: misfit,
    Offered: offered,
    Asked: _asked,
    ScopeAsked: scope_asked,
    RowsAsked: rows_asked,
    LeftAsked: left_asked,
    Completed: completed,
    Kept: kept,
    Unplaced: unplaced,
    Attached: attached,
    NotAttached: not_attached,
    Listed: listed,
    Removed: removed,
    Reviewed: _reviewed,
    Choosing: choosing,
    Stopped: stopped,
    ExplanationAsked: _explain,
    Saved: _saved,
    Overtaken: _overtaken,
}
