"""Typing what a button says is pressing it."""

from __future__ import annotations

import pytest

from bot.payload import to_notice
from handlers.callback import of_tap
from handlers.outgoing import Act, Button, Message
from reporting.said import Choice, Tapped
from storage.nouns import NoticeState
from tests.handlers.office import Office, messages, texts

WHO = "联络员甲"


async def says(office: Office, *words: str) -> Message:
    """Several things typed, each reply on record as the sender would have it; the last reply."""
    for text in words:
        acts = await office.says(WHO, text)
        await kept(office, acts)
    return messages(acts)[-1]


async def kept(office: Office, acts: list[Act]) -> None:
    async with office.store.transaction() as books:
        for each in messages(acts):
            await books.ledger.add(to_notice(each, office.now), NoticeState.SENT)


async def under(office: Office, *labels: str, choice: Choice = Choice.JUMP) -> None:
    """A question with these buttons, as the last one."""
    here = [Button(each, of_tap(Tapped("1", "x", choice, str(n)))) for n, each in enumerate(labels)]
    question = Message(
        to=messages(await office.says(WHO, "/help"))[0].to,
        text="?",
        key=f"shown-{labels}",
        kind="question",
        buttons=(tuple(here),),
        person=office.persons[WHO],
    )
    await kept(office, [question])


async def test_a_whole_report_is_given_without_a_tap(office: Office) -> None:
    last = await says(office, "填报", "1", "其余全部填0", "跳过", "提交", "无", "提交")
    assert "已提交" in last.text


@pytest.mark.parametrize(
    "typed", ["其余全部填0", "其余全部填０（11项）", " 其余 全部填0。", "“其余全部填0”"]
)
async def test_marks_counts_and_punctuation_do_not_matter(office: Office, typed: str) -> None:
    assert "其余全部 10 项填 0" in (await says(office, "填报", "1", typed)).text


async def test_an_answer_to_a_typed_press_stands_below_and_the_old_buttons_go(
    office: Office,
) -> None:
    await says(office, "填报")
    acts = await office.says(WHO, "跳过")
    assert messages(acts)[0].edit is None
    assert len(acts) == 2


async def test_zero_and_none_stay_ordinary_answers(office: Office) -> None:
    await says(office, "填报", "0")
    async with office.store.reading() as books:
        (line,) = await books.journal.entries(what="answer")
    assert line.after == {"said": "0", "value": 0}


async def test_a_narrative_takes_ordinary_words(office: Office) -> None:
    told = await says(office, "填报", "1", "其余全部填0", "提交材料三份")
    assert "“提交材料三份”" in told.text


async def test_more_than_a_button_says_is_no_press(office: Office) -> None:
    assert "没有记录" in (await says(office, "填报", "跳过这一题")).text


async def test_what_two_buttons_say_is_no_press(office: Office) -> None:
    await says(office, "填报")
    await under(office, "医疗机构 3", "医疗机构 4")
    assert "没有记录" in texts(await office.says(WHO, "医疗机构"))


async def test_without_a_question_words_are_words(office: Office) -> None:
    assert "没有等待回答" in texts(await office.says(WHO, "提交"))


async def test_a_group_knows_no_typed_buttons(office: Office) -> None:
    await says(office, "填报")
    assert await office.says(WHO, "跳过", group=-1) == []


@pytest.mark.parametrize("typed", ["跳过", "下一题", "不改"])
async def test_an_answered_question_is_left_as_it_is_by_skipping_it(
    office: Office, typed: str
) -> None:
    last = await says(office, "填报", "12", "上一题", typed)
    assert "2/12" in last.text and "没有记录" not in last.text


async def test_what_was_not_answered_is_skipped_by_going_on(office: Office) -> None:
    assert "2/12" in (await says(office, "填报", "下一题")).text


@pytest.mark.parametrize("typed", ["提交", "返回核对"])
async def test_handing_in_typed_at_a_question_leads_to_the_review(
    office: Office, typed: str
) -> None:
    last = await says(office, "填报", "12", typed)
    assert "核对" in last.text and "还有 11 项未填" in last.text


async def test_handing_in_typed_at_a_declaration_is_no_narrative(office: Office) -> None:
    assert "零报告已提交" in (await says(office, "零报告", "提交")).text


@pytest.mark.parametrize("typed", ["确定", "好的。", "OK"])
async def test_a_card_is_confirmed_in_other_words(office: Office, typed: str) -> None:
    assert "已记录：1 项" in (await says(office, "填报", "门店检查数8", typed)).text
