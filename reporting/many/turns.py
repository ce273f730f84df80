"""Turns of phrase that speak of several cells at once, and words that nobody knows."""

from __future__ import annotations

from collections.abc import Sequence

from reporting.events import Reason
from reporting.many.heard import Heard, Statement
from reporting.many.meaning import NotMeant, covered
from reporting.many.names import Axis, Keys, names_of
from reporting.many.parts import Part
from reporting.many.results import Why
from reporting.many.spellings import folded
from reporting.many.tokens import Amount, Clause, Name, Others, Words
from reporting.numbers import NotRead, Read, read_number


def said_of_others(heard: Heard, clause: Clause, others: Others, found: Sequence[Part]) -> None:
    """其余为0: of the columns named with it, else of those mentioned, else of the one in force.

    Where no column was being asked, nobody speaks of less than the whole form.
    """
    heard.forget()
    if any(each.gives(Axis.WHAT) or each.amounts for each in found):
        whole_clause(heard, clause, NotMeant(Why.WORDS))
        return
    heard.settle()
    for part in found:
        heard.stand(heard.within(part.names))
    named = bool(found) or not heard.mentioned
    keys = heard.here if named else heard.mentioned
    whole = not found and (others.whole or (others.whole is None and heard.open))
    if whole:
        keys = frozenset(heard.form.inputs)
    elif not keys or (named and not heard.sure):
        heard.note(others.start, others.end, (), NotMeant(Why.COLUMN_UNCLEAR))
        return
    start = clause.tokens[0].start
    _state(heard, start, others.end, whole, keys)


def said_of_each(heard: Heard, clause: Clause, found: Sequence[Part]) -> None:
    """警告、罚款均为0; 代孕、广告各3件: one amount for every name that waits for one."""
    heard.forget()
    part = found[0] if len(found) == 1 else Part()
    every = [*heard.waiting, Part(part.names)] if part.names else list(heard.waiting)
    rows = next((each.names for each in reversed(every) if each.gives(Axis.WHAT)), ())
    if len(part.amounts) != 1 or not every:
        whole_clause(heard, clause, NotMeant(Why.NO_NAME))
        return
    heard.waiting.clear()
    if not rows:
        _columns(heard, clause, every, part.amounts[0])
        return
    if len(every) == 1 and not every[0].gives(Axis.WHERE):  # of each of which columns?
        meaning = covered(heard.form, rows, None)
        whole_clause(heard, clause, NotMeant(Why.AMBIGUOUS, heard.live(meaning.keys)))
        return
    what = tuple(each for each in rows if each.gives(Axis.WHAT))
    for each in every:
        names = heard.within(each.names if each.gives(Axis.WHAT) else (*each.names, *what))
        heard.stand(names)
        result = heard.decide(names, part.amounts[0])
        heard.take(Part(each.names, part.amounts), [result])


def unknown(heard: Heard, clause: Clause) -> None:
    """Words that are not known may turn a clause into anything: 上月, 未, 约. It is not taken.

    They may be a column's name, too: below such words no column is in force.
    """
    names = [each for each in clause.tokens if isinstance(each, Name)]
    amounts = [each for each in clause.tokens if isinstance(each, Amount)]
    heard.settle()
    heard.forget()
    result = NotMeant(Why.WORDS, _perhaps(heard, clause, names), _reason(heard, clause, names))
    heard.stand(names, sure=False)
    if not amounts and (clause.heading or not any(each.gives(Axis.WHAT) for each in names)):
        heard.sure = False
    whole_clause(heard, clause, result)


def _columns(heard: Heard, clause: Clause, every: Sequence[Part], amount: Amount) -> None:
    """代孕、广告均为0."""
    keys: Keys = frozenset()
    for part in every:
        heard.stand(heard.within(part.names))
        keys |= heard.here
    live = heard.live(keys)
    zero = [read_number(amount.number, heard.form.measure(key)) for key in live[:1]]
    if heard.sure and any(isinstance(each, Read) and each.figure == 0 for each in zero):
        start = min(every[0].start, clause.tokens[0].start)
        _state(heard, start, clause.tokens[-1].end, False, keys)
    else:
        whole_clause(heard, clause, NotMeant(Why.AMBIGUOUS, live))


def _state(heard: Heard, start: int, end: int, whole: bool, keys: Keys) -> None:
    said, at = heard.message.said(start, end), heard.message.at(start)
    heard.statements.append(Statement(said, at, whole, keys))


def whole_clause(heard: Heard, clause: Clause, result: NotMeant) -> None:
    """Keep a clause as not taken."""
    amounts = [each for each in clause.tokens if isinstance(each, Amount)]
    heard.note(clause.tokens[0].start, clause.tokens[-1].end, amounts, result)


def _perhaps(heard: Heard, clause: Clause, names: Sequence[Name]) -> tuple[str, ...]:
    """What a clause may be about, by its names and by parts of names: 移送 of 移送司法机关."""
    words = [
        (each, heard.message.said(each.start, each.end))
        for each in clause.tokens
        if isinstance(each, Words)
    ]
    parts = [
        Name(each.start, each.end, folded(said), senses)
        for each, said in words
        if (senses := names_of(heard.form).containing(said))
    ]
    return heard.candidates([*names, *parts])


def _reason(heard: Heard, clause: Clause, names: Sequence[Name]) -> Reason | None:
    """Why what follows the names is no number: 约3件 is a rough one."""
    keys = heard.candidates(names)
    start, end = names[-1].end if names else 0, clause.tokens[-1].end
    if not keys or start >= end:
        return None
    read = read_number(heard.message.said(start, end), heard.form.measure(keys[0]))
    told = isinstance(read, NotRead) and read.reason is not Reason.NOT_A_NUMBER
    return read.reason if isinstance(read, NotRead) and told else None
