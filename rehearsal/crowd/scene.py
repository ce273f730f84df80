"""Setting the scene: people and groups as they are before the play; the bot is told nothing."""

from __future__ import annotations

from collections.abc import Iterable

from rehearsal.crowd.hands import Hands
from rehearsal.world import Chat, User

TOPIC_COLOR = 0x6FB9F0


class Scene(Hands):
    """Adds people and chats."""

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
            created = {"forum_topic_created": {"name": topic, "icon_color": TOPIC_COLOR}}
            owner = next(iter(chat.members), None)
            sender = self.state.world.users[owner] if owner else self.state.bot
            self.state.post(chat, sender, created, thread=chat.last_message_id + 1)
        self.state.events.publish("chat", chat_id)
        return chat
