"""An interview's events → one message on a phone: text and buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from handlers import reviewing
from handlers.callback import of_tap, pointer
from handlers.desk import Rows
from handlers.fitting import echoed, short
from handlers.outgoing import Button
from handlers.words import Html, Words
from reporting.calendar import Every
from reporting.draft import EXPLAIN, REVIEW, Draft
from reporting.events import (
    Asked,
    Choosing,
    Event,
    ExplanationAsked,
    Filled,
    Reason,
    Recorded,
    Refused,
    Reviewed,
    Saved,
    Stopped,
)
from reporting.form import Form, Question
from reporting.said import Choice, Tapped


@dataclass(frozen=True, slots=True)
class Talk:
    """What wording an interview needs to know of it."""

    words: Words
    form: Form
    draft: Draft
    title: Html  # campaign · period · unit
    every: Every  # how often it is reported: what "the one before" is called

    def button(self, key: str, choice: Choice, to: str = "", **values: object) -> Button:
        """A button of the place where the draft is now."""
        return self.choice(self.words.plain(key, **values), choice, to)

    def choice(self, label: str, choice: Choice, to: str = "") -> Button:
        """The same with words that are not the catalogue's."""
        to = pointer(self.form, to)
        return Button(label, of_tap(Tapped(self.draft.key, self.draft.at, choice, to)))

    def value(self, question: Question, value: int | str) -> str:
        """An answer as people read it, with its unit."""
        if question.measure is None or isinstance(value, str):
            return str(value)
        measure = question.measure
        return self.words.plain(
            "figure", value=measure.shown(value), unit=self.words.label(measure.unit)
        )


Part = tuple[Html, Rows]
INVOLVED_SHOWN = 4
CURRENT_SHOWN = 60  # characters of a text that is asked again


def compose(talk: Talk, events: Iterable[Event]) -> tuple[str, Rows]:
    """All events of one turn as one message, with the buttons that each brings."""
    parts = [PARTS[type(event)](talk, event) for event in events if type(event) in PARTS]
    text = "\n".join(text for text, _ in parts if text)
    return text, tuple(row for _, rows in parts for row in rows)


def _recorded(talk: Talk, event: Recorded) -> Part:
    key = "recorded-read-back" if event.read_back else "recorded"
    if event.question.measure is None:
        return talk.words("recorded-text", label=talk.words.label(event.question.label)), ()
    value = talk.value(event.question, event.value)
    text = talk.words(key, label=talk.words.label(event.question.label), value=value)
    if event.before not in (None, event.value):
        before = talk.value(event.question, event.before or 0)
        text = Html(text + talk.words("recorded-before", value=before))
    return text, ()


def _filled(talk: Talk, event: Filled) -> Part:
    group = talk.words.label(event.group.label)
    return talk.words("filled", group=group, count=len(event.keys)), ()


def _refused(talk: Talk, event: Refused) -> Part:
    measure = event.question.measure
    if event.reason is Reason.EMPTY:
        return talk.words("refused-empty" if measure else "refused-empty-text"), ()
    unit = talk.words.label(measure.unit) if measure else ""
    decimals = measure.decimals if measure else 0
    reason = talk.words(f"refused-{event.reason.value}", unit=unit, decimals=decimals)
    said = echoed(event.said)
    return talk.words("refused", said=said, reason=reason) if said else reason, ()


def _asked(talk: Talk, event: Asked) -> Part:
    words, question = talk.words, event.question
    label = words.label(question.label)
    if question.measure is None:
        text = words("asked-text", n=event.n, of=event.of, label=label)
    else:
        unit = words.label(question.measure.unit)
        text = words("asked-figure", n=event.n, of=event.of, label=label, unit=unit)
        text = Html(f"{text}\n{_last(talk, event)}")
    if event.current is not None:
        current = talk.value(question, event.current)
        text = Html(f"{text}\n{words('asked-current', value=short(current, CURRENT_SHOWN))}")
    return text, _answers(talk, event)


def _last(talk: Talk, event: Asked) -> Html:
    """上月 5, 上周 5; 上月未报 where that is not known."""
    before = talk.words.plain(f"before-{talk.every.value}")
    if not event.last_known or event.last is None:
        return talk.words("last-unknown", before=before)
    return talk.words("last", before=before, value=talk.value(event.question, event.last))


