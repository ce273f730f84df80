"""People say anything and press anything, and the draft is stored and read between any two turns.

Whatever they do, the answers are those of a plain dictionary kept beside: none lost, none invented.
"""

import json
from dataclasses import replace
from itertools import cycle

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from reporting.checks import complete, findings
from reporting.draft import (
    CARD,
    CLEAR,
    DECLARE,
    EXPLAIN,
    LEFT,
    REVIEW,
    ROWS,
    SCOPE,
    Answer,
    Background,
    Draft,
    is_aside,
)
from reporting.events import (
    Asked,
    Card,
    Choosing,
    Completed,
    Declared,
    Event,
    ExplanationAsked,
    Filled,
    Kept,
    LeftAsked,
    Misfit,
    Offered,
    Outdated,
    Recorded,
    RecordedMany,
    Refused,
    Reviewed,
    RowsAsked,
    Saved,
    ScopeAsked,
    Stopped,
    Submitted,
    Undeclared,
    Unfilled,
    Unplaced,
)
from reporting.form import Form, Level
from reporting.interview import answer, begin, resume
from reporting.kinds import KINDS, LONGEST_TEXT, Understood
from reporting.numbers import is_number
from reporting.reasons import Reason
from reporting.said import Choice, Said, Tapped, Word
from reporting.telling import says_nothing
from tests.campaigns import river, sichuan
from tests.reporting.choosing_rules import Chooses
from tests.reporting.small_form import FORM

FORMS: dict[str, Form] = {
    "small": FORM,
    "chosen": replace(FORM, scoped=True),
    "sichuan": sichuan().form,
    "river": river().form,
}
NUMBERS = st.sampled_from(["0", "1", "12", "十二", "3.5", "1,234", "1,23", "-1", "无", "-", "3万"])
WORDS = st.sampled_from(["", "本月联合执法两次", "上月立案本月结案", "核实无误", "<b>&", "\u202e"])
LAST_WORDS = (
    *(Asked, Reviewed, Choosing, ExplanationAsked, Saved, Submitted, Outdated, Refused),
    *(Declared, Undeclared, Card, Offered, ScopeAsked, RowsAsked, LeftAsked),
)


def stored_and_read(draft: Draft) -> Draft:
    """The draft as rows of text, and back: what a restart does to it."""
    rows = [[key, held.said, held.value] for key, held in draft.answers.items()]
    line = json.dumps([draft.key, draft.at, rows])
    key, at, rows = json.loads(line)
    return Draft(key, at, {name: Answer(said, value) for name, said, value in rows})


def written(draft: Draft) -> dict[str, int | str]:
    """What counts as answered: neither the 上报说明 nor words on a card, nor what was chosen."""
    kept = ((key, held.value) for key, held in draft.answers.items())
    return {key: value for key, value in kept if not is_aside(key)}


