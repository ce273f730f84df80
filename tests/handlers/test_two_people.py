"""联络员甲 and 联络员乙 fill in one report: nothing is lost, and each knows of the other."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from handlers.outgoing import Act, Retire
from tests.campaigns import SHIPPED, sichuan
from tests.handlers.office import Office, messages, opened, texts

JIA, YI = "联络员甲", "联络员乙"


def button(acts: list[Act], label: str) -> str:
    """The data behind the button with this label."""
    rows = [row for each in messages(acts) for row in each.buttons]
    (data,) = [each.data for row in rows for each in row if each.label.startswith(label)]
    return data


async def both_begin(office: Office) -> None:
    await office.says(JIA, "填报")
    await office.says(YI, "填报")


async def to_the_review(office: Office, who: str) -> list[Act]:
    """All figures 0 and the narrative 无: the review."""
    acts = await office.says(who, "填报")
    await office.presses(who, button(acts, "0"))
    acts = await office.says(who, "填报")
    await office.presses(who, button(acts, "其余全部填0"))
    return await office.says(who, "无")


async def submissions(office: Office) -> int:
    async with office.store.reading() as books:
        return len(await books.reports.submissions(office.units["市农业局"], "2023-09", "monthly"))


async def test_who_comes_second_sees_that_the_other_is_at_it(office: Office) -> None:
    assert "正在填报" not in texts(await office.says(JIA, "填报"))
    office.now += timedelta(minutes=3)
    assert "联络员甲 正在填报（3分钟前）" in texts(await office.says(YI, "填报"))
    assert "联络员乙 正在填报（刚刚）" in texts(await office.says(JIA, "1"))


async def test_who_left_or_has_long_been_silent_is_not_at_it(office: Office) -> None:
    await both_begin(office)
    office.now += timedelta(minutes=30)
    assert "正在填报" not in texts(await office.says(JIA, "1"))
    assert "正在填报" in texts(await office.says(YI, "填报"))
    acts = await office.says(JIA, "填报")
    await office.presses(JIA, button(acts, "保存草稿"))
    assert "正在填报" not in texts(await office.says(YI, "填报"))


async def test_a_liaison_of_another_unit_is_no_company(office: Office) -> None:
    await office.says("联络员丙", "填报")
    assert "正在填报" not in texts(await office.says(JIA, "填报"))


async def test_the_later_word_wins_and_its_giver_learns_what_was_there(office: Office) -> None:
    await both_begin(office)
    await office.says(JIA, "3")
    said = texts(await office.says(YI, "12"))
    assert "检查数 12 户次（原为 3 户次，联络员甲 填）" in said
    async with office.store.reading() as books:
        lines = await books.journal.entries(what="answer")
    assert [(e.who, (e.before or {}).get("value"), e.after["value"]) for e in lines] == [
        (office.persons[JIA], None, 3),
        (office.persons[YI], 3, 12),
    ]


async def test_ones_own_earlier_answer_is_nobody_elses(office: Office) -> None:
    acts = await office.says(JIA, "填报")
    acts = await office.says(JIA, "3")
    await office.presses(JIA, button(acts, "上一题"))
    assert "（原为 3 户次）" in texts(await office.says(JIA, "4"))


async def test_a_question_that_the_other_answered_says_so(office: Office) -> None:
    await both_begin(office)
    await office.says(JIA, "3")
    acts = await office.says(YI, "改 自查 检查数")
    assert "现为 3 户次（联络员甲）" in texts(acts)


async def test_the_review_counts_what_the_other_gave(office: Office) -> None:
    await office.says(YI, "填报")
    await office.says(YI, "7")
    acts = await office.says(JIA, "填报")
    await office.presses(JIA, button(acts, "其余全部填0"))
    assert "其中 1 项由 联络员乙 填" in texts(await office.says(JIA, "无"))


async def test_undo_takes_back_ones_own_zeros_alone(office: Office) -> None:
    await both_begin(office)
    await office.says(JIA, "3")
    acts = await office.presses(JIA, button(await office.says(JIA, "填报"), "本类其余填0"))
    await office.says(YI, "改 门店 检查数")
    await office.says(YI, "9")
    said = texts(await office.presses(JIA, button(acts, "撤销填0")))
    assert "7 项恢复为未填" in said
    assert "9 户次" in texts(await office.says(JIA, "改 门店 检查数"))


async def test_one_report_is_handed_in_once_though_both_press(office: Office) -> None:
    hers = await to_the_review(office, JIA)
    his = await office.says(YI, "填报")
    assert "已提交" in texts(await office.presses(JIA, button(hers, "提交")))
    said = texts(await office.presses(YI, button(his, "提交")))
    assert "联络员甲 已提交第 1 版" in said
    assert await submissions(office) == 1


async def test_the_other_is_told_at_once_and_left_without_a_dead_keyboard(office: Office) -> None:
    hers = await to_the_review(office, JIA)
    await office.says(YI, "/language English")
    asked = messages(await office.says(YI, "/fill"))
    async with office.store.transaction() as books:
        await office.kept(books, asked)
    acts = await office.presses(JIA, button(hers, "提交"))
    (told,) = [each for each in messages(acts) if each.to.chat == office.accounts[YI]]
    assert "联络员甲 has submitted version 1" in told.text
    assert [each.to.chat for each in acts if isinstance(each, Retire)] == [office.accounts[YI]]


async def test_words_after_the_other_handed_in_are_answered_clearly(office: Office) -> None:
    hers = await to_the_review(office, JIA)
    await office.says(YI, "填报")
    await office.presses(JIA, button(hers, "提交"))
    acts = await office.says(YI, "5")
    assert "联络员甲 已提交第 1 版" in texts(acts)
    assert "核对" in texts(await office.presses(YI, button(acts, "修改后重新提交")))


async def test_what_changed_since_the_review_is_reviewed_again(office: Office) -> None:
    hers = await to_the_review(office, JIA)
    await office.says(YI, "填报")
    await office.says(YI, "自查 检查数")
    await office.says(YI, "5")
    acts = await office.presses(JIA, button(hers, "提交"))
    assert "刚有改动" in texts(acts) and "检查数 5 户次" in texts(acts)
    assert await submissions(office) == 0
    await office.presses(JIA, button(acts, "提交"))
    assert await submissions(office) == 1


async def test_a_zero_report_is_not_declared_over_what_the_other_has_typed(office: Office) -> None:
    acts = await office.says(JIA, "零报告")
    await office.says(YI, "填报")
    await office.says(YI, "5")
    said = texts(await office.presses(JIA, button(acts, "确认，提交零报告")))
    assert "刚有改动" in said and "不能报零" in said
    assert await submissions(office) == 0


async def test_clearing_takes_no_more_than_was_shown(office: Office) -> None:
    await both_begin(office)
    await office.says(JIA, "3")
    acts = await office.says(JIA, "零报告")
    acts = await office.presses(JIA, button(acts, "清空后零报告"))
    await office.says(YI, "改 门店 检查数")
    await office.says(YI, "9")
    said = texts(await office.presses(JIA, button(acts, "确认清空")))
    assert "刚有改动" in said and "2 项" in said


async def test_a_button_that_the_other_left_without_a_use_asks_again(office: Office) -> None:
    await both_begin(office)
    acts = await office.says(JIA, "3")
    rest = await office.says(YI, "填报")
    await office.presses(YI, button(rest, "其余全部填0"))
    assert "刚有改动" in texts(await office.presses(JIA, button(acts, "本类其余填0")))


async def test_each_is_spoken_to_in_their_own_language(office: Office) -> None:
    await office.says(YI, "/language English")
    await office.says(JIA, "填报")
    await office.says(JIA, "3")
    said = texts(await office.says(YI, "/fill"))
    assert "联络员甲 is filling this in, too (just now)" in said
    assert "联络员乙 正在填报（刚刚）" in texts(await office.says(JIA, "4"))


async def test_a_number_goes_to_the_figure_that_its_giver_was_shown(empty: Path) -> None:
    """庚午 answers 检查对象数 while 辛未 still is asked for it."""
    roster = (SHIPPED / "sichuan-2023" / "roster.csv").read_bytes()
    async with opened(empty, [(sichuan(), roster)]) as office:
        first, second = "联络员庚午", "联络员辛未"
        acts = await office.says(first, "填报")
        await office.says(first, "技术准入")
        await office.presses(first, button(acts, "完成选择"))
        asked = messages(await office.says(second, "填报"))
        assert "从 <b>检查对象数</b>" in texts(asked)
        async with office.store.transaction() as books:
            await office.kept(books, asked)
        await office.says(first, "12")
        acts = await office.says(second, "15")
        assert "刚有改动，没有执行" in texts(acts)
        assert "<b>案件数</b>" in texts(acts)
        async with office.store.transaction() as books:
            await office.kept(books, messages(acts))
        assert "案件数 15 件" in texts(await office.says(second, "15"))


async def test_the_other_hears_that_the_report_was_withdrawn(office: Office) -> None:
    hers = await to_the_review(office, JIA)
    await office.presses(JIA, button(hers, "提交"))
    acts = await office.says(JIA, "撤回")
    acts = await office.presses(JIA, button(acts, "确认撤回"))
    (told,) = [each for each in messages(acts) if each.to.chat == office.accounts[YI]]
    assert "联络员甲 已撤回第 1 版。本单位现为未报" in told.text
    assert button([told], "继续填报")
