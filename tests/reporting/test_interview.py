"""The interview by example: what each thing said or tapped does, and what it leaves alone."""

from dataclasses import replace

import pytest

from reporting.draft import EXPLAIN, REVIEW, Answer, Background, Draft
from reporting.events import (
    Asked,
    Choosing,
    ExplanationAsked,
    Filled,
    Outdated,
    Reason,
    Recorded,
    Refused,
    Reviewed,
    Saved,
    Stopped,
    Submitted,
    Turn,
)
from reporting.interview import answer, begin, resume
from reporting.interview.sitting import EXPLANATION
from reporting.said import Choice, Said, Tapped
from tests.reporting.small_form import FORM, GROUPS

NOBODY_REPORTED = Background()
CLINICS, WEBSITES, COMPLAINTS, NARRATIVE = GROUPS
KEYS = tuple(FORM.questions)
QUESTIONS = FORM.questions


def start() -> Draft:
    return begin(FORM, "r1", NOBODY_REPORTED).draft


def say(draft: Draft, *words: str) -> Turn:
    """Several things typed; the outcome of the last."""
    for text in words:
        turn = answer(FORM, draft, Said(text), NOBODY_REPORTED)
        draft = turn.draft
    return turn


def tap(draft: Draft, choice: Choice, to: str = "") -> Turn:
    """A press of a button of the message that is on the screen."""
    return answer(FORM, draft, Tapped(draft.key, draft.at, choice, to), NOBODY_REPORTED)


def filled(**figures: int) -> Draft:
    """A draft at the review, with zeros but for the figures named (``cases__clinics=3``)."""
    given = {key.replace("__", "."): value for key, value in figures.items()}
    answers = {key: Answer("0", given.get(key, 0)) for key in KEYS if key != "narrative"}
    return Draft("r1", REVIEW, {**answers, "narrative": Answer("none", "无")})


UNEXPLAINED = filled(cases__clinics=3)  # a soft finding stands
UNFINED = filled(fine__websites=500_000)  # a hard one


# The order of questions


def test_the_first_question_is_asked_when_a_report_is_begun() -> None:
    turn = begin(FORM, "r1", NOBODY_REPORTED)
    assert turn.draft == Draft("r1", KEYS[0])
    begun = Asked(QUESTIONS[KEYS[0]], 1, 10, rest=4, all=9, first=True, untouched=True)
    assert turn.events == (begun,)


def test_every_question_is_asked_once_in_order_and_then_comes_the_review() -> None:
    draft, asked = start(), []
    for _ in KEYS:
        asked.append(draft.at)
        draft = say(draft, "1").draft
    draft = tap(draft, Choice.ENOUGH).draft
    assert draft.at == REVIEW
    assert tuple(asked) == KEYS
    assert tuple(draft.answers) == KEYS
    assert {held.said for held in draft.answers.values()} == {"1"}


def test_an_answer_is_recorded_and_the_next_question_asked() -> None:
    turn = say(start(), "12")
    assert turn.draft.answers == {KEYS[0]: Answer("12", 12)}
    recorded, asked = turn.events
    assert recorded == Recorded(QUESTIONS[KEYS[0]], 12)
    assert asked == Asked(QUESTIONS[KEYS[1]], n=2, of=10, rest=3, all=8)


def test_what_was_said_is_kept_beside_what_was_understood() -> None:
    turn = say(start(), " 十二 件 ")
    assert turn.draft.answers[KEYS[0]] == Answer(" 十二 件 ", 12)
    assert turn.events[0] == Recorded(QUESTIONS[KEYS[0]], 12, read_back=True)


def test_a_question_tells_last_months_figure_only_where_there_was_one() -> None:
    known = Background(last={KEYS[0]: 5})
    first, second = begin(FORM, "r1", known), answer(FORM, start(), Said("1"), known)
    assert isinstance(first.events[0], Asked)
    assert (first.events[0].last, first.events[0].last_known) == (5, True)
    assert isinstance(second.events[1], Asked)
    assert (second.events[1].last, second.events[1].last_known) == (None, False)


def test_words_that_cannot_be_taken_leave_the_draft_as_it_was() -> None:
    draft = say(start(), "3").draft
    turn = say(draft, "1.5")
    assert turn == Turn(draft, (Refused(QUESTIONS[KEYS[1]], Reason.NOT_WHOLE, "1.5"),))


