"""Clause by clause through a message: names and amounts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reporting.events import Reason
from reporting.many.heard import Heard
from reporting.many.meaning import Meant, covered
from reporting.many.names import Axis, names_of
from reporting.many.parts import Part, parts
from reporting.many.repeating import said_of_last
from reporting.many.results import Why
from reporting.many.spellings import folded
from reporting.many.tokens import Clause, Each, Name, Others, Words
from reporting.many.turns import said_of_each, said_of_others, unknown


def walk(heard: Heard) -> None:
    """Take every clause in order."""
    for clause in heard.message.clauses:
        _clause(heard, _completed(heard, clause))
    for part in heard.waiting:
        heard.refuse(part, Why.NO_VALUE)


def _clause(heard: Heard, clause: Clause) -> None:
    found = parts(clause.tokens, waiting=heard.waits_for_amount)
    if clause.has(Words) or _begins_with_another(heard, found):
        unknown(heard, clause)
    elif others := next((t for t in clause.tokens if isinstance(t, Others)), None):
        (said_of_last if others.last else said_of_others)(heard, clause, others, found)
    elif clause.has(Each):
        said_of_each(heard, clause, found)
    else:
        for part in found:
            _part(heard, part)


def _begins_with_another(heard: Heard, found: Sequence[Part]) -> bool:
    """Whether a figure of nothing named stands before the names: 8月案件3件 may be last month's."""
    if len(found) < 2 or found[0].names or heard.waiting:
        return False
    results = [heard.decide(heard.last.names, each) for each in found[0].amounts]
    return not heard.last.names or not all(isinstance(each, Meant) for each in results)


def _completed(heard: Heard, clause: Clause) -> Clause:
    """罚款2户，金额3.5万元: 金额 with the name before it is a name as well."""
    first, *others = clause.tokens
    if not (isinstance(first, Words) and heard.last.names):
        return clause
    words = heard.message.said(first.start, first.end)
    name = heard.last.names[-1].name + folded(words)
    senses = names_of(heard.form).senses.get(name)
    if senses is None:
        return clause
    return replace(clause, tokens=(Name(first.start, first.end, name, senses), *others))


def _part(heard: Heard, part: Part) -> None:
    if not part.amounts:
        heard.waiting.append(part)
    elif part.names:
        heard.settle(part)
        _named(heard, part)
    elif heard.waiting:
        before = heard.waiting.pop()
        _part(heard, Part(before.names, part.amounts))
    elif heard.last.names and all(each.told for each in part.amounts):
        _continued(heard, part)
    else:
        _by_unit(heard, part)


def _named(heard: Heard, part: Part) -> None:
    """案件数3件; 罚款2户3.5万元."""
    part = replace(part, names=heard.within(part.names))
    heard.stand(part.names)
    if part.row_first:
        heard.row = tuple(each for each in part.names if not each.gives(Axis.WHERE))
    elif part.gives(Axis.WHAT):
        heard.row = ()
    names = (*part.names, *_row(heard, part))
    heard.last = replace(part, names=names)
    results = [heard.decide(names, each) for each in part.amounts]
    keys = {each.key for each in results if isinstance(each, Meant)}
    several = len(results) > 1
    if several and (len(keys) < len(results) or not all(each.told for each in part.amounts)):
        heard.refuse(part, Why.NUMBER, Reason.SEVERAL_NUMBERS)
    else:
        heard.take(part, results)


def _row(heard: Heard, part: Part) -> tuple[Name, ...]:
    """The row in force, where a column alone is named that has a cell in it."""
    names = (*part.names, *heard.row)
    wanted = heard.row and not part.gives(Axis.WHAT)
    return heard.row if wanted and heard.live(covered(heard.form, names, heard.here).keys) else ()


def _continued(heard: Heard, part: Part) -> None:
    """罚款2户，3.5万元: another figure of what was named last, told apart by its unit."""
    given = {each.key for each in heard.pairs}
    results = [heard.decide(heard.last.names, each) for each in part.amounts]
    if all(isinstance(each, Meant) and each.key not in given for each in results):
        heard.take(part, results)
    else:
        _by_unit(heard, part)


def _by_unit(heard: Heard, part: Part) -> None:
    """12 inspected, 3 cases: the unit of one is the name of another."""
    only = part.amounts[0]
    senses = names_of(heard.form).senses.get(folded(only.unit))
    if len(part.amounts) == 1 and senses:
        name = Name(only.start, only.end, folded(only.unit), senses)
        _named(heard, Part((name,), part.amounts))
    else:
        heard.refuse(part, Why.NO_NAME)
