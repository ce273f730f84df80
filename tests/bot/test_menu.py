"""Each chat has its own command menu, told to Telegram only when it changes."""

from __future__ import annotations

from handlers.desk import Desk
from handlers.incoming import Heard
from handlers.outgoing import Act, Menu
from rehearsal import Standin
from storage.store import Books
from tests.bot.rig import Rig

FILL, STATUS = ("fill", "填报"), ("status", "进度")


def told(standin: Standin) -> int:
    """How often a chat's own menu was told."""
    calls = [each for each in standin.requests() if each.method == "setMyCommands"]
    return sum("chat_id" in str(each.params.get("scope")) for each in calls)


async def test_a_chat_s_menu_is_told_once_and_again_when_it_changes(
    rig: Rig, standin: Standin
) -> None:
    shown = [FILL]

    async def hear(heard: Heard, books: Books, desk: Desk) -> list[Act]:
        return [Menu(heard.where.chat, tuple(shown))]

    rig.hear = hear  # type: ignore[method-assign]
    for expected in (1, 1):
        standin.say(1001, "x")
        await rig.calm()
        assert told(standin) == expected
    shown.append(STATUS)
    standin.say(1001, "x")
    await rig.calm()
    assert told(standin) == 2
    assert [each["command"] for each in standin.menu(1001)] == ["fill", "status"]


async def test_a_menu_that_telegram_would_not_have_is_told_again(
    rig: Rig, standin: Standin
) -> None:
    async def hear(heard: Heard, books: Books, desk: Desk) -> list[Act]:
        return [Menu(heard.where.chat, (FILL,))]

    rig.hear = hear  # type: ignore[method-assign]
    await rig.calm()
    standin.fault("error", "setMyCommands")
    for _ in range(2):
        standin.say(1001, "x")
        await rig.calm()
    assert [each["command"] for each in standin.menu(1001)] == ["fill"]
