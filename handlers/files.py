"""A photo or document sent in private: the first that has a use for it takes it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.desk import LIAISONS, Scene
from handlers.incoming import File
from handlers.interview import attaching, speaking
from handlers.outgoing import Act
from handlers.sheets import uploading
from handlers.words import Html
from reporting.attaching import LARGEST

Taker = Callable[[Scene, File], Awaitable[list[Act] | None]]
"""What follows from a file whose bytes are there; None: no use for it, the next is asked."""

TAKERS: tuple[Taker, ...] = (uploading.take, attaching.attach)


async def taken(scene: Scene, file: File) -> list[Act]:
    """What becomes of a file. Where its bytes could not be had, that is said, and the remedy."""
    if file.too_large:
        return await _not_taken(scene, scene.words("file-too-large", largest=LARGEST // 1024**2))
    if file.data is None:
        return await _not_taken(scene, scene.words("file-not-fetched"))
    for taker in TAKERS:
        acts = await taker(scene, file)
        if acts is not None:
            return acts
    fills = scene.held(*LIAISONS)
    return [scene.say(scene.words("file-no-report" if fills else "file-no-use"))]


async def _not_taken(scene: Scene, why: Html) -> list[Act]:
    """The pending question, if there is one, stays the last thing said."""
    return await speaking.resumed(scene, why) or [scene.say(why)]
