"""Every parameter held against the Bot API's own table (`signatures.json`).

The table names each supported method's parameters with their types; a trailing `!` means required.
Telegram ignores parameters that it does not know. We refuse them: a misspelt parameter that
is silently dropped is a mistake which nobody would see before a real chat shows it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rehearsal.checks import OBJECTS, UNIONS, Fields, MisfitError, fields, nested, parameter
from rehearsal.errors import ApiError, bad_request, not_found

_TABLE: dict[str, Any] = json.loads(
    Path(__file__).with_name("signatures.json").read_text(encoding="utf-8")
)
_OPTIONAL_IN_PRACTICE = {("sendMessage", "text"), ("editMessageText", "text")}
"""Absent, these are answered by the method itself, in its own words ("message text is empty")."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One method: its name in the spelling of the documentation, and its parameters."""

    name: str
    fields: Fields

    def check(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The parameters as Python values, or the refusal."""
        checked: dict[str, Any] = {}
        for name, value in given.items():
            field = self.fields.get(name)
            if field is None:
                raise bad_request(f'unknown parameter "{name}" in {self.name}')
            try:
                checked[name] = field[0](value)
            except MisfitError as problem:
                raise bad_request(f'can\'t parse parameter "{name}": {problem}') from None
        for name, (_, required) in self.fields.items():
            if required and name not in checked:
                raise bad_request(_missing(name))
        return checked


def _missing(name: str) -> str:
    if name in {"chat_id", "message_id", "user_id", "from_chat_id"}:
        return f"{name} is empty"
    if name in {"document", "photo", "media"}:
        return f"there is no {name} in the request"
    return f'parameter "{name}" is required'


def _signature(name: str, described: Mapping[str, str]) -> Signature:
    known = fields(described, parameter)
    for method, field in _OPTIONAL_IN_PRACTICE:
        if method == name:
            known[field] = (known[field][0], False)
    return Signature(name, known)


UNIONS.update(_TABLE["unions"])
OBJECTS.update({name: fields(described, nested) for name, described in _TABLE["types"].items()})
SIGNATURES = {
    name.lower(): _signature(name, described) for name, described in _TABLE["methods"].items()
}
ELSEWHERE = {name.lower(): name for name in _TABLE["elsewhere"]}


def signature(method: str) -> Signature:
    """The method by its name, whose case Telegram does not mind."""
    found = SIGNATURES.get(method.lower())
    if found is None and method.lower() in ELSEWHERE:
        raise ApiError(
            400,
            f"Bad Request: {ELSEWHERE[method.lower()]} is not supported by the rehearsal",
        )
    if found is None:
        raise not_found()
    return found
