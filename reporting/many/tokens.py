"""What a message is made of, before any cell is looked at: names, amounts, turns of phrase."""

from __future__ import annotations

from dataclasses import dataclass

from reporting.many.names import Axis, Sense


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the form."""

    start: int
    end: int
    name: str  # folded
    senses: tuple[Sense, ...]

    def gives(self, axis: Axis) -> bool:
        """Whether it can stand for this half of a cell."""
        return any(each.axis is axis for each in self.senses)


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as said, and the unit said with it: after it, or in brackets with its name."""

    start: int
    end: int
    number: str
    unit: str = ""

    @property
    def tens(self) -> str:
        """The 万 that it ends with: in 3.5万 it may be the unit itself, 万元."""
        return {"万": "万", "w": "万", "亿": "亿"}.get(self.number[-1:], "")

    @property
    def told(self) -> bool:
        """Whether it says what it counts."""
        return bool(self.unit or self.tens)


@dataclass(frozen=True, slots=True)
class Each:
    """均, 各: the amount that follows is that of every name before it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Others:
    """其余为0, 其余同上月: of the whole form, of what was mentioned, or (None) it was not said.

    ``last``: as in the period before; the kind of period that was said, "period" for any.
    """

    start: int
    end: int
    whole: bool | None
    last: str = ""


@dataclass(frozen=True, slots=True)
class Except:
    """除, 外, 只有: beside 其余 what is told with a figure of its own."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """Anything else."""

    start: int
    end: int


Token = Name | Amount | Each | Others | Except | Words


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands between two stops. ``heading``: it ends with a colon or with its line."""

    tokens: tuple[Token, ...]
    heading: bool

    def has(self, sort: type[Token]) -> bool:
        """Whether a token of this sort is among its own."""
        return any(isinstance(each, sort) for each in self.tokens)


@dataclass(frozen=True, slots=True)
class Message:
    """A text taken apart. Tokens count the characters that are seen; ``places`` lead back."""

    text: str
    places: tuple[int, ...]  # of each seen character, in the text
    clauses: tuple[Clause, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens, in order."""
        return tuple(each for clause in self.clauses for each in clause.tokens)

    def at(self, start: int) -> int:
        """Where in the text a token stands."""
        return self.places[start]

    def said(self, start: int, end: int) -> str:
        """The characters of the text from one token's start to another's end."""
        return self.text[self.places[start] : self.places[end - 1] + 1].strip()


def excepted(clause: Clause, others: bool) -> Clause:
    """除代孕案件数3 is 代孕案件数3 beside 其余; alone it may mean anything."""
    if not clause.has(Except):
        return clause
    told = others and clause.has(Name) and clause.has(Amount) and not clause.has(Others)
    kept = (each for each in clause.tokens if not told or not isinstance(each, Except))
    tokens = tuple(Words(t.start, t.end) if isinstance(t, Except) else t for t in kept)
    return Clause(tokens, clause.heading)
