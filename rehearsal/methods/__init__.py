"""The methods of the Bot API: one function each, found by name in `TABLE`.

A new one: take its parameters into `signatures.json`, write the function beside its kin with
`@method("itsName")`, and say in a test what Telegram refuses about it.
"""

from rehearsal.methods import (
    answering,
    chats,
    commands,
    copying,
    editing,
    files,
    identity,
    receiving,
    sending,
)
from rehearsal.methods.registry import TABLE, Call, method

__all__ = [
    "TABLE",
    "Call",
    "answering",
    "chats",
    "commands",
    "copying",
    "editing",
    "files",
    "identity",
    "method",
    "receiving",
    "sending",
]
