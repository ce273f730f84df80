"""How many there are, in English: Chinese has no plural."""

from __future__ import annotations

PLURALS = {"person": "people"}


def counted(count: int, noun: str) -> str:
    """1 problem, 2 problems, no people."""
    many = PLURALS.get(noun, f"{noun}s")
    return f"1 {noun}" if count == 1 else f"{count or 'no'} {many}"
