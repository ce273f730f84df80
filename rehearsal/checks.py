"""The types of the Bot API as checks: callables that return the value, or say what is wrong.

`parameter` makes the check for a parameter, where a form spells everything as text;
`nested` for what stands inside JSON, where a number is a number and never its spelling.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

Check = Callable[[Any], Any]
Fields = dict[str, tuple[Check, bool]]
"""By name: the check, and whether the field must be there."""

OBJECTS: dict[str, Fields] = {}
UNIONS: dict[str, list[str]] = {}
_WHOLE = re.compile(r"-?\d{1,19}")
_TRUTH = {"true": True, "True": True, "1": True, "false": False, "False": False, "0": False}


class MisfitError(Exception):
    """A value that does not fit its type; the words say what was expected where."""


def _integer(value: Any) -> int:
    if type(value) is int:
        return value
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value)
    raise MisfitError("expected an Integer")


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in _TRUTH:
        return _TRUTH[value]
    raise MisfitError("expected a Boolean")


def _string(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise MisfitError("expected a String")


def _integer_or_string(value: Any) -> int | str:
    if isinstance(value, str):
        return int(value) if _WHOLE.fullmatch(value) else value
    return _integer(value)


def _float(value: Any) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    raise MisfitError("expected a Float")


def _strict(kind: type) -> Check:
    def check(value: Any) -> Any:
        if type(value) is kind:
            return value
        raise MisfitError(f"expected {kind.__name__}, found {type(value).__name__}")

    return check


def _strict_either(value: Any) -> Any:
    if type(value) in (int, str):
        return value
    raise MisfitError("expected an Integer or a String")


def nested(kind: str) -> Check:
    """The check for a value inside JSON, where a number is a number and never its spelling."""
    if kind.startswith("Array of "):
        return _array(nested(kind.removeprefix("Array of ")))
    if "|" in kind:
        return (
            _strict_either
            if kind == "Integer|String"
            else _any_of([nested(one) for one in kind.split("|")])
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
    if kind in UNIONS:
        return _any_of([nested(one) for one in UNIONS[kind]])
    return _object(kind)


def _array(check: Check) -> Check:
    def check_all(value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise MisfitError("expected an Array")
        return [check(one) for one in value]

    return check_all


def _any_of(checks: list[Check]) -> Check:
    def check_any(value: Any) -> Any:
        problems = []
        for check in checks:
            try:
                return check(value)
            except MisfitError as problem:
                problems.append(str(problem))
        raise MisfitError(" / ".join(dict.fromkeys(problems)))

    return check_any


def _object(name: str) -> Check:
    def check(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise MisfitError(f"object expected as {name}")
        known = OBJECTS[name]
        for key, one in value.items():
            if key not in known:
                raise MisfitError(f'unknown field "{key}" in {name}')
            try:
                known[key][0](one)
            except MisfitError as problem:
                raise MisfitError(f'field "{key}" of {name}: {problem}') from None
        for key, (_, required) in known.items():
            if required and key not in value:
                raise MisfitError(f'field "{key}" of {name} is missing')
        return value

    return check


def parameter(kind: str) -> Check:
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
    inner = nested(kind)

    def from_json(value: Any) -> Any:
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError:
                raise MisfitError("not a JSON-serialized value") from None
        return inner(value)

    return from_json


def fields(described: Mapping[str, str], make: Callable[[str], Check]) -> Fields:
    """A described object or method as its checks."""
    return {
        name: (make(kind.removesuffix("!")), kind.endswith("!")) for name, kind in described.items()
    }
