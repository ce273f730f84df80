"""A filled-in form that is not taken."""

from __future__ import annotations

from handlers.desk import Rows, Scene
from handlers.words import Html


class NotTakenError(Exception):
    """A file that is not taken: why, with the remedy, and buttons where there is a way on."""

    def __init__(self, text: Html, buttons: Rows = ()) -> None:
        """Words in the speaker's language."""
        super().__init__(text)
        self.text, self.buttons = text, buttons


def closed(scene: Scene, what: str) -> NotTakenError:
    """Nothing is filled in for what it is of, not yet or no more."""
    return NotTakenError(scene.words("upload-closed", what=what))
