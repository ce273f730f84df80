"""Reply markup: what the shapes of the Bot API do not say but Telegram enforces."""

from __future__ import annotations

from typing import Any

from rehearsal.errors import bad_request

Markup = dict[str, Any]
ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
MOST_BUTTONS = 100
LONGEST_DATA = 64


def split_markup(markup: Markup | None) -> tuple[Markup | None, Markup | None]:
    """(inline keyboard, any other keyboard), each checked; an empty keyboard is none."""
    if not markup:
        return None, None
    if "inline_keyboard" in markup:
        rows = [[_inline(button) for button in row] for row in markup["inline_keyboard"] if row]
        _count(rows)
        return ({"inline_keyboard": rows} if rows else None), None
    if "keyboard" in markup:
        _reply_keyboard(markup)
    elif "remove_keyboard" in markup and markup["remove_keyboard"] is not True:
        raise bad_request("can't parse reply keyboard markup JSON object")
    return None, markup


def _count(rows: list[list[Any]]) -> None:
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")


def _inline(button: dict[str, Any]) -> dict[str, Any]:
    if not button["text"].strip():
        raise _button("text must be non-empty")
    actions = [name for name in ACTIONS if name in button]
    if not actions:
        raise _button("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _button(f"exactly one action is allowed, found {' and '.join(actions)}")
    if button.get("style") not in (None, "danger", "success", "primary"):
        raise bad_request("BUTTON_STYLE_INVALID")
    _action(actions[0], button[actions[0]])
    return button


def _action(name: str, value: Any) -> None:
    if name == "callback_data" and not 1 <= len(value.encode()) <= LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if name == "url" and not value.startswith(("http://", "https://", "tg://", "ton://")):
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: wrong HTTP URL")
    if name == "copy_text" and not 1 <= len(value["text"]) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if name == "web_app" and not value["url"].startswith("https://"):
        raise bad_request("BUTTON_URL_INVALID")


def _button(words: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {words}")


def _reply_keyboard(markup: Markup) -> None:
    rows = markup["keyboard"]
    if not any(rows):
        raise bad_request("reply keyboard markup must have at least one button")
    _count(rows)
    for button in (one for row in rows for one in row):
        if not button["text"].strip():
            raise bad_request("keyboard button text must be non-empty")
    if len(markup.get("input_field_placeholder", "")) > 64:
        raise bad_request("input field placeholder is too long")
