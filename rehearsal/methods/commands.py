"""The command menu: by scope and language."""

from __future__ import annotations

import re

from rehearsal.errors import bad_request
from rehearsal.methods.registry import Call, method
from rehearsal.methods.target import find_chat
from rehearsal.profile import DEFAULT, Command, Scope

_NAME = re.compile(r"[a-z0-9_]{1,32}")
_OF_A_CHAT = {"chat", "chat_administrators", "chat_member"}
_SCOPES = _OF_A_CHAT | {
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
}


def _key(call: Call) -> tuple[Scope, str]:
    language = call.params.get("language_code", "")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    scope = call.params.get("scope")
    if not scope:
        return DEFAULT, language
    if scope["type"] not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    needs_chat = scope["type"] in _OF_A_CHAT
    if needs_chat != ("chat_id" in scope) or ("user_id" in scope) != (
        scope["type"] == "chat_member"
    ):
        raise bad_request("can't parse BotCommandScope: wrong fields for its type")
    chat_id = find_chat(call.state, scope["chat_id"]).id if needs_chat else None
    return (scope["type"], chat_id, scope.get("user_id")), language


def _checked(commands: list[Command]) -> list[Command]:
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for one in commands:
        if not _NAME.fullmatch(one["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(one["description"].strip()) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return [{**one, "command": one["command"].removeprefix("/")} for one in commands]


@method("setMyCommands")
def set_my_commands(call: Call) -> bool:
    """Replace the list of one scope and language."""
    key = _key(call)
    call.state.profile.commands[key] = _checked(call.params["commands"])
    call.state.events.publish("commands")
    return True


@method("getMyCommands")
def get_my_commands(call: Call) -> list[Command]:
    """Exactly the list of that scope and language; no falling back."""
    return call.state.profile.commands.get(_key(call), [])


@method("deleteMyCommands")
def delete_my_commands(call: Call) -> bool:
    """So that the next wider scope shows again."""
    call.state.profile.commands.pop(_key(call), None)
    call.state.events.publish("commands")
    return True
