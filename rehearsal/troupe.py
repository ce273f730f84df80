"""Who is called what in a transcript: people, groups with their topics, invitation codes."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from itertools import count

from rehearsal.standin import Standin

FIRST_STRANGER, FIRST_NEW_GROUP = 900_001, -900_001


class UnplayableError(ValueError):
    """A step that cannot be done: nobody of that name, no such button, no such file."""


@dataclass(frozen=True, slots=True)
class Place:
    """A chat, and the topic inside it."""

    chat: int | None  # None: in private
    thread: int | None = None


@dataclass
class Troupe:
    """Names instead of ids. A topic of a group is called ``汇总群#工作``."""

    standin: Standin
    people: MutableMapping[str, int]
    groups: MutableMapping[str, int]
    codes: MutableMapping[str, str] = field(default_factory=dict)
    _strangers: count[int] = field(default_factory=lambda: count(FIRST_STRANGER))
    _new_groups: count[int] = field(default_factory=lambda: count(FIRST_NEW_GROUP, -1))

    def person(self, name: str) -> int:
        """Whose telephone it is."""
        if name not in self.people:
            known = "、".join(self.people)
            raise UnplayableError(f"没有“{name}”，有：{known} / nobody is called “{name}”: {known}")
        return self.people[name]

    def place(self, name: str) -> Place:
        """Where something is said; without a name in private."""
        group, _, topic = name.partition("#")
        if not group:
            return Place(None)
        if group not in self.groups:
            known = "、".join(self.groups)
            raise UnplayableError(
                f"没有群“{group}”，有：{known} / no group is called “{group}”: {known}"
            )
        chat = self.groups[group]
        return Place(chat, self._thread(chat, topic) if topic else None)

    def _thread(self, chat: int, topic: str) -> int:
        topics = {name: id for id, name in self.standin.state.world.chat(chat).topics.items()}
        if topic not in topics:
            raise UnplayableError(f"没有话题“{topic}” / there is no topic “{topic}”")
        return topics[topic]

    def arrive(self, name: str, language: str) -> None:
        """Somebody whom nobody knows gets a telephone."""
        self.people[name] = next(self._strangers)
        self.standin.add_user(self.people[name], name, language_code=language)

    def found(self, name: str, by: int) -> None:
        """Somebody opens a group, an ordinary one, and takes the bot into it."""
        self.groups[name] = next(self._new_groups)
        self.standin.add_group(self.groups[name], name, members=[by])

    def name(self, chat: int, thread: int | None = None) -> str:
        """What a chat is called; one that became a supergroup keeps its name."""
        world = self.standin.state.world
        names = {id: name for name, id in (*self.people.items(), *self.groups.items())}
        called = names.get(chat) or world.chat(chat).title or str(chat)
        topic = world.chat(chat).topics.get(thread or 0)
        return f"{called}#{topic}" if topic else called
