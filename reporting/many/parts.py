"""A clause → names with their amounts, whichever of them was said first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reporting.many.names import Axis
from reporting.many.tokens import Amount, Name, Token


@dataclass(frozen=True, slots=True)
class Part:
    """Names that stand together, and the amounts said of them. One of the two may be missing."""

    names: tuple[Name, ...] = ()
    amounts: tuple[Amount, ...] = ()

    def gives(self, axis: Axis) -> bool:
        """Whether the names give this half of a cell."""
        return any(each.gives(axis) for each in self.names)

    @property
    def row_first(self) -> bool:
        """Whether it names a row and then a column: 案件数：代孕3，广告2."""
        first = self.names[0] if self.names else None
        return bool(first and not first.gives(Axis.WHERE) and self.gives(Axis.WHERE))

    @property
    def tokens(self) -> tuple[Name | Amount, ...]:
        """All that it is made of."""
        return (*self.names, *self.amounts)

    @property
    def start(self) -> int:
        """Where its first token stands."""
        return min(each.start for each in self.tokens)

    @property
    def end(self) -> int:
        """Where its last token ends."""
        return max(each.end for each in self.tokens)


def parts(tokens: Iterable[Token], waiting: bool) -> list[Part]:
    """The parts of a clause. ``waiting``: a row before the clause still lacks its amount."""
    found: list[Part] = []
    for token in tokens:
        if isinstance(token, Name):
            if not found or found[-1].amounts:
                found.append(Part())
            found[-1] = Part((*found[-1].names, token), ())
        elif isinstance(token, Amount):
            found = found or [Part()]
            found[-1] = Part(found[-1].names, (*found[-1].amounts, token))
    if _amount_first(found) and not waiting:
        return [Part(after.names, before.amounts) for before, after in pairwise(found)]
    return _around(found)


def _amount_first(found: Sequence[Part]) -> bool:
    """3件案件, 2户警告: an amount first, a name last, and one amount each."""
    return (
        len(found) > 1
        and not found[0].names
        and not found[-1].amounts
        and all(len(each.amounts) == 1 for each in found[:-1])
    )


def _around(found: list[Part]) -> list[Part]:
    """代孕3件案件: the column before the amount, the row after it."""
    if len(found) == 2 and not found[1].amounts and found[0].names:
        column, row = found
        if not column.gives(Axis.WHAT) and row.gives(Axis.WHAT):
            return [Part(column.names + row.names, column.amounts)]
    return found
