"""Transcripts: every verb can be played, and what cannot be written out is spelled."""

from __future__ import annotations

import pytest

from rehearsal.acting import ACTS
from rehearsal.spelling import spelled
from rehearsal.transcript import VERBS, TranscriptError, parse, render


def test_every_verb_can_be_played() -> None:
    assert set(VERBS) == {*ACTS, "arrives", "founds"}


def test_unseen_signs_codes_and_long_texts_are_spelled() -> None:
    assert spelled(r"一\n二", {}) == "一\n二"
    assert spelled(r"\u200f12", {}) == "\u200f12"
    assert spelled("{啊×4096}", {}) == "啊" * 4096
    assert spelled("/start {code 甲}", {"甲": "ABC"}) == "/start ABC"
    assert spelled("a {b} c", {}) == "a {b} c"


def test_a_step_may_name_a_chat_and_a_topic() -> None:
    (step,) = parse("甲 says in 汇总群#工作    /bind")
    assert (step.who, step.verb, step.chat, step.words) == ("甲", "says", "汇总群#工作", "/bind")


def test_a_transcript_is_written_as_it_was_read() -> None:
    text = (
        "# 说明\n甲 says    你好\nbot → 甲\n    您好。\n\n    再见。\n\nclock    2023-09-25 09:00\n"
    )
    steps = parse(text)
    assert render(steps, [step.expected for step in steps]) == text


def test_a_line_that_is_no_step_is_named_by_its_number() -> None:
    with pytest.raises(TranscriptError) as refused:
        parse("# 说明\n甲 shouts    你好")
    assert refused.value.line == 2
