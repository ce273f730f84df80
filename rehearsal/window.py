"""What people see, and what a test may look at. Everything comes as plain data, ready for JSON."""

from __future__ import annotations

from typing import Any

from rehearsal.journal import Event, Request
from rehearsal.profile import Command, scopes_for
from rehearsal.state import State
from rehearsal.world import Chat, Message

SERVICE = (
    "new_chat_members",
    "left_chat_member",
    "pinned_message",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "forum_topic_created",
)
FILES = ("document", "photo", "voice", "sticker")


class Window:
    """Looking changes nothing."""

    state: State

    def chats(self) -> list[dict[str, Any]]:
        """All chats, in the order in which they came."""
        return [chat_view(self.state, chat) for chat in self.state.world.chats.values()]

    def messages(
        self, chat_id: int, *, after: int = 0, deleted: bool = False
    ) -> list[dict[str, Any]]:
        """The messages of a chat as a person sees them, oldest first."""
        return [
            message_view(self.state, message)
            for message in self.state.world.chat(chat_id).messages.values()
            if message.message_id > after and (deleted or not message.deleted)
        ]

    def last(self, chat_id: int, *, by_bot: bool = True) -> Message:
        """The newest message, of the bot unless said otherwise."""
        for message in reversed(self.state.world.chat(chat_id).messages.values()):
            if not message.deleted and (message.by_bot or not by_bot):
                return message
        raise LookupError(f"nothing there yet in chat {chat_id}")

    def answer(self, query_id: str) -> dict[str, Any] | None:
        """What a button press was answered; None while it was not."""
        message = self.state.queries[query_id].message
        return next((one for one in message.answers if one["query"] == query_id), None)

    def menu(self, user_id: int, chat_id: int | None = None) -> list[Command]:
        """The command menu of that person in that chat, as Telegram chooses it."""
        user = self.state.world.user(user_id)
        chat = self.state.world.chat(chat_id if chat_id is not None else user_id)
        admin = chat.members.get(user_id) in ("administrator", "creator")
        scopes = scopes_for(chat.id, user_id, private=chat.private, admin=admin)
        return self.state.profile.menu(scopes, user.language_code)

    def requests(self, method: str | None = None) -> list[Request]:
        """The bot's requests, oldest first; all, or those of one method."""
        return [one for one in self.state.journal.requests if method in (None, one.method)]

    def refusals(self) -> list[Request]:
        """The requests that Telegram would have refused, injected faults aside."""
        return list(self.state.journal.refusals)

    def events(self, after: int = 0) -> list[dict[str, Any]]:
        """What happened after that number."""
        return [event_view(self.state, event) for event in self.state.events.since(after)]


def chat_view(state: State, chat: Chat) -> dict[str, Any]:
    """A chat with its people, topics and the bot's standing."""
    users = state.world.users
    people = [
        {**users[user_id].wire(), "status": status} for user_id, status in chat.members.items()
    ]
    view = {
        **chat.wire(),
        "members": people,
        "topics": [{"id": key, "name": name} for key, name in chat.topics.items()],
        "bot": chat.bot,
        "migrated_to": chat.migrated_to,
        "pinned": [message.message_id for message in chat.pinned()],
        "last_message_id": chat.last_message_id,
    }
    if chat.private:
        user = users[chat.id]
        view |= {"started": user.started, "blocked": user.blocked}
    return view


def message_view(state: State, message: Message) -> dict[str, Any]:
    """A message as a person sees it."""
    data = message.data
    replied = data.get("reply_to_message")
    return {
        "message_id": message.message_id,
        "chat_id": message.chat.id,
        "date": data["date"],
        "from": data["from"],
        "by_bot": message.by_bot,
        "text": message.text,
        "entities": data.get("entities") or data.get("caption_entities") or [],
        "buttons": message.buttons,
        "keyboard": message.keyboard,
        "file": file_view(state, message),
        "thread": data.get("message_thread_id"),
        "reply_to": replied and replied["message_id"],
        "forwarded_from": data.get("forward_origin", {}).get("sender_user"),
        "edited": "edit_date" in data,
        "pinned": message.pinned,
        "deleted": message.deleted,
        "reactions": message.reactions,
        "answers": message.answers,
        "service": next(({name: data[name]} for name in SERVICE if name in data), None),
    }


def file_view(state: State, message: Message) -> dict[str, Any] | None:
    """The file of a message with the address where the page gets it."""
    kind = next((name for name in FILES if name in message.data), None)
    if kind is None:
        return None
    wire = message.data[kind]
    file_id = (wire[-1] if kind == "photo" else wire)["file_id"]
    stored = state.world.files.by_id[file_id]
    return {
        "kind": kind,
        "name": stored.name,
        "mime": stored.mime,
        "size": len(stored.data),
        "url": f"/control/file/{file_id}",
    }


def event_view(state: State, event: Event) -> dict[str, Any]:
    """An event, its message as it is by now."""
    view: dict[str, Any] = {"n": event.n, "kind": event.kind, **event.more}
    if event.chat_id is not None:
        view["chat_id"] = event.chat_id
    if event.message is not None:
        view["message"] = message_view(state, event.message)
    return view
