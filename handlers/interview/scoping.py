"""Choosing first what there is to report: groups, then figures within them, then what is left."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.desk import Rows
from handlers.fitting import echoed, names
from handlers.interview.answering import all_as_last, undo
from handlers.interview.reviewing import in_group
from handlers.interview.talk import Part, Talk, paired
from handlers.outgoing import Button
from handlers.words import Html
from reporting.draft import REVIEW
from reporting.events import Completed, Kept, LeftAsked, RowsAsked, ScopeAsked, Unplaced
from reporting.said import Choice

PAGE = 40  # choices under one message
NAMES_ROOM = 300  # characters of names in a line

Choices = Sequence[tuple[str, str, bool]]
"""What can be chosen: key, words, whether it is chosen."""


def scope_asked(talk: Talk, event: ScopeAsked) -> Part:
    """本期哪些类别有数据? a button for every group."""
    short = {each.key: talk.words.label(each.short) for each in event.groups}
    chosen = [each.key for each in event.chosen]
    lines = [talk.words("scope-asked"), _last_groups(talk, event)]
    lines.append(_chosen(talk, [short[key] for key in chosen]))
    groups = [(key, label, key in chosen) for key, label in short.items()]
    finish = [_done(talk, event.fills if event.chosen else 0)]
    if event.declares:
        finish.append(talk.button("button-declare", Choice.DECLARE))
        if event.last is not None and not event.chosen:
            finish.append(all_as_last(talk))
    leave = [
        talk.button("button-by-question", Choice.EACH),
        talk.button("button-save", Choice.SAVE),
    ]
    if event.complete:
        leave[0] = talk.button("button-to-review", Choice.JUMP, REVIEW)
    rows = (*_choices(talk, groups, event.near), tuple(finish), *_undo(talk, event), tuple(leave))
    return Html("\n".join(lines)), rows


def rows_asked(talk: Talk, event: RowsAsked) -> Part:
    """Which figures of a group there are: a button each; or the first number at once."""
    asked = {key: in_group(talk.words, talk.form, talk.form.questions[key]) for key in event.keys}
    lines = [talk.words("rows-asked", group=talk.words.label(event.group.label))]
    lines.append(_last_figures(talk, event, asked))
    lines.append(_chosen(talk, [asked[key] for key in event.chosen]))
    if event.next is not None:
        unit = talk.words.label(talk.form.measure(event.next).unit)
        key = "rows-next" if event.next in event.chosen else "rows-start"
        lines.append(talk.words(key, label=asked[event.next], unit=unit))
    shown = [(key, _held(talk, key, asked[key]), key in event.chosen) for key in event.keys]
    done = _done(talk, event.fills, event.next or "")
    rows = (*_choices(talk, shown, event.near), (done,), *_undo(talk, event))
    return Html("\n".join(lines)), (*rows, _leaving(talk, "back", "skip", "save"))


def left_asked(talk: Talk, event: LeftAsked) -> Part:
    """All that was chosen is answered: what becomes of the rest?"""
    settle = (_done(talk, event.count), talk.button("button-by-question", Choice.EACH))
    rows = (settle, *_undo(talk, event), _leaving(talk, "back", "save"))
    return talk.words("left-asked", count=event.count), rows


def completed(talk: Talk, event: Completed) -> Part:
    """How much was not chosen, and is 0 by that."""
    return talk.words("completed", count=len(event.keys)), ()


def kept(talk: Talk, event: Kept) -> Part:
    """What is chosen because of its figures stays chosen, and they stay."""
    asked = [talk.form.questions[key] for key in event.keys]
    group = next(each for each in talk.form.groups if each.key == asked[0].group)
    shown = names(talk.words, [in_group(talk.words, talk.form, q) for q in asked], NAMES_ROOM)
    return talk.words("kept", group=talk.words.label(group.label), names=shown), ()


def unplaced(talk: Talk, event: Unplaced) -> Part:
    """Nothing was recorded: what can be typed here instead."""
    first = talk.form.questions[talk.form.inputs[0]]
    said, label = echoed(event.said), talk.words.label(first.label)
    if event.number:
        return talk.words("unplaced-number", said=said, label=label), ()
    return talk.words("unplaced-words", said=said, label=label), ()


def _choices(talk: Talk, choices: Choices, near: str) -> Rows:
    """A page of them, two a row: the one with what was tapped last; and the way to the next."""
    at = next((n for n, (key, _, _) in enumerate(choices) if key == near), 0)
    begin = at - at % PAGE
    rows = paired([_toggle(talk, *each) for each in choices[begin : begin + PAGE]])
    if len(choices) <= PAGE:
        return rows
    following = choices[begin + PAGE :] or choices
    return (*rows, (talk.button("button-more", Choice.MORE, following[0][0]),))


def _toggle(talk: Talk, key: str, label: str, chosen: bool) -> Button:
    """The button says what is, and asks for the other: pressed twice it still does so once."""
    said = talk.words.plain("choice-on" if chosen else "choice-off", label=label)
    return talk.choice(said, Choice.DROP if chosen else Choice.PICK, key)


def _done(talk: Talk, fills: int, answers: str = "") -> Button:
    """It also tells, for who reads the question again, which figure a number answers."""
    if fills:
        return talk.button("button-done-fills", Choice.DONE, answers, count=fills)
    return talk.button("button-done", Choice.DONE, answers)


def _leaving(talk: Talk, *choices: str) -> tuple[Button, ...]:
    return tuple(talk.button(f"button-{each}", Choice(each)) for each in choices)


def _undo(talk: Talk, event: ScopeAsked | RowsAsked | LeftAsked) -> Rows:
    return ((undo(talk, event.filled),),) if event.filled else ()


def _chosen(talk: Talk, shown: Sequence[str]) -> Html:
    if not shown:
        return talk.words("chosen-none")
    return talk.words("chosen", count=len(shown), names=names(talk.words, shown, NAMES_ROOM))


def _last_groups(talk: Talk, event: ScopeAsked) -> Html:
    if event.last is None:
        return _last(talk, None)
    return _last(talk, [talk.words.label(each.short) for each in event.last])


def _last_figures(talk: Talk, event: RowsAsked, asked: dict[str, str]) -> Html:
    if event.last is None:
        return _last(talk, None)
    held = [(key, event.last.get(key)) for key in event.group.questions]
    return _last(talk, [f"{asked[key]} {talk.figure(key, value)}" for key, value in held if value])


def _last(talk: Talk, shown: Sequence[str] | None) -> Html:
    """上月有数：…, 上月全部为 0, 上月未报."""
    before = talk.words.plain(f"before-{talk.every.value}")
    if shown is None:
        return talk.words("last-unknown", before=before)
    if not shown:
        return talk.words("last-none", before=before)
    return talk.words("last-held", before=before, names=names(talk.words, shown, NAMES_ROOM))


def _held(talk: Talk, key: str, label: str) -> str:
    """A figure's name, with its number where it has one."""
    held = talk.draft.answers.get(key)
    measure = talk.form.questions[key].measure
    if held is None or measure is None or not held.value:
        return label
    return f"{label} {measure.shown(int(held.value))}"