# Buttons of a question


def test_a_tapped_zero_is_an_answer() -> None:
    turn = tap(start(), Choice.ZERO)
    assert turn.draft.answers == {KEYS[0]: Answer("0", 0)}
    assert turn.events[0] == Recorded(QUESTIONS[KEYS[0]], 0)


def test_the_rest_of_a_group_becomes_zero_and_nothing_outside_it() -> None:
    turn = tap(say(start(), "7").draft, Choice.REST)
    assert turn.draft.figures == dict(zip(CLINICS.questions, (7, 0, 0, 0), strict=True))
    assert turn.events[0] == Filled(CLINICS, CLINICS.questions[1:])
    assert turn.draft.at == WEBSITES.questions[0]


def test_the_rest_never_overwrites_an_answer() -> None:
    draft = tap(say(start(), "7", "8").draft, Choice.BACK).draft
    turn = tap(draft, Choice.REST)
    assert turn.draft.figures == dict(zip(CLINICS.questions, (7, 8, 0, 0), strict=True))


def test_going_back_asks_the_question_before_with_what_it_holds() -> None:
    turn = tap(say(start(), "7").draft, Choice.BACK)
    assert turn.draft.at == KEYS[0]
    again = Asked(QUESTIONS[KEYS[0]], 1, 10, rest=3, all=8, first=True, current=7, onward=KEYS[1])
    assert turn.events == (again,)


def test_going_back_from_the_first_question_stays_there() -> None:
    assert tap(start(), Choice.BACK).draft == start()


def test_going_back_from_the_review_leads_to_the_last_question() -> None:
    assert tap(filled(), Choice.BACK).draft.at == "narrative"


def test_after_a_changed_answer_the_next_unanswered_question_follows() -> None:
    draft = say(start(), "1", "2", "3").draft
    for _ in range(3):
        draft = tap(draft, Choice.BACK).draft
    turn = say(draft, "9")
    assert turn.events[0] == Recorded(QUESTIONS[KEYS[0]], 9, before=1)
    assert turn.draft.at == KEYS[3]


def test_an_unanswered_question_before_the_place_is_not_forgotten() -> None:
    late = Draft("r1", "narrative", {key: Answer("0", 0) for key in KEYS[1:-1]})
    assert say(late, "无").draft.at == KEYS[0]


def test_saving_keeps_everything_and_the_place() -> None:
    draft = say(start(), "1", "2").draft
    assert tap(draft, Choice.SAVE) == Turn(draft, (Saved(2, 10),))


def test_no_narrative_is_an_answer() -> None:
    draft = replace(filled(), at="narrative")
    turn = tap(draft, Choice.NONE)
    assert turn.events[0] == Recorded(QUESTIONS["narrative"], "无", before="无")


def test_a_report_goes_on_where_it_was_left() -> None:
    left = say(start(), "1", "2")
    assert resume(FORM, left.draft, NOBODY_REPORTED) == Turn(left.draft, left.events[-1:])


@pytest.mark.parametrize("draft", [filled(), replace(UNEXPLAINED, at=EXPLAIN)])
def test_the_review_and_the_explanation_are_gone_on_with_too(draft: Draft) -> None:
    turn = resume(FORM, draft, NOBODY_REPORTED)
    assert turn.draft == draft
    assert isinstance(turn.events[0], Reviewed if draft.at == REVIEW else ExplanationAsked)


def test_a_question_that_the_form_no_longer_has_gives_way_to_the_next() -> None:
    draft = Draft("r1", "visits.closed", {KEYS[0]: Answer("1", 1)})
    turn = resume(FORM, draft, NOBODY_REPORTED)
    assert turn.draft == replace(draft, at=KEYS[1])


# Old buttons


@pytest.mark.parametrize(
    "press",
    [
        Tapped("r2", KEYS[0], Choice.ZERO),  # of another report
        Tapped("r1", KEYS[1], Choice.ZERO),  # of another question
        Tapped("r1", REVIEW, Choice.SUBMIT),  # of a review that has passed
        Tapped("r1", KEYS[0], Choice.SUBMIT),  # stands nowhere
        Tapped("r1", KEYS[0], Choice.NONE),
        Tapped("r1", KEYS[0], Choice.EDIT),
        Tapped("r1", KEYS[0], Choice.JUMP, "nowhere"),
    ],
)
def test_an_old_button_changes_nothing(press: Tapped) -> None:
    assert answer(FORM, start(), press, NOBODY_REPORTED) == Turn(start(), (Outdated(),))


