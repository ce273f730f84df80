"""Many answers in one message: read back on a card, and nothing is written before 确认."""

from __future__ import annotations

import pytest

from reporting.draft import CARD, REVIEW, Answer, Background, Draft
from reporting.edges import Every
from reporting.events import (
    Asked,
    Card,
    Misfit,
    Offered,
    Outdated,
    Reason,
    RecordedMany,
    Refused,
    Reviewed,
    Saved,
    Turn,
)
from reporting.interview import answer, begin, declare, heard, resume
from reporting.many.card import LONGEST
from reporting.many.results import Extent, Fit, Why, WhyNot
from reporting.said import Choice, Said, Tapped
from tests.campaigns import tea

FORM = tea().form
KEYS = tuple(FORM.questions)
SHOPS = tuple(key for key in KEYS if key.endswith(".shops"))
NOBODY = Background(aside=("9月",))
TEXT = "自查检查数12，门店检查数8，案件数约3件"


def say(draft: Draft, *words: str) -> Turn:
    """Several things typed; the outcome of the last."""
    for text in words:
        turn = answer(FORM, draft, Said(text), NOBODY)
        draft = turn.draft
    return turn


def tap(draft: Draft, choice: Choice, to: str = "") -> Turn:
    return answer(FORM, draft, Tapped("r1", draft.at, choice, to), NOBODY)


def card(turn: Turn) -> Card:
    shown = turn.events[-1]
    assert isinstance(shown, Card)
    return shown


def confirm(turn: Turn) -> Turn:
    """A press on 确认 of the card that was shown."""
    return tap(turn.draft, Choice.CONFIRM, card(turn).digest)


def told(turn: Turn) -> Card:
    """Why nothing can be taken: above what was asked, which stays."""
    shown = turn.events[0]
    assert isinstance(shown, Card) and not shown.ready and not shown.digest
    return shown


def figures(shown: Card) -> dict[str, int]:
    return {each.key: each.value for each in shown.pairs}


def start() -> Draft:
    return begin(FORM, "r1", NOBODY).draft


def asked(key: str, *answered: str) -> Draft:
    return Draft("r1", key, dict.fromkeys(answered, Answer("1", 1)))


def reviewed() -> Draft:
    figures_ = {key: Answer("1", 1) for key in FORM.inputs}
    return Draft("r1", REVIEW, {**figures_, "narrative": Answer("none", "无")})


# Text with names


def test_figures_with_names_are_shown_and_not_written() -> None:
    turn = say(start(), TEXT)
    assert figures(card(turn)) == {"visits.self": 12, "visits.shops": 8}
    assert [each.said for each in card(turn).not_understood] == ["案件数约3件"]
    assert turn.draft.figures == {}


def test_what_was_shown_is_written_on_the_confirmation_with_the_words_of_each() -> None:
    turn = confirm(say(start(), TEXT))
    assert turn.events[0] == RecordedMany(2, 0)
    assert turn.draft.answers == {
        "visits.self": Answer("自查检查数12", 12),
        "visits.shops": Answer("门店检查数8", 8),
    }
    assert turn.draft.at == "cases.shops"


def test_the_others_are_zero_only_where_that_was_said() -> None:
    turn = say(start(), "自查检查数12，其余全部填0")
    assert {*card(turn).zeros} == {*FORM.inputs} - {"visits.self"}
    done = confirm(turn)
    assert done.events[0] == RecordedMany(1, len(FORM.inputs) - 1)
    assert done.draft.figures == {**dict.fromkeys(FORM.inputs, 0), "visits.self": 12}
    assert done.draft.answers["visits.shops"].said == "其余全部填0"


def test_the_question_that_was_asked_stays_where_the_words_left_it_unanswered() -> None:
    done = confirm(say(asked("cases.shops", "visits.self"), "网店检查数3"))
    assert done.draft.at == "cases.shops"


def test_the_periods_own_name_is_passed_over() -> None:
    assert figures(card(say(start(), "9月自查检查数12"))) == {"visits.self": 12}


