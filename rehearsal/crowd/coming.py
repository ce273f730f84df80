"""Coming and going: blocking the bot, groups and their members, topics, migration."""

from __future__ import annotations

from rehearsal.crowd.scene import TOPIC_COLOR
from rehearsal.crowd.speaking import Speaking
from rehearsal.membership import set_bot_status, tell_bot
from rehearsal.world import Chat, Message

TO_SUPERGROUP = -1_000_000_000_000
"""What Telegram's clients put before a group's number to name the supergroup."""


class Coming(Speaking):
    """Who is where, and how the bot learns of it."""

    def start(self, user_id: int, code: str = "") -> Message:
        """Open the bot, by a link with a code or without; a blocked bot is unblocked first."""
        user = self.state.world.user(user_id)
        if user.blocked:
            self.unblock(user_id)
        user.started = True
        return self.say(user_id, f"/start {code}".strip())

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
        created = {"forum_topic_created": {"name": name, "icon_color": TOPIC_COLOR}}
        self._tell(self.state.post(chat, user, created, thread=thread))
        return thread

    def migrate(self, chat_id: int, new_id: int | None = None) -> Chat:
        """Turn a group into a supergroup: another id, and a service message on either side."""
        old = self.state.world.chat(chat_id)
        if old.type != "group" or old.migrated_to is not None:
            raise ValueError(f"chat {chat_id} is no group that could be upgraded")
        new_id = new_id or TO_SUPERGROUP + chat_id
        new = Chat(new_id, "supergroup", old.title, bot=old.bot, members=dict(old.members))
        self.state.world.chats[new_id] = new
        owner = next(iter(old.members), None)
        sender = self.state.world.users[owner] if owner else self.state.bot
        self._tell(self.state.post(old, sender, {"migrate_to_chat_id": new_id}))
        old.migrated_to = new_id
        self._tell(self.state.post(new, sender, {"migrate_from_chat_id": chat_id}))
        self.state.events.publish("chat", new_id)
        return new
