"""Which groups hold figures, and which figures in them: chosen by tap or by name, and completed.

A choice never touches what somebody typed. What was not chosen becomes 0 only on 完成选择, and
only zeros that were set together are unanswered again where they, or their group, are chosen.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from reporting.draft import DECLARE, LEFT, REVIEW, ROWS, SCOPE, Answer
from reporting.events import Completed, Kept, Overtaken, Refused, Turn, Unplaced
from reporting.form import Group
from reporting.interview.asking import asking, choice_asked
from reporting.interview.filling import recorded
from reporting.interview.many import many
from reporting.interview.sitting import COMPLETED, FILLED, Sitting
from reporting.kinds import KINDS, Understood
from reporting.many.jumping import find_questions
from reporting.many.picking import names_picked
from reporting.numbers.reading import Read, read_number
from reporting.said import Choice, Tapped
from reporting.telling import NARRATIVE

SET_TOGETHER = (FILLED, COMPLETED, Choice.CONFIRM)  # how what is said of such a zero begins


def pick(sitting: Sitting, tap: Tapped) -> Turn | None:
    """Choose a group at SCOPE, or a figure at its group's ROWS. Once more changes nothing."""
    if tap.to not in _choices(sitting):
        return None
    chosen = tap.to in sitting.draft.picked(sitting.draft.at)
    return _shown(sitting if chosen else _picked(sitting, [tap.to]), tap.to)


def drop(sitting: Sitting, tap: Tapped) -> Turn | None:
    """Choose it no longer; where it holds figures that are not 0, these stay and so does it."""
    at, keys = sitting.draft.at, _choices(sitting).get(tap.to, ())
    if nonzero := tuple(key for key in keys if key in sitting.nonzero):
        return asking(sitting, Kept(nonzero))
    if not keys:
        return None
    dropped = sitting.without((ROWS + tap.to,)) if at == SCOPE else sitting
    return _shown(dropped.picking(at, dropped.draft.picked(at) - {tap.to}), tap.to)


def more(sitting: Sitting, tap: Tapped) -> Turn | None:
    """更多: what else there is to choose from."""
    shown = choice_asked(sitting, tap.to) if tap.to in _choices(sitting) else None
    return None if shown is None else sitting.turn(shown)


def done(sitting: Sitting, tap: Tapped) -> Turn | None:
    """完成选择: what was not chosen becomes 0. With nothing chosen at all it is a zero report."""
    at, agenda = sitting.draft.at, sitting.agenda
    if at != LEFT and not _choices(sitting):
        return None
    if at == SCOPE and not any(map(agenda.chose, sitting.form.figure_groups)):
        return asking(sitting.moved(DECLARE))
    keys = agenda.fills(at)
    chosen = sitting
    if at == SCOPE:
        chosen = sitting.picking(SCOPE, sitting.draft.picked(SCOPE), Choice.DONE)
    onward = chosen.answered(dict.fromkeys(keys, Answer("", 0))).onward()
    zero = Answer(f"{COMPLETED}{at}>{onward.draft.at}", 0)
    events = (Completed(keys),) if keys else ()
    return asking(onward.answered(dict.fromkeys(keys, zero)), *events)


def each(sitting: Sitting, tap: Tapped) -> Turn | None:
    """逐项填报: every question that is left is asked in turn, from the first."""
    if sitting.draft.at not in (SCOPE, LEFT):
        return None
    chosen = sitting.picking(SCOPE, sitting.draft.picked(SCOPE), Choice.EACH)
    return asking(chosen.moved(chosen.agenda.onward(REVIEW)))


def named(sitting: Sitting, text: str, shown: str = "") -> Turn:
    """Words typed where something is chosen: a number, names, or many figures at once.

    A number is not taken for another figure than the one ``shown``, which the other person of
    the unit may have answered meanwhile.
    """
    group = sitting.agenda.group_of(sitting.draft.at)
    key = sitting.agenda.foremost(group) if group else None
    if group and key and (turn := _answered(sitting, group, key, text)):
        return asking(sitting, Overtaken()) if shown not in ("", key) else turn
    choices = _choices(sitting)
    if picked := names_picked(sitting.form, choices, text) if choices else ():
        return _shown(_picked(sitting, picked), picked[-1])
    if turn := many(sitting, text):
        return turn
    if find_questions(sitting.form, text) == (NARRATIVE,):  # 工作情况 is no group to choose
        return asking(sitting.moved(NARRATIVE))
    if key is not None:
        question = sitting.form.questions[key]
        reason = KINDS[question.kind].read(text, question)
        if not isinstance(reason, Understood):
            return sitting.turn(Refused(question, reason, text))
    return asking(sitting, Unplaced(text, _is_number(sitting, text)))


def _answered(sitting: Sitting, group: Group, key: str, text: str) -> Turn | None:
    """A number answers the first figure chosen; with none chosen, the group's go on in order."""
    question, at = sitting.form.questions[key], sitting.draft.at
    read = KINDS[question.kind].read(text, question)
    if not isinstance(read, Understood):
        return None
    chosen = sitting.draft.picked(at) or group.questions
    return recorded(sitting.picking(at, chosen), question, text, read)


def _choices(sitting: Sitting) -> Mapping[str, tuple[str, ...]]:
    """What can be chosen here, by key, with the questions that each stands for."""
    if sitting.draft.at == SCOPE:
        return {each.key: each.questions for each in sitting.form.figure_groups}
    group = sitting.agenda.group_of(sitting.draft.at)
    return {key: (key,) for key in group.questions} if group else {}


def _picked(sitting: Sitting, keys: Collection[str]) -> Sitting:
    """These chosen as well, and asked anew where they were set to 0 together with others."""
    at, choices, answers = sitting.draft.at, _choices(sitting), sitting.draft.answers
    covered = [key for each in keys for key in choices[each] if key in answers]
    zeros = [
        k for k in covered if not answers[k].value and answers[k].said.startswith(SET_TOGETHER)
    ]
    return sitting.without(zeros).picking(at, sitting.draft.picked(at) | {*keys})


def _shown(sitting: Sitting, near: str) -> Turn:
    """The same choice again, as it stands now."""
    shown = choice_asked(sitting, near)
    return asking(sitting) if shown is None else sitting.turn(shown)


def _is_number(sitting: Sitting, text: str) -> bool:
    measures = {sitting.form.measure(key) for key in sitting.form.inputs}
    return any(isinstance(read_number(text, each), Read) for each in measures)
