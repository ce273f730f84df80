"""Ways to what is to be changed: chosen at the review, or shown where 提交 was refused."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.desk import Rows
from handlers.fitting import short
from handlers.interview import reviewing
from handlers.interview.talk import Part, Talk, paired
from handlers.outgoing import Button
from handlers.words import Html
from reporting.draft import REVIEW, SCOPE
from reporting.events import Choosing, Finding, Stopped
from reporting.form import Question
from reporting.said import Choice

INVOLVED_SHOWN = 4
VALUE_SHOWN = 12  # characters on a button
LABEL_SHOWN = 40


def choosing(talk: Talk, event: Choosing) -> Part:
    """修改: the groups; within one, its questions."""
    back = [talk.button("button-to-review", Choice.JUMP, REVIEW)]
    if event.group is None and talk.form.scoped:
        back.insert(0, talk.button("button-reselect", Choice.JUMP, SCOPE))
    if event.group is None:
        labels = [(talk.words.label(g.short), g.key) for g in talk.form.groups]
        text = talk.words("choose-group")
    else:
        asked = [talk.form.questions[key] for key in event.group.questions]
        labels = [(_answered(talk, question), question.key) for question in asked]
        text = talk.words("choose-question", group=talk.words.label(event.group.label))
    buttons = [talk.choice(label, Choice.JUMP, key) for label, key in labels]
    return text, (*paired(buttons), tuple(back))


def _answered(talk: Talk, question: Question) -> str:
    """A question and what stands there now, on a button: without its unit."""
    label = reviewing.in_group(talk.words, talk.form, question)
    answer = talk.draft.answers.get(question.key)
    if answer is None:
        return f"{label} …"
    measure = question.measure if isinstance(answer.value, int) else None
    value = measure.shown(int(answer.value)) if measure else str(answer.value)
    return f"{label} {short(value, VALUE_SHOWN)}"


def stopped(talk: Talk, event: Stopped) -> Part:
    """提交 was refused: why, and ways to whatever else may be wrong."""
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
    return paired(buttons[:INVOLVED_SHOWN])


def to_change(talk: Talk, findings: Iterable[Finding]) -> Rows:
    """Straight to the figures that findings are about, the first few: a button a line."""
    keys = dict.fromkeys(key for each in findings for key in each.keys)
    asked = [talk.form.questions[key] for key in keys if key in talk.form.questions]
    return tuple((_to(talk, each),) for each in asked[:INVOLVED_SHOWN])


def _to(talk: Talk, question: Question) -> Button:
    answer, label = talk.draft.answers.get(question.key), talk.words.label(question.label)
    if answer is not None and question.measure is not None and isinstance(answer.value, int):
        label = f"{label} {question.measure.shown(answer.value)}"
    text = talk.words.plain("button-change", label=short(label, LABEL_SHOWN))
    return talk.choice(text, Choice.JUMP, question.key)
