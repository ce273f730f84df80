"""Everything the server remembers, in one object; and the one way a message comes to be."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from rehearsal.faults import Faults
from rehearsal.journal import Events, Journal
from rehearsal.limits import Limiter
from rehearsal.profile import Profile
from rehearsal.updates import UpdateQueue
from rehearsal.world import Chat, Message, User, World

TOKEN = "70000001:AAE_rehearsal_only_never_a_real_one"
"""Of the right shape, and opens nothing anywhere."""
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The wall clock, where no other is handed in."""
    return datetime.now(UTC)


class State:
    """World, queue, journal, limits and faults. Two clocks: one tells dates, one measures waits."""

    def __init__(
        self,
        *,
        token: str = TOKEN,
        username: str = "rehearsal_bot",
        clock: Clock = utc_now,
        monotonic: Callable[[], float] = time.monotonic,
        limits: bool = True,
        privacy: bool = True,
        keep: int = 20_000,
    ) -> None:
        self.token = token
        self.bot = User(int(token.partition(":")[0]), "联络", username=username, is_bot=True)
        self.clock = clock
        self.monotonic = monotonic
        self.privacy = privacy
        self.logged_out = False
        self.world = World()
        self.queue = UpdateQueue()
        self.profile = Profile(self.bot.first_name)
        self.journal = Journal(keep)
        self.events = Events(keep)
        self.limits = Limiter(monotonic, on=limits)
        self.faults = Faults()
        self.queries: dict[str, Query] = {}
        self.busy = 0
        self._calm: set[asyncio.Future[None]] = set()

    def now(self) -> int:
        """The date which a message carries: whole seconds."""
        return int(self.clock().timestamp())

    def post(
        self,
        chat: Chat,
        sender: User,
        content: dict[str, Any],
        *,
        thread: int | None = None,
        keyboard: dict[str, Any] | None = None,
    ) -> Message:
        """Put a message into a chat and tell the onlookers; the bot is told by whoever calls."""
        chat.last_message_id += 1
        data: dict[str, Any] = {
            "message_id": chat.last_message_id,
            "from": sender.wire(),
            "chat": chat.wire(),
            "date": self.now(),
        }
        if thread is not None:
            data["message_thread_id"] = thread
            if thread in chat.topics:
                data["is_topic_message"] = True
        data.update(content)
        message = Message(data, chat, by_bot=sender.id == self.bot.id, keyboard=keyboard)
        chat.messages[chat.last_message_id] = message
        self.events.publish("message", chat.id, message)
        return message

    async def calm(self) -> None:
        """Return when every update is confirmed and no request but a long poll is under way."""
        while len(self.queue) or self.busy:
            future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._calm.add(future)
            await future

    def breathe(self) -> None:
        """Called when a request ends or updates are confirmed: perhaps it is calm now."""
        if self._calm and not self.busy and not len(self.queue):
            for future in self._calm:
                if not future.done():
                    future.set_result(None)
            self._calm.clear()


class Query:
    """A button press that waits for its answer."""

    __slots__ = ("answered", "at", "message", "user")

    def __init__(self, user: User, message: Message, at: float) -> None:
        self.user = user
        self.message = message
        self.at = at
        self.answered = False
