"""Plays a transcript on the stand-in, and tells what people saw after each step."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from rehearsal.standin import Standin
from rehearsal.transcript import Step

PIXEL = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")  # the least of a JPEG
MARKS = {"message": "→", "edited": "↺"}


class UnplayableError(ValueError):
    """A step that cannot be done: nobody of that name, no such button, no such file."""


@dataclass
class Player:
    """Somebody's hands: names instead of ids, and the bot's answers waited for.

    ``settle`` waits until the bot has answered everything; ``move`` takes it to an instant;
    ``restart`` stops it and starts it anew. ``files`` is where received files are left.
    """

    standin: Standin
    people: Mapping[str, int]
    groups: Mapping[str, int]
    settle: Callable[[], Awaitable[None]]
    move: Callable[[datetime], Awaitable[None]]
    restart: Callable[[], Awaitable[None]]
    instant: Callable[[str], datetime]  # a local time as the transcript writes it
    folder: Path = Path()  # where files to send are looked for
    files: Path | None = None
    received: list[Path] = field(default_factory=list)
    _texts: dict[tuple[int, int], str] = field(default_factory=dict)

    async def play(self, step: Step) -> list[str]:
        """Do one step; the lines of what came of it."""
        if not step.verb:
            return []
        before = self.standin.state.events.last
        if step.verb == "clock":
            await self.move(self.instant(step.words))
        elif step.verb == "restart":
            await self.restart()
        else:
            self._act(step)
        await self.settle()
        return list(self._seen(before))

    def _act(self, step: Step) -> None:
        who, chat = self._person(step.who), self._chat(step.chat)
        match step.verb:
            case "says":
                self.standin.say(who, step.words.replace("\\n", "\n"), chat_id=chat)
            case "taps":
                self._tap(who, step.words, chat)
            case "sends":
                path = self.folder / step.words
                if not path.is_file():
                    raise UnplayableError(f"没有文件 {step.words} / there is no file {step.words}")
                self.standin.send_file(who, path.read_bytes(), path.name, chat_id=chat)
            case "photographs":
                self.standin.send_file(who, PIXEL, "photo.jpg", kind="photo", chat_id=chat)
            case "stickers":
                self.standin.send_file(who, PIXEL, "sticker.webp", kind="sticker", chat_id=chat)
            case "edits":
                own = self._last_own(who, chat if chat is not None else who)
                self.standin.edit(who, own, step.words, chat_id=chat)
            case "blocks":
                self.standin.block(who)
            case "unblocks":
                self.standin.unblock(who)

    def _tap(self, who: int, label: str, chat: int | None) -> None:
        """The newest button of that label, or of a label that begins so."""
        try:
            self.standin.tap(who, label, chat_id=chat)
        except LookupError as error:
            raise UnplayableError(f"没有按钮“{label}” / there is no button “{label}”") from error

    def _last_own(self, who: int, chat: int) -> int:
        own = [m for m in self.standin.messages(chat) if m["from"]["id"] == who]
        if not own:
            raise UnplayableError("没有可改的消息 / there is no message to edit")
        return int(own[-1]["message_id"])

    def _person(self, name: str) -> int:
        if name not in self.people:
            known = "、".join(self.people)
            raise UnplayableError(f"没有“{name}”，有：{known} / nobody is called “{name}”: {known}")
        return self.people[name]

    def _chat(self, name: str) -> int | None:
        if name and name not in self.groups:
            known = "、".join(self.groups)
            raise UnplayableError(
                f"没有群“{name}”，有：{known} / no group is called “{name}”: {known}"
            )
        return self.groups[name] if name else None

    def _seen(self, before: int) -> Iterator[str]:
        """What the bot said since then: messages as they came, changes in place, notices."""
        for event in self.standin.events(before):
            if event["kind"] == "answer" and event["answer"].get("text"):
                yield f"bot ! {self._name(event['chat_id'])}"
                yield from _indented(event["answer"]["text"])
            elif event["kind"] in MARKS and self._says_more(event["message"]):
                yield f"bot {MARKS[event['kind']]} {self._name(event['chat_id'])}"
                yield from self._shown(event["message"])

    def _says_more(self, message: Mapping[str, Any]) -> bool:
        """Whether the bot said something: not where it only took the buttons off."""
        place = (message["chat_id"], message["message_id"])
        before = self._texts.get(place)
        self._texts[place] = message["text"]
        return message["by_bot"] and (before != message["text"] or bool(message["buttons"]))

    def _shown(self, message: Mapping[str, Any]) -> Iterator[str]:
        if message["file"] is not None:
            yield f"    <{message['file']['name']}>"
            self._keep(message)
        yield from _indented(message["text"] or "")
        for row in message["buttons"] or ():
            yield "    " + " ".join(f"[{button['text']}]" for button in row)

    def _keep(self, message: Mapping[str, Any]) -> None:
        if self.files is None:
            return
        self.files.mkdir(parents=True, exist_ok=True)
        file_id = message["file"]["url"].rpartition("/")[2]
        path = self.files / message["file"]["name"].replace("/", "-")
        path.write_bytes(self.standin.state.world.files.by_id[file_id].data)
        if path not in self.received:
            self.received.append(path)

    def _name(self, chat: int) -> str:
        names = {id: name for name, id in (*self.people.items(), *self.groups.items())}
        return names.get(chat, str(chat))


def _indented(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield f"    {line}".rstrip()
