"""The queue of updates which the bot has not confirmed.

It belongs to the server and so outlives the bot: a bot that dies and comes back gets them again.
"""

from __future__ import annotations

import asyncio
import random
from collections import deque
from collections.abc import Iterable
from itertools import islice
from typing import Any

Update = dict[str, Any]

KINDS = frozenset(
    {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "business_connection",
        "business_message",
        "edited_business_message",
        "deleted_business_messages",
        "guest_message",
        "message_reaction",
        "message_reaction_count",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "shipping_query",
        "pre_checkout_query",
        "purchased_paid_media",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "chat_boost",
        "removed_chat_boost",
        "managed_bot",
    }
)
BY_DEFAULT = KINDS - {"chat_member", "message_reaction", "message_reaction_count"}
"""Telegram leaves these three out until they are asked for by name."""


class UpdateQueue:
    """Unconfirmed updates in order, with the faults that a test may want of them."""

    def __init__(self, first_id: int | None = None) -> None:
        self.next_id = first_id or random.randrange(100_000_000, 900_000_000)
        self.pending: deque[Update] = deque()
        self.confirmed: deque[Update] = deque(maxlen=1000)
        self.again: deque[Update] = deque()
        self.backwards = 0
        self.allowed = BY_DEFAULT
        self._waiting: set[asyncio.Future[None]] = set()

    def __len__(self) -> int:
        return len(self.pending) + len(self.again)

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Remember which kinds are wanted; None keeps what was said before, [] is the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) & KINDS or BY_DEFAULT

    def push(self, kind: str, payload: dict[str, Any]) -> int | None:
        """Queue what happened; None when the bot does not want this kind."""
        if kind not in self.allowed:
            return None
        update_id = self.next_id
        self.inject({"update_id": update_id, kind: payload})
        return update_id

    def inject(self, raw: Update) -> int:
        """Queue any dict whatever, also one which no client can read."""
        update_id = raw.setdefault("update_id", self.next_id)
        if isinstance(update_id, int):
            self.next_id = max(self.next_id, update_id) + 1
        self.pending.append(raw)
        self.wake()
        return int(update_id)

    def confirm(self, offset: int) -> None:
        """Forget what the offset confirms; a negative one keeps only that many from the end."""
        if offset < 0:
            while len(self.pending) > -offset:
                self.confirmed.append(self.pending.popleft())
            return
        while self.pending and self.pending[0]["update_id"] < offset:
            self.confirmed.append(self.pending.popleft())

    def confirm_one(self) -> None:
        """Forget the first: a webhook has taken it."""
        self.confirmed.append(self.again.popleft() if self.again else self.pending.popleft())

    def take(self, limit: int) -> list[Update]:
        """The next batch. Repeated ones come first and once, whatever was confirmed."""
        batch = [self.again.popleft() for _ in range(min(limit, len(self.again)))]
        batch += islice(self.pending, limit - len(batch))
        if self.backwards and len(batch) > 1:
            self.backwards -= 1
            batch.reverse()
        return batch

    def first(self) -> Update | None:
        """What a webhook gets next."""
        if self.again:
            return self.again[0]
        return self.pending[0] if self.pending else None

    def repeat(self, count: int = 1) -> int:
        """Deliver the last `count` confirmed updates once more; how many there were."""
        last = list(self.confirmed)[-count:]
        self.again.extend(last)
        self.wake()
        return len(last)

    def drop(self) -> None:
        """drop_pending_updates."""
        self.confirmed.extend(self.pending)
        self.pending.clear()
        self.again.clear()

    def wake(self) -> None:
        """Tell whoever waits that something arrived."""
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_result(None)
        self._waiting.clear()

    def arrival(self) -> asyncio.Future[None]:
        """A future which is done at the next arrival."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        future.add_done_callback(self._waiting.discard)
        return future
