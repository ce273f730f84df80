"""Chats as they are at Telegram: groups, topics, migration, pins, menus, who is who."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeChat,
    InputMediaDocument,
    Update,
)
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden

from rehearsal import Standin
from tests.rehearsal.conftest import FORUM, GROUP, LI, WANG
from tests.rehearsal.test_conversation import keyboard

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x05\x00\x00\x00\x03"


async def test_every_chat_counts_its_own_messages(standin: Standin, bot: Bot) -> None:
    first = await bot.send_message(WANG, "一")
    second = await bot.send_message(GROUP, "一")
    third = await bot.send_message(WANG, "二")
    assert (first.message_id, second.message_id, third.message_id) == (1, 1, 2)


async def test_a_topic_keeps_its_messages(standin: Standin, bot: Bot) -> None:
    topic = next(iter(standin.state.world.chats[FORUM].topics))
    sent = await bot.send_message(FORUM, "一", message_thread_id=topic)
    assert (sent.message_thread_id, sent.is_topic_message) == (topic, True)
    standin.say(WANG, "/status", chat_id=FORUM, thread=topic)
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.message_thread_id == topic
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(FORUM, "一", message_thread_id=99)


async def test_only_an_administrator_opens_topics_and_pins(standin: Standin, bot: Bot) -> None:
    sent = await bot.send_message(FORUM, "一")
    with pytest.raises(BadRequest, match=r"(?i)not enough rights"):
        await bot.create_forum_topic(FORUM, "九月")
    with pytest.raises(BadRequest, match=r"(?i)not enough rights"):
        await sent.pin()
    standin.promote_bot(FORUM, by=WANG)
    topic = await bot.create_forum_topic(FORUM, "九月")
    await bot.send_message(FORUM, "二", message_thread_id=topic.message_thread_id)
    await sent.pin()
    pinned = (await bot.get_chat(FORUM)).pinned_message
    assert pinned is not None
    assert pinned.text == "一"
    await bot.unpin_chat_message(FORUM)
    assert (await bot.get_chat(FORUM)).pinned_message is None


async def test_migration_is_told_on_both_sides(standin: Standin, bot: Bot) -> None:
    new = standin.migrate(GROUP)
    to, came_from = await bot.get_updates()
    assert to.message is not None
    assert came_from.message is not None
    assert (to.message.chat.id, to.message.migrate_to_chat_id) == (GROUP, new.id)
    assert (came_from.message.chat.id, came_from.message.migrate_from_chat_id) == (new.id, GROUP)
    assert came_from.message.chat.type == "supergroup"


async def test_leaving_closes_the_chat(standin: Standin, bot: Bot) -> None:
    await bot.leave_chat(GROUP)
    with pytest.raises(Forbidden, match="not a member of the group chat"):
        await bot.send_message(GROUP, "一")
    standin.add_bot(GROUP, by=WANG)
    left, came, told = await bot.get_updates()
    assert left.my_chat_member is not None
    assert left.my_chat_member.new_chat_member.status == ChatMemberStatus.LEFT
    assert came.my_chat_member is not None
    assert came.my_chat_member.new_chat_member.status == ChatMemberStatus.MEMBER
    assert told.message is not None
    assert [user.id for user in told.message.new_chat_members] == [bot.id]


async def test_members_are_who_they_are(standin: Standin, bot: Bot) -> None:
    standin.join(LI, FORUM, admin=True)
    assert (await bot.get_chat_member(FORUM, WANG)).status == "member"
    assert (await bot.get_chat_member(FORUM, LI)).status == "administrator"
    assert [one.user.id for one in await bot.get_chat_administrators(FORUM)] == [LI]
    assert await bot.get_chat_member_count(GROUP) == 3
    standin.leave(LI, FORUM)
    assert (await bot.get_chat_member(FORUM, LI)).status == "left"


async def test_the_narrowest_menu_wins(standin: Standin, bot: Bot) -> None:
    def seen(user: int, chat: int) -> list[str]:
        return [one["command"] for one in standin.menu(user, chat)]

    await bot.set_my_commands([BotCommand("help", "帮助")])
    await bot.set_my_commands([BotCommand("status", "进度")], scope=BotCommandScopeAllGroupChats())
    await bot.set_my_commands([BotCommand("bind", "绑定")], scope=BotCommandScopeChat(FORUM))
    assert (seen(WANG, WANG), seen(WANG, GROUP), seen(WANG, FORUM)) == (
        ["help"],
        ["status"],
        ["bind"],
    )
    await bot.delete_my_commands(scope=BotCommandScopeChat(FORUM))
    assert seen(WANG, FORUM) == ["status"]
    assert await bot.get_my_commands(language_code="en") == ()


async def test_the_bot_says_who_it_is(bot: Bot) -> None:
    await bot.set_my_name("联络")
    await bot.set_my_description("报数", language_code="zh")
    await bot.set_my_short_description("短")
    assert (await bot.get_my_name("zh")).name == "联络"
    assert (await bot.get_my_description("zh")).description == "报数"
    assert (await bot.get_my_description("en")).description == ""
    assert (await bot.get_my_short_description()).short_description == "短"


async def test_a_copy_hides_and_a_forward_names_its_origin(standin: Standin, bot: Bot) -> None:
    heard = standin.say(WANG, "一")
    await bot.copy_message(GROUP, WANG, heard.message_id)
    forward = await bot.forward_message(GROUP, WANG, heard.message_id)
    copied, named = standin.messages(GROUP)
    assert copied["forwarded_from"] is None
    assert named["forwarded_from"]["id"] == WANG
    assert forward.forward_origin is not None
    with pytest.raises(BadRequest, match="can't be edited"):
        await forward.edit_text("二")


async def test_an_old_button_can_still_be_pressed(standin: Standin, bot: Bot) -> None:
    old = await bot.send_message(WANG, "一", reply_markup=keyboard("好"))
    new = await bot.send_message(WANG, "二", reply_markup=keyboard("好"))
    standin.tap(WANG, "好")
    standin.tap(WANG, "好", message_id=old.message_id)
    pressed = [one.callback_query for one in await bot.get_updates()]
    assert [one.message.message_id for one in pressed if one and one.message] == [
        new.message_id,
        old.message_id,
    ]


async def test_a_button_that_is_gone_cannot_be_pressed(standin: Standin, bot: Bot) -> None:
    sent = await bot.send_message(WANG, "一", reply_markup=keyboard("好"))
    await sent.edit_reply_markup()
    with pytest.raises(LookupError, match="no button '好'"):
        standin.tap(WANG, "好")


async def test_an_album_is_one_group_of_messages(standin: Standin, bot: Bot) -> None:
    media = [InputMediaDocument(b"1", filename="一.txt"), InputMediaDocument(b"2", caption="二")]
    first, second = await bot.send_media_group(WANG, media)
    assert first.media_group_id == second.media_group_id
    assert standin.messages(WANG)[0]["file"]["name"] == "一.txt"


EVERYTHING: dict[str, Callable[[Standin], Any]] = {
    "text": lambda s: s.say(WANG, "你好 /help @wangfang https://a.cn"),
    "reply": lambda s: s.say(WANG, "好", reply_to=s.say(WANG, "一").message_id),
    "topic": lambda s: s.say(WANG, "/a", chat_id=FORUM, thread=1),
    "document": lambda s: s.send_file(WANG, b"x", "表.xlsx", caption="/fill"),
    "photo": lambda s: s.send_file(WANG, PNG, "a.png", kind="photo"),
    "voice": lambda s: s.send_file(WANG, b"x", "a.ogg", kind="voice"),
    "sticker": lambda s: s.send_file(WANG, b"x", "a.webp", kind="sticker"),
    "forward": lambda s: s.forward(WANG, s.say(WANG, "一").message_id),
    "edit": lambda s: s.edit(WANG, s.say(WANG, "一").message_id, "二"),
    "block": lambda s: s.block(WANG),
    "kick": lambda s: s.kick_bot(GROUP, by=WANG),
    "return": lambda s: s.add_bot(GROUP, by=WANG, admin=True),
    "join": lambda s: s.join(LI, FORUM),
    "leave": lambda s: s.leave(LI, GROUP),
    "open a topic": lambda s: s.add_topic(FORUM, "新", by=WANG),
    "migrate": lambda s: s.migrate(GROUP),
}


@pytest.mark.parametrize("what", EVERYTHING)
async def test_every_update_is_one_that_a_client_reads(standin: Standin, what: str) -> None:
    EVERYTHING[what](standin)
    updates = list(standin.state.queue.pending)
    assert updates
    for raw in updates:
        update = Update.de_json(raw, None)
        again = update.to_dict()
        assert not update.api_kwargs
        assert set(raw) == set(again)
        kind = next(key for key in raw if key != "update_id")
        assert set(raw[kind]) <= set(again[kind]), "a field that the client does not know"
