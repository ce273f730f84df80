"""Each kind of question, by example; a kind without examples fails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.events import Reason
from reporting.form import Question
from reporting.kinds import KINDS, LONGEST_TEXT, Understood
from reporting.label import Label
from reporting.said import Choice
from tests.reporting.measures import MEASURES

LABEL = Label("案件数", "cases")
QUESTIONS = {kind: Question("it", kind, LABEL, "group", MEASURES["count"]) for kind in KINDS}

EXAMPLES: dict[str, list[tuple[str, Understood | Reason]]] = {
    "figure": [
        ("12", Understood(12)),
        ("十二", Understood(12, read_back=True)),
        ("1.5", Reason.NOT_WHOLE),
        ("", Reason.EMPTY),
    ],
    "text": [
        ("本月联合执法 2 次。", Understood("本月联合执法 2 次。")),
        ("  无\n", Understood("无")),
        ("一\r\n二\t三", Understood("一\n二 三")),
        ("\x00a\x1b[0m\u202eb", Understood("a[0mb")),
        ("<b>&", Understood("<b>&")),
        ("👨‍👩‍👧", Understood("👨‍👩‍👧")),
        ("字" * LONGEST_TEXT, Understood("字" * LONGEST_TEXT)),
        ("字" * (LONGEST_TEXT + 1), Reason.TEXT_TOO_LONG),
        ("", Reason.EMPTY),
        (" \n\u200b\x07", Reason.EMPTY),
    ],
    "explanation": [
        ("上月立案本月处罚", Understood("上月立案本月处罚")),
        ("核实无误，系上月立案本月结案", Understood("核实无误，系上月立案本月结案")),
        ("carried over from May", Understood("carried over from May")),
        ("跨月", Reason.TOO_SHORT),
        ("跨月。。。。。", Reason.TOO_SHORT),
        ("无", Reason.TOO_SHORT),
        ("核实无误", Reason.TOO_SHORT),
        ("已核实，数据无误。", Reason.TOO_SHORT),
        ("以上情况属实", Reason.TOO_SHORT),
        ("经核对，全部数据均真实准确", Reason.TOO_SHORT),
        ("All figures are correct.", Reason.TOO_SHORT),
        ("okay, okay", Reason.TOO_SHORT),
        ("情况属实" * 700, Reason.TOO_SHORT),
        ("情况属实" * 700 + "甲", Understood("情况属实" * 700 + "甲")),  # decided at once
        ("", Reason.EMPTY),
        ("字" * (LONGEST_TEXT + 1), Reason.TEXT_TOO_LONG),
    ],
}


def test_every_kind_of_question_has_examples_taken_and_refused() -> None:
    assert EXAMPLES.keys() == KINDS.keys()
    for kind, examples in EXAMPLES.items():
        taken = {isinstance(expected, Understood) for _, expected in examples}
        assert taken == {True, False}, kind


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [(kind, text, expected) for kind, examples in EXAMPLES.items() for text, expected in examples],
)
def test_words_become_an_answer_or_a_reason(
    kind: str, text: str, expected: Understood | Reason
) -> None:
    assert KINDS[kind].read(text, QUESTIONS[kind]) == expected


def test_the_buttons_of_each_kind() -> None:
    assert KINDS["figure"].choices == (Choice.ZERO, Choice.REST)
    assert KINDS["text"].choices == (Choice.NONE,)
    assert KINDS["explanation"].choices == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_that_answers_means_what_the_same_words_would(kind: str) -> None:
    for value in KINDS[kind].taps.values():
        read = KINDS[kind].read(str(value), QUESTIONS[kind])
        assert isinstance(read, Understood)
        assert read.value == value


@given(st.sampled_from(list(KINDS)), st.text())
def test_no_text_breaks_a_kind_and_what_it_took_it_takes_again(kind: str, text: str) -> None:
    read = KINDS[kind].read(text, QUESTIONS[kind])
    if isinstance(read, Understood):
        again = KINDS[kind].read(str(read.value), QUESTIONS[kind])
        assert isinstance(again, Understood)
        assert again.value == read.value