def test_one_figure_given_twice_differently_cannot_be_confirmed() -> None:
    turn = say(start(), "受理3件，受理4件，办结1件")
    assert [each.key for each in told(turn).conflicts] == ["complaints.received"]
    assert turn.draft == start() and isinstance(turn.events[1], Asked)


@pytest.mark.parametrize("text", ["12", "0", "十二", "12户次", "1,234"])
def test_a_number_that_can_be_read_is_an_answer_and_no_card(text: str) -> None:
    assert CARD not in say(start(), text).draft.answers
    assert "visits.self" in say(start(), text).draft.figures


@pytest.mark.parametrize("text", ["好的", "约10", "3.5", "门店 很多", "？"])
def test_what_is_neither_is_refused_as_ever(text: str) -> None:
    turn = say(start(), text)
    assert turn.draft == start()
    assert isinstance(turn.events[0], Refused)


def test_where_a_text_is_asked_words_with_figures_are_the_text() -> None:
    turn = say(asked("narrative"), TEXT)
    assert turn.draft.answers["narrative"] == Answer(TEXT, TEXT)


def test_a_declaration_takes_them_for_its_narrative() -> None:
    shown = declare(FORM, start(), NOBODY)
    assert say(shown.draft, TEXT).draft.answers["narrative"].value == TEXT


# A pasted row


def test_a_row_of_the_column_goes_to_its_cells() -> None:
    done = confirm(say(asked(SHOPS[0], "visits.self"), "5 1 0 0"))
    assert [done.draft.figures[key] for key in SHOPS] == [5, 1, 0, 0]
    assert [done.draft.answers[key].said for key in SHOPS] == ["5", "1", "0", "0"]


def test_a_row_of_another_length_writes_nothing_and_the_question_is_asked_again() -> None:
    draft = asked(SHOPS[0], "visits.self")
    turn = say(draft, "5 1 0")
    fits = (Fit(Extent.COLUMN, 4), Fit(Extent.GROUP, 8), Fit(Extent.FORM, 10))
    assert turn.draft == draft
    assert turn.events[0] == Misfit(WhyNot.COUNT, 3, fits)
    assert isinstance(turn.events[1], Asked)


def test_a_row_with_an_item_that_its_cell_cannot_take_is_not_confirmed() -> None:
    turn = say(asked(SHOPS[0]), "5 1.5 0 0")
    slip = told(turn).slips[0]
    assert (slip.n, slip.said, slip.key, slip.why) == (2, "1.5", SHOPS[1], Why.NUMBER)
    assert turn.draft == asked(SHOPS[0])


def test_a_copied_row_shows_a_total_that_differs_and_what_it_replaces() -> None:
    turn = say(asked("visits.shops", "visits.self"), "检查数\t12\t9\t6\t14")
    assert [(each.key, each.expected) for each in card(turn).totals] == [("visits.all", 15)]
    assert card(turn).totals[0].differs
    assert card(turn).before == {"visits.self": 1}
    assert confirm(turn).draft.figures == {"visits.self": 12, "visits.shops": 9, "visits.online": 6}


# The card


def test_a_card_can_be_discarded() -> None:
    draft = asked("cases.shops", "visits.self")
    turn = tap(say(draft, TEXT).draft, Choice.DISCARD)
    assert turn.draft == draft
    assert isinstance(turn.events[0], Asked)


def test_only_the_words_are_kept_so_it_can_be_taken_up_again() -> None:
    turn = say(start(), TEXT)
    assert turn.draft.answers == {CARD: Answer(TEXT, "visits.self")}
    assert resume(FORM, turn.draft, NOBODY).events == turn.events
    saved = tap(turn.draft, Choice.SAVE)
    assert saved.events == (Saved(0, len(KEYS)),) and saved.draft == turn.draft


def test_another_message_takes_a_cards_place_and_other_words_leave_it() -> None:
    turn = say(start(), TEXT)
    for other in ("你好", "12"):
        left = say(turn.draft, other)
        assert left.draft == turn.draft
        assert left.events == (Misfit(WhyNot.AT_CARD, 0, ()), *turn.events)
    assert figures(card(say(turn.draft, "门店检查数9"))) == {"visits.shops": 9}


