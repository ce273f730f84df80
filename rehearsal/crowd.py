"""What people do: the hands of a test, and of the page.

Chats and people are named by their ids. Nothing here waits: the bot finds the update in its queue.
What a person could not do in Telegram is a LookupError or a ValueError, never a silent nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rehearsal.entities import cut, find_entities
from rehearsal.files import Upload
from rehearsal.membership import set_bot_status, tell_bot
from rehearsal.methods.copying import forwarded
from rehearsal.methods.target import without_reply
from rehearsal.methods.uploads import shown
from rehearsal.state import Query, State
from rehearsal.world import Chat, Message, User


class Crowd:
    """Everybody who is not the bot."""

    state: State

    # -- setting the scene: the bot is told nothing of this

    def add_user(
        self,
        user_id: int,
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = "zh-hans",
        started: bool = False,
    ) -> User:
        """A person; `started` as if /start had been sent long ago."""
        user = User(user_id, first_name, last_name, username, language_code, started=started)
        self.state.world.users[user_id] = user
        chat = Chat(user_id, "private", None, username, first_name, last_name)
        chat.members[user_id] = "member"
        self.state.world.chats[user_id] = chat
        self.state.events.publish("chat", user_id)
        return user

    def add_group(
        self,
        chat_id: int,
        title: str,
        *,
        members: Iterable[int] = (),
        admins: Iterable[int] = (),
        supergroup: bool = False,
        topics: Iterable[str] = (),
        username: str | None = None,
        bot: str = "member",
    ) -> Chat:
        """A group; with `topics` a supergroup whose topics get their ids in order.

        `bot` is member, administrator, left or kicked.
        """
        topics = list(topics)
        kind = "supergroup" if supergroup or topics else "group"
        chat = Chat(chat_id, kind, title, username, is_forum=bool(topics), bot=bot)
        for user_id in members:
            chat.members[self.state.world.user(user_id).id] = "member"
        for user_id in admins:
            chat.members[self.state.world.user(user_id).id] = "administrator"
        self.state.world.chats[chat_id] = chat
        for topic in topics:
            chat.topics[chat.last_message_id + 1] = topic
            created = {"forum_topic_created": {"name": topic, "icon_color": 0x6FB9F0}}
            owner = next(iter(chat.members), None)
            sender = self.state.world.users[owner] if owner else self.state.bot
            self.state.post(chat, sender, created, thread=chat.last_message_id + 1)
        self.state.events.publish("chat", chat_id)
        return chat

    # -- speaking

    def start(self, user_id: int, code: str = "") -> Message:
        """Open the bot, by a link with a code or without; a blocked bot is unblocked first."""
        user = self.state.world.user(user_id)
        if user.blocked:
            self.unblock(user_id)
        user.started = True
        return self.say(user_id, f"/start {code}".strip())

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
        chat_id: int | None = None,
        thread: int | None = None,
        reply_to: int | None = None,
    ) -> Message:
        """Send a document, photo, voice or sticker."""
        stored = self.state.world.files.keep(kind, Upload(name, data, mime))
        content = shown(stored)
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

    # -- pressing

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
        chat = self._chat(user_id, chat_id)
        message, button = self._button(chat, label, data, message_id)
        if "callback_data" not in button:
            raise LookupError(f"the button {button['text']!r} does not call back")
        state = self.state
        query_id = str(self.state.queue.next_id * 4_294_967_296 + len(state.queries))
        user = state.world.user(user_id)
        state.queries[query_id] = Query(user, message, state.monotonic())
        query = {
            "id": query_id,
            "from": user.wire(),
            "message": message.data,
            "chat_instance": str(chat.id * 7919),
            "data": button["callback_data"],
        }
        if chat.bot not in ("left", "kicked") and not user.blocked:
            state.queue.push("callback_query", query)
        state.events.publish("tap", chat.id, message, user_id=user_id, text=button["text"])
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

    # -- coming and going

    def block(self, user_id: int) -> None:
        """Block the bot."""
        self._set_blocked(user_id, True)

    def unblock(self, user_id: int) -> None:
        """Take it back."""
        self._set_blocked(user_id, False)

    def _set_blocked(self, user_id: int, blocked: bool) -> None:
        user = self.state.world.user(user_id)
        if user.blocked != blocked:
            user.blocked = blocked
            old, new = ("member", "kicked") if blocked else ("kicked", "member")
            tell_bot(self.state, self.state.world.chat(user_id), old, new, user)

    def deactivate(self, user_id: int) -> None:
        """The account is deleted."""
        self.state.world.user(user_id).deactivated = True

    def add_bot(self, chat_id: int, by: int, *, admin: bool = False) -> None:
        """Take the bot into a group."""
        chat, user = self.state.world.chat(chat_id), self.state.world.user(by)
        set_bot_status(self.state, chat, "administrator" if admin else "member", user)
        content = {"new_chat_members": [self.state.bot.wire()]}
        self._tell(self.state.post(chat, user, content))

    def kick_bot(self, chat_id: int, by: int) -> None:
        """Throw the bot out."""
        chat, user = self.state.world.chat(chat_id), self.state.world.user(by)
        set_bot_status(self.state, chat, "kicked", user)
        self.state.post(chat, user, {"left_chat_member": self.state.bot.wire()})

    def promote_bot(self, chat_id: int, by: int, *, admin: bool = True) -> None:
        """Make the bot an administrator, or no longer."""
        chat, user = self.state.world.chat(chat_id), self.state.world.user(by)
        set_bot_status(self.state, chat, "administrator" if admin else "member", user)

    def join(self, user_id: int, chat_id: int, *, admin: bool = False) -> Message:
        """Become a member of a group."""
        chat, user = self.state.world.chat(chat_id), self.state.world.user(user_id)
        chat.members[user_id] = "administrator" if admin else "member"
        message = self.state.post(chat, user, {"new_chat_members": [user.wire()]})
        self._tell(message)
        return message

    def leave(self, user_id: int, chat_id: int) -> Message:
        """Leave a group."""
        chat, user = self.state.world.chat(chat_id), self.state.world.user(user_id)
        chat.members.pop(user_id, None)
        message = self.state.post(chat, user, {"left_chat_member": user.wire()})
        self._tell(message)
        return message

    def add_topic(self, chat_id: int, name: str, by: int) -> int:
        """Open a topic; its id."""
        chat, user = self.state.world.chat(chat_id), self.state.world.user(by)
        thread = chat.last_message_id + 1
        chat.topics[thread], chat.is_forum = name, True
        created = {"forum_topic_created": {"name": name, "icon_color": 0x6FB9F0}}
        self._tell(self.state.post(chat, user, created, thread=thread))
        return thread

    def migrate(self, chat_id: int, new_id: int | None = None) -> Chat:
        """Turn a group into a supergroup: another id, and a service message on either side."""
        old = self.state.world.chat(chat_id)
        if old.type != "group" or old.migrated_to is not None:
            raise ValueError(f"chat {chat_id} is no group that could be upgraded")
        new_id = new_id or -1_000_000_000_000 + chat_id
        new = Chat(new_id, "supergroup", old.title, bot=old.bot, members=dict(old.members))
        self.state.world.chats[new_id] = new
        owner = next(iter(old.members), None)
        sender = self.state.world.users[owner] if owner else self.state.bot
        self._tell(self.state.post(old, sender, {"migrate_to_chat_id": new_id}))
        old.migrated_to = new_id
        self._tell(self.state.post(new, sender, {"migrate_from_chat_id": chat_id}))
        self.state.events.publish("chat", new_id)
        return new

    # -- between the two

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


def _thread_of_reply(replied: Message) -> int | None:
    """In a supergroup a reply belongs to the thread of what it replies to."""
    if replied.chat.type != "supergroup":
        return None
    thread = replied.data.get("message_thread_id")
    if replied.chat.is_forum or thread:
        return int(thread) if thread else None
    return replied.message_id
