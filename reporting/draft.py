"""A report being filled in: the answers so far, and where its person is."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from reporting.attaching import Attachment
from reporting.edges import Every

REVIEW = "review"  # the place after the last question: everything is shown, and can be submitted
EXPLAIN = "explain"  # the place where 上报说明 is asked for, when soft findings stand
DECLARE = "declare"  # the place where a zero report waits to be confirmed
CLEAR = "clear"  # the place where figures that stand in its way wait to be cleared
CARD = "card"  # the place where many answers of one message wait to be confirmed
CORRECT = "correct"  # no place: under this key stands the reason of a correction (更正)
SCOPE = "scope"  # the place where the groups that hold figures are chosen
ROWS = "rows:"  # with a group's key: the place where that group's figures are chosen
LEFT = "left"  # the place that asks what becomes of all that was not chosen
Place = str  # a question's key, or one of these

ASIDE = (EXPLAIN, CARD, CORRECT, SCOPE)  # keys under which no question is answered; all of ROWS too


def is_aside(key: str) -> bool:
    """Whether what is kept under this key answers no question of the form."""
    return key in ASIDE or key.startswith(ROWS)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said, and what was understood by it.

    ``said`` is the words typed, or the button's ``Choice``. ``value`` is an integer figure for a
    figure, the words for a text. Of a 上报说明, ``said`` names the findings that it explains.
    """

    said: str
    value: int | str
    by: str = ""  # the other person of the unit who gave it; "": the one who speaks now


@dataclass(frozen=True, slots=True)
class Draft:
    """The state kept between two turns of an interview. Everything else is derived.

    ``key`` is the report's identity: a button carries it, so a press on another report's or
    another question's button is seen to be old. An answer under EXPLAIN is the 上报说明; one
    under CARD answers nothing yet: the words that wait there, and the place they were typed at.
    Under SCOPE and ROWS stand the keys that were chosen, with spaces between them; ``said`` of
    SCOPE tells whether they still are being chosen (PICK), were completed (DONE), or do not
    matter because every question is asked in turn (EACH).
    """

    key: str
    at: Place
    answers: Mapping[str, Answer] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()  # in the order they were sent

    @property
    def figures(self) -> Mapping[str, int]:
        """The figures answered so far. What is absent was not answered."""
        return {k: a.value for k, a in self.answers.items() if isinstance(a.value, int)}

    @property
    def stamp(self) -> str:
        """A few letters that change with any answer or file: what a button was shown with."""
        said = sorted((key, str(each.value)) for key, each in self.answers.items())
        beside = sorted((each.name, each.sha256) for each in self.attachments)
        return hashlib.sha256(repr((said, beside)).encode()).hexdigest()[:8]

    def picked(self, place: Place) -> frozenset[str]:
        """The keys that were chosen at SCOPE, or at a group's ROWS."""
        held = self.answers.get(place)
        return frozenset(str(held.value).split()) if held else frozenset()


@dataclass(frozen=True, slots=True)
class Background:
    """What a question may show and a rule may need beside the draft itself."""

    last: Mapping[str, int] | None = None  # last period's figures; None: 上月未报
    cumulative: Mapping[str, int] | None = None  # of the earlier periods' accepted reports
    department: str = ""
    usual_columns: tuple[str, ...] = ()  # what the department usually touches; empty: all
    usual_rows: tuple[str, ...] = ()
    every: Every = Every.MONTH  # what kind of period the last one was
    aside: tuple[str, ...] = ()  # words that say nothing: what the period and the unit are called
