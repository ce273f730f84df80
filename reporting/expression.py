"""Formulas and rules written in campaign files: ``D + E``, ``fined > 0``, ``last(cell)``.

A small, safe language: numbers, names, ``+ - * /``, comparisons, ``and or not``, brackets and
the functions in ``FUNCTIONS``. Parsed once when the campaign is loaded.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expression:
    """A parsed expression: its text as written, and the names it uses."""

    text: str
    names: frozenset[str]
