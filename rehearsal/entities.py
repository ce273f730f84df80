"""Text as Telegram keeps it: plain words, and entities whose offsets count UTF-16 units.

`find_entities` marks what Telegram marks by itself: commands, mentions, links, addresses, hashtags.
"""

from __future__ import annotations

import re
from typing import Any

Entity = dict[str, Any]
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"']+)"
    r"|(?P<email>(?<![\w.+-])[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>]))"
    r"|(?P<mention>(?<![\w@])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w))"
    r"|(?P<hashtag>(?<![\w#&])#\w*[^\W\d]\w*)"
)
# \w here includes Chinese characters, as it does for Telegram: 请@wangfang is no mention


def utf16_length(text: str) -> int:
    """How long Telegram thinks the text is."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def find_entities(text: str, marked: list[Entity] | None = None) -> list[Entity]:
    """The marked entities with those that Telegram finds by itself, in order."""
    marked = marked or []
    if not any(sign in text for sign in "/@#"):
        return marked
    taken = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in marked
        if entity["type"] in {"code", "pre", "text_link"}
    ]
    found = [*marked]
    for match in _FOUND.finditer(text):
        offset = utf16_length(text[: match.start()])
        length = utf16_length(match[0])
        if not any(offset < end and begin < offset + length for begin, end in taken):
            found.append({"type": match.lastgroup, "offset": offset, "length": length})
    found.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return found


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without the white space at both ends, entities moved and cut to fit."""
    short = text.strip()
    if short == text:
        return text, entities
    shift = utf16_length(text[: len(text) - len(text.lstrip())])
    whole = utf16_length(short)
    kept = []
    for entity in entities:
        begin = max(0, entity["offset"] - shift)
        end = min(whole, entity["offset"] + entity["length"] - shift)
        if end > begin:
            kept.append({**entity, "offset": begin, "length": end - begin})
    return short, kept


def cut(text: str, entity: Entity) -> str:
    """The piece of text which an entity covers."""
    raw = text.encode("utf-16-le")
    begin, end = entity["offset"], entity["offset"] + entity["length"]
    return raw[begin * 2 : end * 2].decode("utf-16-le")
