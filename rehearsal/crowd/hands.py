"""What all that people do has in common: finding things, and telling the bot."""

from __future__ import annotations

from rehearsal.entities import cut
from rehearsal.state import State
from rehearsal.world import Chat, Message


class Hands:
    """The state they work on, and the rules of who may see what."""

    state: State

    def _chat(self, user_id: int, chat_id: int | None) -> Chat:
        chat = self.state.world.chat(chat_id if chat_id is not None else user_id)
        if user_id not in chat.members:
            raise ValueError(f"user {user_id} is not in chat {chat.id}")
        return chat

    def _find(self, chat_id: int, message_id: int) -> Message:
        message = self.state.world.chat(chat_id).find(message_id)
        if message is None:
            raise LookupError(f"no message {message_id} in chat {chat_id}")
        return message

    def _own(self, user_id: int, message_id: int, chat_id: int | None) -> Message:
        message = self._find(self._chat(user_id, chat_id).id, message_id)
        if message.data["from"]["id"] != user_id:
            raise ValueError(f"message {message_id} is not by user {user_id}")
        return message

    def _tell(self, message: Message) -> None:
        if self._bot_sees(message):
            self.state.queue.push("message", message.data)

    def _bot_sees(self, message: Message) -> bool:
        """Privacy mode: in groups only commands, mentions, replies to it and service messages."""
        chat, data = message.chat, message.data
        if chat.bot in ("left", "kicked") and not chat.private:
            return False
        if chat.private or chat.bot == "administrator" or not self.state.privacy:
            return True
        if not any(name in data for name in ("text", "document", "photo", "voice", "sticker")):
            return True
        replied = data.get("reply_to_message", {})
        if replied.get("from", {}).get("id") == self.state.bot.id:
            return "forum_topic_created" not in replied
        return self._addressed(message)

    def _addressed(self, message: Message) -> bool:
        name = f"@{self.state.bot.username}".lower()
        entities = message.data.get("entities") or message.data.get("caption_entities") or []
        for entity in entities:
            words = cut(message.text, entity).lower()
            if entity["type"] == "mention" and words == name:
                return True
            if entity["type"] == "bot_command" and ("@" not in words or words.endswith(name)):
                return True
        return False
