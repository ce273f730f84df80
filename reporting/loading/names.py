"""Keys: standing twice, not known, too long."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from reporting.loading.problem import Problems

LONGEST_KEY = 28  # ASCII characters: a button carries the key in Telegram's 64 bytes
SHOWN = 30  # keys a remedy lists before it says "…"


def note_twice(placed: Iterable[tuple[str, str]], problems: Problems) -> None:
    """Note every key that stands twice among (place, key) pairs."""
    seen: dict[str, str] = {}
    for place, key in placed:
        if key in seen:
            problems.add(
                place,
                f"键“{key}”重复，已用于 {seen[key]}",
                f"the key {key!r} stands twice, first at {seen[key]}",
                remedy=("改用另一个键", "give it another key"),
            )
        seen.setdefault(key, place)


def note_unknown(
    place: str, names: Iterable[str], known: Collection[str], problems: Problems
) -> bool:
    """Note every name that is not among the known; True if there was one."""
    wrong = [name for name in names if name not in known]
    for name in wrong:
        problems.add(
            place,
            f"没有“{name}”",
            f"there is no {name!r}",
            remedy=nearest(name, known),
        )
    return bool(wrong)


def note_long(placed: Iterable[tuple[str, str]], problems: Problems) -> None:
    """Note every figure's key that a button could not carry."""
    for place, key in placed:
        if len(key) > LONGEST_KEY:
            problems.add(
                place,
                f"键“{key}”长于 {LONGEST_KEY} 个字符",
                f"the key {key!r} is longer than {LONGEST_KEY} characters",
                remedy=("缩短行或列的键", "shorten the key of the row or the column"),
            )


def nearest(name: str, known: Collection[str]) -> tuple[str, str]:
    """The remedy for a name that is not known: the likeliest one, and all there are."""
    each_once = list(dict.fromkeys(known))
    listed = ", ".join(each_once[:SHOWN]) + (", …" if len(each_once) > SHOWN else "")
    if close := get_close_matches(name, each_once, n=1):
        return (
            f"是否想写“{close[0]}”？可用：{listed}",
            f"did you mean {close[0]!r}? There are: {listed}",
        )
    return (f"可用：{listed or '无'}", f"there are: {listed or 'none'}")
