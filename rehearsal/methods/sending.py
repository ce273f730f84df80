"""Sending: text, documents, photos, albums."""

from __future__ import annotations

from itertools import count
from typing import Any

from rehearsal.errors import bad_request
from rehearsal.markup import split_markup
from rehearsal.methods.registry import Call, method
from rehearsal.methods.target import open_chat, reply_of, thread_of
from rehearsal.methods.uploads import attached
from rehearsal.methods.words import caption_of, text_of
from rehearsal.world import Message

ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
_albums = count(13_000_000_000_000_000)


def deliver(call: Call, content: dict[str, Any]) -> Message:
    """Everything that all sending methods share; the limits come last, as refusals cost nothing."""
    chat = open_chat(call)
    thread = thread_of(call, chat)
    inline, other = split_markup(call.params.get("reply_markup"))
    content.update(reply_of(call, chat))
    if inline:
        content["reply_markup"] = inline
    if call.params.get("protect_content"):
        content["has_protected_content"] = True
    call.state.limits.spend(chat.id)
    return call.state.post(chat, call.state.bot, content, thread=thread, keyboard=other)


@method("sendMessage")
def send_message(call: Call) -> dict[str, Any]:
    """Text, parsed and checked."""
    content = text_of(call, "message is too long")
    if preview := call.params.get("link_preview_options"):
        content["link_preview_options"] = preview
    return deliver(call, content).data


@method("sendDocument")
def send_document(call: Call) -> dict[str, Any]:
    """A file, uploaded or known by its file_id."""
    content = caption_of(call.params)
    content.update(attached(call, "document", call.params["document"]))
    return deliver(call, content).data


@method("sendPhoto")
def send_photo(call: Call) -> dict[str, Any]:
    """A picture."""
    content = caption_of(call.params)
    content.update(attached(call, "photo", call.params["photo"]))
    return deliver(call, content).data


@method("sendMediaGroup")
def send_media_group(call: Call) -> list[dict[str, Any]]:
    """Two to ten pictures, or two to ten documents, as one album."""
    media: list[dict[str, Any]] = call.params["media"]
    kinds = {one["type"] for one in media}
    if not 2 <= len(media) <= 10:
        raise bad_request("group send failed: an album has 2-10 items")
    if len(kinds) > 1 or not kinds <= {"photo", "document"}:
        raise bad_request("group send failed: photos or documents, not both")
    chat = open_chat(call)
    thread = thread_of(call, chat)
    shared = {**reply_of(call, chat), "media_group_id": str(next(_albums))}
    contents = [
        {**shared, **caption_of(one), **attached(call, one["type"], one["media"])} for one in media
    ]
    call.state.limits.spend(chat.id, len(contents))
    bot = call.state.bot
    return [call.state.post(chat, bot, content, thread=thread).data for content in contents]


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    """ "… is typing"; the onlookers see it as an event."""
    chat = open_chat(call)
    thread_of(call, chat)
    if call.params["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.state.events.publish("action", chat.id, action=call.params["action"])
    return True