def test_a_button_pressed_twice_answers_once() -> None:
    press = Tapped("r1", KEYS[0], Choice.ZERO)
    once = answer(FORM, start(), press, NOBODY_REPORTED).draft
    assert answer(FORM, once, press, NOBODY_REPORTED) == Turn(once, (Outdated(),))


# The review


def test_the_review_lays_out_what_is_not_zero_and_what_is_missing() -> None:
    draft = filled(visits__clinics=2, fine__websites=500_000)
    answers = {k: v for k, v in draft.answers.items() if k != "complaints.received"}
    [review] = resume(FORM, replace(draft, answers=answers), NOBODY_REPORTED).events
    assert isinstance(review, Reviewed)
    assert review.nonzero == ("visits.clinics", "fine.websites")
    assert review.zeros == 6
    assert review.unanswered == ("complaints.received",)
    assert [each.check.key for each in review.findings] == ["fined-without-fine"]
    assert review.narrative == "无"


def test_words_typed_at_the_review_answer_nothing() -> None:
    turn = say(filled(), "12")
    assert turn.draft == filled()
    assert isinstance(turn.events[0], Reviewed)


def test_a_figure_is_changed_by_way_of_its_group_and_then_reviewed_again() -> None:
    draft = filled(visits__clinics=2)
    assert tap(draft, Choice.EDIT) == Turn(draft, (Choosing(),))
    assert tap(draft, Choice.JUMP, "clinics") == Turn(draft, (Choosing(CLINICS),))
    asked = tap(draft, Choice.JUMP, "visits.clinics")
    assert isinstance(asked.events[0], Asked)
    assert asked.events[0].current == 2
    changed = say(asked.draft, "3")
    assert changed.draft == replace(
        draft, answers={**draft.answers, "visits.clinics": Answer("3", 3)}
    )
    assert isinstance(changed.events[1], Reviewed)


@pytest.mark.parametrize("group", [COMPLAINTS, NARRATIVE])
def test_a_group_of_one_question_leads_straight_to_it(group: object) -> None:
    assert tap(filled(), Choice.JUMP, group.key).draft.at == group.questions[0]  # type: ignore[attr-defined]


def test_going_to_the_review_changes_only_the_place() -> None:
    draft = say(start(), "1").draft
    assert tap(draft, Choice.JUMP, REVIEW).draft == replace(draft, at=REVIEW)


# Submitting


def test_a_complete_report_without_findings_is_handed_in() -> None:
    assert tap(filled(), Choice.SUBMIT) == Turn(filled(), (Submitted(()),))


def test_an_unanswered_question_stops_the_submission_and_is_asked() -> None:
    draft = filled()
    answers = {k: v for k, v in draft.answers.items() if k != "cases.websites"}
    turn = tap(replace(draft, answers=answers), Choice.SUBMIT)
    stopped, asked = turn.events
    assert stopped == Stopped((), ("cases.websites",))
    assert isinstance(asked, Asked)
    assert turn.draft == replace(draft, at="cases.websites", answers=answers)


def test_a_hard_finding_stops_the_submission_and_its_first_place_is_asked() -> None:
    turn = tap(UNFINED, Choice.SUBMIT)
    stopped, asked = turn.events
    assert isinstance(stopped, Stopped)
    assert [each.check.key for each in stopped.findings] == ["fined-without-fine"]
    assert isinstance(asked, Asked)
    assert asked.question.key == stopped.findings[0].keys[0]
    assert turn.draft.answers == UNFINED.answers


def test_no_explanation_helps_against_a_hard_finding() -> None:
    explained = {**UNFINED.answers, EXPLAIN: Answer("", "上月立案本月处罚")}
    turn = tap(replace(UNFINED, answers=explained), Choice.SUBMIT)
    assert isinstance(turn.events[0], Stopped)


