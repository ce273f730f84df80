"""The buttons under a question for a figure."""

from __future__ import annotations

from handlers.desk import Rows
from handlers.interview.talk import Talk
from handlers.outgoing import Button
from reporting.draft import REVIEW
from reporting.events import Asked
from reporting.said import Choice


def answers(talk: Talk, event: Asked) -> Rows:
    """The answers of one tap; what settles much at once; the ways to leave."""
    quick = [talk.button("button-zero", Choice.ZERO)]
    if event.last:
        quick.append(_same(talk, event))
    if event.rest > 1:
        quick.append(talk.button("button-rest", Choice.REST, count=event.rest))
    if event.current is not None:
        key = "button-to-review" if event.onward == REVIEW else "button-keep"
        quick.append(talk.button(key, Choice.JUMP, event.onward))
    return tuple(quick), *sweeping(talk, event), leaving(talk, event)


def leaving(talk: Talk, event: Asked) -> tuple[Button, ...]:
    """The ways to leave the question."""
    leave = [talk.button("button-save", Choice.SAVE)]
    if event.current is None and not event.told:
        leave.insert(0, talk.button("button-skip", Choice.SKIP))
    if not event.first:
        leave.insert(0, talk.button("button-back", Choice.BACK))
    return tuple(leave)


def _same(talk: Talk, event: Asked) -> Button:
    measure, last = event.question.measure, event.last
    shown = measure.shown(last) if measure and last is not None else ""
    before = talk.words.plain(f"before-{talk.every.value}")
    return talk.button("button-same", Choice.SAME, before=before, value=shown)


def sweeping(talk: Talk, event: Asked) -> Rows:
    """Taps that settle much at once: a zero report, all the rest 0, and taking that back."""
    row = [undo(talk, event.filled)] if event.filled else []
    if event.untouched:
        row.append(talk.button("button-declare", Choice.DECLARE))
        if event.last_known:
            row.append(all_as_last(talk))
    elif event.all > event.rest:
        row.append(talk.button("button-all", Choice.ALL, count=event.all))
    return (tuple(row),) if row else ()


def all_as_last(talk: Talk) -> Button:
    """全部同上月: shown on a card first."""
    same = talk.words.plain(f"as-{talk.every.value}")
    return talk.button("button-last", Choice.LAST, same=same)


def undo(talk: Talk, count: int) -> Button:
    """撤销, with how many figures it takes back."""
    return talk.button("button-undo", Choice.UNDO, count=count)
