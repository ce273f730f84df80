"""Choosing first what there is to report: groups, figures in them, and 0 for all the rest."""

from dataclasses import replace

import pytest

from reporting.campaign_file import read_campaign
from reporting.draft import DECLARE, LEFT, REVIEW, ROWS, SCOPE, Answer, Background, Draft
from reporting.events import (
    Asked,
    Card,
    Completed,
    Event,
    Filled,
    Kept,
    LeftAsked,
    Outdated,
    Overtaken,
    Recorded,
    Refused,
    Reviewed,
    RowsAsked,
    ScopeAsked,
    Turn,
    Unfilled,
    Unplaced,
)
from reporting.form import Form
from reporting.interview import answer, begin, resume
from reporting.interview.agenda import Agenda
from reporting.said import Choice, Said, Tapped
from tests.campaigns import SHIPPED, jiaxing, sichuan, tea, texts

FORM = sichuan().form
C, L, COMPLAINTS = (
    next(group for group in FORM.groups if group.key == key) for key in ("C", "L", "complaints")
)
NOTHING_KNOWN = Background()


class Phone:
    """A draft, and what happened last."""

    def __init__(self, form: Form = FORM, background: Background = NOTHING_KNOWN) -> None:
        self.form, self.background = form, background
        self.taps = self.typed = 0
        self._take(begin(form, "r1", background))

    def tap(self, choice: Choice, *keys: str) -> "Phone":
        """Press this button, for each of the keys."""
        for to in keys or ("",):
            self.taps += 1
            press = Tapped("r1", self.draft.at, choice, to)
            self._take(answer(self.form, self.draft, press, self.background))
        return self

    def say(self, *words: str) -> "Phone":
        """Type these, one after the other."""
        for text in words:
            self.typed += 1
            self._take(answer(self.form, self.draft, Said(text), self.background))
        return self

    @property
    def last(self) -> Event:
        """What is pending."""
        return self.events[-1]

    def _take(self, turn: Turn) -> None:
        self.draft, self.events = turn.draft, turn.events


def chosen(*groups: str, background: Background = NOTHING_KNOWN) -> Phone:
    """These chosen and completed."""
    return Phone(background=background).tap(Choice.PICK, *groups).tap(Choice.DONE)


# Which groups


def test_a_long_form_asks_first_which_groups_hold_figures_and_a_short_one_does_not() -> None:
    assert FORM.scoped and jiaxing().form.scoped
    assert isinstance(Phone().last, ScopeAsked)
    assert not tea().form.scoped
    assert isinstance(Phone(tea().form).last, Asked)


@pytest.mark.parametrize("scope", [True, False])
def test_a_campaign_file_decides_otherwise(scope: bool) -> None:
    files = texts(SHIPPED / "jiaxing-2023")
    files["monthly.toml"] = f"scope = {str(scope).lower()}\n{files['monthly.toml']}"
    assert read_campaign(files).form.scoped is scope


def test_every_group_of_figures_can_be_chosen_and_the_narrative_cannot() -> None:
    last = Phone().last
    assert isinstance(last, ScopeAsked)
    assert [each.key for each in last.groups] == [each.key for each in FORM.groups[:-1]]


def test_what_the_department_usually_has_comes_first() -> None:
    police = Background(usual_columns=("L", "M"))
    last = Phone(background=police).last
    assert isinstance(last, ScopeAsked)
    assert [each.key for each in last.groups[:3]] == ["L", "M", "A"]


def test_what_held_figures_last_month_is_told_and_not_known_is_not_none() -> None:
    known = Phone(background=Background(last={"cases.L": 2, "cases.C": 0})).last
    unknown = Phone().last
    assert isinstance(known, ScopeAsked) and known.last == (L,)
    assert isinstance(unknown, ScopeAsked) and unknown.last is None


def test_choosing_answers_nothing() -> None:
    assert Phone().tap(Choice.PICK, "C", "L").draft.figures == {}


