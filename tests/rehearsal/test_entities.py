"""HTML as Telegram reads it, with offsets in UTF-16 units."""

from __future__ import annotations

import pytest

from rehearsal import ApiError
from rehearsal.entities import find_entities, trim
from rehearsal.html import parse_html

Found = list[tuple[str, int, int]]


def brief(entities: list[dict[str, object]]) -> list[tuple[object, ...]]:
    return [(one["type"], one["offset"], one["length"]) for one in entities]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("你好", "你好", []),
        ("1 &lt; 2 &amp;&amp; &quot;3&quot; &#65;&#x42;", '1 < 2 && "3" AB', []),
        ("&nbsp; &copy;", "&nbsp; &copy;", []),
        ("<b>粗</b>体", "粗体", [("bold", 0, 1)]),
        ("😀<i>斜</i>", "😀斜", [("italic", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<B>a</B>", "a", [("bold", 0, 1)]),
        ("<u>a</u><s>b</s>", "ab", [("underline", 0, 1), ("strikethrough", 1, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ("<code>a &lt; b</code>", "a < b", [("code", 0, 5)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<b></b>a", "a", []),
        ('<a href="https://a.cn/?x=1&amp;y">链</a>', "链", [("text_link", 0, 1)]),
    ],
)
def test_html_becomes_text_and_entities(source: str, text: str, entities: Found) -> None:
    parsed, found = parse_html(source)
    assert (parsed, brief(found)) == (text, entities)


def test_a_link_keeps_its_address() -> None:
    assert (
        parse_html('<a href="https://a.cn/?x=1&amp;y">链</a>')[1][0]["url"] == "https://a.cn/?x=1&y"
    )


def test_code_in_pre_has_a_language() -> None:
    _, (entity,) = parse_html('<pre><code class="language-sql">select</code></pre>')
    assert entity == {"type": "pre", "offset": 0, "length": 6, "language": "sql"}


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("字<br>a", 'Unsupported start tag "br" at byte offset 3'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b><i>a</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_malformed_html_is_refused(source: str, words: str) -> None:
    with pytest.raises(ApiError) as refusal:
        parse_html(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {words}"


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("/start", [("bot_command", 0, 6)]),
        ("/fill@rehearsal_bot 9月", [("bot_command", 0, 19)]),
        ("😀 /help", [("bot_command", 3, 5)]),
        ("检查数/案件数 1/12", []),
        ("请@wangfang看", []),
        ("请 @wangfang 看", [("mention", 2, 9)]),
        ("见 https://a.cn/b", [("url", 2, 14)]),
        ("写给 a@b.cn", [("email", 3, 6)]),
        ("#9月", [("hashtag", 0, 3)]),
        ("/fill填报", []),
        ("请/fill", []),
    ],
)
def test_telegram_finds_commands_mentions_and_links(text: str, entities: Found) -> None:
    assert brief(find_entities(text)) == entities


def test_code_hides_commands() -> None:
    text, marked = parse_html("<code>/start</code> /help")
    assert brief(find_entities(text, marked)) == [("code", 0, 6), ("bot_command", 7, 5)]


def test_white_space_goes_and_entities_move_along() -> None:
    text, entities = trim("\n a ", [{"type": "bold", "offset": 1, "length": 3}])
    assert (text, brief(entities)) == ("a", [("bold", 0, 1)])
