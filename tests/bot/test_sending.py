"""What is said is on record before it is sent, and what may have arrived is not repeated."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.pace import Limits
from handlers.desk import Desk
from handlers.incoming import Heard
from handlers.outgoing import Act, Address, Button, Message, Retire, Toast
from rehearsal import Standin
from storage.store import Books
from tests.bot.rig import Rig

SOON = {"timeout": 15}


def reminder(chat: int = 1001, key: str = "remind:1", **more: Any) -> Message:
    return Message(Address(chat), "还有 3 天", key=key, kind="reminder", **more)


def calls_to_people(methods: list[str]) -> list[str]:
    """Without the poll, and what the bot tells Telegram of itself when it starts."""
    return [each for each in methods if each.startswith(("send", "edit", "answer"))]


async def states(rig: Rig, kind: str) -> list[str]:
    return [str(each.state) for each in await rig.ledger(kind=kind)]


# -- an answer


async def test_an_answer_is_on_record_with_the_message_it_became(
    rig: Rig, standin: Standin
) -> None:
    standin.say(1001, "十二")
    await rig.calm()
    (notice,) = await rig.ledger(kind="question")
    assert (notice.state, notice.message_id) == ("sent", standin.last(1001).message_id)


async def test_a_press_is_answered_with_a_toast_and_a_change_in_place(
    rig: Rig, standin: Standin
) -> None:
    buttons = ((Button("零", "zero"), Button("保存", "save")),)
    await rig.post(Message(Address(1001), "1/12", key="q", buttons=buttons))
    await rig.calm()
    before = len(standin.requests())
    query = standin.tap(1001, "零")
    await rig.calm()
    assert standin.answer(query)["text"] == "好"  # type: ignore[index]
    assert rig.texts() == ["zero"]
    assert standin.last(1001).buttons == []
    calls = [each.method for each in standin.requests()[before:]]
    assert sorted(calls_to_people(calls)) == ["answerCallbackQuery", "editMessageText"]


async def test_answers_keep_their_order_in_a_chat(rig: Rig, standin: Standin) -> None:
    standin.fault("retry_after", "sendMessage", chat_id=1001)
    for n in range(5):
        standin.say(1001, str(n))
    await rig.calm()
    assert rig.texts() == [str(n) for n in range(5)]


async def test_a_429_holds_up_its_own_chat_only(rig: Rig, standin: Standin) -> None:
    standin.fault("retry_after", "sendMessage", chat_id=1001, retry_after=1)
    standin.say(1001, "慢")
    standin.say(1002, "快")
    await standin.until(lambda: rig.texts(1002))
    assert rig.texts(1001) == []
    await rig.calm()
    assert rig.texts(1001) == ["慢"]


@pytest.mark.parametrize("kind", ["refused", "error", "html"])
async def test_an_answer_that_did_not_arrive_is_tried_again(
    rig: Rig, standin: Standin, kind: Any
) -> None:
    standin.fault(kind, "sendMessage", times=2)
    standin.say(1001, "十二")
    await rig.calm()
    assert rig.texts() == ["十二"]


@pytest.mark.parametrize("kind", ["lost", "silent"])
async def test_a_question_that_may_have_arrived_is_asked_again(
    rig: Rig, standin: Standin, kind: Any
) -> None:
    standin.fault(kind, "sendMessage")
    standin.say(1001, "十二")
    await rig.calm()
    assert rig.texts() == ["十二", "十二"]
    assert await states(rig, "question") == ["sent"]


async def test_killed_between_commit_and_sending_the_question_comes_after_the_restart(
    rig: Rig, standin: Standin
) -> None:
    standin.fault("silent", "sendMessage", chat_id=1001)
    rig.bot.sender._pace.gate.enter = asyncio.Event().wait  # type: ignore[assignment]
    standin.say(1001, "十二")
    while await states(rig, "question") != ["sending"]:
        await asyncio.sleep(0.01)
    await rig.kill()
    assert rig.texts() == []
    standin.state.faults.waiting.clear()
    await rig.start()
    await rig.calm()
    assert rig.texts() == ["十二"]
    assert await states(rig, "question") == ["sent"]


async def test_a_secret_is_not_kept_once_it_has_arrived(rig: Rig, standin: Standin) -> None:
    await rig.post(Message(Address(1001), "移交码 ABC", key="a", secret=True))
    await rig.calm()
    assert rig.texts() == ["移交码 ABC"]
    (notice,) = await rig.ledger(kind="reply")
    assert (notice.state, dict(notice.payload)) == ("sent", {"text": ""})


# -- what the clock says


async def test_a_notice_with_a_key_used_before_is_not_said(rig: Rig, standin: Standin) -> None:
    await rig.post(reminder(), reminder())
    await rig.post(reminder())
    await rig.calm()
    assert rig.texts() == ["还有 3 天"]


async def test_notices_that_a_message_carries_are_settled_with_it(
    rig: Rig, standin: Standin
) -> None:
    await rig.post(reminder(settles=("remind:2", "remind:3")))
    await rig.post(reminder(key="remind:2"))
    await rig.calm()
    assert rig.texts() == ["还有 3 天"]


@pytest.mark.parametrize("kind", ["lost", "silent"])
async def test_a_reminder_that_may_have_arrived_is_never_repeated(
    rig: Rig, standin: Standin, kind: Any
) -> None:
    standin.fault(kind, "sendMessage")
    await rig.post(reminder())
    await rig.calm()
    assert rig.texts() == ["还有 3 天"]
    assert await states(rig, "reminder") == ["uncertain"]


@pytest.mark.parametrize("kind", ["error", "html", "retry_after"])
async def test_a_reminder_that_surely_did_not_arrive_comes_later(
    rig: Rig, standin: Standin, kind: Any
) -> None:
    standin.fault(kind, "sendMessage")
    await rig.post(reminder())
    await standin.until(lambda: rig.texts())
    await rig.calm()
    assert rig.texts() == ["还有 3 天"]
    assert await states(rig, "reminder") == ["sent"]


async def test_a_reminder_under_way_when_the_bot_was_killed_is_uncertain(
    rig: Rig, standin: Standin
) -> None:
    standin.fault("silent", "sendMessage")
    rig.bot.sender._delivery._bot.request._client.timeout.read = 30  # type: ignore[attr-defined]
    await rig.post(reminder())
    while await states(rig, "reminder") != ["sending"]:
        await asyncio.sleep(0.01)
    await rig.kill()
    await rig.start()
    await rig.calm()
    assert len(rig.texts()) <= 1
    assert await states(rig, "reminder") == ["uncertain"]


async def test_what_was_due_before_a_kill_is_said_after_it(rig: Rig, standin: Standin) -> None:
    await standin.stop_listening()
    await rig.post(reminder())
    await rig.bot.sender.settled()
    (notice,) = await rig.ledger(kind="reminder")
    assert notice.state == "due" and "Connect" in str(notice.error)
    await rig.kill()
    await standin.listen()
    await rig.start()
    await standin.until(lambda: rig.texts())
    await rig.calm()
    assert rig.texts() == ["还有 3 天"]


async def made_to_wait(rig: Rig, standin: Standin) -> list[int]:
    """A dozen chats, each with an answer that Telegram wants later, and a reminder behind it."""
    chats = [3000 + n for n in range(12)]
    for chat in chats:
        standin.add_user(chat, "等待的人", started=True)
        standin.fault("retry_after", "sendMessage", chat_id=chat, retry_after=60)
        standin.say(chat, "十二")
    await standin.until(lambda: not standin.state.faults.waiting)
    await rig.post(*(reminder(chat, f"remind:{chat}") for chat in chats))
    return chats


async def test_chats_that_must_wait_hold_up_no_other(rig: Rig, standin: Standin) -> None:
    await made_to_wait(rig, standin)
    await rig.post(reminder(1002))
    await standin.until(lambda: rig.texts(1002))


async def test_what_had_to_wait_when_the_bot_was_killed_is_not_uncertain(
    rig: Rig, standin: Standin
) -> None:
    chats = await made_to_wait(rig, standin)
    await rig.post(reminder(1002))
    await standin.until(lambda: rig.texts(1002))
    await rig.kill()
    await rig.start()
    await rig.calm()
    assert [rig.texts(chat) for chat in chats] == [["十二", "还有 3 天"]] * len(chats)


async def test_a_chat_that_asks_for_a_pause_is_left_alone_with_all_that_is_due(
    rig: Rig, standin: Standin
) -> None:
    standin.fault("retry_after", "sendMessage", chat_id=1001, retry_after=60)
    await rig.post(*(reminder(key=f"remind:{n}") for n in range(5)))
    await rig.post(reminder(1002, "remind:other"))
    await standin.until(lambda: rig.texts(1002))
    await rig.bot.sender.settled()
    assert rig.texts(1001) == []
    assert await states(rig, "reminder") == ["due"] * 5 + ["sent"]
    sent = [each for each in standin.requests() if each.method == "sendMessage"]
    assert len(sent) == 2


# -- what Telegram says no to


async def test_a_person_who_blocked_the_bot_is_on_record_and_left_alone(
    rig: Rig, standin: Standin
) -> None:
    await rig.calm()
    await rig.bot.way_in.stop()
    standin.block(1001)
    await rig.post(reminder())
    await rig.bot.sender.settled()
    (notice,) = await rig.ledger(kind="reminder")
    assert notice.state == "failed"
    assert "blocked" in str(notice.error)


async def test_a_group_that_moved_is_written_to_where_it_is_now(rig: Rig, standin: Standin) -> None:
    moved = standin.migrate(-5001)
    new = moved.id if hasattr(moved, "id") else int(moved)  # type: ignore[call-overload]
    await rig.post(Message(Address(-5001), "汇总表", key="post:1", kind="post"))
    await rig.calm()
    assert rig.texts(new) == ["汇总表"]
    assert await states(rig, "post") == ["sent"]


async def test_a_change_that_changes_nothing_counts_as_sent(rig: Rig, standin: Standin) -> None:
    await rig.post(Message(Address(1001), "同样", key="a"))
    await rig.calm()
    number = standin.last(1001).message_id
    await rig.post(Message(Address(1001), "同样", key="b", edit=number))
    await rig.calm()
    assert rig.texts() == ["同样"]
    assert await states(rig, "reply") == ["sent", "sent"]


async def test_what_cannot_be_changed_in_place_is_sent_anew(rig: Rig, standin: Standin) -> None:
    await rig.post(Message(Address(1001), "新的", key="b", edit=777))
    await rig.calm()
    assert rig.texts() == ["新的"]


async def test_a_topic_that_is_gone_does_not_swallow_the_table(rig: Rig, standin: Standin) -> None:
    standin.add_group(-100200, "有话题", members=[1001], topics=["汇总"])
    await rig.post(Message(Address(-100200, 999), "汇总表", key="post:1", kind="post"))
    await rig.calm()
    assert rig.texts(-100200) == ["汇总表"]


async def test_what_will_never_be_taken_is_failed_with_the_reason(
    rig: Rig, standin: Standin
) -> None:
    await rig.post(Message(Address(424242), "谁也不是", key="x"))
    await rig.calm()
    (notice,) = await rig.ledger(kind="reply")
    assert notice.state == "failed" and "not found" in str(notice.error).lower()


async def test_a_toast_too_late_and_a_keyboard_already_gone_harm_nothing(
    rig: Rig, standin: Standin
) -> None:
    await rig.post(Message(Address(1001), "1/12", key="q", buttons=((Button("零", "0"),),)))
    await rig.calm()
    (question,) = await rig.ledger(key="q")

    async def hear(heard: Heard, books: Books, desk: Desk) -> list[Act]:
        gone = [Retire(heard.where, each) for each in (question.id, question.id, 999)]
        return [Toast("nobody-asked"), *gone, Message(heard.where, "好", key=f"k{heard.update}")]

    rig.hear = hear  # type: ignore[method-assign]
    standin.say(1001, "x")
    await rig.calm()
    assert rig.texts() == ["1/12", "好"]


async def test_a_keyboard_is_retired(rig: Rig, standin: Standin) -> None:
    await rig.post(Message(Address(1001), "1/12", key="q", buttons=((Button("零", "0"),),)))
    await rig.calm()
    (question,) = await rig.ledger(key="q")

    async def hear(heard: Heard, books: Books, desk: Desk) -> list[Act]:
        return [Retire(heard.where, question.id)]

    rig.hear = hear  # type: ignore[method-assign]
    standin.say(1001, "x")
    await rig.calm()
    assert standin.last(1001).buttons == []


async def test_a_file_is_sent_with_its_caption_byte_for_byte(rig: Rig, standin: Standin) -> None:
    async with rig.bot.store.transaction() as books:
        file = await books.files.add("汇总表.xlsx", b"PK\x03\x04", datetime.now(UTC))
    await rig.post(Message(Address(-5001), "<b>9月</b>", key="p", kind="post", file=file))
    await rig.calm()
    message = standin.last(-5001)
    assert message.text == "9月"
    document = message.data["document"]
    assert document["file_name"] == "汇总表.xlsx"
    assert standin.state.world.files.by_id[document["file_id"]].data == b"PK\x03\x04"


# -- the pace


@pytest.fixture
async def paced(tmp_path: Path) -> AsyncIterator[Rig]:
    """The bot with its real limits, against a server that enforces Telegram's."""
    async with Standin(limits=True) as standin:
        for n in range(40):
            standin.add_user(2000 + n, f"联络员{n}", started=True)
        standin.add_group(-5001, "汇总群", members=[2000])
        rig = Rig(standin, tmp_path / "paced.db")
        rig.limits = Limits()
        await rig.start()
        yield rig
        await rig.stop()


async def test_a_broadcast_keeps_within_telegrams_limits_without_a_429(paced: Rig) -> None:
    await paced.post(*(reminder(2000 + n, key=f"remind:{n}") for n in range(40)))
    await paced.post(*(reminder(2000, key=f"again:{n}") for n in range(3)))
    await paced.calm()
    assert all(paced.texts(2000 + n) for n in range(40))
    assert paced.standin.refusals() == []


async def test_a_live_conversation_goes_before_a_broadcast(paced: Rig) -> None:
    await paced.post(*(reminder(2000 + n, key=f"remind:{n}") for n in range(40)))
    began = time.monotonic()
    paced.standin.say(2039, "十二")
    await paced.standin.until(lambda: "十二" in paced.texts(2039), **SOON)
    answered = time.monotonic() - began
    reached = sum(bool(paced.texts(2000 + n)) for n in range(40))
    assert answered < 1 and reached < 40
    await paced.calm()
    assert paced.standin.refusals() == []
