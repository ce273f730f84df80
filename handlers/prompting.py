"""A command that waits for words: a reason, a name. The next words typed in private are its own.

A command or a press ends the waiting; the pending question of an interview stays where it was.
"""

from __future__ import annotations

from datetime import timedelta

from handlers.callback import of_command
from handlers.desk import Rows, Scene
from handlers.incoming import Edited, Unreadable
from handlers.interview.speaking import resumed
from handlers.outgoing import Act, Button
from handlers.thread import in_thread
from storage.nouns import Prompt

LIFETIME = timedelta(days=1)  # older questions are forgotten by who was asked


async def ask(
    scene: Scene,
    command: str,
    words: str,
    text: str,
    buttons: Rows = (),
    *,
    below: bool = False,
) -> list[Act]:
    """Say ``text`` with [取消]; what is typed next runs ``command`` with ``words`` before it.

    The command looks at the words as if they had been typed behind its name, and may ask again.
    ``below``: the message that was pressed stays as it is.
    """
    await scene.books.prompts.keep(scene.speaker.id, command, words, scene.heard.present)
    return await in_thread(scene, text, (*buttons, _cancel(scene)), below=below)


async def waiting(scene: Scene) -> Prompt | None:
    """What the speaker's words were asked for; whatever was said now has ended the waiting."""
    if scene.person is None or not scene.private:
        return None
    prompt = await scene.books.prompts.waiting(scene.person.id)
    if prompt is None:
        return None
    lasting = scene.heard.present < prompt.at + LIFETIME
    if not lasting or not isinstance(scene.heard.what, Unreadable | Edited):
        await scene.books.prompts.drop(scene.person.id)
    return prompt if lasting else None


async def cancel(scene: Scene, words: str) -> list[Act]:
    """取消: nothing is waited for; the interview, if there is one, goes on."""
    ended = scene.prompt is not None or scene.pressed is not None
    said = scene.words("prompt-cancelled" if ended else "prompt-none")
    return await resumed(scene, said) or await in_thread(scene, said)


def unreadable(scene: Scene) -> list[Act]:
    """A sticker, a voice message: words are waited for still. [] where they are not."""
    if scene.prompt is None:
        return []
    return [scene.say(scene.words("prompt-not-text"), (_cancel(scene),))]


def _cancel(scene: Scene) -> tuple[Button, ...]:
    return (Button(scene.words.plain("button-cancel"), of_command("cancel")),)
