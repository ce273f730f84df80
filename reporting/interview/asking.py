"""What is pending, as an event: the end of every turn that does not end the interview."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from reporting.draft import CARD, CLEAR, DECLARE, EXPLAIN, LEFT, SCOPE, is_aside
from reporting.events import (
    Asked,
    Declared,
    Event,
    ExplanationAsked,
    LeftAsked,
    Reviewed,
    RowsAsked,
    ScopeAsked,
    Turn,
    Undeclared,
)
from reporting.form import Group, Level, Question
from reporting.interview.sitting import Sitting
from reporting.kinds import KINDS
from reporting.many.card import card_of
from reporting.telling import NARRATIVE, NOTHING_TOLD, told

T = TypeVar("T")


def asking(sitting: Sitting, *events: Event) -> Turn:
    """The end of a turn: these events, and then what is pending."""
    return Turn(sitting.draft, (*events, _pending(sitting)))


def choice_asked(sitting: Sitting, near: str = "") -> ScopeAsked | RowsAsked | None:
    """Which groups, or which figures of one, there are; ``near`` is what was tapped last."""
    if sitting.draft.at == SCOPE:
        return _scope_asked(sitting, near)
    group = sitting.agenda.group_of(sitting.draft.at)
    return None if group is None else _rows_asked(sitting, group, near)


def _pending(sitting: Sitting) -> Event:
    at = sitting.draft.at
    if at == CARD:
        return card_of(sitting.form, sitting.draft, sitting.background)
    if at == EXPLAIN:
        return ExplanationAsked(sitting.findings(Level.SOFT), sitting.explanation)
    if at in (DECLARE, CLEAR):
        return _declared(sitting)
    if at == LEFT:
        return LeftAsked(len(sitting.agenda.left), len(sitting.filled))
    if sitting.asked is not None:
        return _asked(sitting, sitting.asked)
    return choice_asked(sitting) or _reviewed(sitting)


def _asked(sitting: Sitting, question: Question) -> Asked:
    group, agenda = sitting.group(question.group), sitting.agenda
    last = (sitting.background.last or {}).get(question.key)
    held = sitting.draft.answers.get(question.key)
    fills = KINDS[question.kind].rest is not None and group is not None
    n, of = agenda.progress(question.key)
    return Asked(
        question,
        n,
        of,
        last=last,
        last_known=last is not None,
        rest=len(sitting.rest(group)) if fills else 0,
        all=len(agenda.left) if fills else 0,
        filled=len(sitting.filled),
        untouched=all(map(is_aside, sitting.draft.answers)),
        first=agenda.before(question.key) is None,
        current=held.value if held else None,
        told=told(sitting.draft) if question.key == NARRATIVE else NOTHING_TOLD,
        onward=agenda.after(question.key) if held else "",
    )


def _scope_asked(sitting: Sitting, near: str) -> ScopeAsked:
    agenda, last = sitting.agenda, sitting.background.last
    groups = sitting.form.figure_groups
    usual = _usual(sitting)
    return ScopeAsked(
        groups=_first(groups, lambda group: any(map(usual, group.questions))),
        chosen=tuple(each for each in groups if agenda.chose(each)),
        last=None if last is None else tuple(g for g in groups if any(map(last.get, g.questions))),
        fills=len(agenda.fills(SCOPE)),
        declares=not sitting.nonzero,
        complete=not agenda.left,
        filled=len(sitting.filled),
        near=near,
    )


def _rows_asked(sitting: Sitting, group: Group, near: str) -> RowsAsked:
    agenda = sitting.agenda
    return RowsAsked(
        group,
        keys=_first(group.questions, _usual(sitting)),
        chosen=agenda.wanted(group),
        next=agenda.foremost(group),
        last=sitting.background.last,
        fills=len(agenda.fills(sitting.draft.at)),
        filled=len(sitting.filled),
        near=near,
    )


def _usual(sitting: Sitting) -> Callable[[str], bool]:
    """Whether the department usually has such a figure; all are usual where nothing is said."""
    columns, rows = sitting.background.usual_columns, sitting.background.usual_rows

    def usual(key: str) -> bool:
        row, _, column = key.partition(".")
        return (not columns or column in columns) and (not rows or row in rows)

    return usual


def _first(those: Sequence[T], usual: Callable[[T], bool]) -> tuple[T, ...]:
    return tuple(sorted(those, key=lambda each: not usual(each)))


def _reviewed(sitting: Sitting) -> Reviewed:
    figures = sitting.draft.figures
    asked = [key for key in sitting.form.questions if key in figures]
    narrative = sitting.draft.answers.get("narrative")
    return Reviewed(
        nonzero=tuple(key for key in asked if figures[key]),
        zeros=sum(not figures[key] for key in asked),
        unanswered=sitting.unanswered,
        findings=sitting.findings(),
        narrative=None if narrative is None else str(narrative.value),
        filled=len(sitting.filled),
        completed=sitting.completed,
        told=told(sitting.draft),
    )


def _declared(sitting: Sitting) -> Declared | Undeclared:
    if sitting.nonzero:
        return Undeclared(sitting.nonzero, clearing=sitting.draft.at == CLEAR)
    narrative = sitting.draft.answers.get("narrative")
    words = None if narrative is None else str(narrative.value)
    return Declared(len(sitting.form.inputs), words, told(sitting.draft))