class Interview(Chooses):
    """One person, one report."""

    @initialize(name=st.sampled_from(sorted(FORMS)), known=st.booleans())
    def begun(self, name: str, known: bool) -> None:
        self.form = FORMS[name]
        self.background = Background(last=dict.fromkeys(self.form.inputs, 1) if known else None)
        self.draft = begin(self.form, "r1", self.background).draft
        self.model: dict[str, int | str] = {}
        self.events: tuple[Event, ...] = ()
        self.explains = True  # writes an explanation when asked for one

    def turn(self, word: Word) -> Draft:
        """Take one turn; the draft before it."""
        before = stored_and_read(self.draft)
        turn = answer(self.form, before, word, self.background)
        self.draft, self.events = turn.draft, turn.events
        return before

    @rule(text=NUMBERS | NUMBERS | NUMBERS | WORDS | st.text())
    def says(self, text: str) -> None:
        before = self.turn(Said(text))
        at = "narrative" if before.at == DECLARE else self.first_of_those_chosen(before)
        question = self.form.questions.get(at)
        if question is not None:
            read = KINDS[question.kind].read(text, question)
            if isinstance(read, Understood) and not self.is_figure_declared_away(before, read):
                self.understood(at, read.value, before.at)
                return
            if isinstance(self.events[0], Refused):
                why = Reason.ONLY_A_NUMBER if isinstance(read, Understood) else read
                assert self.draft == before
                assert self.events == (Refused(question, why, text),)
        assert written(self.draft) == written(before)

    def is_figure_declared_away(self, before: Draft, read: Understood) -> bool:
        """A number is no words of a zero declaration; 无 adds none and is no number."""
        words = str(read.value)
        return before.at == DECLARE and is_number(words) and not says_nothing(words)

    def first_of_those_chosen(self, draft: Draft) -> str:
        """The question that a number answers: this one; where figures are chosen, the first."""
        picked = draft.picked(draft.at)
        here = [each for each in self.figure_groups if ROWS + each.key == draft.at]
        keys = [key for each in here for key in each.questions if not picked or key in picked]
        open_ = [key for key in keys if key not in self.model]
        zeros = [key for key in keys if key in picked and self.model.get(key) == 0]
        return next(iter((*open_, *zeros)), draft.at)

    def understood(self, key: str, value: int | str, at: str) -> None:
        """An answer is the last one said; texts of the narrative follow each other."""
        so_far = self.model.get(key)
        if key != "narrative":
            self.model[key] = value
        elif value != "无":
            added = value if so_far in (None, "无") else f"{so_far}\n{value}"
            self.model[key] = added if len(str(added)) <= LONGEST_TEXT else str(so_far)
        elif so_far is None and at != DECLARE:
            self.model[key] = value

    @rule(data=st.data())
    def types_a_row(self, data: st.DataObject) -> None:
        """As many numbers as the column that is asked has left: each goes to its cell."""
        cell = self.form.cells.get(self.draft.at)
        column = [key for key in self.form.inputs if cell and key.endswith(f".{cell.column}")]
        left = [key for key in column if key not in self.model or key == self.draft.at]
        if len(left) > 1:
            numbers = [data.draw(st.integers(0, 3)) for _ in left]
            self.says(" ".join(map(str, numbers)))
            assert self.shown() == self.figures(dict(zip(left, numbers, strict=True)))

    @rule(count=st.integers(2, 9))
    def types_a_row_of_any_length(self, count: int) -> None:
        self.says(" ".join("1" * count))

    @rule(data=st.data(), rest=st.sampled_from(["", "，其余为0"]))
    def types_figures_with_their_names(self, data: st.DataObject, rest: str) -> None:
        cells = [key for key in self.form.inputs if key in self.form.cells]
        keys = data.draw(st.lists(st.sampled_from(cells), min_size=1, max_size=3, unique=True))
        typed = {key: data.draw(st.integers(0, 3)) for key in keys}
        named = [self.form.cells[key] for key in keys]
        self.says(
            "；".join(f"{c.column_label.zh} {c.row_label.zh} {typed[c.key]}" for c in named) + rest
        )
        if isinstance(self.events[-1], Card):
            assert self.shown().items() <= self.figures(typed).items()
            assert not {*self.events[-1].zeros} & {*self.model, *keys}
            assert rest or not self.events[-1].zeros

    def figures(self, numbers: dict[str, int]) -> dict[str, int]:
        """Numbers in their cells' smallest units."""
        return {k: n * 10 ** self.form.measure(k).decimals for k, n in numbers.items()}

    def shown(self) -> dict[str, int]:
        """The figures of the card."""
        card = self.events[-1]
        assert isinstance(card, Card)
        return {each.key: each.value for each in card.pairs}

    @precondition(lambda self: self.draft.at == CARD)
    @rule()
    def confirms(self) -> None:
        self.comes_back_later()
        card = self.events[-1]
        assert isinstance(card, Card)
        self.turn(Tapped("r1", CARD, Choice.CONFIRM, card.digest))
        if card.ready:
            self.model |= dict.fromkeys(card.zeros, 0)
            self.model |= {each.key: each.value for each in card.pairs}
            assert self.events[0] == RecordedMany(len(card.pairs), len(card.zeros))

    @precondition(lambda self: self.draft.at == CARD)
    @rule(choice=st.sampled_from([Choice.DISCARD, Choice.BACK, Choice.CONFIRM]))
    def does_not_confirm(self, choice: Choice) -> None:
        """重新输入, or a press on a card that read otherwise."""
        self.turn(Tapped("r1", CARD, choice, "another"))
        assert (self.draft.at == CARD) == (choice is Choice.CONFIRM)

    @rule()
    def taps_zero(self) -> None:
        before = self.turn(Tapped("r1", self.draft.at, Choice.ZERO))
        if before.at in self.form.inputs:
            self.model[before.at] = 0

    @rule()
    def taps_nothing_to_say(self) -> None:
        before = self.turn(Tapped("r1", self.draft.at, Choice.NONE))
        texts = before.at in self.form.questions and before.at not in self.form.inputs
        if texts and before.at not in self.model:
            self.model[before.at] = "无"

    @rule()
    def taps_rest_of_the_group(self) -> None:
        before = self.turn(Tapped("r1", self.draft.at, Choice.REST))
        for group in self.form.groups:
            if before.at in group.questions and before.at in self.form.inputs:
                self.model = {**dict.fromkeys(group.questions, 0), **self.model}

    @rule()
    def taps_all_the_rest(self) -> None:
        before = self.turn(Tapped("r1", self.draft.at, Choice.ALL))
        if before.at in self.form.inputs:
            self.model = {**dict.fromkeys(self.form.inputs, 0), **self.model}

    @rule()
    def takes_back_what_was_filled(self) -> None:
        before = self.turn(Tapped("r1", self.draft.at, Choice.UNDO))
        for key, held in before.answers.items():
            if held.said.startswith(("rest>", "done>")) and held.said.endswith(f">{before.at}"):
                del self.model[key]

    @rule()
    def taps_same_as_last_month(self) -> None:
        before = self.turn(Tapped("r1", self.draft.at, Choice.SAME))
        if self.background.last and before.at in self.form.inputs:
            self.model[before.at] = 1

    @rule()
    def opens_the_declaration(self) -> None:
        self.turn(Tapped("r1", self.draft.at, Choice.DECLARE))

    @rule()
    def declares_all_zero(self) -> None:
        self.turn(Tapped("r1", self.draft.at, Choice.DECLARE))
        if isinstance(self.events[0], Undeclared):
            self.turn(Tapped("r1", DECLARE, Choice.CLEAR))
            self.turn(Tapped("r1", CLEAR, Choice.CONFIRM))
            self.model = {k: v for k, v in self.model.items() if not (isinstance(v, int) and v)}
        self.turn(Tapped("r1", DECLARE, Choice.CONFIRM))
        texts = [key for key in self.form.questions if key not in self.form.inputs]
        blank = dict.fromkeys(self.form.inputs, 0) | dict.fromkeys(texts, "无")
        self.model = {**blank, **self.model}

    @rule(choice=st.sampled_from([Choice.BACK, Choice.SAVE, Choice.EDIT, Choice.SKIP]))
    def looks_around(self, choice: Choice) -> None:
        self.turn(Tapped("r1", self.draft.at, choice))

    @rule(data=st.data())
    def jumps(self, data: st.DataObject) -> None:
        groups = [group.key for group in self.form.groups]
        to = data.draw(st.sampled_from([*self.form.questions, *groups, REVIEW, REVIEW, "", "x"]))
        self.turn(Tapped("r1", self.draft.at, Choice.JUMP, to))

    @rule(numbers=st.lists(st.sampled_from("0012"), min_size=1, max_size=9))
    def answers_all_the_rest(self, numbers: list[str]) -> None:
        """So that reviews and submissions are reached, with findings and without."""
        for key, text in zip(self.form.questions, cycle(numbers), strict=False):
            if key not in self.draft.answers:
                self.turn(Tapped("r1", self.draft.at, Choice.JUMP, key))
                self.says(text)
                self.turn(Tapped("r1", self.draft.at, Choice.ENOUGH))

    @rule()
    def submits(self) -> None:
        self.turn(Tapped("r1", self.draft.at, Choice.JUMP, REVIEW))
        before = self.turn(Tapped("r1", REVIEW, Choice.SUBMIT))
        missing = [key for key in self.form.questions if key not in before.answers]
        found = findings(self.form, before.figures, self.background)
        hard = [each for each in found if each.check.level is Level.HARD]
        assert isinstance(self.events[0], Stopped) == bool(missing or hard)
        if isinstance(self.events[0], ExplanationAsked) and self.explains:
            self.turn(Said("上月立案，本月结案"))
            assert isinstance(self.events[-1], Submitted)
        if isinstance(self.events[-1], Submitted):
            assert not complete(self.form, self.draft.figures)
            assert self.events[-1].findings == found
            assert (EXPLAIN in self.draft.answers) == bool(found)

    @precondition(lambda self: self.form is FORM and self.draft.at == REVIEW)
    @rule(key=st.sampled_from(FORM.inputs), text=st.sampled_from("012"))
    def changes_a_figure_and_submits(self, key: str, text: str) -> None:
        self.turn(Tapped("r1", REVIEW, Choice.JUMP, key))
        self.says(text)
        self.submits()

    @rule(explains=st.booleans())
    def makes_up_their_mind(self, explains: bool) -> None:
        self.explains = explains

    @rule(choice=st.sampled_from(list(Choice)), data=st.data())
    def presses_an_old_button(self, choice: Choice, data: st.DataObject) -> None:
        place = data.draw(st.sampled_from([*self.form.questions, REVIEW, EXPLAIN, "gone"]))
        if place != self.draft.at:
            self.changes_nothing(Tapped("r1", place, choice, REVIEW))

    @rule(choice=st.sampled_from(list(Choice)))
    def presses_a_button_of_another_report(self, choice: Choice) -> None:
        self.changes_nothing(Tapped("r2", self.draft.at, choice, REVIEW))

    def changes_nothing(self, press: Tapped) -> None:
        before = self.turn(press)
        assert self.draft == before
        assert self.events == (Outdated(),)

    @rule()
    def comes_back_later(self) -> None:
        before = stored_and_read(self.draft)
        turn = resume(self.form, before, self.background)
        assert turn.draft == self.draft
        assert len(turn.events) == 1
        self.events = turn.events

    @invariant()
    def no_answer_is_lost_or_invented(self) -> None:
        assert written(self.draft) == self.model

    @invariant()
    def words_wait_only_while_their_card_is_shown(self) -> None:
        assert (CARD in self.draft.answers) == (self.draft.at == CARD)

    @invariant()
    def what_happened_ends_with_what_is_pending(self) -> None:
        places = {*self.form.questions, REVIEW, EXPLAIN, DECLARE, CLEAR, CARD, SCOPE, LEFT}
        assert self.draft.at in places or self.choices
        if self.events:
            assert isinstance(self.events[-1], LAST_WORDS)
            before = (Recorded, RecordedMany, Filled, Unfilled, Stopped, Misfit)
            before += (Completed, Kept, Unplaced)
            untaken = [each for each in self.events[:-1] if not isinstance(each, before)]
            assert all(isinstance(each, Card) and not each.digest for each in untaken)
            if isinstance(self.events[0], Recorded | RecordedMany | Filled):
                missing = [key for key in self.form.questions if key not in self.draft.answers]
                assert (self.draft.at == REVIEW) == (not missing)
            if isinstance(self.events[-1], Asked):
                asked = self.events[-1]
                assert asked.question.key == self.draft.at
                places = list(self.form.questions)
                assert 1 <= asked.n <= asked.of <= len(places)
                if not self.form.scoped:
                    assert (asked.n, asked.of) == (places.index(self.draft.at) + 1, len(places))
                assert asked.current == self.model.get(self.draft.at)


TestInterview = Interview.TestCase
TestInterview.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
