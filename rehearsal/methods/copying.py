"""Sending again what is there already."""

from __future__ import annotations

from typing import Any

from rehearsal.errors import bad_request
from rehearsal.methods.registry import Call, method
from rehearsal.methods.sending import deliver
from rehearsal.methods.target import any_message, open_chat
from rehearsal.methods.words import caption_of
from rehearsal.world import Message

CONTENT = (
    "text",
    "entities",
    "document",
    "photo",
    "voice",
    "sticker",
    "caption",
    "caption_entities",
)


def _source(call: Call, what: str) -> Message:
    message = any_message(open_chat(call, "from_chat_id"), call.params["message_id"], what)
    if message.data.get("has_protected_content"):
        raise bad_request("message has protected content and can't be forwarded")
    if not any(name in message.data for name in CONTENT):
        raise bad_request(f"message can't be {'copied' if what == 'copy' else 'forwarded'}")
    return message


def content_of(message: Message) -> dict[str, Any]:
    """What was said, without when and by whom."""
    return {name: message.data[name] for name in CONTENT if name in message.data}


def forwarded(message: Message) -> dict[str, Any]:
    """What was said, and who said it first."""
    origin = message.data.get("forward_origin") or {
        "type": "user",
        "sender_user": message.data["from"],
        "date": message.data["date"],
    }
    return {**content_of(message), "forward_origin": origin}


@method("copyMessage")
def copy_message(call: Call) -> dict[str, int]:
    """A copy without a trace of its origin, with another caption if one is given."""
    content = content_of(_source(call, "copy"))
    if "caption" in call.params and "text" not in content:
        content.pop("caption", None)
        content.pop("caption_entities", None)
        content.update(caption_of(call.params))
    return {"message_id": deliver(call, content).message_id}


@method("forwardMessage")
def forward_message(call: Call) -> dict[str, Any]:
    """A forward that names its origin."""
    return deliver(call, forwarded(_source(call, "forward"))).data
