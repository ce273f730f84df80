"""Wrong usage in both languages: typer tells it in English only."""

from __future__ import annotations

import re
from typing import Any

from reporting.label import Label

MISSPELT = re.compile(r"No such command '(.*?)'(?:.*Did you mean '(.*?)')?")
EXTRA = re.compile(r"unexpected extra arguments?(?:\(s\))? \((.*)\)")
LIMIT = re.compile(r"(less|greater) than or equal to (\S+)")
TYPES = {"integer": Label("应为整数", "must be a whole number")}


def wrong(error: Any) -> Label:
    """What is wrong with the command line; as typer says it where that is nothing known here."""
    message = str(error.format_message()).rstrip(".")
    kind = type(error).__name__
    if kind == "NoSuchOption":
        return _unknown("选项", "option", error.option_name, error.possibilities)
    if found := MISSPELT.search(message):
        return _unknown("命令", "command", found[1], [found[2]] if found[2] else [])
    if message == "Missing command":
        return Label("缺少命令", "a command is missing")
    if found := EXTRA.search(message):
        return Label(f"多余的参数 {found[1]}", f"too many arguments: {found[1]}")
    if kind in ("MissingParameter", "BadParameter") and error.param is not None:
        return _parameter(error, missing=kind == "MissingParameter")
    return Label(message, message)


def _unknown(zh: str, en: str, name: str, near: list[str] | None) -> Label:
    mean = "、".join(near or ())
    return Label(
        f"没有{zh} {name}" + (f"，是不是 {mean}？" if mean else ""),
        f"there is no {en} {name}" + (f"; did you mean {mean}?" if mean else ""),
    )


def _parameter(error: Any, *, missing: bool) -> Label:
    options = [each for each in error.param.opts if each.startswith("-")]
    name = options[0] if options else error.param.metavar or error.param.name.upper()
    if missing:
        return Label(f"缺少 {name}", f"{name} is missing")
    why = _value(error.message)
    return Label(f"{name} {why.zh}", f"{name} {why.en}")


def _value(message: str) -> Label:
    """What is wrong with a value."""
    if found := LIMIT.search(message):
        zh, en = ("大于", "more") if found[1] == "less" else ("小于", "less")
        return Label(f"不能{zh} {found[2]}", f"must not be {en} than {found[2]}")
    return next((said for word, said in TYPES.items() if word in message), Label(message, message))
