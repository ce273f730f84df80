"""Several things called by their names: 技术准入、代孕 for groups, 案件数、警告 for figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reporting.form import Form
from reporting.many.meaning import covered
from reporting.many.scan import scan
from reporting.many.tokens import Name

Choices = Mapping[str, tuple[str, ...]]
"""What may be chosen, by key, with the questions that each stands for."""


def names_picked(form: Form, choices: Choices, text: str) -> tuple[str, ...]:
    """The keys of all that a text names; none where it says anything else as well.

    A name stands for what holds all the figures that it covers: the name of a column within a
    group for the group. One that covers figures of several is nobody's.
    """
    here = frozenset(key for keys in choices.values() for key in keys)
    found: list[str] = []
    for clause in scan(form, text).clauses:
        names = [each for each in clause.tokens if isinstance(each, Name)]
        keys = _together(form, choices, here, names) or _apart(form, choices, here, names)
        if len(names) < len(clause.tokens) or not keys:
            return ()
        found += keys
    return tuple(dict.fromkeys(found))


def _together(
    form: Form, choices: Choices, here: frozenset[str], names: Sequence[Name]
) -> tuple[str, ...]:
    """代孕 案件数: one thing, in so many names."""
    keys = covered(form, names, None).keys & here
    return tuple(key for key, each in choices.items() if keys and keys <= {*each})


def _apart(
    form: Form, choices: Choices, here: frozenset[str], names: Iterable[Name]
) -> tuple[str, ...]:
    """代孕 广告: several, each in its own name."""
    each_alone = [_together(form, choices, here, [each]) for each in names]
    return tuple(key for keys in each_alone for key in keys) if all(each_alone) else ()
