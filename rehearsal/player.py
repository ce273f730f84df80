"""Plays a transcript on the stand-in, and tells what people saw after each step."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rehearsal.acting import act
from rehearsal.transcript import Step
from rehearsal.troupe import Troupe, UnplayableError

__all__ = ["Player", "Troupe", "UnplayableError"]
MARKS = {"message": "→", "edited": "↺"}
DEEP_LINK = re.compile(r"https://t\.me/\w+\?start=([\w-]+)")


@dataclass
class Player:
    """Everybody's hands and eyes.

    ``settle`` waits until the bot has answered everything. ``directions`` are the steps that
    nobody does: ``clock``, ``restart`` …, each with the words behind it. ``folder`` is where
    files to send are looked for, ``files`` where received ones are left.
    """

    troupe: Troupe
    settle: Callable[[], Awaitable[None]]
    directions: Mapping[str, Callable[[str], Awaitable[None]]]
    folder: Path = Path()
    files: Path | None = None
    received: list[Path] = field(default_factory=list)
    _watched: frozenset[str] = frozenset()
    _texts: dict[tuple[int, int], str] = field(default_factory=dict)
    _buttons: dict[tuple[int, int], dict[str, str]] = field(default_factory=dict)
    _gone: dict[int, dict[str, tuple[int, str]]] = field(default_factory=dict)

    async def play(self, step: Step) -> list[str]:
        """Do one step; the lines of what came of it."""
        if not step.verb:
            return []
        before = self.troupe.standin.state.events.last
        if step.verb == "watch":
            self._watched = frozenset(step.words.split())
        elif direction := self.directions.get(step.verb):
            await direction(step.words)
        else:
            act(self.troupe, step, self.folder, self._old(step))
        await self.settle()
        events = list(self.troupe.standin.events(before))
        if step.who:
            events.sort(key=self._from(step))
        return list(self._seen(events))

    def _old(self, step: Step) -> Mapping[str, tuple[int, str]]:
        chat = self.troupe.place(step.chat).chat or self.troupe.people.get(step.who, 0)
        return self._gone.get(chat, {})

    def _from(self, step: Step) -> Callable[[Mapping[str, Any]], tuple[bool, str]]:
        """The order of chats: where it was said, then the others by name.

        Different chats are answered at the same time; which is first is chance.
        """
        here = self.troupe.place(step.chat).chat or self.troupe.people.get(step.who, 0)

        def order(event: Mapping[str, Any]) -> tuple[bool, str]:
            chat = event.get("chat_id") or 0
            return chat != here, self.troupe.name(chat) if chat else ""

        return order

    def _seen(self, events: Iterable[Mapping[str, Any]]) -> Iterator[str]:
        """What the bot said: messages as they came, changes in place, notices."""
        for event in events:
            if event["kind"] == "answer" and event["answer"].get("text"):
                yield from self._heard("!", event, event["answer"]["text"].splitlines())
            elif event["kind"] in MARKS and self._says_more(event["message"]):
                yield from self._heard(MARKS[event["kind"]], event, self._shown(event["message"]))

    def _heard(self, mark: str, event: Mapping[str, Any], lines: Iterable[str]) -> Iterator[str]:
        name = self.troupe.name(event["chat_id"], (event.get("message") or {}).get("thread"))
        lines = [f"    {line}".rstrip() for line in lines]  # files are kept, watched or not
        if not self._watched or name in self._watched:
            yield f"bot {mark} {name}"
            yield from lines

    def _says_more(self, message: Mapping[str, Any]) -> bool:
        """Whether the bot said something: not where it only took the buttons off."""
        place = (message["chat_id"], message["message_id"])
        before = self._texts.get(place)
        self._texts[place] = message["text"]
        self._note_buttons(place, message)
        return message["by_bot"] and (before != message["text"] or bool(message["buttons"]))

    def _note_buttons(self, place: tuple[int, int], message: Mapping[str, Any]) -> None:
        """Remember buttons that are gone: a telephone may show them a little longer."""
        now = {b["text"]: b.get("callback_data", "") for row in message["buttons"] for b in row}
        for label, data in self._buttons.get(place, {}).items():
            if now.get(label) != data:
                self._gone.setdefault(place[0], {})[label] = (place[1], data)
        self._buttons[place] = now

    def _shown(self, message: Mapping[str, Any]) -> Iterator[str]:
        if message["file"] is not None:
            yield f"<{message['file']['name']}>"
            self._keep(message)
        yield from self._veiled(message["text"] or "").splitlines()
        for row in message["buttons"] or ():
            yield " ".join(f"[{button['text']}]" for button in row)

    def _veiled(self, text: str) -> str:
        """The code of a link that opens the bot differs every time: it is ``{code link}``."""
        for code in DEEP_LINK.findall(text):
            self.troupe.codes["link"] = code
            text = text.replace(code, "{code link}")
        return text

    def _keep(self, message: Mapping[str, Any]) -> None:
        if self.files is None:
            return
        self.files.mkdir(parents=True, exist_ok=True)
        file_id = message["file"]["url"].rpartition("/")[2]
        path = self.files / message["file"]["name"].replace("/", "-")
        path.write_bytes(self.troupe.standin.state.world.files.by_id[file_id].data)
        if path not in self.received:
            self.received.append(path)
