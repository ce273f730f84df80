"""What an error of Telegram's means for the message that was to be sent.

What we choose where nobody knows whether it arrived stands here and in ``sending``: Telegram has
no key that would make a second attempt harmless.

- No connection, 429, 500, 502, 503: it was not done; try again.
- Time-out or a connection lost while reading the answer, 504, an answer that cannot be read:
  nobody knows.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

os.environ.setdefault("PTB_TIMEDELTA", "true")  # RetryAfter in the form that stays

NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
NOT_DONE = re.compile(r"\(50[023]\)|Internal Server Error|Bad Gateway|Service Unavailable")
CANNOT_EDIT = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "message_id_invalid",
)


class Fate(StrEnum):
    """What became of it, or what to do next."""

    DONE = "done"
    BLOCKED = "blocked"  # the person, or the group, does not want us
    MOVED = "moved"  # the group has another id: send it there
    ANEW = "anew"  # cannot be changed in place: send a new message
    NO_TOPIC = "no-topic"  # the topic is gone: send it to the group itself
    WAIT = "wait"  # too many requests
    NOT_DONE = "not-done"  # try again
    UNKNOWN = "unknown"  # it may have arrived, or not
    REFUSED = "refused"  # it will never be taken


@dataclass(frozen=True, slots=True)
class Verdict:
    """A fate, why, and what belongs to it: seconds to wait, the chat's new id."""

    fate: Fate
    reason: str = ""
    seconds: float = 0.0
    chat: int = 0


def judge(error: TelegramError) -> Verdict:
    """What the error means. An error not foreseen counts as unknown."""
    reason = short(error)
    match error:
        case RetryAfter():
            return Verdict(Fate.WAIT, reason, seconds_of(error))
        case ChatMigrated():
            return Verdict(Fate.MOVED, reason, chat=error.new_chat_id)
        case Forbidden():
            return Verdict(Fate.BLOCKED, reason)
        case BadRequest():
            return Verdict(_refusal(str(error).lower()), reason)
        case TimedOut() | NetworkError():
            return Verdict(_lost(error), reason)
    if type(error) is TelegramError:  # an answer that cannot be read
        return Verdict(Fate.UNKNOWN, reason)
    return Verdict(Fate.NOT_DONE, reason)  # 401, 404, 409: the bot's own trouble, not the message's


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks us to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def short(error: BaseException) -> str:
    """The error in one line without the server's page."""
    said = str(error).partition(". Parsing the server response")[0]
    return f"{type(error).__name__}: {' '.join(said.split())}"[:200]


def _refusal(said: str) -> Fate:
    if "message is not modified" in said:
        return Fate.DONE
    if any(sign in said for sign in CANNOT_EDIT):
        return Fate.ANEW
    return Fate.NO_TOPIC if "message thread not found" in said else Fate.REFUSED


def _lost(error: TelegramError) -> Fate:
    if isinstance(error.__cause__, NOT_SENT):
        return Fate.NOT_DONE
    if not isinstance(error, TimedOut) and NOT_DONE.search(str(error)):
        return Fate.NOT_DONE
    return Fate.UNKNOWN
