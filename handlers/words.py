"""The catalogues of what the bot says: ``wording/zh/*.ftl`` and ``wording/en/*.ftl``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import get_args

from fluent.runtime import FluentBundle, FluentResource

from reporting.label import Label, Language

CATALOGUES = Path(__file__).parent / "wording"
LOCALES = {"zh": "zh-CN", "en": "en"}
LANGUAGES: tuple[Language, ...] = get_args(Language)


class Html(str):
    """Text that is Telegram's HTML already: the one kind of value that is not escaped."""


@dataclass(frozen=True)
class Words:
    """One language's catalogue. ``words("key", name=value)`` gives Telegram's HTML."""

    language: Language
    bundle: FluentBundle

    def __call__(self, key: str, **values: object) -> Html:
        """The message ``key`` with its variables put in, everything foreign escaped."""
        return Html(self._format(key, {k: _safe(v) for k, v in values.items()}))

    def plain(self, key: str, **values: object) -> str:
        """The same without HTML: for buttons, toasts, file names and sheets."""
        return self._format(key, {k: _spoken(v) for k, v in values.items()})

    def label(self, label: Label) -> str:
        """A campaign's own word in this language."""
        return label.said(self.language)

    def listed(self, items: Iterable[str]) -> Html:
        """Items in a row, as the language separates them; each is escaped unless it is HTML."""
        return Html(self.plain("list-separator").join(str(_safe(each)) for each in items))

    def _format(self, key: str, values: dict[str, object]) -> str:
        message = self.bundle.get_message(key)
        if message.value is None:
            raise LookupError(f"{key} has no words in {self.language}")
        text, errors = self.bundle.format_pattern(message.value, values)
        if errors:
            raise LookupError(f"{key} in {self.language}: {errors}")
        return str(text)


def _spoken(value: object) -> object:
    """Counts stay numbers, for plurals; all else becomes words without number formatting."""
    return value if type(value) is int else str(value)


def _safe(value: object) -> object:
    return value if isinstance(value, Html | int) else escape(str(value), quote=False)


@cache
def words_in(language: Language) -> Words:
    """The catalogue of a language, read once."""
    bundle = FluentBundle([LOCALES[language]], use_isolating=False)
    for path in sorted((CATALOGUES / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return Words(language, bundle)


def words_of_all(key: str) -> tuple[str, ...]:
    """Words that people type, ``a|b|c`` in every language's catalogue: any of them will do."""
    return tuple(each for name in LANGUAGES for each in words_in(name).plain(key).split("|"))


def language_of(code: str) -> Language:
    """The language for an account's language code; Chinese unless it says otherwise."""
    return "zh" if not code or code.lower().startswith("zh") else "en"
