"""A photo or document sent in private: the first that has a use for it takes it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers import speaking, uploading
from handlers.desk import Scene
from handlers.incoming import File
from handlers.outgoing import Act
from reporting.attaching import LARGEST

Taker = Callable[[Scene, File], Awaitable[list[Act] | None]]
"""What follows from a file whose bytes are there; None: no use for it, the next is asked."""

TAKERS: tuple[Taker, ...] = (uploading.take,)


async def taken(scene: Scene, file: File) -> list[Act]:
    """What becomes of a file. Where its bytes could not be had, that is said, and the remedy."""
    if file.too_large:
        return [scene.say(scene.words("file-too-large", largest=LARGEST // 1024**2))]
    if file.data is None:
        return [scene.say(scene.words("file-not-fetched"))]
    for taker in TAKERS:
        acts = await taker(scene, file)
        if acts is not None:
            return acts
    return await speaking.unreadable(scene)