def test_what_somebody_else_answered_meanwhile_is_shown_before_it_is_replaced() -> None:
    turn = say(start(), TEXT)
    meanwhile = Draft("r1", CARD, {**turn.draft.answers, "visits.shops": Answer("7", 7)})
    again = tap(meanwhile, Choice.CONFIRM, card(turn).digest)
    assert again.draft == meanwhile
    assert card(again).before == {"visits.shops": 7}
    assert confirm(again).draft.figures == {"visits.self": 12, "visits.shops": 8}


def test_a_row_that_has_lost_its_place_meanwhile_is_not_written() -> None:
    turn = say(asked(SHOPS[0]), "5 1 0 0")
    meanwhile = Draft("r1", CARD, {**turn.draft.answers, SHOPS[1]: Answer("7", 7)})
    again = tap(meanwhile, Choice.CONFIRM, card(turn).digest)
    assert not card(again).ready and card(again).digest
    left = Draft("r1", SHOPS[0], {SHOPS[1]: Answer("7", 7)})
    assert tap(again.draft, Choice.DISCARD).draft == left


def test_a_card_that_somebody_else_settled_is_gone() -> None:
    gone = Draft("r1", CARD, {"visits.self": Answer("7", 7)})
    assert resume(FORM, gone, NOBODY).draft.at == "visits.shops"
    assert tap(gone, Choice.CONFIRM).events == (Outdated(),)
    assert declare(FORM, gone, NOBODY).draft.answers == gone.answers


def test_a_card_without_any_answer_leaves_the_report_untouched() -> None:
    draft = Draft("r1", "visits.self", {CARD: Answer(TEXT, "visits.self")})
    pending = resume(FORM, draft, NOBODY).events[0]
    assert isinstance(pending, Asked) and pending.untouched


# 改 …, and the review


@pytest.mark.parametrize("text", ["改 网店 案件数", "修改网店案件数", "change Online Cases"])
def test_a_question_is_gone_to_by_its_words(text: str) -> None:
    turn = say(start(), text)
    assert turn.draft == Draft("r1", "cases.online")
    assert isinstance(turn.events[0], Asked)


def test_words_for_several_questions_are_offered() -> None:
    turn = say(start(), "改 案件数")
    assert turn.draft == start()
    assert turn.events == (Offered(("cases.shops", "cases.online")),)
    assert tap(turn.draft, Choice.JUMP, "cases.online").draft.at == "cases.online"


def test_a_name_alone_goes_nowhere_from_a_question() -> None:
    assert isinstance(say(start(), "网店 案件数").events[0], Refused)


def test_the_review_needs_no_word_for_changing() -> None:
    assert say(reviewed(), "网店 案件数").draft.at == "cases.online"


def test_at_the_review_figures_with_names_are_shown_with_what_they_replace() -> None:
    turn = say(reviewed(), "网店 案件数2，门店 案件数3")
    assert card(turn).before == {"cases.online": 1, "cases.shops": 1}
    done = confirm(turn)
    assert done.draft.at == REVIEW and isinstance(done.events[-1], Reviewed)
    assert done.draft.figures["cases.online"] == 2
    assert tap(turn.draft, Choice.DISCARD).draft == reviewed()


def test_names_that_need_a_column_are_shown_with_what_they_may_mean() -> None:
    shown = told(say(reviewed(), "案件数约3，罚款户次2，罚款金额0.5"))
    assert shown.not_understood[1].candidates == ("fined.shops", "fined.online")


def test_a_message_of_which_nothing_can_be_taken_leaves_a_card_that_waits() -> None:
    waiting = say(start(), TEXT)
    left = say(waiting.draft, "受理3件，受理4件，办结1件")
    assert told(left).conflicts
    assert left.draft == waiting.draft and left.events[1:] == waiting.events


