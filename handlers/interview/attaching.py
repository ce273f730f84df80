"""A photo or document that goes to the narrative of the report in hand."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from handlers.desk import Scene
from handlers.incoming import File
from handlers.interview.speaking import speak
from handlers.interview.work import in_hand
from handlers.outgoing import Act, Message
from handlers.thread import stands
from reporting.attaching import Attachment, FileKind, safe_name
from reporting.said import Sent


async def attach(scene: Scene, file: File) -> list[Act] | None:
    """Beside the report that the speaker is in; None where there is none."""
    if file.data is None or await in_hand(scene) is None:
        return None
    digest = sha256(file.data).hexdigest()
    attachment = Attachment(file.kind, _name(file, digest), len(file.data), digest)
    before = await _of_this_album(scene, file)
    acts = await speak(scene, Sent(attachment, file.caption), {digest: file.data})
    return _as_one(acts, file, scene.heard.update, before)


def _name(file: File, digest: str) -> str:
    """A photo comes without a name; it gets one of its own."""
    return f"photo-{digest[:6]}.jpg" if file.kind is FileKind.PHOTO else safe_name(file.name)


async def _of_this_album(scene: Scene, file: File) -> int | None:
    """The message that answered the file before this one, where both are of one album."""
    asked = await scene.books.ledger.last_question(scene.speaker.id)
    same = asked is not None and file.album and asked.key.startswith(_key(file))
    return stands(asked) if asked is not None and same else None


def _as_one(acts: list[Act], file: File, update: int, before: int | None) -> list[Act]:
    """An album is several updates, one after the other: one message answers all of them."""
    if not file.album:
        return acts
    said = [act for act in acts if isinstance(act, Message)] if before else acts
    return [
        replace(act, key=f"{_key(file)}{update}", edit=before or act.edit)
        if isinstance(act, Message)
        else act
        for act in said
    ]


def _key(file: File) -> str:
    return f"album-{file.album}-"
