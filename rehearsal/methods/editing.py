"""Changing what was said: edit, delete, pin, react."""

from __future__ import annotations

from typing import Any

from rehearsal.errors import NOT_MODIFIED, bad_request
from rehearsal.markup import split_markup
from rehearsal.methods.registry import Call, method
from rehearsal.methods.target import any_message, open_chat, own_message
from rehearsal.methods.words import caption_of, text_of
from rehearsal.world import Chat, Message

FILES = ("document", "photo", "voice", "sticker")
DELETABLE_FOR = 48 * 3600


def _change(call: Call, message: Message, drop: tuple[str, ...], add: dict[str, Any]) -> Any:
    """Put the new content and keyboard in place of the old, unless they are the same."""
    inline, other = split_markup(call.params.get("reply_markup"))
    if other:
        raise bad_request("inline keyboard expected")
    if inline:
        add = {**add, "reply_markup": inline}
    gone = (*drop, "reply_markup")
    kept = {k: v for k, v in message.data.items() if k not in gone}
    if {k: message.data[k] for k in gone if k in message.data} == add:
        raise bad_request(NOT_MODIFIED)
    message.data = {**kept, **add, "edit_date": call.state.now()}
    call.state.events.publish("edited", message.chat.id, message)
    return message.data


@method("editMessageText")
def edit_message_text(call: Call) -> Any:
    """New text; without reply_markup the buttons go."""
    words = text_of(call, "MESSAGE_TOO_LONG")
    message = own_message(call)
    if "text" not in message.data:
        raise bad_request("there is no text in the message to edit")
    if preview := call.params.get("link_preview_options"):
        words["link_preview_options"] = preview
    return _change(call, message, ("text", "entities", "link_preview_options"), words)


@method("editMessageCaption")
def edit_message_caption(call: Call) -> Any:
    """New words under a file."""
    words = caption_of(call.params)
    message = own_message(call)
    if not any(name in message.data for name in FILES):
        raise bad_request("there is no caption in the message to edit")
    return _change(call, message, ("caption", "caption_entities"), words)


@method("editMessageReplyMarkup")
def edit_message_reply_markup(call: Call) -> Any:
    """New buttons, or none."""
    return _change(call, own_message(call), (), {})


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    """The bot's own message, or in a private chat the person's; at most two days old."""
    chat = open_chat(call)
    message = any_message(chat, call.params["message_id"], "delete")
    if not _deletable(call, chat, message):
        raise bad_request("message can't be deleted")
    erase(call, message)
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    """Several at once; those that cannot be deleted are passed over."""
    chat = open_chat(call)
    if not 1 <= len(call.params["message_ids"]) <= 100:
        raise bad_request("message identifiers are not specified")
    for message_id in call.params["message_ids"]:
        message = chat.find(message_id)
        if message is not None and _deletable(call, chat, message):
            erase(call, message)
    return True


def erase(call: Call, message: Message) -> None:
    """Take it out of sight."""
    message.deleted = True
    call.state.events.publish("deleted", message.chat.id, message)


def _deletable(call: Call, chat: Chat, message: Message) -> bool:
    young = call.state.now() - message.data["date"] <= DELETABLE_FOR
    mine = message.by_bot or chat.private
    return chat.bot == "administrator" or (young and mine)


def _may_pin(chat: Chat) -> None:
    if not chat.private and chat.bot != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")


@method("pinChatMessage")
def pin_chat_message(call: Call) -> bool:
    """Pin; everybody sees the service message that says so."""
    chat = open_chat(call)
    _may_pin(chat)
    message = any_message(chat, call.params["message_id"], "pin")
    if not message.pinned:
        message.pinned = True
        call.state.events.publish("pinned", chat.id, message, pinned=True)
        call.state.post(chat, call.state.bot, {"pinned_message": message.data})
    return True


@method("unpinChatMessage")
def unpin_chat_message(call: Call) -> bool:
    """Unpin one, or the newest pinned."""
    chat = open_chat(call)
    _may_pin(chat)
    pinned = chat.pinned()
    if "message_id" in call.params:
        pinned = [any_message(chat, call.params["message_id"], "unpin")]
    for message in pinned[-1:]:
        message.pinned = False
        call.state.events.publish("pinned", chat.id, message, pinned=False)
    return True


@method("unpinAllChatMessages")
def unpin_all_chat_messages(call: Call) -> bool:
    """Unpin every one."""
    chat = open_chat(call)
    _may_pin(chat)
    for message in chat.pinned():
        message.pinned = False
        call.state.events.publish("pinned", chat.id, message, pinned=False)
    return True


@method("setMessageReaction")
def set_message_reaction(call: Call) -> bool:
    """At most one emoji, as for every bot."""
    chat = open_chat(call)
    message = any_message(chat, call.params["message_id"], "react")
    reactions = call.params.get("reaction") or []
    if len(reactions) > 1 or any(one["type"] != "emoji" for one in reactions):
        raise bad_request("REACTIONS_TOO_MANY" if len(reactions) > 1 else "REACTION_INVALID")
    message.reactions = reactions
    call.state.events.publish("reaction", chat.id, message)
    return True
