"""TOML text → plain data, with the line where the text is not TOML."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from reporting.loading.problem import Problems

TWICE = (
    "Cannot overwrite",
    "Cannot declare",
    "Cannot mutate",
)  # tomllib's words for a repeated key


def read_toml(text: str, problems: Problems) -> dict[str, Any] | None:
    """The data of one file; None, with the problem noted, if it is not TOML."""
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        _note(str(error), problems)
        return None


def _note(message: str, problems: Problems) -> None:
    at = re.search(r"\(at line (\d+), column (\d+)\)", message)
    place = f"line {at[1]}, column {at[2]}" if at else "end of file"
    if message.startswith(TWICE):
        problems.add(
            place,
            "同一个键写了两次",
            "the same key stands here twice",
            remedy=("删去其中一个，或改名", "remove or rename one of them"),
        )
    elif message.startswith("Invalid date"):
        problems.add(
            place,
            "没有这个日期或时间",
            "there is no such date or time",
            remedy=("写成 2023-09-25 这样的日期", "write a date such as 2023-09-25"),
        )
    else:
        problems.add(
            place,
            f"不是合法的 TOML：{message}",
            f"this is not TOML: {message}",
            remedy=("改正这一行的写法", "correct how this line is written"),
        )
