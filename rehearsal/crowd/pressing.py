"""Pressing buttons, also old ones."""

from __future__ import annotations

from typing import Any

from rehearsal.crowd.hands import Hands
from rehearsal.state import Query
from rehearsal.world import Chat, Message, User


class Pressing(Hands):
    """Finds the button and sends what it carries."""

    def tap(
        self,
        user_id: int,
        label: str | None = None,
        *,
        data: str | None = None,
        chat_id: int | None = None,
        message_id: int | None = None,
    ) -> str:
        """Press a button by its label or its data: on that message, or the newest that has it.

        Returns the id of the callback query; `Window.answer(id)` tells what it was answered.
        """
        chat, user = self._chat(user_id, chat_id), self.state.world.user(user_id)
        if chat.private and user.blocked:
            raise ValueError(f"user {user_id} has blocked the bot: unblock it, or start")
        message, button = self._button(chat, label, data, message_id)
        if "callback_data" not in button:
            raise LookupError(f"the button {button['text']!r} does not call back")
        return self._pressed(user, chat, message, button)

    def press(self, user_id: int, data: str, message_id: int, *, chat_id: int | None = None) -> str:
        """Send a press that no button stands for (any more), as an old screen or a forger may."""
        chat, user = self._chat(user_id, chat_id), self.state.world.user(user_id)
        button = {"text": data, "callback_data": data}
        return self._pressed(user, chat, self._find(chat.id, message_id), button)

    def _pressed(self, user: User, chat: Chat, message: Message, button: dict[str, Any]) -> str:
        state = self.state
        query_id = str(state.queue.next_id * 4_294_967_296 + len(state.queries))
        state.queries[query_id] = Query(user, message, state.monotonic())
        query = {
            "id": query_id,
            "from": user.wire(),
            "message": message.data,
            "chat_instance": str(chat.id * 7919),
            "data": button["callback_data"],
        }
        if chat.bot not in ("left", "kicked"):
            state.queue.push("callback_query", query)
        state.events.publish("tap", chat.id, message, user_id=user.id, text=button["text"])
        return query_id

    def _button(
        self, chat: Chat, label: str | None, data: str | None, message_id: int | None
    ) -> tuple[Message, dict[str, Any]]:
        if (label is None) == (data is None):
            raise ValueError("name the button by its label or by its data")
        key, wanted = ("text", label) if data is None else ("callback_data", data)
        messages = (
            [self._find(chat.id, message_id)]
            if message_id is not None
            else [m for m in reversed(chat.messages.values()) if not m.deleted]
        )
        for message in messages:
            for button in (one for row in message.buttons for one in row):
                if button.get(key) == wanted:
                    return message, button
        newest = next((m for m in messages if m.buttons), None)
        seen = [b["text"] for row in newest.buttons for b in row] if newest else []
        raise LookupError(f"no button {wanted!r} in chat {chat.id}; the newest are {seen}")
