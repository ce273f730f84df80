"""Finding a cell by its words, to go there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.form import Form
from reporting.many.jumping import find_figures, find_questions
from reporting.many.names import names_of
from tests.campaigns import river, sichuan

SICHUAN = sichuan().forms["monthly"]
RIVER = river().forms["weekly"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("改 代孕 案件数", ["cases.L"]),
        ("代孕案件数", ["cases.L"]),
        ("案件数 代孕", ["cases.L"]),
        ("修改涉嫌开展“代孕”的案件数", ["cases.L"]),
        ("把代孕的案件改一下", ["cases.L"]),
        ("我想改一下代孕案件数", ["cases.L"]),
        ("改正 代孕", ["corrected.L"]),
        ("非准入 案件", ["cases.D", "cases.E"]),
        ("非准入 医疗机构 案件", ["cases.D"]),
        ("改 代孕 罚款", ["fined.L", "fine_amount.L"]),
        ("代孕 移送", ["transferred.L", "judicial.L"]),
        ("自查", ["inspected.A"]),
        ("办结", ["complaints.concluded"]),
        ("满意", ["complaints.satisfied"]),
        ("投诉举报", ["complaints.received", "complaints.concluded", "complaints.satisfied"]),
        ("改工作情况", ["narrative"]),
        ("go to Work done", ["narrative"]),
        ("change surrogacy cases", ["cases.L"]),
        ("非准入合计 案件", []),
        ("自查 案件", []),
        ("改", []),
        ("12", []),
        ("代孕案件数3", []),
        ("没有案件", []),
        ("代孕案件有问题", []),
        ("你好", []),
        ("", []),
    ],
)
def test_words_lead_to_questions(text: str, found: list[str]) -> None:
    assert list(find_questions(SICHUAN, text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("代孕 案件数", ["cases.L"]),
        ("非准入合计 案件", ["cases.F"]),
        ("非准入 案件", ["cases.D", "cases.E", "cases.F"]),
        ("办结", ["complaints.concluded"]),
        ("自查 案件", []),  # printed as --
        ("工作情况", []),
        ("代孕案件数3", []),
        ("你好", []),
        ("", []),
    ],
)
def test_words_lead_to_figures_that_are_computed_too(text: str, found: list[str]) -> None:
    assert list(find_figures(SICHUAN, text)) == found


def test_a_row_alone_leads_to_it_in_every_column() -> None:
    found = find_questions(SICHUAN, "罚款金额")
    assert found == tuple(key for key in SICHUAN.inputs if key.startswith("fine_amount."))


def test_another_campaign_has_its_own_words() -> None:
    assert find_questions(RIVER, "水上 时长") == ("left.hours", "right.hours")
    assert find_questions(RIVER, "改 左岸 徒步") == ("left.walks",)
    assert find_questions(RIVER, "代孕 案件数") == ()


@pytest.mark.parametrize("form", [SICHUAN, RIVER], ids=["sichuan", "river"])
def test_every_question_is_found_by_its_full_words(form: Form) -> None:
    for key, asked in form.questions.items():
        assert find_questions(form, asked.label.zh) == (key,)
        assert find_questions(form, asked.label.en) == (key,)


@given(st.lists(st.sampled_from(sorted(names_of(SICHUAN).senses)) | st.text()).map("".join))
def test_no_text_breaks_it_and_what_is_found_is_asked(text: str) -> None:
    found = find_questions(SICHUAN, text)
    assert set(found) <= set(SICHUAN.questions)
    assert len(set(found)) == len(found)
