"""One person before one form: what is pending, what comes next, and how it is asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from reporting.checks import findings
from reporting.draft import CARD, CLEAR, DECLARE, EXPLAIN, REVIEW, Answer, Background, Draft, Place
from reporting.events import Event, Finding, Turn
from reporting.form import Form, Group, Level, Question
from reporting.interview.agenda import Agenda
from reporting.kinds import KINDS
from reporting.label import Label
from reporting.many.card import typed_at
from reporting.said import Choice, Tapped

FILLED = "rest>"  # said of figures set to 0 together, and the place that was asked next
COMPLETED = "done>"  # the same by 完成选择: then the place where it was said, ">", and the next
EXPLANATION = Question(EXPLAIN, "explanation", Label("上报说明", "Explanation"), group="")


@dataclass(frozen=True, slots=True)
class Sitting:
    """A draft with the form it fills and the background it is asked against."""

    form: Form
    draft: Draft
    background: Background

    @property
    def agenda(self) -> Agenda:
        """What there is to ask, and in which order."""
        return Agenda(self.form, self.draft)

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
        return tuple(
            key
            for key, held in self.draft.answers.items()
            if held.said.startswith((FILLED, COMPLETED))
            and held.said.rpartition(">")[2] == self.draft.at
            and not held.by
        )

    @property
    def completed(self) -> int:
        """How many figures are 0 because 完成选择 was said."""
        return sum(each.said.startswith(COMPLETED) for each in self.draft.answers.values())

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

    def findings(self, *levels: Level) -> tuple[Finding, ...]:
        """The rules, of these levels or of all, that do not hold."""
        found = findings(self.form, self.draft.figures, self.background)
        return tuple(each for each in found if not levels or each.check.level in levels)

    @property
    def explanation(self) -> str:
        """The 上报说明 so far, where anything that it was written about still stands."""
        held = self.draft.answers.get(EXPLAIN)
        about = set(held.said.split()) if held else set()
        stands = any(each.name in about for each in self.findings(Level.SOFT))
        return str(held.value) if held and stands else ""

    @property
    def uncarded(self) -> Sitting:
        """The same as it was when the words of a card were typed; itself where no card waits."""
        if self.draft.at != CARD or CARD not in self.draft.answers:
            return self
        back = replace(self, draft=typed_at(self.draft))
        known = back.draft.at == REVIEW or back.agenda.knows(back.draft.at)
        return back if known else back.onward()

    def moved(self, place: Place) -> Sitting:
        """The same at another place; a card that is left is gone."""
        here = self if place == CARD else self.uncarded
        return replace(here, draft=replace(here.draft, at=place))

    def answered(self, answers: Mapping[str, Answer]) -> Sitting:
        """The same with these answers as well."""
        return replace(self, draft=replace(self.draft, answers={**self.draft.answers, **answers}))

    def picking(self, place: Place, keys: Collection[str], said: Choice = Choice.PICK) -> Sitting:
        """The same with these chosen at SCOPE or ROWS; with nothing chosen, nothing is kept."""
        if not keys and said is Choice.PICK:
            return self.without((place,))
        return self.answered({place: Answer(said.value, " ".join(sorted(keys)))})

    def without(self, keys: Collection[str]) -> Sitting:
        """The same with these questions unanswered."""
        kept = {key: held for key, held in self.draft.answers.items() if key not in keys}
        return replace(self, draft=replace(self.draft, answers=kept))

    def onward(self) -> Sitting:
        """At the next that waits to be asked, earlier ones last; at the review when none does."""
        return self.moved(self.agenda.onward(self.draft.at))

    def turn(self, *events: Event) -> Turn:
        """The end of a turn with these events."""
        return Turn(self.draft, events)
