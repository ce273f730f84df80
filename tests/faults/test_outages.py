"""Telegram away, slow or refusing: late is late, but nothing is lost and nothing doubled."""

from __future__ import annotations

import asyncio

from storage.nouns import NoticeState
from tests.faults.conftest import Town
from tests.faults.liaison import REMINDER
from tests.faults.stage import CAST, GROUPS, NAME, PERIOD, at

GROUP = GROUPS["锦江区"]
LIAISON = CAST[1]  # of the district's police: 联络员癸未


async def file_zeros(town: Town) -> None:
    """A report, handed in as fast as it goes, up to the review."""
    account = LIAISON.account
    town.standin.say(account, "/fill")
    await town.calm()
    for label in ("逐项填报", "0", "其余全部填0", "无"):
        found = next(each for each in labels(town) if each.startswith(label))
        town.standin.tap(account, found)
        await town.calm()
    assert "提交" in labels(town)


def labels(town: Town) -> list[str]:
    newest = town.standin.last(LIAISON.account)
    return [button["text"] for row in newest.buttons for button in row]


def reminders(town: Town) -> int:
    return sum(text.startswith(REMINDER) for text in town.said(LIAISON.account))


async def test_after_an_hour_without_telegram_everybody_is_answered_and_reminded_once(
    town: Town,
) -> None:
    town.standin.say(LIAISON.account, "/fill")
    await town.calm()
    town.standin.tap(LIAISON.account, "逐项填报")
    await town.calm()
    await town.standin.stop_listening()
    town.standin.say(LIAISON.account, "12")
    await asyncio.sleep(0.3)  # the bot notices
    before = len(town.said(LIAISON.account))
    town.clock.move_to(at("09-22 09:00"))
    told = asyncio.create_task(town.bot.alarm.now())
    await asyncio.sleep(0.3)
    assert len(town.said(LIAISON.account)) == before and not told.done()
    await town.standin.listen()
    await told
    await town.calm()
    assert "12" in town.said(LIAISON.account)[before]
    assert reminders(town) == 1
    assert {n.state for n in await town.ledger(kind="reminder")} == {NoticeState.SENT}
    assert town.standin.refusals() == []


async def test_what_was_pressed_before_the_deadline_is_heard_before_the_table_is_made(
    town: Town,
) -> None:
    await file_zeros(town)
    await town.standin.stop_listening()
    town.standin.tap(LIAISON.account, "提交")
    await asyncio.sleep(0.3)
    town.clock.move_to(at("09-26 00:00"))
    closing = asyncio.create_task(town.bot.alarm.now())
    await asyncio.sleep(0.3)
    await town.standin.listen()
    await closing
    await town.calm()
    async with town.stage.store.reading() as books:
        form = town.stage.campaign.form.key
        (table,) = await books.rollups.versions(town.stage.regions["锦江区"], PERIOD, form)
    assert (table.reported, table.expected) == (1, 3)
    assert len(town.workbooks(GROUP)) == 1


async def test_a_storm_of_429_delays_the_table_and_posts_it_once(town: Town) -> None:
    await file_zeros(town)
    town.standin.tap(LIAISON.account, "提交")
    await town.calm()
    town.standin.fault("retry_after", "sendDocument", retry_after=1)
    town.standin.fault("error", "sendDocument", status=502)
    await town.move("09-26 00:00")
    await town.standin.until(lambda: town.workbooks(GROUP), 20)
    await town.calm()
    await asyncio.sleep(0.2)
    (post,) = await town.ledger(kind="post", chat=GROUP)
    assert (post.state, post.attempts) == (NoticeState.SENT, 3)
    assert len(town.workbooks(GROUP)) == 1
    assert town.standin.refusals() == []


async def test_a_table_that_may_have_arrived_is_uncertain_and_never_posted_twice(
    town: Town,
) -> None:
    await file_zeros(town)
    town.standin.tap(LIAISON.account, "提交")
    await town.calm()
    town.standin.fault("silent", "sendDocument")
    await town.move("09-26 00:00")
    (post,) = await town.ledger(kind="post", chat=GROUP)
    assert post.state is NoticeState.UNCERTAIN
    await town.bot.stop()
    await town.start()
    await town.move("09-26 00:10")
    assert len(town.workbooks(GROUP)) == 1
    assert await town.ledger(kind="post", chat=GROUP) == (post,)


async def test_a_reminder_that_may_have_arrived_is_uncertain_and_never_repeated(
    town: Town,
) -> None:
    town.standin.fault("lost", "sendMessage", chat_id=LIAISON.account)
    await town.move("09-22 09:00")
    await town.move("09-22 09:01")
    assert reminders(town) == 1
    (notice,) = await town.ledger(kind="reminder", chat=LIAISON.account)
    assert notice.state is NoticeState.UNCERTAIN
    assert notice.campaign == NAME


async def test_a_question_that_may_have_arrived_is_asked_again_and_either_copy_goes_on(
    town: Town,
) -> None:
    account = LIAISON.account
    town.standin.fault("lost", "sendMessage", chat_id=account)
    town.standin.say(account, "/fill")
    await town.calm()
    first, second = town.standin.messages(account)[-2:]
    assert first["text"] == second["text"] and first["buttons"]
    town.standin.tap(account, "逐项填报", message_id=first["message_id"])
    await town.calm()
    newest = town.standin.messages(account)[-1]
    assert newest["text"].startswith("1/126") and newest["message_id"] > second["message_id"]
    assert newest["buttons"]
