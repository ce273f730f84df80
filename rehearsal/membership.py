"""Who stands how in which chat, and the my_chat_member updates that follow from it."""

from __future__ import annotations

from typing import Any

from rehearsal.state import State
from rehearsal.world import Chat, User

_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
)


def member_wire(user: User, status: str) -> dict[str, Any]:
    """A ChatMember of that status."""
    data: dict[str, Any] = {"status": status, "user": user.wire()}
    if status in ("administrator", "creator"):
        data["is_anonymous"] = False
    if status == "administrator":
        data |= {"can_be_edited": False, **dict.fromkeys(_RIGHTS, True)}
    if status == "kicked":
        data["until_date"] = 0
    return data


def set_bot_status(state: State, chat: Chat, status: str, by: User) -> None:
    """Change the bot's standing, and tell the bot and the onlookers."""
    old, chat.bot = chat.bot, status
    tell_bot(state, chat, old, status, by)


def tell_bot(state: State, chat: Chat, old: str, new: str, by: User) -> None:
    """The my_chat_member update itself."""
    update = {
        "chat": chat.wire(),
        "from": by.wire(),
        "date": state.now(),
        "old_chat_member": member_wire(state.bot, old),
        "new_chat_member": member_wire(state.bot, new),
    }
    state.queue.push("my_chat_member", update)
    state.events.publish("membership", chat.id, old=old, new=new, user_id=by.id)
