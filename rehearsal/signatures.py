"""Every parameter held against the Bot API's own table (`signatures.json`).

The table names each supported method's parameters with their types; a trailing `!` means required.
Telegram ignores parameters that it does not know. We refuse them: a misspelt parameter that
is silently dropped is a mistake which nobody would see before a real chat shows it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rehearsal.errors import ApiError, bad_request, not_found

Check = Callable[[Any], Any]
Fields = dict[str, tuple[Check, bool]]

_TABLE: dict[str, Any] = json.loads(
    Path(__file__).with_name("signatures.json").read_text(encoding="utf-8")
)
_WHOLE = re.compile(r"-?\d{1,19}")
_TRUTH = {
    "true": True,
    "True": True,
    "1": True,
    "false": False,
    "False": False,
    "0": False,
}
_OPTIONAL_IN_PRACTICE = {("sendMessage", "text"), ("editMessageText", "text")}
"""Absent, these are answered by the method itself, in its own words ("message text is empty")."""


class Mismatch(Exception):
    """A value that does not fit its type; the words say what was expected where."""


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
            except Mismatch as problem:
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


def _integer(value: Any) -> int:
    if type(value) is int:
        return value
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value)
    raise Mismatch("expected an Integer")


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in _TRUTH:
        return _TRUTH[value]
    raise Mismatch("expected a Boolean")


def _string(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise Mismatch("expected a String")


def _integer_or_string(value: Any) -> int | str:
    if isinstance(value, str):
        return int(value) if _WHOLE.fullmatch(value) else value
    return _integer(value)


def _float(value: Any) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    raise Mismatch("expected a Float")


def _strict(kind: type) -> Check:
    def check(value: Any) -> Any:
        if type(value) is kind:
            return value
        raise Mismatch(f"expected {kind.__name__}, found {type(value).__name__}")

    return check


def _strict_either(value: Any) -> Any:
    if type(value) in (int, str):
        return value
    raise Mismatch("expected an Integer or a String")


def _nested(kind: str) -> Check:
    """The check for a value inside JSON, where a number is a number and never its spelling."""
    if kind.startswith("Array of "):
        return _array(_nested(kind.removeprefix("Array of ")))
    if "|" in kind:
        return (
            _strict_either
            if kind == "Integer|String"
            else _any_of([_nested(one) for one in kind.split("|")])
        )
    plain = {
        "Integer": int,
        "String": str,
        "Boolean": bool,
        "True": bool,
        "InputFile": str,
    }
    if kind in plain:
        return _strict(plain[kind])
    if kind == "Float":
        return _float
    if kind in _TABLE["unions"]:
        return _any_of([_nested(one) for one in _TABLE["unions"][kind]])
    return _object(kind)


def _array(check: Check) -> Check:
    def check_all(value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise Mismatch("expected an Array")
        return [check(one) for one in value]

    return check_all


def _any_of(checks: list[Check]) -> Check:
    def check_any(value: Any) -> Any:
        problems = []
        for check in checks:
            try:
                return check(value)
            except Mismatch as problem:
                problems.append(str(problem))
        raise Mismatch(" / ".join(dict.fromkeys(problems)))

    return check_any


_objects: dict[str, Fields] = {}


def _object(name: str) -> Check:
    def check(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise Mismatch(f"object expected as {name}")
        fields = _objects[name]
        for key, one in value.items():
            if key not in fields:
                raise Mismatch(f'unknown field "{key}" in {name}')
            try:
                fields[key][0](one)
            except Mismatch as problem:
                raise Mismatch(f'field "{key}" of {name}: {problem}') from None
        for key, (_, required) in fields.items():
            if required and key not in value:
                raise Mismatch(f'field "{key}" of {name} is missing')
        return value

    return check


def _parameter(kind: str) -> Check:
    """The check for a top-level parameter: in a form everything arrives as text."""
    plain: dict[str, Check] = {
        "Integer": _integer,
        "Boolean": _boolean,
        "String": _string,
        "Integer|String": _integer_or_string,
        "InputFile": _string,
        "InputFile|String": _string,
    }
    if kind in plain:
        return plain[kind]
    inner = _nested(kind)

    def from_json(value: Any) -> Any:
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError:
                raise Mismatch("not a JSON-serialized value") from None
        return inner(value)

    return from_json


def _fields(described: Mapping[str, str], make: Callable[[str], Check]) -> Fields:
    return {
        name: (make(kind.removesuffix("!")), kind.endswith("!")) for name, kind in described.items()
    }


def _signature(name: str, described: Mapping[str, str]) -> Signature:
    fields = _fields(described, _parameter)
    for method, field in _OPTIONAL_IN_PRACTICE:
        if method == name:
            fields[field] = (fields[field][0], False)
    return Signature(name, fields)


_objects.update({name: _fields(fields, _nested) for name, fields in _TABLE["types"].items()})
SIGNATURES = {name.lower(): _signature(name, fields) for name, fields in _TABLE["methods"].items()}
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
