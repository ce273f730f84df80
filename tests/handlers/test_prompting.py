"""A command that waits for words gets the next ones, and nothing else is lost by it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.incoming import Unreadable
from tests.handlers.office import Office, texts

WHO = "汇总员甲"
ASKED = "2023年9月 · 云溪市"  # what /table answers to 2023-09
LIAISON = "联络员甲"


async def asked(office: Office, who: str = WHO, command: str = "table", words: str = "") -> None:
    async with office.store.transaction() as books:
        await books.prompts.keep(office.persons[who], command, words, office.now)


async def waits(office: Office, who: str = WHO) -> bool:
    async with office.store.reading() as books:
        return await books.prompts.waiting(office.persons[who]) is not None


async def test_the_next_words_belong_to_the_command_that_asked(office: Office) -> None:
    await asked(office)
    assert ASKED in texts(await office.says(WHO, "2023-09"))
    assert not await waits(office)
    assert "没有看懂" in texts(await office.says(WHO, "2023-09"))


async def test_they_come_behind_the_words_it_had(office: Office) -> None:
    await asked(office, words="2023-08")
    assert "2023年8月 · 空谷县" in texts(await office.says(WHO, "空谷县"))


async def test_words_that_begin_like_a_command_are_an_answer(office: Office) -> None:
    await asked(office)
    assert "“进度 良好”" in texts(await office.says(WHO, "进度 良好"))


@pytest.mark.parametrize("said", ["/status", "进度"])
async def test_a_command_ends_the_waiting(office: Office, said: str) -> None:
    await asked(office)
    assert "应报 4" in texts(await office.says(WHO, said))
    assert not await waits(office)


async def test_a_press_ends_the_waiting(office: Office) -> None:
    await asked(office)
    await office.presses(WHO, "c|help|")
    assert not await waits(office)


async def test_cancelling_says_so_once(office: Office) -> None:
    await asked(office)
    assert "已取消" in texts(await office.says(WHO, "取消"))
    assert "没有需要取消的操作" in texts(await office.says(WHO, "/cancel"))


async def test_the_pending_question_is_asked_again_after_cancelling(office: Office) -> None:
    await office.says(LIAISON, "填报")
    await asked(office, LIAISON)
    said = texts(await office.presses(LIAISON, "c|cancel|"))
    assert "已取消" in said and "1/12" in said
    assert "✓ 自查 · 检查数 12" in texts(await office.says(LIAISON, "12"))


async def test_the_answer_to_a_prompt_is_no_answer_to_the_interview(office: Office) -> None:
    await office.says(LIAISON, "填报")
    await asked(office, LIAISON)
    assert "检查数" not in texts(await office.says(LIAISON, "12"))
    assert "✓ 自查 · 检查数 7" in texts(await office.says(LIAISON, "7"))


async def test_a_sticker_is_no_answer_and_the_waiting_goes_on(office: Office) -> None:
    await asked(office)
    assert "请输入文字" in texts(await office.hear(WHO, Unreadable("sticker")))
    assert ASKED in texts(await office.says(WHO, "2023-09"))


async def test_a_day_later_it_is_forgotten(office: Office) -> None:
    await asked(office)
    office.now += timedelta(days=1)
    assert "没有看懂" in texts(await office.says(WHO, "2023-09"))
    assert not await waits(office)


async def test_what_is_said_in_a_group_is_not_what_was_waited_for(office: Office) -> None:
    await asked(office)
    await office.bind("云溪市", -100)
    await office.says(WHO, "/status", -100)
    assert await waits(office)


async def test_each_person_is_asked_for_themselves(office: Office) -> None:
    await asked(office)
    assert "没有看懂" in texts(await office.says("汇总员乙", "2023-09"))
    assert await waits(office)
