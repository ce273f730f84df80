"""The commands, as a table: their names, where they may be used, and the words that do the same."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from handlers.incoming import ChatKind
from handlers.words import LANGUAGES, words_in
from reporting.label import Language

PRIVATE, GROUP = ChatKind.PRIVATE, ChatKind.GROUP


@dataclass(frozen=True, slots=True)
class ChatCommand:
    """``/name``. Its words and its line in the menu stand in the catalogues under its name."""

    name: str
    where: frozenset[ChatKind]
    in_menu: bool = True

    def spoken(self, language: Language) -> tuple[str, ...]:
        """The words that do the same: 填报, 填表."""
        said = words_in(language).plain(f"command-{self.name}-words")
        return tuple(each.strip() for each in said.split("|"))


COMMANDS = (
    ChatCommand("start", frozenset({PRIVATE}), in_menu=False),  # the link's
    ChatCommand("fill", frozenset({PRIVATE})),
    ChatCommand("zero", frozenset({PRIVATE})),
    ChatCommand("again", frozenset({PRIVATE}), in_menu=False),  # a button's
    ChatCommand("told", frozenset({PRIVATE}), in_menu=False),  # a button's
    ChatCommand("template", frozenset({PRIVATE})),
    ChatCommand("mine", frozenset({PRIVATE})),
    ChatCommand("withdraw", frozenset({PRIVATE})),
    ChatCommand("correct", frozenset({PRIVATE})),
    ChatCommand("status", frozenset({PRIVATE, GROUP})),
    ChatCommand("missing", frozenset({PRIVATE, GROUP})),
    ChatCommand("table", frozenset({PRIVATE, GROUP})),
    ChatCommand("figure", frozenset({PRIVATE, GROUP})),
    ChatCommand("trace", frozenset({PRIVATE, GROUP})),
    ChatCommand("history", frozenset({PRIVATE, GROUP})),
    ChatCommand("late", frozenset({PRIVATE, GROUP})),
    ChatCommand("files", frozenset({PRIVATE})),
    ChatCommand("handover", frozenset({PRIVATE})),
    ChatCommand("bind", frozenset({GROUP})),
    ChatCommand("help", frozenset({PRIVATE, GROUP})),
    ChatCommand("language", frozenset({PRIVATE})),
    ChatCommand("resend", frozenset({PRIVATE}), in_menu=False),  # a button's
    ChatCommand("version", frozenset({PRIVATE}), in_menu=False),  # buttons', as the next
    ChatCommand("agree", frozenset({PRIVATE}), in_menu=False),
    ChatCommand("disagree", frozenset({PRIVATE}), in_menu=False),
    ChatCommand("cancel", frozenset({PRIVATE}), in_menu=False),  # a prompt's
)
ASKING = ("status", "missing", "table", "figure", "trace", "history", "late")  # queries
TAKING_WORDS = (*ASKING, "template", "files", "mine", "withdraw", "correct", "handover")
BY_NAME = {each.name: each for each in COMMANDS}


def menu(language: Language, where: ChatKind) -> tuple[tuple[str, str], ...]:
    """Telegram's command menu for a kind of chat: names and what they do."""
    words = words_in(language)
    return tuple(
        (each.name, words.plain(f"command-{each.name}"))
        for each in COMMANDS
        if where in each.where and each.in_menu
    )


def spoken(text: str) -> tuple[str, str] | None:
    """The command that the words mean, and the words after it; None if they mean none.

    Only the whole first word counts, so that an answer is never taken for a command.
    """
    first, _, rest = unicodedata.normalize("NFKC", text).strip().partition(" ")
    if first.startswith("/"):
        return (first[1:].lower(), rest.strip()) if first[1:].lower() in BY_NAME else None
    name = _by_word().get(first.lower())
    takes_words = name in TAKING_WORDS
    return (name, rest.strip()) if name and (not rest or takes_words) else None


@cache
def _by_word() -> dict[str, str]:
    return {
        word.lower(): command.name
        for command in COMMANDS
        for language in LANGUAGES
        for word in command.spoken(language)
    }
