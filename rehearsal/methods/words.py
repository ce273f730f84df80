"""The words of a request: text or caption with its entities, within Telegram's lengths."""

from __future__ import annotations

from typing import Any

from rehearsal.entities import Entity, find_entities, trim, utf16_length
from rehearsal.errors import ApiError, bad_request
from rehearsal.html import parse_html
from rehearsal.methods.registry import Call

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


def formatted(source: str, parse_mode: str | None, given: list[Entity] | None) -> dict[str, Any]:
    """{"text": …, "entities": …} after parsing, trimming and finding."""
    marked = list(given or ())
    if parse_mode:
        source, marked = _parsed(source, parse_mode)
    text, marked = trim(source, marked)
    words: dict[str, Any] = {"text": text}
    if entities := find_entities(text, marked):
        words["entities"] = entities
    return words


def _parsed(source: str, parse_mode: str) -> tuple[str, list[Entity]]:
    mode = parse_mode.lower()
    if mode == "html":
        return parse_html(source)
    if mode in ("markdown", "markdownv2"):
        raise ApiError(400, f"Bad Request: parse_mode {parse_mode} is not supported here; use HTML")
    raise bad_request("unsupported parse_mode")


def text_of(call: Call, too_long: str) -> dict[str, Any]:
    """The text of a message: there must be one, and not more than 4096."""
    source = call.params.get("text")
    if not source:
        raise bad_request("message text is empty")
    words = formatted(source, call.params.get("parse_mode"), call.params.get("entities"))
    if not words["text"]:
        raise bad_request("text must be non-empty")
    if utf16_length(words["text"]) > LONGEST_TEXT:
        raise bad_request(too_long)
    return words


def caption_of(given: dict[str, Any]) -> dict[str, Any]:
    """The caption of a file: there need be none."""
    source = given.get("caption")
    if not source:
        return {}
    words = formatted(source, given.get("parse_mode"), given.get("caption_entities"))
    if utf16_length(words["text"]) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    caption: dict[str, Any] = {"caption": words["text"]} if words["text"] else {}
    if "entities" in words:
        caption["caption_entities"] = words["entities"]
    return caption
