"""What the doctor finds: a check, how it stands, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reporting.label import Label


class State(Enum):
    """How a check stands. A problem keeps the bot, or somebody, from working."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One check, in both languages. What is not in order has a remedy."""

    state: State
    check: Label
    what: Label
    remedy: Label | None = None


def good(check: Label, zh: str, en: str) -> Finding:
    """In order."""
    return Finding(State.OK, check, Label(zh, en))


def odd(check: Label, what: tuple[str, str], remedy: tuple[str, str]) -> Finding:
    """It works, but is worth a look."""
    return Finding(State.WARNING, check, Label(*what), Label(*remedy))


def bad(check: Label, what: tuple[str, str], remedy: tuple[str, str]) -> Finding:
    """It does not work."""
    return Finding(State.PROBLEM, check, Label(*what), Label(*remedy))
