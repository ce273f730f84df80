"""The front desk: one update in, what the bot says out. Called inside one transaction."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace

from handlers import callback, commands, files, helping, prompting, typed
from handlers.desk import Desk, Scene
from handlers.incoming import (
    ChatKind,
    Command,
    Edited,
    File,
    Heard,
    Membership,
    Migrated,
    Press,
    Text,
    Unreadable,
)
from handlers.interview import overhearing, speaking
from handlers.interview.work import in_hand
from handlers.outgoing import Act, Message, Toast
from handlers.people import binding
from handlers.queries import freely
from handlers.running import run
from handlers.words import language_of, words_in
from reporting.said import Tapped
from storage.store import Books


async def wants(heard: Heard, books: Books, desk: Desk) -> bool:
    """Whether the bytes of what was sent are worth fetching: never a stranger's, nor a group's."""
    if not isinstance(heard.what, File) or heard.kind is not ChatKind.PRIVATE:
        return False
    return heard.speaker is not None and bool((await _scene(heard, books, desk)).duties)


async def hear(heard: Heard, books: Books, desk: Desk) -> list[Act]:
    """Take one update and say what follows. Nothing is sent here; the caller commits first."""
    if isinstance(heard.what, Migrated):
        await books.groups.migrate(heard.where.chat, heard.what.to)
        return []
    if isinstance(heard.what, Membership):
        return await _come_or_gone(heard, books)
    if heard.speaker is None:
        return []
    scene = await _scene(heard, books, desk)
    acts = await _answer(replace(scene, prompt=await prompting.waiting(scene)))
    if isinstance(heard.what, Press) and not any(isinstance(act, Toast) for act in acts):
        acts = [Toast(heard.what.callback), *acts]
    if isinstance(heard.what, Command):  # it may have bound the speaker, or their duties changed
        acts = [*acts, *helping.menu(await _scene(heard, books, desk))]
    return _keyed(acts, heard.update)


def _keyed(acts: list[Act], update: int) -> list[Act]:
    """Every message of an answer gets a key of its own, so that it is said once."""
    return [
        replace(act, key=f"update-{update}-{n}")
        if isinstance(act, Message) and not act.key
        else act
        for n, act in enumerate(acts)
    ]


async def _come_or_gone(heard: Heard, books: Books) -> list[Act]:
    present = isinstance(heard.what, Membership) and heard.what.present
    if heard.kind is ChatKind.PRIVATE:
        await books.people.set_blocked(heard.where.chat, not present)
    elif not present:
        await books.groups.left(heard.where.chat)
    return []


async def _scene(heard: Heard, books: Books, desk: Desk) -> Scene:
    speaker = heard.speaker
    assert speaker is not None
    person = await books.people.by_telegram(speaker.telegram)
    language = person.language if person else language_of(speaker.language)
    duties = await books.people.duties(person.id, heard.present) if person else ()
    duties = tuple(each for each in duties if each.campaign in desk.campaigns)
    return Scene(heard, books, desk, words_in(language), person, duties)


async def _answer(scene: Scene) -> list[Act]:
    if not scene.duties:
        return await binding.stranger(scene)
    if not scene.private:
        return await _in_group(scene)
    return await WHAT[type(scene.heard.what)](scene, scene.heard.what)


async def _in_group(scene: Scene) -> list[Act]:
    """A group is answered only where it is spoken to, and only about what it may know."""
    match scene.heard.what:
        case Command(name, words):
            return await run(scene, name, words)
        case Press():
            return await _pressed(scene, scene.heard.what)
        case Text(text) if _mentioned(scene, text):
            bare = re.sub(_mention(scene), "", text, flags=re.IGNORECASE)
            if spoken := commands.spoken(bare):
                return await run(scene, *spoken)
            return await freely.freely(scene, bare)
    return []


def _mention(scene: Scene) -> str:
    return rf"[@＠]{re.escape(scene.desk.username)}(?![A-Za-z0-9_])"


def _mentioned(scene: Scene, text: str) -> bool:
    """An administrator among bots reads everything; only what names it is meant for it."""
    return bool(scene.desk.username and re.search(_mention(scene), text, re.IGNORECASE))


async def _command(scene: Scene, what: Command) -> list[Act]:
    return await run(scene, what.name, what.words)


async def _pressed(scene: Scene, what: Press) -> list[Act]:
    acts = await _asked_by(scene, what.data)
    return [Toast(what.callback, scene.words.plain("outdated"))] if acts is None else acts


async def _asked_by(scene: Scene, data: str) -> list[Act] | None:
    """What a button asks for, pressed or its words typed; None where it is none of ours."""
    match callback.read(data):
        case Tapped() as tap if scene.private:
            return await speaking.speak(scene, tap)
        case callback.Asked(command, words):
            return await run(scene, command, words)
    return None


async def _text(scene: Scene, what: Text) -> list[Act]:
    spoken = commands.spoken(what.text)
    if spoken and spoken[1] and not what.text.lstrip().startswith(("/", "／")):
        answering = scene.prompt or await in_hand(scene)
        spoken = None if answering else spoken  # 进度 良好 is an answer there
    if spoken:
        return await run(scene, *spoken)
    button = await typed.meant(scene, what.text)
    if button and (acts := await _asked_by(scene, button)) is not None:
        return acts
    if scene.prompt:
        return await run(scene, scene.prompt.command, f"{scene.prompt.words} {what.text}")
    heard = await overhearing.overheard(scene, what.text) or await freely.freely(scene, what.text)
    return heard or await speaking.said(scene, what.text)


async def _edited(scene: Scene, what: Edited) -> list[Act]:
    return await speaking.edited(scene)


async def _file(scene: Scene, what: File) -> list[Act]:
    return await files.taken(scene, what)


async def _unreadable(scene: Scene, what: Unreadable) -> list[Act]:
    return prompting.unreadable(scene) or await speaking.unreadable(scene)


WHAT: dict[type, Callable[..., Awaitable[list[Act]]]] = {
    Command: _command,
    Press: _pressed,
    Text: _text,
    Edited: _edited,
    Unreadable: _unreadable,
    File: _file,
}
