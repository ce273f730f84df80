"""TOML text → plain data, or the line where the text is not TOML."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from reporting.loading.problem import Problems

# What tomllib's messages begin with → what is wrong, and the remedy, in both languages.
KNOWN = {
    ("Cannot overwrite", "Cannot declare", "Cannot mutate"): (
        ("同一个键写了两次", "the same key stands here twice"),
        ("删去其中一个，或改名", "remove or rename one of them"),
    ),
    ("Invalid date",): (
        ("没有这个日期或时间", "there is no such date or time"),
        ("写成 2023-09-25 这样的日期", "write a date such as 2023-09-25"),
    ),
}


def read_toml(text: str, problems: Problems) -> dict[str, Any] | None:
    """The data of one file; None, with the problem noted, if it is not TOML."""
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        _note(str(error), problems)
        return None


def _note(message: str, problems: Problems) -> None:
    said, _, where = message.partition(" (at ")
    what = (f"不是合法的 TOML（{said}）", f"this is not TOML ({said})")
    remedy = ("改正这一行的写法", "correct how this line is written")
    for beginnings, words in KNOWN.items():
        if said.startswith(beginnings):
            what, remedy = words
    at = re.match(r"line (\d+), column (\d+)", where)
    zh, en = (f"第 {at[1]} 行", f"line {at[1]}") if at else ("文件末尾", "end of the file")
    place = f"{at[1]}:{at[2]}" if at else ""
    problems.add(place, f"{zh}：{what[0]}", f"{en}: {what[1]}", remedy=remedy)
