"""Taking a message apart. Names go first and the longest wins; no cell is looked at yet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from reporting.form import Form
from reporting.many.lexemes import (
    LAST,
    ORDERED,
    OTHERS,
    lexemes,
    of_whole,
    ordinal,
    period_of,
)
from reporting.many.names import Names, names_of
from reporting.many.spellings import folded, plain
from reporting.many.tokens import (
    Amount,
    Clause,
    Each,
    Except,
    Message,
    Name,
    Others,
    Token,
    Words,
    excepted,
)
from reporting.many.words import CIRCLED


def scan(form: Form, text: str, aside: Iterable[str] = ()) -> Message:
    """The clauses of a message. Any text may be handed in; ``aside`` are words to pass over."""
    seen = [(n, each) for n, each in enumerate(text) if _seen(each)]
    plain_text = "".join(plain(each) for _, each in seen)
    pattern, units = lexemes(form)
    passed_over = ["".join(map(plain, each)) for each in sorted(aside, key=len, reverse=True)]
    scanner = _Scanner(names_of(form), pattern, units, plain_text, passed_over)
    scanner.run()
    others = any(each.has(Others) for each in scanner.clauses)
    clauses = tuple(excepted(each, others) for each in scanner.clauses)
    return Message(text, tuple(n for n, _ in seen), clauses)


@dataclass
class _Scanner:
    names: Names
    lexemes: re.Pattern[str]
    units: dict[str, str]
    text: str
    aside: list[str]
    clauses: list[Clause] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)  # of the clause being read
    order: int = 1  # the next number of a list: 1、 2、
    hint: str = ""  # the unit said with the last name: 罚款金额（元）

    def run(self) -> None:
        at = 0
        while at < len(self.text):
            at = (
                self._order(at)
                or self._phrase(at)
                or self._like_last(at)
                or self._name(at)
                or self._aside(at)
                or self._lexeme(at)
            )
        self._stop(heading=True)

    def _order(self, at: int) -> int | None:
        """1、 2、 3、 before the points of a list, and only in this order."""
        found = ORDERED.match(self.text, at)
        if found is None or ordinal(found["n"]) != self.order:
            return None
        if self.tokens and found["n"] not in CIRCLED:  # 警告 1、…: an amount
            return None
        self._stop(heading=False)
        self.order += 1
        return found.end()

    def _phrase(self, at: int) -> int | None:
        found = OTHERS.match(self.text, at)
        if found is None:
            return None
        opening = found.end("opening") if found["opening"] else found.end("opening_en")
        name = self.names.longest(self.text, at)
        if name and name[1] > opening:  # 其他机构均为0 is said of that column
            return None
        whole = of_whole(found[0])
        if any(isinstance(each, Amount) for each in self.tokens):
            self._stop(heading=False)
        token = Words(at, found.end()) if name else Others(at, found.end(), whole)
        self.tokens.append(token)
        return found.end()

    def _like_last(self, at: int) -> int | None:
        """同上月, 其余同上月; 其他机构同上月 is said of that column."""
        found = LAST.match(self.text, at)
        if found is None:
            return None
        opening = max(found.end("opening"), found.end("opening_en"))
        name = self.names.longest(self.text, at)
        if name and name[1] > max(opening, at):
            return None
        if any(isinstance(each, Amount) for each in self.tokens):
            self._stop(heading=False)
        self.tokens.append(Others(at, found.end(), of_whole(found[0]), period_of(found)))
        return found.end()

    def _name(self, at: int) -> int | None:
        found = self.names.longest(self.text, at)
        if found is None:
            return None
        name, end = found
        self.tokens.append(Name(at, end, name, self.names.senses[name]))
        self.hint = ""
        return end

    def _aside(self, at: int) -> int | None:
        """Words that say nothing in this report: 9月, but not of 19月."""
        inside = at > 0 and self.text[at - 1].isdecimal() and self.text[at].isdecimal()
        said = (each for each in self.aside if each and self.text.startswith(each, at))
        return None if inside else next((at + len(each) for each in said), None)

    def _lexeme(self, at: int) -> int:
        found = self.lexemes.match(self.text, at)
        sort = found.lastgroup if found else "words"
        end = found.end() if found else at + 1
        if sort == "stop":
            self._stop(heading=self.text[at] == "\n")
        elif sort == "colon" and self._heads(end):
            self._stop(heading=True)
        elif found and sort == "amount":
            unit = found["unit"] or found["bracketed"] or ""
            number = self.text[at : found.start("unit") if found["unit"] else end]
            self._amount(at, end, number, unit)
        elif found and sort == "hint" and self.tokens and isinstance(self.tokens[-1], Name):
            self.hint = found["said_unit"] or found["counter"]
        elif sort == "each":
            self.tokens.append(Each(at, end))
        elif sort == "except":
            self._except(at, end)
        elif sort in ("hint", "words"):
            self._words(at, end)
        return end

    def _heads(self, end: int) -> bool:
        """Whether a colon ends a heading: 代孕专项：案件数3, but not 上月案件数：3."""
        after = self.lexemes.match(self.text, end + (self.text[end : end + 1] == " "))
        figure = after is not None and after.lastgroup == "amount"
        names_only = all(isinstance(each, Name) for each in self.tokens)
        return not names_only and (not figure or any(isinstance(t, Amount) for t in self.tokens))

    def _amount(self, at: int, end: int, number: str, unit: str) -> None:
        number = number.partition("(")[0].strip() if unit else number
        unit = self.units.get(folded(unit), unit) or self.hint
        self.tokens.append(Amount(at, end, number, unit))

    def _except(self, at: int, end: int) -> None:
        """同上月除代孕案件数3: what is excepted is a clause of its own."""
        if any(isinstance(each, Others) for each in self.tokens):
            self._stop(heading=False)
        self.tokens.append(Except(at, end))

    def _words(self, at: int, end: int) -> None:
        last = self.tokens[-1] if self.tokens else None
        if isinstance(last, Words) and not self.text[last.end : at].strip():
            self.tokens[-1] = Words(last.start, end)
        else:
            self.tokens.append(Words(at, end))

    def _stop(self, heading: bool) -> None:
        if self.tokens:
            self.clauses.append(Clause(tuple(self.tokens), heading))
        self.tokens, self.hint = [], ""


def _seen(each: str) -> bool:
    return each.isspace() or unicodedata.category(each) not in ("Cc", "Cf", "Mn", "Me")
