"""Who the bot is: getMe, its name and descriptions, logging out."""

from __future__ import annotations

from typing import Any

from rehearsal.errors import bad_request
from rehearsal.methods.registry import Call, method
from rehearsal.methods.target import find_chat

LONGEST = {"name": 64, "description": 512, "short_description": 120}


@method("getMe")
def get_me(call: Call) -> dict[str, Any]:
    """The bot, with the flags that only getMe shows."""
    return {
        **call.state.bot.wire(),
        "can_join_groups": True,
        "can_read_all_group_messages": not call.state.privacy,
        "supports_guest_queries": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


@method("logOut")
def log_out(call: Call) -> bool:
    """From here on every request is refused, until `State.logged_out` is taken back."""
    call.state.logged_out = True
    return True


@method("close")
def close(call: Call) -> bool:
    """Close the bot instance; nothing to do here."""
    return True


def _set(call: Call, kind: str) -> bool:
    text = call.params.get(kind, "")
    if len(text) > LONGEST[kind]:
        raise bad_request(f"BOT_{kind.upper()}_TOO_LONG")
    call.state.profile.texts[kind, call.params.get("language_code", "")] = text
    call.state.events.publish("profile", field=kind, text=text)
    return True


def _get(call: Call, kind: str) -> dict[str, str]:
    return {kind: call.state.profile.text(kind, call.params.get("language_code", ""))}


def _pair(kind: str, name: str) -> None:
    """The setter and the getter of one text."""
    method(f"set{name}")(lambda call: _set(call, kind))
    method(f"get{name}")(lambda call: _get(call, kind))


_pair("name", "MyName")
_pair("description", "MyDescription")
_pair("short_description", "MyShortDescription")


@method("setChatMenuButton")
def set_chat_menu_button(call: Call) -> bool:
    """For one private chat, or for all."""
    button: dict[str, Any] = call.params.get("menu_button") or {"type": "default"}
    if "chat_id" in call.params:
        find_chat(call.state, call.params["chat_id"]).menu_button = button
    else:
        call.state.profile.menu_button = button
    return True


@method("getChatMenuButton")
def get_chat_menu_button(call: Call) -> dict[str, Any]:
    """The chat's own, or the one for all."""
    if "chat_id" in call.params:
        own = find_chat(call.state, call.params["chat_id"]).menu_button
        if own is not None:
            return own
    return call.state.profile.menu_button