def _answers(talk: Talk, event: Asked) -> Rows:
    quick = [talk.button("button-none", Choice.NONE)]
    if event.question.measure is not None:
        quick = [talk.button("button-zero", Choice.ZERO)]
        if event.rest > 1:
            quick.append(talk.button("button-rest", Choice.REST, count=event.rest))
    if event.current is not None:
        onward = _onward(talk, event.question)
        key = "button-to-review" if onward == REVIEW else "button-keep"
        quick.append(talk.button(key, Choice.JUMP, onward))
    leave = [talk.button("button-save", Choice.SAVE)]
    if not event.first:
        leave.insert(0, talk.button("button-back", Choice.BACK))
    return tuple(quick), tuple(leave)


def _onward(talk: Talk, question: Question) -> str:
    """Where 不改 leads: to the next question, or to the review once all are answered."""
    places = list(talk.form.questions)
    if all(key in talk.draft.answers for key in places):
        return REVIEW
    return [*places, REVIEW][places.index(question.key) + 1]


def _reviewed(talk: Talk, event: Reviewed) -> Part:
    rows = (
        (talk.button("button-submit", Choice.SUBMIT), talk.button("button-edit", Choice.EDIT)),
        (talk.button("button-save", Choice.SAVE),),
    )
    return reviewing.review(talk.words, talk.form, talk.draft, talk.title, event), rows


def _choosing(talk: Talk, event: Choosing) -> Part:
    back = (talk.button("button-to-review", Choice.JUMP, REVIEW),)
    if event.group is None:
        labels = [(talk.words.label(g.short), g.key) for g in talk.form.groups]
        text = talk.words("choose-group")
    else:
        asked = [talk.form.questions[key] for key in event.group.questions]
        labels = [(_answered(talk, question), question.key) for question in asked]
        text = talk.words("choose-question", group=talk.words.label(event.group.label))
    buttons = [talk.choice(label, Choice.JUMP, key) for label, key in labels]
    return text, (*_paired(buttons), back)


def _answered(talk: Talk, question: Question) -> str:
    """A question's words on a button, with what stands there now."""
    label = reviewing.in_group(talk.words, talk.form, question)
    answer = talk.draft.answers.get(question.key)
    value = "…" if answer is None else short(str(talk.value(question, answer.value)), 8)
    return f"{label} {value}"


def _stopped(talk: Talk, event: Stopped) -> Part:
    lines = reviewing.finding_lines(talk.words, event.findings)
    if event.unanswered:
        lines.append(talk.words("unanswered", count=len(event.unanswered)))
    return Html("\n".join([talk.words("stopped"), *lines])), _involved(talk, event)


def _involved(talk: Talk, event: Stopped) -> Rows:
    """What else may be wrong in the finding whose first figure is asked next."""
    if event.unanswered or not event.findings:
        return ()
    keys = [key for key in event.findings[0].keys if key in talk.form.questions]
    others = [talk.form.questions[key] for key in keys if key != talk.draft.at]
    buttons = [talk.choice(_answered(talk, each), Choice.JUMP, each.key) for each in others]
    return _paired(buttons[:INVOLVED_SHOWN])


def _explain(talk: Talk, event: ExplanationAsked) -> Part:
    lines = reviewing.finding_lines(talk.words, event.findings)
    rows = ((talk.button("button-to-review", Choice.BACK),),)
    return Html("\n".join([talk.words("explain"), *lines])), rows


def _saved(talk: Talk, event: Saved) -> Part:
    return talk.words("saved", title=talk.title, answered=event.answered, of=event.of), ()


PARTS: dict[type, Callable[..., Part]] = {
    Recorded: _recorded,
    Filled: _filled,
    Refused: _refused,
    Asked: _asked,
    Reviewed: _reviewed,
    Choosing: _choosing,
    Stopped: _stopped,
    ExplanationAsked: _explain,
    Saved: _saved,
}


def place_of(talk: Talk) -> Question | None:
    """The question that is pending, None at the review and the explanation."""
    return None if talk.draft.at in (REVIEW, EXPLAIN) else talk.form.questions[talk.draft.at]


def _paired(buttons: list[Button]) -> Rows:
    return tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
