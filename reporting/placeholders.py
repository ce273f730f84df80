"""``{name}`` in the words of campaign files: sentences and messages of checks."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reporting.label import Label

NAME = re.compile(r"\{([A-Za-z0-9_.]*)\}")


def placeholders(text: str) -> list[str]:
    """The names between braces, in order."""
    return NAME.findall(text)


def filled(label: Label, words: Mapping[str, Label]) -> Label:
    """The label with its placeholders exchanged, each language for its own words."""
    return Label(
        NAME.sub(lambda found: words[found[1]].zh, label.zh),
        NAME.sub(lambda found: words[found[1]].en, label.en),
    )
