"""Many figures by their names: 代孕 案件数3件，罚款2户3.5万元，其余为0."""

from __future__ import annotations

from collections.abc import Iterable

from reporting.draft import EXPLAIN, Draft
from reporting.form import Form
from reporting.many.heard import Heard, Statement
from reporting.many.results import Conflict, Labelled, Pair, Rest, Unclear, Why
from reporting.many.scan import scan
from reporting.many.tokens import Name, Others
from reporting.many.walk import walk
from reporting.numbers import Read, read_number


def read_labelled(form: Form, draft: Draft, text: str, aside: Iterable[str] = ()) -> Labelled:
    """The figures that a text names, and what in it could not be taken. Any text may be given.

    A column that was named stays in force until another is; at first it is the column of the
    pending question. A figure goes to a cell only where its names, its unit and the column in
    force leave exactly one. Nothing is recognised in words that are an ordinary answer: a single
    number, or any text where a text is asked. ``aside`` are words that say nothing in this
    report: the names of its period (9月) and of its unit.
    """
    if is_ordinary(form, draft, text):
        return Labelled()
    message = scan(form, text, aside)
    if not any(isinstance(each, Name | Others) for each in message.tokens):
        return Labelled()
    heard = Heard(form, message, frozenset())
    heard.here = heard.column(draft.at)
    heard.open = not heard.here
    walk(heard)
    pairs, conflicts = _agreed(heard.pairs)
    rests = _rests(heard, draft)
    return Labelled(pairs, rests, tuple(heard.unclear), conflicts)


def is_ordinary(form: Form, draft: Draft, text: str) -> bool:
    """Whether words are simply the answer to what is asked: a text, or one number."""
    question = form.questions.get(draft.at)
    if draft.at == EXPLAIN or (question is not None and question.kind != "figure"):
        return True
    measure = question.measure if question else None
    return measure is not None and isinstance(read_number(text, measure), Read)


def _agreed(said: list[Pair]) -> tuple[tuple[Pair, ...], tuple[Conflict, ...]]:
    """Each cell's figure once; a cell that was given different figures is a conflict."""
    by_key: dict[str, dict[int, Pair]] = {}
    for pair in said:
        by_key.setdefault(pair.key, {}).setdefault(pair.value, pair)
    pairs = (next(iter(each.values())) for each in by_key.values() if len(each) == 1)
    differing = ((key, each) for key, each in by_key.items() if len(each) > 1)
    return tuple(pairs), tuple(Conflict(key, tuple(each.values())) for key, each in differing)


def _rests(heard: Heard, draft: Draft) -> tuple[Rest, ...]:
    """What each 其余为0 makes zero: neither answered, nor given a figure, nor in doubt.

    Where one speaks of less than another, 代孕其余为0 beside 其余同上月, it goes first.
    """
    taken = {*draft.answers, *heard.doubted, *(each.key for each in heard.pairs)}
    rests = []
    for each in sorted(_agreeing(heard), key=lambda each: len(each.keys)):
        keys = tuple(key for key in heard.live(each.keys) if key not in taken)
        rests.append(Rest(each.said, each.at, each.whole, keys, each.last))
        taken |= {*keys}
    return tuple(rests)


def _agreeing(heard: Heard) -> Iterable[Statement]:
    """The statements that no other contradicts: 其余为0, and 其余同上月 of the very same cells."""
    for each in heard.statements:
        if any(each.keys == other.keys and each.last != other.last for other in heard.statements):
            heard.unclear.append(Unclear(each.said, each.at, Why.AMBIGUOUS))
        else:
            yield each
