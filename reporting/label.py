"""Words that come from a campaign's data files, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Label:
    """One thing's name in Chinese and in English."""

    zh: str
    en: str

    def said(self, language: Language) -> str:
        """The name in the language asked for."""
        return self.zh if language == "zh" else self.en