def test_a_choice_pressed_twice_stays() -> None:
    assert Phone().tap(Choice.PICK, "C", "C").draft.picked(SCOPE) == {"C"}


def test_groups_are_chosen_by_their_names_too() -> None:
    assert Phone().say("技术准入、代孕").draft.picked(SCOPE) == {"C", "L"}
    assert Phone().say("投诉举报 广告").draft.picked(SCOPE) == {"complaints", "M"}


def test_a_bare_number_has_no_place_yet() -> None:
    phone = Phone().say("5")
    assert phone.events[0] == Unplaced("5", number=True)
    assert phone.draft == Phone().draft


def test_completing_makes_what_was_not_chosen_zero_and_nothing_else() -> None:
    phone = chosen("C", "L")
    outside = [key for key in FORM.inputs if key not in (*C.questions, *L.questions)]
    assert phone.draft.figures == dict.fromkeys(outside, 0)
    assert phone.events[0] == Completed(tuple(outside))
    assert phone.draft.at == ROWS + "C"


def test_completing_with_nothing_chosen_is_a_zero_declaration() -> None:
    phone = Phone().tap(Choice.DONE)
    assert (phone.draft.at, phone.draft.figures) == (DECLARE, {})


def test_what_was_completed_can_be_taken_back_and_the_choice_is_asked_again() -> None:
    phone = chosen("C")
    count = len(phone.draft.figures)
    phone.tap(Choice.UNDO)
    assert isinstance(phone.events[0], Unfilled) and len(phone.events[0].keys) == count
    assert (phone.draft.at, phone.draft.figures) == (SCOPE, {})
    assert phone.draft.picked(SCOPE) == {"C"}


def test_every_question_can_be_asked_in_turn_instead() -> None:
    phone = Phone().tap(Choice.EACH)
    assert phone.draft.at == FORM.inputs[0]
    assert isinstance(phone.last, Asked) and phone.last.of == len(FORM.questions)


@pytest.mark.parametrize("words", ["工作情况", "Work done"])
def test_the_narrative_is_told_first_where_it_is_named(words: str) -> None:
    phone = Phone().say(words)
    assert phone.draft.at == "narrative"
    phone.say("联合执法2次").tap(Choice.ENOUGH)
    assert phone.draft.at == SCOPE


# Which figures


def test_a_number_answers_what_was_chosen_first_and_then_the_next_is_asked() -> None:
    phone = chosen("C").tap(Choice.PICK, "warned.C", "cases.C").say("3")
    assert phone.draft.answers["cases.C"] == Answer("3", 3)
    assert phone.draft.at == "warned.C"
    assert isinstance(phone.last, Asked) and (phone.last.n, phone.last.of) == (2, 3)


def test_a_number_is_not_taken_for_another_figure_than_the_one_that_was_shown() -> None:
    phone = chosen("C").tap(Choice.PICK, "inspected.C", "cases.C")
    other = Answer("12", 12, by="联络员乙")
    shared = replace(phone.draft, answers={**phone.draft.answers, "inspected.C": other})
    turn = answer(FORM, shared, Said("15", shown="inspected.C"), NOTHING_KNOWN)
    assert turn.draft == shared
    assert isinstance(turn.events[0], Overtaken)
    assert isinstance(turn.events[1], RowsAsked) and turn.events[1].next == "cases.C"
    taken = answer(FORM, shared, Said("15", shown="cases.C"), NOTHING_KNOWN)
    assert taken.draft.answers["cases.C"].value == 15


def test_with_nothing_chosen_the_figures_go_on_in_order() -> None:
    phone = chosen("C").say("3")
    assert phone.draft.answers["inspected.C"].value == 3
    assert phone.draft.at == "cases.C"
    phone.tap(Choice.REST)
    assert isinstance(phone.events[0], Filled)
    assert phone.draft.at == "narrative"


def test_a_number_that_cannot_be_taken_says_of_which_figure() -> None:
    phone = chosen("C").tap(Choice.PICK, "cases.C").say("1.5")
    assert isinstance(phone.last, Refused) and phone.last.question.key == "cases.C"


