"""What of a form a person is to be asked, and in which order: all of it, or what was chosen.

A short form is asked from the first question to the last. A long one asks first which groups hold
figures (SCOPE), then in each of these which figures (ROWS), and at the end what becomes of all
that was not chosen (LEFT). Everything here is derived from the form and the draft.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import inf

from reporting.draft import LEFT, REVIEW, ROWS, SCOPE, Draft, Place
from reporting.form import Form, Group
from reporting.said import Choice

ROWS_FROM = 3  # a group of so many figures asks first which of them there are


@dataclass(frozen=True)
class Agenda:
    """The places of one draft."""

    form: Form
    draft: Draft

    @property
    def said(self) -> str:
        """How far the choice of groups is: PICK, DONE, EACH; "" before it."""
        held = self.draft.answers.get(SCOPE)
        return held.said if held else ""

    @cached_property
    def scope(self) -> frozenset[str]:
        """The keys of the groups that were chosen."""
        return self.draft.picked(SCOPE)

    @property
    def whole(self) -> bool:
        """Whether every question is asked in turn."""
        return not self.form.scoped or self.said == Choice.EACH

    @property
    def decided(self) -> bool:
        """Whether 完成选择 has been said of the groups."""
        return self.form.scoped and self.said == Choice.DONE

    def knows(self, place: Place) -> bool:
        """Whether the form has this place for somebody to be at."""
        if place == LEFT:
            return self.decided and bool(self.left)
        asks = place == SCOPE or self.group_of(place) is not None
        return place in self.form.questions or (asks and self.form.scoped)

    def group_of(self, place: Place) -> Group | None:
        """The group whose figures are chosen at this ROWS place."""
        if not place.startswith(ROWS):
            return None
        key = place.removeprefix(ROWS)
        return next((each for each in self.form.figure_groups if each.key == key), None)

    def chose(self, group: Group) -> bool:
        """Whether the group was chosen, or holds a figure that is not 0."""
        return group.key in self.scope or bool(self.nonzero(group))

    def nonzero(self, group: Group) -> tuple[str, ...]:
        """Its figures that are not 0. Of these nothing is ever unchosen or filled."""
        answers = self.draft.answers
        return tuple(key for key in group.questions if key in answers and answers[key].value)

    def wanted(self, group: Group) -> tuple[str, ...]:
        """Its questions that are to be asked: what was chosen, and what holds a figure."""
        if group.key in self.scope and len(group.questions) < ROWS_FROM:
            return group.questions
        picked = self.draft.picked(ROWS + group.key) | {*self.nonzero(group)}
        return tuple(key for key in group.questions if key in picked)

    def chooses_rows(self, group: Group) -> bool:
        """Whether it is still to be asked which of its figures there are."""
        answers = self.draft.answers
        return (
            bool(self._rows_of(group))
            and ROWS + group.key not in answers
            and not all(key in answers for key in group.questions)
        )

    def foremost(self, group: Group) -> str | None:
        """The question that a number typed where its figures are chosen answers."""
        picked = self.draft.picked(ROWS + group.key)
        wanted = [key for key in group.questions if not picked or key in picked]
        zeros = (key for key in wanted if key in picked and key not in self.nonzero(group))
        return next(iter((*self.unanswered(wanted), *zeros)), None)

    def unanswered(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Those without an answer."""
        answers = self.draft.answers
        return tuple([key for key in keys if key not in answers])

    @property
    def left(self) -> tuple[str, ...]:
        """All figures without an answer."""
        return self.unanswered(self.form.inputs)

    def fills(self, place: Place) -> tuple[str, ...]:
        """The figures that 完成选择 makes 0 at SCOPE, at a ROWS place or at LEFT."""
        group = self.group_of(place)
        if group is not None:
            picked = self.draft.picked(place)
            return tuple(key for key in self.unanswered(group.questions) if key not in picked)
        if place == LEFT:
            return self.left
        unchosen = (each for each in self.form.figure_groups if not self.chose(each))
        return tuple(key for each in unchosen for key in self.unanswered(each.questions))

    def pending(self) -> tuple[Place, ...]:
        """What waits to be asked next, in order; what comes after it is not listed yet."""
        if self.whole:
            return self.unanswered(self.form.questions)
        if not self.left:
            return self.unanswered(self.form.texts)
        return (self._chosen() or (LEFT,)) if self.decided else (SCOPE,)

    def _chosen(self) -> tuple[Place, ...]:
        """Of the groups that were chosen, what is still to be asked."""
        places: list[Place] = []
        for group in filter(self.chose, self.form.figure_groups):
            if self.chooses_rows(group):
                places.append(ROWS + group.key)
            else:
                places += self.unanswered(self.wanted(group))
        return tuple(places)

    def onward(self, here: Place) -> Place:
        """The next that waits to be asked, those before ``here`` last; else the review."""
        pending = self.pending()
        ahead = self._after(pending, here)
        return next(iter(ahead or pending), REVIEW)

    def skipping(self, here: Place) -> Place:
        """The next after ``here`` that waits to be asked, leaving it as it is; else the review."""
        following = (*self.pending(), *self.unanswered(self.form.texts))
        return next(iter(self._after(following, here)), REVIEW)

    def path(self) -> tuple[Place, ...]:
        """The places from first to last, answered or not: what 上一题 leads back through."""
        start = (SCOPE,) if self.form.scoped else ()
        if self.whole:
            return (*start, *self.form.questions)
        chosen = filter(self.chose, self.form.figure_groups) if self.decided else ()
        places = [each for group in chosen for each in (*self._rows_of(group), *self.wanted(group))]
        return (*start, *places, *self.form.texts)

    def before(self, here: Place) -> Place | None:
        """The place that 上一题 leads back to; None at the first."""
        at = self._order(here)
        return next((each for each in reversed(self.path()) if self._order(each) < at), None)

    def after(self, here: Place) -> Place:
        """The place that 不改 leads on to: the next; the review once nothing is unanswered."""
        if not (self.whole or self.decided):
            return self.onward(here)
        done = not self.unanswered(self.form.questions)
        return REVIEW if done else next(iter(self._after(self.path(), here)), REVIEW)

    def progress(self, key: str) -> tuple[int, int]:
        """The how-many-th of how many this question is. A group counts once until it is chosen."""
        if self.whole or not self.decided:
            return self.form.numbers[key] + 1, len(self.form.questions)
        asked: set[Place] = {key, *self.form.texts}
        for group in filter(self.chose, self.form.figure_groups):
            asked |= {ROWS + group.key} if self.chooses_rows(group) else {*self.wanted(group)}
        at = self._order(key)
        return sum(self._order(each) <= at for each in asked), len(asked)

    def _rows_of(self, group: Group) -> tuple[Place, ...]:
        """The place where its figures are chosen, if it has one."""
        chosen = group.key in self.scope
        return (ROWS + group.key,) if chosen and len(group.questions) >= ROWS_FROM else ()

    def _after(self, places: Iterable[Place], here: Place) -> tuple[Place, ...]:
        at = self._order(here)
        return tuple(each for each in places if self._order(each) > at)

    def _order(self, place: Place) -> float:
        """Where a place stands among the questions; the review and what is like it last."""
        number = self.form.numbers.get(place)
        if number is not None:
            return number
        if place in (SCOPE, LEFT):
            return -1 if place == SCOPE else len(self.form.inputs) - 0.5
        group = self.group_of(place)
        return inf if group is None else self.form.numbers[group.questions[0]] - 0.5
