"""About chats: who is in them, what they are, leaving them."""

from __future__ import annotations

from typing import Any

from rehearsal.errors import bad_request, forbidden
from rehearsal.membership import member_wire, set_bot_status
from rehearsal.methods.registry import Call, method
from rehearsal.methods.target import closed, find_chat, open_chat
from rehearsal.world import Chat

GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)


def _visible(call: Call) -> Chat:
    chat = find_chat(call.state, call.params["chat_id"])
    if not chat.private and (refusal := closed(call.state, chat)) is not None:
        raise refusal
    if chat.private and not call.state.world.users[chat.id].started:
        raise bad_request("chat not found")
    return chat


@method("getChat")
def get_chat(call: Call) -> dict[str, Any]:
    """The chat in full, with the newest pinned message."""
    chat = _visible(call)
    data = {
        **chat.wire(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }
    if pinned := chat.pinned():
        data["pinned_message"] = pinned[-1].data
    return data


@method("getChatMember")
def get_chat_member(call: Call) -> dict[str, Any]:
    """One member; somebody who never was there has "left"."""
    chat = _visible(call)
    state, user_id = call.state, call.params["user_id"]
    if user_id == state.bot.id:
        return member_wire(state.bot, chat.bot)
    user = state.world.users.get(user_id)
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return member_wire(user, "member" if chat.private else chat.members.get(user_id, "left"))


@method("getChatAdministrators")
def get_chat_administrators(call: Call) -> list[dict[str, Any]]:
    """The creator and the administrators; the asking bot only with return_bots."""
    chat = _visible(call)
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    users = call.state.world.users
    admins = [
        member_wire(users[user_id], status)
        for user_id, status in chat.members.items()
        if status in ("creator", "administrator")
    ]
    if call.params.get("return_bots") and chat.bot == "administrator":
        admins.append(member_wire(call.state.bot, chat.bot))
    return admins


@method("getChatMemberCount")
def get_chat_member_count(call: Call) -> int:
    """People and the bot."""
    chat = _visible(call)
    return 2 if chat.private else len(chat.members) + 1


@method("leaveChat")
def leave_chat(call: Call) -> bool:
    """Go; Telegram tells the bot so in an update as well."""
    chat = open_chat(call)
    if chat.private:
        raise forbidden("bot can't leave private chats")
    set_bot_status(call.state, chat, "left", by=call.state.bot)
    return True


@method("createForumTopic")
def create_forum_topic(call: Call) -> dict[str, Any]:
    """A new topic in a supergroup that has topics, if the bot may."""
    chat = open_chat(call)
    name = call.params["name"]
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    if chat.bot != "administrator":
        raise bad_request("not enough rights to create a topic")
    if not 1 <= len(name) <= 128:
        raise bad_request("TOPIC_TITLE_INVALID")
    color = call.params.get("icon_color", 0x6FB9F0)
    created = {"forum_topic_created": {"name": name, "icon_color": color}}
    thread = chat.last_message_id + 1
    chat.topics[thread] = name
    call.state.post(chat, call.state.bot, created, thread=thread)
    return {"message_thread_id": thread, "name": name, "icon_color": color}