def test_figures_are_chosen_by_their_names_too() -> None:
    phone = chosen("L").say("案件数、警告")
    assert phone.draft.picked(ROWS + "L") == {"cases.L", "warned.L"}


def test_the_other_figures_of_a_group_can_be_completed_at_once() -> None:
    phone = chosen("C").tap(Choice.PICK, "cases.C").tap(Choice.DONE)
    assert isinstance(phone.events[0], Completed)
    assert phone.draft.at == "cases.C"
    assert {key for key in C.questions if key not in phone.draft.answers} == {"cases.C"}


def test_a_small_group_is_asked_straight_away() -> None:
    assert chosen("A").draft.at == "inspected.A"


def test_a_pasted_column_and_names_with_figures_are_taken_where_figures_are_chosen() -> None:
    pasted = chosen("C").say("5 0 2 0 0 0 0 0 0 0 0 0").last
    named = chosen("C").say("案件数2，警告1").last
    assert isinstance(pasted, Card) and [each.key for each in pasted.pairs] == [*C.questions]
    assert isinstance(named, Card)
    assert {each.key: each.value for each in named.pairs} == {"cases.C": 2, "warned.C": 1}


def test_names_with_figures_are_taken_where_groups_are_chosen() -> None:
    phone = Phone().say("代孕案件数3件")
    assert isinstance(phone.last, Card)
    phone.tap(Choice.CONFIRM, phone.last.digest)
    assert (phone.draft.at, phone.draft.figures) == (SCOPE, {"cases.L": 3})
    assert isinstance(phone.last, ScopeAsked) and phone.last.chosen == (L,)
    assert phone.tap(Choice.DONE).draft.at == LEFT


# What is left


def test_what_was_not_chosen_in_the_columns_is_asked_for_once_at_the_end() -> None:
    phone = chosen("C", "L").tap(Choice.PICK, "cases.C").say("1")
    phone.tap(Choice.PICK, "cases.L").say("2")
    assert phone.last == LeftAsked(len(C.questions) + len(L.questions) - 2)
    phone.tap(Choice.DONE)
    assert not Agenda(FORM, phone.draft).left
    assert phone.draft.at == "narrative"


def test_what_is_left_can_be_asked_question_by_question() -> None:
    phone = chosen("C").tap(Choice.PICK, "cases.C").say("1").tap(Choice.EACH)
    assert phone.draft.at == "inspected.C"


def test_the_review_tells_how_much_is_zero_by_completing_alone() -> None:
    phone = chosen("A").say("5").tap(Choice.NONE)
    assert isinstance(phone.last, Reviewed)
    assert (phone.last.zeros, phone.last.completed) == (124, 124)


@pytest.mark.parametrize("form", [FORM, jiaxing().form], ids=["sichuan", "jiaxing"])
@pytest.mark.parametrize("figures", [("C", 1), ("CL", 2), ("CGHL", 3)])
def test_a_report_takes_a_message_a_figure_and_few_taps(
    form: Form, figures: tuple[str, int]
) -> None:
    columns, each = figures
    phone = Phone(form).tap(Choice.PICK, *columns).tap(Choice.DONE)
    for column in columns:
        group = next(every for every in form.groups if every.key == column)
        phone.tap(Choice.PICK, *group.questions[1 : 1 + each]).say(*"1" * each)
    phone.tap(Choice.DONE).tap(Choice.NONE)
    assert phone.draft.at == REVIEW and len(phone.draft.answers) > len(form.questions)
    entered, submitted = 1, 1
    n = len(columns) * each
    assert phone.typed == n
    assert phone.taps + entered + submitted <= len(columns) + n + 6


# Back, again, and otherwise


def reviewed() -> Phone:
    """One figure in C, all else 0, at the review."""
    phone = chosen("C").tap(Choice.PICK, "cases.C").say("1").tap(Choice.DONE)
    return phone.tap(Choice.NONE).tap(Choice.EDIT).tap(Choice.JUMP, SCOPE)


