"""HTML as Telegram reads it: the same tags, the same refusals, offsets in UTF-16 units."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rehearsal.entities import Entity, utf16_length
from rehearsal.errors import bad_request

_TAGS = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
_START_TAG = re.compile(r"<([^\s>]*)")
_END_TAG = re.compile(r"</([^\s>]*)\s*")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']*)(?:\s*=\s*("[^"]*"|'[^']*'|[A-Za-z0-9.-]*))?""")


def unescape(text: str) -> str:
    """The four named references and the numeric ones; anything else stays as it was written."""

    def plain(match: re.Match[str]) -> str:
        decimal, hexadecimal, name = match.groups()
        if name:
            return _NAMED[name]
        number = int(decimal) if decimal else int(hexadecimal, 16)
        return chr(number) if 0 < number < 0x110000 else match[0]

    return _REFERENCE.sub(plain, text) if "&" in text else text


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    start: int


@dataclass(slots=True)
class _Parser:
    """One walk over the source; `offset` runs along in UTF-16 units of the plain text."""

    source: str
    plain: list[str] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    offset: int = 0

    def run(self) -> tuple[str, list[Entity]]:
        place = 0
        while (begin := self.source.find("<", place)) >= 0:
            self.words(self.source[place:begin])
            closing = self.source.startswith("/", begin + 1)
            place = self.end_tag(begin) if closing else self.start_tag(begin)
        self.words(self.source[place:])
        if self.open:
            raise _unparsable(
                f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"'
            )
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.plain), self.entities

    def words(self, piece: str) -> None:
        text = unescape(piece)
        self.plain.append(text)
        self.offset += utf16_length(text)

    def at(self, place: int) -> str:
        """Telegram counts bytes when it says where."""
        return f"at byte offset {len(self.source[:place].encode())}"

    def start_tag(self, begin: int) -> int:
        match = _START_TAG.match(self.source, begin)
        tag = match[1].lower() if match else ""
        end = begin + 1 + len(tag)
        if end >= len(self.source):
            raise _unparsable(f"Unclosed start tag {self.at(begin)}")
        if tag not in _TAGS:
            raise _unparsable(f'Unsupported start tag "{tag}" {self.at(begin)}')
        attributes, end = self.attributes(tag, begin, end)
        argument = _argument(tag, attributes)
        if tag == "span" and argument != "spoiler":
            raise _unparsable(f'Tag "span" must have class "tg-spoiler" {self.at(begin)}')
        self.open.append(_Open(tag, argument, self.offset, len(self.plain)))
        return end + 1

    def attributes(self, tag: str, begin: int, place: int) -> tuple[dict[str, str], int]:
        found: dict[str, str] = {}
        while True:
            place = _skip_spaces(self.source, place)
            if place >= len(self.source):
                raise _unparsable(f"Unclosed start tag {self.at(begin)}")
            if self.source[place] == ">":
                return found, place
            match = _ATTRIBUTE.match(self.source, place)
            if match is None or not match[1]:
                raise _unparsable(f'Empty attribute name in the tag "{tag}" {self.at(begin)}')
            value = match[2]
            found[match[1].lower()] = unescape(value.strip("\"'")) if value else ""
            place = match.end()
            if place < len(self.source) and self.source[place] not in "> \t\r\n":
                raise _unparsable(f"Unexpected end of name token {self.at(place)}")

    def end_tag(self, begin: int) -> int:
        if not self.open:
            raise _unparsable(f"Unexpected end tag {self.at(begin)}")
        match = _END_TAG.match(self.source, begin)
        name, end = (match[1], match.end()) if match else ("", begin + 2)
        if end >= len(self.source) or self.source[end] != ">":
            raise _unparsable(f"Unclosed end tag {self.at(begin)}")
        opened = self.open.pop()
        if name and name.lower() != opened.tag:
            raise _unparsable(
                f'Unmatched end tag {self.at(begin)}, expected "</{opened.tag}>", found "</{name}>"'
            )
        self.mark(opened)
        return end + 1

    def mark(self, opened: _Open) -> None:
        length = self.offset - opened.offset
        if not length:
            return
        entity: Entity = {
            "type": _TAGS[opened.tag],
            "offset": opened.offset,
            "length": length,
        }
        if opened.tag == "a":
            href = opened.argument or "".join(self.plain[opened.start :])
            if "." not in href and "://" not in href and not href.startswith("tg:"):
                return
            entity["url"] = href
        if opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.argument
        if opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        if opened.tag == "code" and opened.argument:
            entity["language"] = opened.argument
        self.entities.append(entity)


def _unparsable(words: str) -> Exception:
    return bad_request(f"can't parse entities: {words}")


def _skip_spaces(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _argument(tag: str, attributes: dict[str, str]) -> str:
    if tag == "a":
        return attributes.get("href", "")
    if tag == "tg-emoji":
        return attributes.get("emoji-id", "")
    if tag == "blockquote":
        return "expandable" if "expandable" in attributes else ""
    kind = attributes.get("class", "")
    if tag == "code" and kind.startswith("language-"):
        return kind.removeprefix("language-")
    return kind.removeprefix("tg-") if tag == "span" and kind.startswith("tg-") else ""


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """HTML → plain text and entities, or Telegram's "can't parse entities"."""
    if "<" not in source:
        return unescape(source), []
    text, entities = _Parser(source).run()
    return text, _join_code(entities)


def _join_code(entities: list[Entity]) -> list[Entity]:
    """`<pre><code class="language-x">` is one `pre` with a language."""
    joined: list[Entity] = []
    for entity in entities:
        same = [
            e for e in joined if (e["offset"], e["length"]) == (entity["offset"], entity["length"])
        ]
        block = next((e for e in same if {e["type"], entity["type"]} == {"pre", "code"}), None)
        if block is None:
            joined.append({**entity})
        elif language := entity.get("language") or block.get("language"):
            block.update(type="pre", language=language)
        else:
            block["type"] = "pre"
    return [{k: v for k, v in e.items() if k != "language" or e["type"] == "pre"} for e in joined]
