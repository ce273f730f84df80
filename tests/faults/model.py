"""What must be stored of what a person said: kept plainly, by the test's own understanding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reporting.form import Form

Value = int | str
Line = tuple[str, Value | None, Value | None]  # question, before, after: a line of the journal


@dataclass
class Act:
    """One thing said or pressed, and what has to be on record of it: all of it, or nothing yet."""

    update: int
    lines: tuple[Line, ...] = ()
    submits: bool = False
    answered: bool = False  # the person has seen the bot's answer


@dataclass
class Model:
    """A report as its person gave it, act by act."""

    form: Form
    answers: dict[str, Value] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    acts: list[Act] = field(default_factory=list)
    submitted: list[dict[str, int]] = field(default_factory=list)

    def one(self, key: str, value: Value, said: str = "") -> tuple[Line, ...]:
        """A question was answered. The same words again change nothing."""
        before, words = self.answers.get(key), self.said.get(key)
        self.answers[key], self.said[key] = value, said
        return () if (before, words) == (value, said) else ((key, before, value),)

    def rest(self, key: str) -> tuple[Line, ...]:
        """本类其余填0, pressed at this question."""
        group = next(each for each in self.form.groups if key in each.questions)
        return self.fill(group.questions)

    def fill(self, keys: Iterable[str]) -> tuple[Line, ...]:
        """Those of them that have no answer become 0."""
        left = [each for each in keys if each not in self.answers]
        self.answers |= dict.fromkeys(left, 0)
        self.said |= dict.fromkeys(left, "rest")
        return tuple((each, None, 0) for each in left)

    def submit(self) -> None:
        """提交: the figures as they are now."""
        figures = {k: v for k, v in self.answers.items() if isinstance(v, int)}
        self.submitted.append(figures)

    def told(self, waiting: frozenset[int]) -> tuple[int, int]:
        """How many of the acts must be, and how many may be, on record.

        Those must that were answered, or whose update does not wait at the server any more.
        """
        known = [n for n, a in enumerate(self.acts, 1) if a.answered or a.update not in waiting]
        return max(known, default=0), len(self.acts)

    def lines(self, acts: int) -> list[Line]:
        """The journal after so many acts."""
        return [line for each in self.acts[:acts] for line in each.lines]

    def submissions(self, acts: int) -> list[dict[str, int]]:
        """The versions after so many acts."""
        return self.submitted[: sum(each.submits for each in self.acts[:acts])]

    def answered(self, acts: int) -> dict[str, Value]:
        """The answers after so many acts."""
        return {key: after for key, _, after in self.lines(acts) if after is not None}
