"""What is worth a word at every start, but keeps nothing from starting."""

from __future__ import annotations

from bot.commands.console import note
from bot.settings_names import unknown_names


def warn() -> None:
    """Tell of names in ``.env`` that have no effect."""
    for each in unknown_names():
        note(f"⚠ 请注意：{each.zh}", f"⚠ Look: {each.en}")
