"""同上月: figures that are as in the period before, which only the caller knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporting.edges import Every
from reporting.many.heard import Heard, Statement
from reporting.many.lexemes import period_of
from reporting.many.meaning import NotMeant, covered
from reporting.many.names import Keys
from reporting.many.parts import Part
from reporting.many.results import Why
from reporting.many.spellings import plain
from reporting.many.tokens import Clause, Others
from reporting.many.turns import whole_clause
from reporting.many.words import LIKE_LAST, LIKE_LAST_EN

_ALONE = re.compile(rf"(?:本项|这项|此项|也)?(?:{LIKE_LAST}|{LIKE_LAST_EN})")
_SAYS_ALL = ("全", "都", "均", "其", "all", "everything", "rest", "本类", "本列")


def says_like_last(text: str, every: Every) -> bool:
    """Whether words are 同上月 and nothing else, of this kind of period; not 全部同上月."""
    said = "".join(map(plain, text)).strip(" \t\n。.!")
    found = None if any(map(said.__contains__, _SAYS_ALL)) else _ALONE.fullmatch(said)
    return found is not None and period_of(found) in ("period", every)


def said_of_last(heard: Heard, clause: Clause, others: Others, found: Sequence[Part]) -> None:
    """代孕同上月, 案件数、警告数同上月: of all that is named before it; else of the form."""
    heard.forget()
    every = [*heard.waiting, *(each for each in found if each.names)]
    heard.waiting.clear()
    if any(each.amounts for each in found):
        whole_clause(heard, clause, NotMeant(Why.WORDS))
        return
    keys = _named(heard, every) if every else _unnamed(heard, others)
    if not keys:
        whole_clause(heard, clause, NotMeant(Why.COLUMN_UNCLEAR))
        return
    start = min((each.start for each in every), default=others.start)
    said, at = heard.message.said(start, others.end), heard.message.at(start)
    whole = not every and others.whole is not False
    heard.statements.append(Statement(said, at, whole, keys, others.last))


def _named(heard: Heard, every: Sequence[Part]) -> Keys:
    """The cells that the names cover; nothing where a column was left unclear."""
    keys: Keys = frozenset()
    for part in every:
        names = heard.within(part.names)
        meaning = covered(heard.form, names, heard.here)
        if meaning.assumed and not heard.sure:
            return frozenset()
        keys |= meaning.keys
        heard.stand(names)
    return keys


def _unnamed(heard: Heard, others: Others) -> Keys:
    if others.whole is not False:
        return frozenset(heard.form.inputs)
    return heard.here if heard.sure else frozenset()
