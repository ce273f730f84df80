"""How a command ends that could not do its work: 1 a problem was found, 2 wrong usage."""

from __future__ import annotations

PROBLEM, USAGE = 1, 2


class CommandError(Exception):
    """What is wrong and what to do about it, in both languages."""

    def __init__(self, zh: str, en: str, code: int = USAGE) -> None:
        """``code`` is the exit code."""
        super().__init__(f"{zh}\n{en}")
        self.code = code
