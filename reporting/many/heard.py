"""What was understood of a message so far, and which column is in force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from reporting.events import Reason
from reporting.form import Form
from reporting.many.meaning import Meant, NotMeant, covered, decided, read_once
from reporting.many.names import Axis, Keys, Sense, columns_of
from reporting.many.parts import Part
from reporting.many.results import Pair, Unclear, Why
from reporting.many.tokens import Amount, Message, Name
from reporting.numbers import Read

NOWHERE: Keys = frozenset()
NOTHING_SAID = Part()


@dataclass(frozen=True, slots=True)
class Statement:
    """其余为0, 其余同上月 as said: where it stands, and all the cells that it speaks of."""

    said: str
    at: int
    whole: bool
    keys: Keys
    last: str = ""  # the kind of period before that was named


@dataclass
class Heard:
    """The state of going through a message. ``here`` is the column in force.

    It is the one named last, or being asked; ``open`` where none was being asked. ``sure`` is
    lost below words that may be the name of a column that nobody knows; what is said of no
    column then is not taken.
    """

    form: Form
    message: Message
    here: Keys
    open: bool = False
    sure: bool = True
    group: Keys = NOWHERE  # the header group in force
    row: tuple[Name, ...] = ()  # a row in force: 案件数：代孕3，广告2
    waiting: list[Part] = field(default_factory=list)  # names without an amount so far
    last: Part = NOTHING_SAID  # what was given a figure last
    mentioned: Keys = NOWHERE  # every cell of the columns that figures were given for
    pairs: list[Pair] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    unclear: list[Unclear] = field(default_factory=list)
    doubted: set[str] = field(default_factory=set)  # cells that an unclear part may be about

    @property
    def waits_for_amount(self) -> bool:
        """Whether a row was named last and not given its figure yet."""
        return bool(self.waiting) and self.waiting[-1].gives(Axis.WHAT)

    def live(self, keys: Keys) -> tuple[str, ...]:
        """Those of the cells and fields that are entered, in asking order."""
        return tuple(key for key in self.form.inputs if key in keys)

    def candidates(self, names: Sequence[Name]) -> tuple[str, ...]:
        """What names without a usable figure may be about."""
        return self.live(covered(self.form, names, self.here).keys) if names else ()

    def stand(self, names: Sequence[Name], sure: bool = True) -> None:
        """Put the column that these names give in force."""
        senses = [s for each in names for s in each.senses if s.axis is Axis.WHERE]
        if not senses:
            return
        common = frozenset.intersection(*(each.keys for each in senses))
        self.here = common or frozenset().union(*(each.keys for each in senses))
        self.sure = sure and bool(common)
        wide = [each.keys for each in senses if len(columns_of(self.form, each.keys)) > 1]
        if wide or not self.here <= self.group:
            self.group = wide[0] if wide else NOWHERE

    def within(self, names: Sequence[Name]) -> tuple[Name, ...]:
        """The names, each as the column that it is within the header group in force."""
        return tuple(replace(each, senses=self._senses(each)) for each in names)

    def settle(self, part: Part | None = None) -> None:
        """Names waiting before a part: its column, a row above its columns, or left without."""
        for before in self.waiting:
            if not before.gives(Axis.WHAT):
                self.stand(self.within(before.names))
            elif part is None or part.gives(Axis.WHAT) or before.gives(Axis.WHERE):
                self.refuse(before, Why.NO_VALUE)
            else:
                self.row = before.names
        self.waiting.clear()

    def decide(self, names: Sequence[Name], amount: Amount) -> Meant | NotMeant:
        """The cell that the names and the column in force give the amount to."""
        meaning = covered(self.form, names, self.here)
        result = decided(self.form, meaning, amount)
        if meaning.assumed and not self.sure and isinstance(result, Meant):
            return NotMeant(Why.COLUMN_UNCLEAR, (result.key,))
        return result

    def take(self, part: Part, results: Iterable[Meant | NotMeant]) -> None:
        """Keep what a part's amounts came to."""
        start = part.start
        for amount, result in zip(part.amounts, results, strict=True):
            end = part.end if len(part.amounts) == 1 else amount.end
            if isinstance(result, Meant):
                read, said, at = result.read, self.message.said(start, end), self.message.at(start)
                self.pairs.append(Pair(result.key, said, at, read.figure, read.read_back))
                self.mentioned |= self.column(result.key)
            else:
                self.note(start, end, (amount,), result)
            start = amount.end

    def refuse(self, part: Part, why: Why, reason: Reason | None = None) -> None:
        """Keep a part as not taken, with what it may be about."""
        result = NotMeant(why, self.candidates(part.names), reason)
        self.note(part.start, part.end, part.amounts, result)

    def note(self, start: int, end: int, amounts: Iterable[Amount], result: NotMeant) -> None:
        """Keep a stretch of the message as not taken; 其余 does not cover what it may be about."""
        said, at = self.message.said(start, end), self.message.at(start)
        self.unclear.append(Unclear(said, at, result.why, result.candidates, result.reason))
        self.doubted |= set(result.candidates)
        if not result.candidates:
            self.doubted |= {key for each in amounts for key in self._taking(each)}

    def column(self, key: str) -> Keys:
        """The column of a cell, or the sentence of a field."""
        cell = self.form.cells.get(key)
        if cell:
            return frozenset(k for k, c in self.form.cells.items() if c.column == cell.column)
        lines = (frozenset(each.key for each in line.fields) for line in self.form.sentences)
        return next((keys for keys in lines if key in keys), NOWHERE)

    def _senses(self, name: Name) -> tuple[Sense, ...]:
        columns = [each for each in name.senses if each.axis is Axis.WHERE]
        inner = [each for each in columns if each.keys <= self.group]
        return tuple(s for s in name.senses if s not in columns or s in (inner or columns))

    def forget(self) -> None:
        """No row is in force any more, and no amount goes with what was given a figure last."""
        self.row, self.last = (), NOTHING_SAID

    def _taking(self, amount: Amount) -> Iterable[str]:
        said = amount.number + amount.unit
        takes = {
            measure
            for key in self.form.inputs
            if isinstance(read_once(said, measure := self.form.measure(key)), Read)
        }
        return (key for key in self.form.inputs if self.form.measure(key) in takes)
