"""What an error of Telegram's means for a message."""

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.verdict import Fate, judge, short


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "fate"),
    [
        (RetryAfter(7), Fate.WAIT),
        (ChatMigrated(-1005), Fate.MOVED),
        (Forbidden("Forbidden: bot was blocked by the user"), Fate.BLOCKED),
        (BadRequest("Message is not modified: specified …"), Fate.DONE),
        (BadRequest("Message to edit not found"), Fate.ANEW),
        (BadRequest("Message can't be edited"), Fate.ANEW),
        (BadRequest("There is no text in the message to edit"), Fate.ANEW),
        (BadRequest("Message thread not found"), Fate.NO_TOPIC),
        (BadRequest("Chat not found"), Fate.REFUSED),
        (BadRequest("Can't parse entities"), Fate.REFUSED),
        (caused(NetworkError("httpx.ConnectError"), httpx.ConnectError("")), Fate.NOT_DONE),
        (caused(TimedOut(), httpx.ConnectTimeout("")), Fate.NOT_DONE),
        (caused(TimedOut(), httpx.PoolTimeout("")), Fate.NOT_DONE),
        (NetworkError("Internal Server Error"), Fate.NOT_DONE),
        (
            NetworkError("Bad Gateway (502). Parsing the server response b'<html>' failed"),
            Fate.NOT_DONE,
        ),
        (NetworkError("Gateway Timeout (504)"), Fate.UNKNOWN),
        (caused(TimedOut(), httpx.ReadTimeout("")), Fate.UNKNOWN),
        (caused(NetworkError("httpx.ReadError"), httpx.ReadError("")), Fate.UNKNOWN),
        (caused(NetworkError("x"), httpx.RemoteProtocolError("")), Fate.UNKNOWN),
        (TelegramError("Invalid server response"), Fate.UNKNOWN),
        (InvalidToken("Unauthorized"), Fate.NOT_DONE),
        (Conflict("terminated by other getUpdates request"), Fate.NOT_DONE),
    ],
)
def test_each_error_has_one_meaning(error: TelegramError, fate: Fate) -> None:
    assert judge(error).fate is fate


def test_what_belongs_to_the_verdict_is_told() -> None:
    assert judge(RetryAfter(7)).seconds == 7
    assert judge(ChatMigrated(-1005)).chat == -1005


def test_a_proxys_page_is_not_repeated() -> None:
    page = "Bad Gateway (502). Parsing the server response b'<html>…</html>' failed"
    assert short(NetworkError(page)) == "NetworkError: Bad Gateway (502)"
