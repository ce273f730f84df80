"""One person before one form: what is pending, what comes next, and how it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reporting.checks import findings
from reporting.draft import EXPLAIN, REVIEW, Answer, Background, Draft, Place
from reporting.events import Asked, Event, ExplanationAsked, Finding, Reviewed, Turn
from reporting.form import Form, Group, Level, Question
from reporting.kinds import KINDS
from reporting.label import Label

EXPLANATION = Question(EXPLAIN, "explanation", Label("上报说明", "Explanation"), group="")


@dataclass(frozen=True, slots=True)
class Sitting:
    """A draft with the form it fills and the background it is asked against."""

    form: Form
    draft: Draft
    background: Background

    @property
    def question(self) -> Question | None:
        """What words typed now would answer; None at the review."""
        return EXPLANATION if self.draft.at == EXPLAIN else self.form.questions.get(self.draft.at)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Keys of the questions without an answer, in asking order."""
        return tuple(key for key in self.form.questions if key not in self.draft.answers)

    def rest(self, group: Group) -> tuple[str, ...]:
        """Keys of a group's questions that 本类其余填0 fills."""
        return tuple(
            key
            for key in group.questions
            if key not in self.draft.answers
            and KINDS[self.form.questions[key].kind].rest is not None
        )

    def group(self, key: str) -> Group | None:
        """The group with this key, if there is one."""
        return next((each for each in self.form.groups if each.key == key), None)

    def findings(self, level: Level) -> tuple[Finding, ...]:
        """The rules of this level that do not hold."""
        return tuple(each for each in self._findings() if each.check.level is level)

    def moved(self, place: Place) -> Sitting:
        """The same at another place."""
        return replace(self, draft=replace(self.draft, at=place))

    def answered(self, answers: Mapping[str, Answer]) -> Sitting:
        """The same with these answers as well."""
        return replace(self, draft=replace(self.draft, answers={**self.draft.answers, **answers}))

    def onward(self) -> Sitting:
        """At the next unanswered question, earlier ones last; at the review when none is left."""
        places = list(self.form.questions)
        here = places.index(self.draft.at) if self.draft.at in self.form.questions else -1
        ahead = (*places[here + 1 :], *places[: here + 1])
        return self.moved(next((key for key in ahead if key not in self.draft.answers), REVIEW))

    def turn(self, *events: Event) -> Turn:
        """The end of a turn with these events."""
        return Turn(self.draft, events)

    def asking(self, *events: Event) -> Turn:
        """The end of a turn: these events, and then what is pending."""
        return Turn(self.draft, (*events, self._pending()))

    def _pending(self) -> Event:
        if self.draft.at == EXPLAIN:
            return ExplanationAsked(self.findings(Level.SOFT))
        question = self.form.questions.get(self.draft.at)
        return self._reviewed() if question is None else self._asked(question)

    def _asked(self, question: Question) -> Asked:
        places = list(self.form.questions)
        group = self.group(question.group)
        last = (self.background.last or {}).get(question.key)
        held = self.draft.answers.get(question.key)
        fills = KINDS[question.kind].rest is not None and group is not None
        return Asked(
            question,
            n=places.index(question.key) + 1,
            of=len(places),
            last=last,
            last_known=last is not None,
            rest=len(self.rest(group)) if fills and group else 0,
            first=question.key == places[0],
            current=held.value if held else None,
        )

    def _reviewed(self) -> Reviewed:
        figures = self.draft.figures
        asked = [key for key in self.form.questions if key in figures]
        narrative = self.draft.answers.get("narrative")
        return Reviewed(
            nonzero=tuple(key for key in asked if figures[key]),
            zeros=sum(not figures[key] for key in asked),
            unanswered=self.unanswered,
            findings=self._findings(),
            narrative=None if narrative is None else str(narrative.value),
        )

    def _findings(self) -> tuple[Finding, ...]:
        return tuple(findings(self.form, self.draft.figures, self.background))
