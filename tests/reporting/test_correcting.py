"""What a correction changes, and the draft it begins from."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from reporting.chain import Submission
from reporting.correcting import Change, changes, reopened
from reporting.draft import CORRECT, EXPLAIN, REVIEW, Answer, Draft
from tests.campaigns import tea

FORM = tea().form
KEYS = list(FORM.inputs)
NOW = datetime(2023, 9, 25, tzinfo=UTC)
FIGURES = st.dictionaries(st.sampled_from(KEYS), st.integers(0, 10**9))


def accepted(figures: dict[str, int], **texts: str) -> Submission:
    return Submission(1, 1, "2023-09", 2, figures, texts, NOW, NOW, "联络员甲")


@given(FIGURES, FIGURES)
def test_every_figure_that_differs_is_told_and_no_other(
    before: dict[str, int], after: dict[str, int]
) -> None:
    found = changes(FORM, before, after)
    assert {each.key for each in found} == {
        key for key in KEYS if before.get(key) != after.get(key)
    }
    assert all((before.get(c.key), after.get(c.key)) == (c.before, c.after) for c in found)


def test_a_figure_that_was_blank_is_not_zero_before() -> None:
    (only,) = changes(FORM, {}, {KEYS[0]: 0})
    assert only == Change(KEYS[0], None, 0)


@given(FIGURES, FIGURES)
def test_a_correction_begins_from_what_was_accepted_whatever_the_draft_holds(
    figures: dict[str, int], drafted: dict[str, int]
) -> None:
    answers = {key: Answer("say", value) for key, value in drafted.items()}
    draft = reopened(Draft("1", "", answers), accepted(figures, narrative="无"), "漏计一家")
    assert draft.figures == figures
    assert draft.at == REVIEW
    assert draft.answers["narrative"].value == "无"
    assert draft.answers[CORRECT].value == "漏计一家"
    assert draft.answers.keys() == {*figures, "narrative", CORRECT}


def test_what_was_said_stays_with_an_answer_that_is_the_same() -> None:
    held = {KEYS[0]: Answer("十二", 12), KEYS[1]: Answer("3", 3)}
    draft = reopened(Draft("1", "", held), accepted({KEYS[0]: 12, KEYS[1]: 4}), "漏计一家")
    assert draft.answers[KEYS[0]] == Answer("十二", 12)
    assert draft.answers[KEYS[1]] == Answer("v2", 4)


def test_an_explanation_stays_only_with_the_findings_it_was_written_about() -> None:
    kept = Answer("more-cases-than-visits@cases.shops", "上月检查，本月立案")
    version = accepted({}, explain="上月检查，本月立案")
    assert reopened(Draft("1", "", {EXPLAIN: kept}), version, "漏计").answers[EXPLAIN] == kept
    other = replace(kept, value="另有说明")
    assert EXPLAIN not in reopened(Draft("1", "", {EXPLAIN: other}), version, "漏计").answers
