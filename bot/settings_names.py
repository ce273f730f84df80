"""Names in ``.env`` that are none of the settings: most likely misspelt, and without effect."""

from __future__ import annotations

import difflib
from pathlib import Path

from dotenv import dotenv_values

from bot.settings import Settings
from reporting.label import Label

KNOWN = {name.upper() for name in Settings.model_fields}


def unknown_names(env_file: str = ".env") -> list[Label]:
    """A sentence for each name that only the file has; the environment is never looked at.

    What cannot be read says so elsewhere.
    """
    if not Path(env_file).is_file():
        return []
    try:
        names = dotenv_values(env_file, interpolate=False)
    except (OSError, UnicodeDecodeError):
        return []
    return [_unknown(name) for name in names if name.upper() not in KNOWN]


def _unknown(name: str) -> Label:
    near = difflib.get_close_matches(name.upper(), KNOWN, n=1)
    return Label(
        f".env 中的 {name} 不是本程序的设置，不起作用" + (f"；是不是 {near[0]}？" if near else ""),
        f"{name} in .env is no setting of this program and has no effect"
        + (f"; did you mean {near[0]}?" if near else ""),
    )
