"""A zero report in words: what is declared, and what stands in its way."""

from __future__ import annotations

from handlers.fitting import short
from handlers.interview.narrating import removing, told_line
from handlers.interview.talk import Part, Talk
from handlers.words import Html
from reporting.events import Declared, Undeclared
from reporting.said import Choice

NARRATIVE_SHOWN = 200  # characters


def declared(talk: Talk, event: Declared) -> Part:
    """What is being declared; the second tap hands it in."""
    lines = [talk.words("declared", title=talk.title, count=event.figures)]
    if talk.form.narrative is not None:
        label = talk.words.label(talk.form.narrative)
        key = "declared-narrative" if event.narrative is None else "review-narrative"
        text = short(event.narrative or "", NARRATIVE_SHOWN)
        lines.append(talk.words(key, label=label, text=text))
    if event.told:
        lines.append(told_line(talk.words, event.told))
    confirm = talk.button("button-declare-confirm", Choice.CONFIRM, talk.draft.stamp)
    by_question = talk.button("button-to-filling", Choice.BACK)
    return Html("\n".join(lines)), ((confirm,), (by_question, *removing(talk, event.told)))


def undeclared(talk: Talk, event: Undeclared) -> Part:
    """No zero report over figures that are not 0: go on with them, or clear them knowingly."""
    on = talk.button("button-to-filling", Choice.BACK)
    if event.clearing:
        text = talk.words("clearing", count=len(event.nonzero))
        confirm = talk.button("button-clear-confirm", Choice.CONFIRM, talk.draft.stamp)
        return text, ((confirm,), (on,))
    text = talk.words("undeclared", count=len(event.nonzero))
    return text, ((on,), (talk.button("button-clear", Choice.CLEAR),))
