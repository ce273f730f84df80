"""Where a request points: the chat, the topic, the message; and whether the bot may go there."""

from __future__ import annotations

from typing import Any

from rehearsal.errors import UPGRADED, ApiError, bad_request, forbidden
from rehearsal.methods.registry import Call
from rehearsal.state import State
from rehearsal.world import Chat, Message


def find_chat(state: State, chat_id: int | str) -> Chat:
    """The chat, whatever the bot may do in it."""
    if isinstance(chat_id, str):
        if not chat_id:
            raise bad_request("chat_id is empty")
        wanted = chat_id.removeprefix("@").lower()
        for chat in state.world.chats.values():
            if not chat.private and (chat.username or "").lower() == wanted:
                return chat
        raise bad_request("chat not found")
    found = state.world.chats.get(chat_id)
    if found is None:
        raise bad_request("chat not found")
    return found


def open_chat(call: Call, name: str = "chat_id") -> Chat:
    """The chat, if the bot may speak in it."""
    chat = find_chat(call.state, call.params[name])
    refusal = closed(call.state, chat)
    if refusal is not None:
        raise refusal
    return chat


def closed(state: State, chat: Chat) -> ApiError | None:
    """Why the bot may not speak there."""
    if chat.migrated_to is not None:
        return bad_request(UPGRADED, migrate_to_chat_id=chat.migrated_to)
    if chat.private:
        user = state.world.users[chat.id]
        if user.deactivated:
            return forbidden("user is deactivated")
        if user.blocked:
            return forbidden("bot was blocked by the user")
        if not user.started:
            return forbidden("bot can't initiate conversation with a user")
    elif chat.bot == "kicked":
        return forbidden(f"bot was kicked from the {chat.type} chat")
    elif chat.bot == "left":
        return forbidden(f"bot is not a member of the {chat.type} chat")
    return None


def thread_of(call: Call, chat: Chat) -> int | None:
    """The topic asked for. In a supergroup without topics, a reply's thread is one too."""
    thread: int | None = call.params.get("message_thread_id")
    if thread is None:
        return None
    known = chat.topics if chat.is_forum else chat.messages
    if chat.type != "supergroup" or thread not in known:
        raise bad_request("message thread not found")
    return thread


def reply_of(call: Call, chat: Chat) -> dict[str, Any]:
    """`reply_to_message` as a part of the message to come."""
    wanted = call.params.get("reply_parameters")
    if not wanted:
        return {}
    message = chat.find(wanted["message_id"])
    if message is None:
        if wanted.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": without_reply(message)}


def without_reply(message: Message) -> dict[str, Any]:
    """A message inside another shows no further reply."""
    return {k: v for k, v in message.data.items() if k != "reply_to_message"}


def own_message(call: Call, what: str = "edit") -> Message:
    """The bot's own message, to be changed."""
    if "inline_message_id" in call.params:
        raise bad_request("MESSAGE_ID_INVALID")
    if "chat_id" not in call.params:
        raise bad_request("chat_id is empty")
    chat = open_chat(call)
    if "message_id" not in call.params:
        raise bad_request("message identifier is not specified")
    message = chat.find(call.params["message_id"])
    if message is None:
        raise bad_request(f"message to {what} not found")
    if not message.by_bot or message.keyboard or "forward_origin" in message.data:
        raise bad_request(f"message can't be {what}ed")
    return message


def any_message(chat: Chat, message_id: int, what: str) -> Message:
    """Anybody's message, by what is to be done with it."""
    message = chat.find(message_id)
    if message is None:
        raise bad_request(f"message to {what} not found")
    return message