def test_a_soft_finding_asks_for_an_explanation() -> None:
    turn = tap(UNEXPLAINED, Choice.SUBMIT)
    [asked] = turn.events
    assert turn.draft == replace(UNEXPLAINED, at=EXPLAIN)
    assert isinstance(asked, ExplanationAsked)
    assert [each.check.key for each in asked.findings] == ["cases-without-visits"]


def test_a_sufficient_explanation_hands_the_report_in_at_once() -> None:
    turn = say(tap(UNEXPLAINED, Choice.SUBMIT).draft, "上月立案，本月结案")
    recorded, submitted = turn.events
    assert recorded == Recorded(EXPLANATION, "上月立案，本月结案")
    assert isinstance(submitted, Submitted)
    assert [each.check.key for each in submitted.findings] == ["cases-without-visits"]
    assert turn.draft.answers[EXPLAIN].value == "上月立案，本月结案"


def test_an_explanation_that_explains_nothing_is_refused() -> None:
    waiting = tap(UNEXPLAINED, Choice.SUBMIT).draft
    turn = say(waiting, "核实无误")
    assert turn == Turn(waiting, (Refused(EXPLANATION, Reason.TOO_SHORT, "核实无误"),))


def test_instead_of_explaining_one_can_go_back_and_correct() -> None:
    waiting = tap(UNEXPLAINED, Choice.SUBMIT).draft
    back = tap(waiting, Choice.BACK)
    assert back.draft == UNEXPLAINED
    assert isinstance(back.events[0], Reviewed)


def explained(draft: Draft) -> Draft:
    return say(tap(draft, Choice.SUBMIT).draft, "上月立案，本月结案").draft


def changed(draft: Draft, key: str, figure: int) -> Draft:
    return replace(draft, answers={**draft.answers, key: Answer(str(figure), figure)})


def test_an_explanation_stands_while_its_findings_do() -> None:
    turn = tap(changed(explained(UNEXPLAINED), "cases.clinics", 4), Choice.SUBMIT)
    assert isinstance(turn.events[0], Submitted)


def test_a_new_finding_needs_words_of_its_own_and_the_old_ones_stay() -> None:
    turn = tap(changed(explained(UNEXPLAINED), "cases.websites", 4), Choice.SUBMIT)
    asked = turn.events[0]
    assert isinstance(asked, ExplanationAsked)
    assert asked.kept == "上月立案，本月结案"
    again = say(turn.draft, "网站一案由公安移交")
    both = "上月立案，本月结案\n网站一案由公安移交"
    assert again.events[0] == Recorded(EXPLANATION, both, before="上月立案，本月结案")
    assert isinstance(again.events[1], Submitted)
    assert again.draft.answers[EXPLAIN].value == both


def test_the_same_words_for_a_new_finding_are_not_written_twice() -> None:
    turn = tap(changed(explained(UNEXPLAINED), "cases.websites", 4), Choice.SUBMIT)
    assert (
        say(turn.draft, "上月立案，本月结案").draft.answers[EXPLAIN].value == "上月立案，本月结案"
    )


def test_an_explanation_that_is_there_can_be_written_afresh() -> None:
    turn = tap(changed(explained(UNEXPLAINED), "cases.websites", 4), Choice.SUBMIT)
    again = tap(turn.draft, Choice.AFRESH)
    assert isinstance(again.events[-1], ExplanationAsked)
    assert again.events[-1].kept == ""
    assert say(again.draft, "两处均为上月立案").draft.answers[EXPLAIN].value == "两处均为上月立案"
    assert tap(again.draft, Choice.AFRESH).events == (Outdated(),)


def test_words_that_would_make_the_explanation_too_long_leave_it_as_it_is() -> None:
    turn = tap(changed(explained(UNEXPLAINED), "cases.websites", 4), Choice.SUBMIT)
    refused = Refused(EXPLANATION, Reason.TEXT_TOO_LONG, "长" * 2_995)
    assert say(turn.draft, refused.said) == Turn(turn.draft, (refused,))


def test_an_explanation_of_what_was_corrected_does_not_go_with_the_figures() -> None:
    turn = tap(changed(explained(UNEXPLAINED), "cases.clinics", 0), Choice.SUBMIT)
    assert turn.events == (Submitted(()),)
    assert EXPLAIN not in turn.draft.answers