def test_a_group_chosen_later_has_only_its_completed_zeros_asked_anew() -> None:
    phone = reviewed().tap(Choice.PICK, "L")
    assert {key for key in FORM.inputs if key not in phone.draft.answers} == {*L.questions}
    assert phone.tap(Choice.DONE).draft.at == ROWS + "L"


def test_a_zero_that_was_typed_stays_whatever_is_chosen() -> None:
    phone = Phone().tap(Choice.JUMP, "cases.L").say("0").tap(Choice.PICK, "L", "C")
    assert phone.draft.figures == {"cases.L": 0}


def test_a_group_with_figures_is_not_unchosen_and_they_stay() -> None:
    phone = reviewed()
    before = phone.draft
    assert phone.tap(Choice.DROP, "C").events[0] == Kept(("cases.C",))
    assert phone.draft == before


def test_a_group_without_figures_is_unchosen() -> None:
    assert Phone().tap(Choice.PICK, "C", "L").tap(Choice.DROP, "C").draft.picked(SCOPE) == {"L"}


def test_nothing_chosen_anew_leads_back_to_the_review() -> None:
    assert reviewed().tap(Choice.DONE).draft.at == REVIEW


def test_back_leads_through_what_was_chosen_to_the_first_choice() -> None:
    phone = chosen("A", "C").say("1").tap(Choice.PICK, "cases.C").say("2")
    places = [phone.tap(Choice.BACK).draft.at for _ in range(5)]
    assert places == ["cases.C", ROWS + "C", "inspected.A", SCOPE, SCOPE]


def test_what_is_skipped_stays_unanswered_and_is_asked_before_the_end() -> None:
    phone = chosen("C", "L").tap(Choice.SKIP)
    assert phone.draft.at == ROWS + "L"
    phone.tap(Choice.PICK, "cases.L").say("1")
    assert phone.draft.at == ROWS + "C"


def test_a_choice_survives_a_pause_and_the_other_person_sees_it() -> None:
    draft = chosen("C").tap(Choice.PICK, "cases.C").draft
    assert resume(FORM, draft, NOTHING_KNOWN).draft == draft
    other = resume(FORM, replace(draft, at=""), NOTHING_KNOWN)
    assert other.draft.at == "cases.C"


def test_a_column_that_the_form_lost_does_not_hold_up_an_old_draft() -> None:
    kept = {SCOPE: Answer("done", "C gone"), ROWS + "C": Answer("pick", "gone.C cases.C")}
    turn = resume(FORM, Draft("r1", ROWS + "gone", kept), NOTHING_KNOWN)
    assert turn.draft.at == "cases.C"


def test_a_draft_from_before_there_was_a_choice_stays_where_it_is() -> None:
    draft = Draft("r1", "cases.C", {"inspected.A": Answer("1", 1)})
    turn = resume(FORM, draft, NOTHING_KNOWN)
    assert turn.draft == draft
    assert isinstance(turn.events[0], Asked)


@pytest.mark.parametrize("choice", [Choice.PICK, Choice.DROP, Choice.DONE, Choice.MORE])
def test_there_is_nothing_to_choose_at_a_question(choice: Choice) -> None:
    assert chosen("A").tap(choice, "A").events == (Outdated(),)


def test_recorded_is_what_was_typed_for_a_chosen_figure() -> None:
    phone = chosen("L").tap(Choice.PICK, "cases.L").say("十二")
    assert phone.events[0] == Recorded(FORM.questions["cases.L"], 12, read_back=True)
    assert isinstance(phone.last, LeftAsked)


def test_figures_in_the_usual_rows_come_first() -> None:
    usual = Background(usual_columns=("M",), usual_rows=("websites",))
    last = chosen("M", background=usual).last
    assert isinstance(last, RowsAsked)
    assert last.keys[0] == "websites.M" and last.next == "inspected.M"