def test_words_from_nowhere_of_which_nothing_can_be_taken_hold_nobody_up() -> None:
    turn = heard(FORM, Draft("r1", at=""), "案件数3，罚款户次2，罚款金额0.5", NOBODY)
    assert turn is not None and told(turn).not_understood
    assert "visits.self" in say(turn.draft, "12").draft.figures


@pytest.mark.parametrize("text", ["好的", "12", "提交"])
def test_other_words_at_the_review_change_nothing(text: str) -> None:
    assert say(reviewed(), text).draft == reviewed()


def test_a_message_longer_than_any_form_is_not_looked_through() -> None:
    turn = say(begin(FORM, "r1", NOBODY).draft, TEXT * LONGEST)
    assert isinstance(turn.events[0], Refused)


# The closing text among the figures


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("自查检查数12，工作情况无", "无"),
        ("工作情况：无，自查检查数12", "无"),
        ("自查检查数12。工作情况：本月检查三次，查处2起。", "本月检查三次，查处2起。"),
        ("自查检查数12\n三、9月工作情况：\n一是检查。\n二是宣传。", "一是检查。\n二是宣传。"),
        ("工作情况：本月检查三次。\n自查检查数12", "本月检查三次。"),
        ("工作情况：检查12户次，发现问题3个。\n自查检查数12", "检查12户次，发现问题3个。"),
        ("Self-checks Inspected 12. Work done: two shops visited", "two shops visited"),
    ],
)
def test_a_narrative_may_stand_among_the_figures(text: str, words: str) -> None:
    shown = card(say(start(), text))
    assert figures(shown) == {"visits.self": 12} and not shown.not_understood
    assert shown.narrative == words


def test_a_narrative_is_written_with_the_figures_on_the_confirmation() -> None:
    done = confirm(say(start(), "自查检查数12，其余为0，工作情况：本月检查三次"))
    assert done.draft.answers.keys() == {"visits.self", "narrative"}
    done = confirm(say(start(), "自查检查数12，其余全部为0，工作情况：本月检查三次"))
    assert done.events[0] == RecordedMany(1, 10, narrative=True)
    assert done.draft.at == REVIEW
    assert done.draft.answers["narrative"] == Answer("本月检查三次", "本月检查三次")


def test_a_narrative_that_is_there_is_shown_before_it_is_replaced() -> None:
    assert card(say(reviewed(), "工作情况：本月检查三次")).before == {"narrative": "无"}


@pytest.mark.parametrize("text", ["工作情况", "工作情况：", "上月工作情况：很好", "工作情况很好"])
def test_without_words_of_its_own_there_is_no_narrative(text: str) -> None:
    assert "narrative" not in say(start(), text).draft.answers
    assert CARD not in say(start(), text).draft.answers


def test_a_long_narrative_does_not_hide_the_figures() -> None:
    long = "检查。" * 900
    shown = card(say(start(), f"自查检查数12\n工作情况：{long}"))
    assert figures(shown) == {"visits.self": 12} and shown.narrative is not None
    refused = card(say(start(), f"自查检查数12\n工作情况：{long * 2}"))
    assert refused.narrative is None
    assert [each.reason for each in refused.not_understood] == [Reason.TEXT_TOO_LONG]


# As last month

LAST = {**dict.fromkeys(FORM.inputs, 0), "visits.self": 5, "cases.shops": 2}
KNOWN = Background(last=LAST)


def say_knowing(draft: Draft, text: str, background: Background = KNOWN) -> Turn:
    return answer(FORM, draft, Said(text), background)


@pytest.mark.parametrize("text", ["同上月", "和上月一样", "全部同上月", "same as last month"])
def test_a_report_as_last_month_is_shown_and_not_written(text: str) -> None:
    turn = say_knowing(start(), text)
    assert {each.key: each.value for each in card(turn).repeated} == LAST
    assert turn.draft.figures == {}
    done = answer(FORM, turn.draft, Tapped("r1", CARD, Choice.CONFIRM, card(turn).digest), KNOWN)
    assert done.draft.figures == LAST and done.draft.at == "narrative"
    assert done.draft.answers["visits.self"].said == text
    assert done.events[0] == RecordedMany(0, 0, repeated=len(LAST))


