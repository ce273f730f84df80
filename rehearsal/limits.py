"""Telegram's limits on sending, on a monotonic clock that is handed in.

- one chat: 1 message a second; three at once pass after a pause, as Telegram lets short bursts be
- one group: 20 messages in any minute
- all chats together: 30 a second

Only new messages count (send, copy, forward). Edits and answers to button presses are free here;
Telegram is far more generous with them, and says nowhere how much.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from rehearsal.errors import too_many

BURST = 3
PER_SECOND = 30
PER_MINUTE_IN_GROUP = 20


@dataclass(slots=True)
class Bucket:
    """Fills by `rate` a second up to `size`; every message takes one out."""

    rate: float
    size: float
    level: float
    at: float

    def wait(self, now: float, count: int) -> float:
        """How long until `count` fit; 0 when they do."""
        self.level = min(self.size, self.level + (now - self.at) * self.rate)
        self.at = now
        return max(0.0, (min(count, self.size) - self.level) / self.rate)


@dataclass(slots=True)
class Limiter:
    """Says how long to wait, or counts the message; `on` switches it."""

    monotonic: Callable[[], float]
    on: bool = True
    overall: Bucket = field(init=False)
    chats: dict[int, Bucket] = field(default_factory=dict)
    groups: dict[int, deque[float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.overall = Bucket(PER_SECOND, PER_SECOND, PER_SECOND, self.monotonic())

    def spend(self, chat_id: int, count: int = 1) -> None:
        """Count `count` messages to that chat, or refuse with 429."""
        if not self.on:
            return
        now = self.monotonic()
        chat = self.chats.get(chat_id)
        if chat is None:
            chat = self.chats[chat_id] = Bucket(1, BURST, BURST, now)
        wait = max(
            chat.wait(now, count),
            self.overall.wait(now, count),
            self._group(chat_id, now, count),
        )
        if wait > 1e-6:
            raise too_many(max(1, math.ceil(wait)))
        chat.level -= count
        self.overall.level -= count
        if chat_id < 0:
            self.groups[chat_id].extend([now] * count)

    def _group(self, chat_id: int, now: float, count: int) -> float:
        if chat_id >= 0:
            return 0.0
        sent = self.groups.setdefault(chat_id, deque())
        while sent and now - sent[0] >= 60:
            sent.popleft()
        over = len(sent) + count - PER_MINUTE_IN_GROUP
        return 60 - (now - sent[over - 1]) if over > 0 else 0.0
