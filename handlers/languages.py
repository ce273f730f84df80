"""``/language``: Chinese or English, remembered for the person, whose question is asked in it."""

from __future__ import annotations

from dataclasses import replace

from handlers.callback import of_command
from handlers.desk import Scene
from handlers.helping import menu
from handlers.interview.speaking import asked_again
from handlers.outgoing import Act, Button
from handlers.thread import bared
from handlers.words import LANGUAGES, words_in


async def language(scene: Scene, words: str) -> list[Act]:
    """Offer the languages, or take the one that was named."""
    names = {name: words_in(name).plain("language-name") for name in LANGUAGES}
    for name, said in names.items():
        if words.lower() in (name, said.lower()):
            await scene.books.people.set_language(scene.speaker.id, name)
            spoken = replace(scene, words=words_in(name))
            asked = await scene.books.ledger.last_question(scene.speaker.id)
            if again := await asked_again(spoken):
                again = [*bared(asked), *again]
            return [scene.replace_or_say(spoken.words("language-set")), *again, *menu(spoken)]
    row = tuple(Button(said, of_command("language", name)) for name, said in names.items())
    return [scene.say(scene.words("language-which"), (row,))]
