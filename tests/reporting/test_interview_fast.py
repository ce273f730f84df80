"""The faster ways through a report: a zero report, 同上月, the rest 0 and back, 跳过."""

import pytest

from reporting.draft import CLEAR, DECLARE, REVIEW, Answer, Background, Draft
from reporting.events import (
    Asked,
    Declared,
    Filled,
    Outdated,
    Recorded,
    Reviewed,
    Submitted,
    Turn,
    Undeclared,
    Unfilled,
)
from reporting.interview import answer, begin, declare
from reporting.said import Choice, Said, Tapped
from reporting.telling import Told
from tests.reporting.small_form import FORM, GROUPS

NOTHING_KNOWN = Background()
KEYS = tuple(FORM.questions)


def start() -> Draft:
    return begin(FORM, "r1", NOTHING_KNOWN).draft


def tap(draft: Draft, choice: Choice, background: Background = NOTHING_KNOWN) -> Turn:
    return answer(FORM, draft, Tapped(draft.key, draft.at, choice), background)


def say(draft: Draft, text: str) -> Turn:
    return answer(FORM, draft, Said(text), NOTHING_KNOWN)


def test_a_zero_report_is_two_taps() -> None:
    shown = tap(start(), Choice.DECLARE)
    assert shown.events == (Declared(len(FORM.inputs), None),)
    assert shown.draft.answers == {}, "nothing is declared before the second tap"
    handed_in = tap(shown.draft, Choice.CONFIRM)
    assert handed_in.events == (Submitted(()),)
    assert handed_in.draft.figures == dict.fromkeys(FORM.inputs, 0)
    assert handed_in.draft.answers["narrative"] == Answer("confirm", "无")


def test_a_zero_report_can_be_declared_from_outside() -> None:
    assert declare(FORM, start(), NOTHING_KNOWN) == tap(start(), Choice.DECLARE)


def test_words_typed_at_the_declaration_are_its_narrative() -> None:
    told = say(tap(start(), Choice.DECLARE).draft, "开展宣传一次")
    assert told.events == (Declared(len(FORM.inputs), "开展宣传一次", Told(("开展宣传一次",))),)
    handed_in = tap(told.draft, Choice.CONFIRM)
    assert handed_in.draft.answers["narrative"].value == "开展宣传一次"


def test_a_figure_that_is_not_zero_stands_in_the_way_and_stays() -> None:
    draft = say(start(), "3").draft
    shown = tap(draft, Choice.DECLARE)
    assert shown.events == (Undeclared((KEYS[0],)),)
    assert tap(shown.draft, Choice.CONFIRM).events == (Outdated(),)
    back = tap(shown.draft, Choice.BACK)
    assert back.draft == draft


def test_figures_are_cleared_only_after_a_confirmation() -> None:
    shown = tap(say(start(), "3").draft, Choice.DECLARE)
    asked = tap(shown.draft, Choice.CLEAR)
    assert asked.events == (Undeclared((KEYS[0],), clearing=True),)
    assert asked.draft.at == CLEAR and asked.draft.figures == {KEYS[0]: 3}
    cleared = tap(asked.draft, Choice.CONFIRM)
    assert cleared.draft.at == DECLARE and cleared.draft.figures == {}
    assert cleared.events == (Declared(len(FORM.inputs), None),)


def test_the_same_as_last_month_is_one_tap() -> None:
    known = Background(last={KEYS[0]: 5})
    turn = tap(start(), Choice.SAME, known)
    assert isinstance(turn.events[0], Recorded)
    assert turn.draft.answers == {KEYS[0]: Answer("same", 5)}


def test_there_is_no_same_where_last_month_is_unknown() -> None:
    assert tap(start(), Choice.SAME).events == (Outdated(),)


def test_all_the_rest_becomes_zero_but_no_text_and_no_answer() -> None:
    turn = tap(say(start(), "7").draft, Choice.ALL)
    assert turn.events[0] == Filled(None, FORM.inputs[1:])
    assert turn.draft.figures == {**dict.fromkeys(FORM.inputs, 0), KEYS[0]: 7}
    assert turn.draft.at == "narrative"


@pytest.mark.parametrize("choice", [Choice.REST, Choice.ALL])
def test_what_was_filled_can_be_taken_back_at_once(choice: Choice) -> None:
    draft = say(start(), "7").draft
    filled = tap(draft, choice)
    asked = filled.events[-1]
    assert isinstance(asked, Asked) and asked.filled > 0
    undone = tap(filled.draft, Choice.UNDO)
    assert isinstance(undone.events[0], Unfilled)
    assert undone.draft == draft


def test_what_was_filled_before_the_review_can_be_taken_back_there() -> None:
    draft = say(tap(start(), Choice.ALL).draft, "无").draft
    back = answer(FORM, draft, Tapped("r1", REVIEW, Choice.BACK), NOTHING_KNOWN).draft
    assert draft.at == REVIEW and back.at == "narrative"
    assert tap(back, Choice.UNDO).draft.figures == {}


def test_there_is_nothing_to_take_back_where_nothing_was_filled() -> None:
    assert tap(say(start(), "0").draft, Choice.UNDO).events == (Outdated(),)


def test_a_skipped_question_stays_unanswered_and_keeps_the_report_from_going_out() -> None:
    turn = tap(start(), Choice.SKIP)
    assert turn.draft == Draft("r1", KEYS[1])
    draft = turn.draft
    for _ in KEYS[1:]:
        draft = say(draft, "1").draft
    draft = tap(draft, Choice.ENOUGH).draft
    assert draft.at == KEYS[0], "what was skipped is asked again before the review"
    review = tap(draft, Choice.SKIP)
    assert isinstance(review.events[-1], Reviewed)
    assert review.events[-1].unanswered == (KEYS[0],)


def test_groups_of_the_form_have_more_than_one_question() -> None:
    assert len(GROUPS[0].questions) > 1  # else the rest of a group would show nothing here
