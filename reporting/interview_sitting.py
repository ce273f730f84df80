"""One person before one form: what is pending, what comes next, and how it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reporting.checks import findings
from reporting.draft import (
    CARD,
    CLEAR,
    DECLARE,
    EXPLAIN,
    REVIEW,
    Answer,
    Background,
    Draft,
    Place,
)
from reporting.events import (
    Asked,
    Declared,
    Event,
    ExplanationAsked,
    Finding,
    Reviewed,
    Turn,
    Undeclared,
)
from reporting.form import Form, Group, Level, Question
from reporting.kinds import KINDS
from reporting.label import Label
from reporting.many.card import card_of, typed_at
from reporting.said import Choice, Tapped

FILLED = "rest>"  # said of figures set to 0 together, and the place that was asked next
EXPLANATION = Question(EXPLAIN, "explanation", Label("上报说明", "Explanation"), group="")


@dataclass(frozen=True, slots=True)
class Sitting:
    """A draft with the form it fills and the background it is asked against."""

    form: Form
    draft: Draft
    background: Background

    @property
    def question(self) -> Question | None:
        """What words typed now would answer; None where only buttons do."""
        if self.draft.at == EXPLAIN:
            return EXPLANATION
        at = "narrative" if self.draft.at == DECLARE else self.draft.at
        return self.form.questions.get(at)

    @property
    def asked(self) -> Question | None:
        """The question of this place, whose buttons are on the screen."""
        return self.form.questions.get(self.draft.at)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Keys of the questions without an answer, in asking order."""
        return tuple(key for key in self.form.questions if key not in self.draft.answers)

    def rest(self, group: Group | None) -> tuple[str, ...]:
        """Keys of the figures that 本类其余填0, or without a group 其余全部填0, fills."""
        return tuple(
            key
            for key in (group.questions if group else self.form.questions)
            if key not in self.draft.answers
            and KINDS[self.form.questions[key].kind].rest is not None
        )

    @property
    def filled(self) -> tuple[str, ...]:
        """Keys of the figures that were set to 0 together right before this place was asked."""
        said = FILLED + self.draft.at
        held = self.draft.answers.items()
        return tuple(key for key, each in held if each.said == said and not each.by)

    @property
    def shared(self) -> bool:
        """Whether the other person of the unit has answered something."""
        return any(each.by for each in self.draft.answers.values())

    def changed_since(self, tap: Tapped) -> bool:
        """Whether a button that hands in, or clears, was shown with other answers than these."""
        stamped = tap.choice in (Choice.SUBMIT, Choice.CONFIRM)
        stamped = stamped and self.draft.at in (REVIEW, DECLARE, CLEAR)
        return stamped and tap.to not in ("", self.draft.stamp)

    @property
    def nonzero(self) -> tuple[str, ...]:
        """Keys of the figures that are not 0, in asking order."""
        figures = self.draft.figures
        return tuple(key for key in self.form.questions if figures.get(key))

    def group(self, key: str) -> Group | None:
        """The group with this key, if there is one."""
        return next((each for each in self.form.groups if each.key == key), None)

    def findings(self, level: Level) -> tuple[Finding, ...]:
        """The rules of this level that do not hold."""
        return tuple(each for each in self._findings() if each.check.level is level)

    @property
    def uncarded(self) -> Sitting:
        """The same as it was when the words of a card were typed; itself where no card waits."""
        if self.draft.at != CARD or CARD not in self.draft.answers:
            return self
        back = replace(self, draft=typed_at(self.draft))
        return back if {back.draft.at} & {REVIEW, *self.form.questions} else back.onward()

    def moved(self, place: Place) -> Sitting:
        """The same at another place; a card that is left is gone."""
        here = self if place == CARD else self.uncarded
        return replace(here, draft=replace(here.draft, at=place))

    def answered(self, answers: Mapping[str, Answer]) -> Sitting:
        """The same with these answers as well."""
        return replace(self, draft=replace(self.draft, answers={**self.draft.answers, **answers}))

    def without(self, keys: tuple[str, ...]) -> Sitting:
        """The same with these questions unanswered."""
        kept = {key: held for key, held in self.draft.answers.items() if key not in keys}
        return replace(self, draft=replace(self.draft, answers=kept))

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
        if self.draft.at == CARD:
            return card_of(self.form, self.draft, self.background)
        if self.draft.at == EXPLAIN:
            return ExplanationAsked(self.findings(Level.SOFT))
        if self.draft.at in (DECLARE, CLEAR):
            return self._declared()
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
            rest=len(self.rest(group)) if fills else 0,
            all=len(self.rest(None)) if fills else 0,
            filled=len(self.filled),
            untouched=not self.draft.answers.keys() - {CARD},
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
            filled=len(self.filled),
        )

    def _declared(self) -> Declared | Undeclared:
        if self.nonzero:
            return Undeclared(self.nonzero, clearing=self.draft.at == CLEAR)
        narrative = self.draft.answers.get("narrative")
        words = None if narrative is None else str(narrative.value)
        return Declared(len(self.form.inputs), words)

    def _findings(self) -> tuple[Finding, ...]:
        return tuple(findings(self.form, self.draft.figures, self.background))
