"""What each verb of a transcript does: one function a verb, on the stand-in's people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from rehearsal.spelling import spelled
from rehearsal.standin import Standin
from rehearsal.transcript import Step
from rehearsal.troupe import Place, Troupe, UnplayableError

PIXEL = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")  # the least of a JPEG


@dataclass(frozen=True)
class Act:
    """One step with its names looked up."""

    standin: Standin
    troupe: Troupe
    step: Step
    who: int
    at: Place
    words: str
    folder: Path  # where files to send are looked for
    old: Mapping[str, tuple[int, str]]  # label → message and data of a button that is gone


def act(troupe: Troupe, step: Step, folder: Path, old: Mapping[str, tuple[int, str]]) -> None:
    """Do one step. UnplayableError where it cannot be done."""
    if step.verb == "arrives":
        troupe.arrive(step.who, step.words or "zh-hans")
        return
    who = troupe.person(step.who)
    if step.verb == "founds":
        troupe.found(step.words, who)
        return
    words = spelled(step.words, troupe.codes)
    place = troupe.place(step.chat)
    ACTS[step.verb](Act(troupe.standin, troupe, step, who, place, words, folder, old))


def _says(a: Act) -> None:
    a.standin.say(a.who, a.words, chat_id=a.at.chat, thread=a.at.thread)


def _opens(a: Act) -> None:
    """The link of an invitation, or the bot itself."""
    a.standin.start(a.who, a.words)


def _taps(a: Act) -> None:
    """The newest button of that label, or of one that begins so."""
    for message in reversed(a.standin.messages(a.at.chat or a.who)):
        labels = [button["text"] for row in message["buttons"] for button in row]
        if found := [each for each in labels if each.startswith(a.words)]:
            label = a.words if a.words in found else found[0]
            a.standin.tap(a.who, label, chat_id=a.at.chat, message_id=message["message_id"])
            return
    raise UnplayableError(f"没有按钮“{a.words}” / there is no button “{a.words}”")


def _taps_twice(a: Act) -> None:
    """Twice, before the bot has said anything."""
    _taps(a)
    _taps(a)


def _presses(a: Act) -> None:
    """A button that a telephone still shows although the bot has taken it off."""
    found = [old for label, old in a.old.items() if label.startswith(a.words)]
    if not found:
        raise UnplayableError(f"没有旧按钮“{a.words}” / no button “{a.words}” is gone")
    message, data = a.old.get(a.words) or found[-1]
    a.standin.press(a.who, data, message, chat_id=a.at.chat)


def _sends(a: Act) -> None:
    """A file of the transcript's folder; words behind its name are written under it."""
    name, _, caption = a.words.partition(" ")
    path = a.folder / name
    if not path.is_file():
        raise UnplayableError(f"没有文件 {name} / there is no file {name}")
    data = path.read_bytes()
    a.standin.send_file(a.who, data, path.name, caption=caption, chat_id=a.at.chat)


def _sending(name: str, kind: str) -> Callable[[Act], None]:
    def send(a: Act) -> None:
        data = PIXEL + a.words.encode()  # another picture where other words stand under it
        a.standin.send_file(
            a.who, data, name, kind=kind, caption=a.words, chat_id=a.at.chat, thread=a.at.thread
        )

    return send


def _edits(a: Act) -> None:
    chat = a.at.chat or a.who
    own = [m for m in a.standin.messages(chat) if m["from"]["id"] == a.who]
    if not own:
        raise UnplayableError("没有可改的消息 / there is no message to edit")
    a.standin.edit(a.who, int(own[-1]["message_id"]), a.words, chat_id=a.at.chat)


def _forwards(a: Act) -> None:
    """The newest message of the chat that begins so, by whomever, into the private chat."""
    chat = a.at.chat or a.who
    found = [m for m in a.standin.messages(chat) if m["text"].startswith(a.words)]
    if not found:
        raise UnplayableError(f"没有消息“{a.words}” / no message begins “{a.words}”")
    a.standin.forward(a.who, int(found[-1]["message_id"]), from_chat_id=chat)


def _group(a: Act) -> int:
    if a.at.chat is None:
        raise UnplayableError(f"{a.step.verb} in 哪个群？ / in which group?")
    return a.at.chat


def _upgrades(a: Act) -> None:
    name = a.step.chat.partition("#")[0]
    a.troupe.groups[name] = a.standin.migrate(_group(a)).id


ACTS: Mapping[str, Callable[[Act], object]] = {
    "says": _says,
    "opens": _opens,
    "taps": _taps,
    "taps-twice": _taps_twice,
    "presses": _presses,
    "sends": _sends,
    "photographs": _sending("photo.jpg", "photo"),
    "stickers": _sending("sticker.webp", "sticker"),
    "voices": _sending("voice.ogg", "voice"),
    "edits": _edits,
    "forwards": _forwards,
    "blocks": lambda a: a.standin.block(a.who),
    "unblocks": lambda a: a.standin.unblock(a.who),
    "joins": lambda a: a.standin.join(a.who, _group(a)),
    "starts-topic": lambda a: a.standin.add_topic(_group(a), a.words, a.who),
    "upgrades": _upgrades,
    "adds-bot": lambda a: a.standin.add_bot(_group(a), a.who),
    "removes-bot": lambda a: a.standin.kick_bot(_group(a), a.who),
}
