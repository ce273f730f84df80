"""What is read from an update."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.reading import read
from handlers.incoming import (
    ChatKind,
    Command,
    Edited,
    File,
    Heard,
    Membership,
    Migrated,
    Press,
    Speaker,
    Text,
    Unreadable,
)
from handlers.outgoing import Address
from reporting.attaching import FileKind
from tests.bot.telegram_json import DATE, GROUP, OURS, PERSON, a_message, message, update

NOW = datetime(2023, 9, 22, 2, 0, tzinfo=UTC)
SAID_AT = datetime.fromtimestamp(DATE, UTC)


def heard(telegram: Any) -> Heard | None:
    return read(telegram, "ours", NOW)


def what(telegram: Any) -> object:
    found = heard(telegram)
    return found and found.what


def test_words_carry_who_said_them_where_and_telegrams_date() -> None:
    assert heard(message(text="十二")) == Heard(
        update=1,
        at=SAID_AT,
        speaker=Speaker(1001, "联络员甲", "zh-hans"),
        where=Address(1001),
        kind=ChatKind.PRIVATE,
        what=Text("十二"),
        received=NOW,
    )


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("/fill", Command("fill")),
        ("/FILL", Command("fill")),
        ("/fill  二月 三月 ", Command("fill", "二月 三月")),
        ("/start ABCDE-12345\n", Command("start", "ABCDE-12345")),
        ("/fill@ours", Command("fill")),
        ("/fill@Ours x", Command("fill", "x")),
        ("／fill", Command("fill")),
        ("／ｆｉｌｌ＠ours", Command("fill")),
        ("/填报", Command("填报")),
        ("填报", Text("填报")),
        ("1/2", Text("1/2")),
        ("/", Text("/")),
        ("/ fill", Text("/ fill")),
        ("<b>&", Text("<b>&")),
    ],
)
def test_a_command_begins_with_a_slash_of_either_width(said: str, meant: object) -> None:
    assert what(message(text=said)) == meant


@pytest.mark.parametrize("said", ["/fill@other", "/fill@other 5", "／fill＠other"])
def test_a_command_for_another_bot_is_not_heard(said: str) -> None:
    assert heard(message(text=said)) is None


def test_a_forwarded_message_counts_as_its_words() -> None:
    origin = {"type": "hidden_user", "sender_user_name": "某人", "date": DATE}
    assert what(message(text="12", forward_origin=origin)) == Text("12")


def test_a_document_keeps_its_name_size_and_caption() -> None:
    document = {"file_id": "f", "file_unique_id": "u", "file_name": "表.xlsx", "file_size": 9}
    assert what(message(document=document, caption="九月")) == File("f", "表.xlsx", 9, "九月")


def test_of_a_photo_the_largest_is_taken() -> None:
    sizes = [
        {"file_id": n, "file_unique_id": n, "width": w, "height": w, "file_size": w}
        for n, w in (("small", 90), ("large", 900))
    ]
    assert what(message(photo=sizes)) == File("large", "photo.jpg", 900, kind=FileKind.PHOTO)


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("sticker", {"width": 1, "height": 1, "is_animated": False, "is_video": False}),
        ("voice", {"duration": 1}),
        ("location", {"longitude": 104.0, "latitude": 30.6}),
        ("contact", {"phone_number": "1", "first_name": "某人"}),
        ("dice", {"emoji": "🎲", "value": 3}),
    ],
)
def test_what_cannot_be_read_is_named(kind: str, content: dict[str, Any]) -> None:
    file = {"file_id": "f", "file_unique_id": "u", "type": "regular"}
    assert what(message(**{kind: {**file, **content}})) == Unreadable(kind)


def test_a_moving_picture_is_no_document_though_telegram_sends_it_as_both() -> None:
    file = {"file_id": "f", "file_unique_id": "u"}
    picture = {**file, "width": 1, "height": 1, "duration": 1}
    assert what(message(animation=picture, document=file)) == Unreadable("animation")


def test_a_kind_of_message_that_is_not_known_yet_is_unreadable_not_silence() -> None:
    assert what(message(hologram={"size": 3})) == Unreadable("message")


@pytest.mark.parametrize(
    "content",
    [
        {"new_chat_members": [PERSON]},
        {"left_chat_member": PERSON},
        {"new_chat_title": "新名"},
        {"migrate_from_chat_id": -5},
    ],
)
def test_telegrams_own_notices_are_not_heard(content: dict[str, Any]) -> None:
    assert heard(message(chat=GROUP, **content)) is None


def test_a_topic_is_kept_only_where_the_message_belongs_to_one() -> None:
    in_topic = message(text="进度", chat=GROUP, message_thread_id=9, is_topic_message=True)
    reply = message(text="进度", chat=GROUP, message_thread_id=9)
    assert [heard(each).where for each in (in_topic, reply)] == [  # type: ignore[union-attr]
        Address(-100, 9),
        Address(-100),
    ]


def test_a_group_is_named() -> None:
    found = heard(message(text="/status", chat=GROUP))
    assert found is not None
    assert (found.kind, found.title) == (ChatKind.GROUP, "成都市汇总群")


def test_an_edited_message_is_told_apart_with_the_time_of_the_edit() -> None:
    edited = update(edited_message=a_message(text="13", edit_date=DATE + 60))
    found = heard(edited)
    assert found is not None
    assert found.what == Edited("13")
    assert found.at == datetime.fromtimestamp(DATE + 60, UTC)


def test_a_location_that_moves_is_not_heard_again_and_again() -> None:
    place = {"longitude": 104.0, "latitude": 30.6}
    assert heard(update(edited_message=a_message(location=place, edit_date=DATE))) is None


def test_bots_and_channels_are_not_heard() -> None:
    channel = {"id": -7, "type": "channel", "title": "频道"}
    assert heard(message(text="x", **{"from": OURS})) is None
    assert heard(update(channel_post={"message_id": 1, "date": DATE, "chat": channel})) is None


def test_a_group_that_became_a_supergroup_is_heard() -> None:
    assert what(message(chat={**GROUP, "type": "group"}, migrate_to_chat_id=-1009)) == Migrated(
        -1009
    )


def press(**more: Any) -> Any:
    query = {"id": "q", "from": PERSON, "chat_instance": "1", "data": "d", **more}
    return update(callback_query=query)


def test_a_press_is_dated_when_it_is_received() -> None:
    found = heard(press(message=a_message(text="1/12", **{"from": OURS})))
    assert found is not None
    assert (found.at, found.what, found.where) == (NOW, Press("d", "q", 5), Address(1001))


def test_a_press_under_a_message_too_old_to_be_shown_still_tells_its_place() -> None:
    found = heard(press(message={"chat": GROUP, "message_id": 3, "date": 0}))
    assert found is not None
    assert (found.what, found.where, found.kind) == (
        Press("d", "q", 3),
        Address(-100),
        ChatKind.GROUP,
    )


def member(old: str, new: str, **chat: Any) -> Any:
    def status(word: str) -> dict[str, Any]:
        return {"user": OURS, "status": word, "until_date": 0}

    change = {
        "chat": chat or {"id": 1001, "type": "private", "first_name": "甲"},
        "from": PERSON,
        "date": DATE,
        "old_chat_member": status(old),
        "new_chat_member": status(new),
    }
    return update(my_chat_member=change)


def test_blocking_and_unblocking_is_heard() -> None:
    assert what(member("member", "kicked")) == Membership(present=False)
    assert what(member("kicked", "member")) == Membership(present=True)
    assert what(member("member", "left", **GROUP)) == Membership(present=False)


def test_a_change_that_leaves_the_bot_where_it_was_is_not_heard() -> None:
    assert heard(member("left", "kicked", **GROUP)) is None