def test_the_button_says_the_same() -> None:
    turn = answer(FORM, start(), Tapped("r1", start().at, Choice.LAST), KNOWN)
    assert card(turn) == card(say_knowing(start(), "同上期"))
    unknown = answer(FORM, start(), Tapped("r1", start().at, Choice.LAST), NOBODY)
    assert unknown.events == (Outdated(),)


def test_what_differs_from_last_month_is_told_beside_it() -> None:
    shown = card(say_knowing(start(), "同上月，除门店案件数3，工作情况无"))
    assert figures(shown) == {"cases.shops": 3}
    assert {each.key for each in shown.repeated} == {*FORM.inputs} - {"cases.shops"}
    assert shown.narrative is not None


def test_what_was_answered_already_is_left_alone() -> None:
    draft = asked("cases.shops", "visits.self")
    shown = card(say_knowing(draft, "其余同上月"))
    assert {each.key for each in shown.repeated} == {*FORM.inputs} - {"visits.self"}


def test_a_figure_that_last_month_did_not_have_stays_unanswered() -> None:
    shown = card(say_knowing(start(), "同上月", Background(last={"cases.shops": 2})))
    assert [each.key for each in shown.repeated] == ["cases.shops"]


def test_alone_at_a_question_it_is_that_questions_figure_once_the_report_is_begun() -> None:
    turn = say_knowing(asked("cases.shops", "visits.self"), "同上月")
    assert turn.draft.answers["cases.shops"] == Answer("同上月", 2)
    turn = say_knowing(asked("visits.shops", "visits.self"), "同上月。")
    assert turn.draft.figures["visits.shops"] == 0
    assert CARD not in turn.draft.answers


@pytest.mark.parametrize("draft", [start(), asked("cases.shops", "visits.self")])
def test_last_month_unknown_is_said(draft: Draft) -> None:
    turn = say_knowing(draft, "同上月", NOBODY)
    assert turn.draft == draft
    assert turn.events[0] == Misfit(WhyNot.LAST_UNKNOWN, 0, ())


def test_figures_beside_an_unknown_last_month_are_taken() -> None:
    shown = card(say_knowing(start(), "自查检查数3，其余同上月", NOBODY))
    assert figures(shown) == {"visits.self": 3} and not shown.repeated and shown.last_unknown


def test_another_kind_of_period_is_not_the_last_one() -> None:
    assert isinstance(say_knowing(start(), "同上周").events[0], Refused)
    weekly = Background(last=LAST, every=Every.WEEK)
    assert card(say_knowing(start(), "同上周", weekly)).repeated
    shown = card(say_knowing(start(), "自查检查数3，其余同上月", weekly))
    assert not shown.repeated and [each.why for each in shown.not_understood] == [Why.WORDS]


def test_last_months_narrative_is_not_meant() -> None:
    assert say_knowing(asked("narrative"), "同上月").draft.answers["narrative"].value == "同上月"


# While nothing is asked


def test_many_answers_are_laid_out_though_nobody_asked() -> None:
    turn = heard(FORM, Draft("r1", ""), "自查检查数12，其余为0", NOBODY)
    assert turn is not None and figures(card(turn)) == {"visits.self": 12}
    assert {*card(turn).zeros} == {*FORM.inputs} - {"visits.self"}
    assert confirm(turn).draft.at == "narrative"
    assert tap(turn.draft, Choice.DISCARD).draft == start()


@pytest.mark.parametrize(
    "text", ["你好", "12", "5 0 2", "请问什么时候截止？", "收到，谢谢", "提交"]
)
def test_other_words_are_nobodys_answer(text: str) -> None:
    assert heard(FORM, Draft("r1", ""), text, NOBODY) is None


@pytest.mark.parametrize(
    "piece", ["-", "本月", "工作情况", "同上月除", "其余的各", "3门店", "(", "1、"]
)
def test_no_text_is_read_in_more_ways_than_it_has_characters(piece: str) -> None:
    text = (piece * LONGEST)[:LONGEST]
    assert say(start(), text).draft.figures == {}
