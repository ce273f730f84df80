"""Speaking: texts, files, edits, forwards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rehearsal.crowd.hands import Hands
from rehearsal.entities import find_entities
from rehearsal.files import Upload
from rehearsal.methods.copying import forwarded
from rehearsal.methods.target import without_reply
from rehearsal.methods.uploads import shown
from rehearsal.world import Message


class Speaking(Hands):
    """Whatever becomes a message of a person."""

    def say(
        self,
        user_id: int,
        text: str,
        *,
        chat_id: int | None = None,
        thread: int | None = None,
        reply_to: int | None = None,
    ) -> Message:
        """Send a text, privately unless a chat is named."""
        content: dict[str, Any] = {"text": text}
        if entities := find_entities(text):
            content["entities"] = entities
        return self._send(user_id, content, chat_id, thread, reply_to)

    def send_file(
        self,
        user_id: int,
        data: bytes,
        name: str = "file.bin",
        *,
        kind: str = "document",
        mime: str | None = None,
        caption: str = "",
        album: str = "",
        chat_id: int | None = None,
        thread: int | None = None,
        reply_to: int | None = None,
    ) -> Message:
        """Send a document, photo, voice or sticker; files of one ``album`` belong together."""
        stored = self.state.world.files.keep(kind, Upload(name, data, mime))
        content = shown(stored)
        if album:
            content["media_group_id"] = album
        if caption:
            content["caption"] = caption
            if entities := find_entities(caption):
                content["caption_entities"] = entities
        return self._send(user_id, content, chat_id, thread, reply_to)

    def edit(
        self, user_id: int, message_id: int, text: str, *, chat_id: int | None = None
    ) -> Message:
        """Change an own text, or the caption of an own file."""
        message = self._own(user_id, message_id, chat_id)
        old = "caption_entities", "entities", "caption", "text"
        data = {k: v for k, v in message.data.items() if k not in old}
        field, entities_field = (
            ("text", "entities") if "text" in message.data else ("caption", "caption_entities")
        )
        data[field] = text
        if entities := find_entities(text):
            data[entities_field] = entities
        message.data = {**data, "edit_date": self.state.now()}
        self.state.events.publish("edited", message.chat.id, message)
        if self._bot_sees(message):
            self.state.queue.push("edited_message", message.data)
        return message

    def forward(
        self,
        user_id: int,
        message_id: int,
        *,
        from_chat_id: int | None = None,
        chat_id: int | None = None,
    ) -> Message:
        """Forward a message, from the private chat to the private chat unless said otherwise."""
        source = self._find(from_chat_id or user_id, message_id)
        return self._send(user_id, forwarded(source), chat_id, None, None)

    def delete(self, user_id: int, message_id: int, *, chat_id: int | None = None) -> None:
        """Delete an own message, or in the private chat any; Telegram tells the bot nothing."""
        message = self._find(chat_id or user_id, message_id)
        message.deleted = True
        self.state.events.publish("deleted", message.chat.id, message)

    def _send(
        self,
        user_id: int,
        content: Mapping[str, Any],
        chat_id: int | None,
        thread: int | None,
        reply_to: int | None,
    ) -> Message:
        user, chat = self.state.world.user(user_id), self._chat(user_id, chat_id)
        if chat.private and user.blocked:
            raise ValueError(f"user {user_id} has blocked the bot: unblock it, or start")
        if chat.migrated_to is not None:
            raise ValueError(f"chat {chat.id} became {chat.migrated_to}")
        if thread is not None and thread not in chat.topics:
            raise LookupError(f"no topic {thread} in chat {chat.id}")
        user.started = user.started or chat.private
        content = dict(content)
        if reply_to is not None:
            replied = self._find(chat.id, reply_to)
            content["reply_to_message"] = without_reply(replied)
            thread = thread or _thread_of_reply(replied)
        elif thread is not None:
            # Telegram counts every message in a topic as a reply to the one that opened it
            content["reply_to_message"] = chat.messages[thread].data
        message = self.state.post(chat, user, content, thread=thread)
        self._tell(message)
        return message


def _thread_of_reply(replied: Message) -> int | None:
    """In a supergroup a reply belongs to the thread of what it replies to."""
    if replied.chat.type != "supergroup":
        return None
    thread = replied.data.get("message_thread_id")
    if replied.chat.is_forum or thread:
        return int(thread) if thread else None
    return replied.message_id
