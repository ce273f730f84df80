"""Buttons from one region to those below it, and back up; no further than the asker may look."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handlers.desk import Rows, Scene
from handlers.fitting import short
from handlers.interview.talk import paired
from handlers.outgoing import Act, Button
from handlers.queries.finding import Query
from handlers.scope import View
from handlers.words import Html

BUTTONS_SHOWN = 90  # Telegram takes 100
LABEL_ROOM = 30


def ways(scene: Scene, asked: Query, views: Sequence[View], data: Callable[[View], str]) -> Rows:
    """Of one region: the regions right below, and the one above. Of several: into each."""
    if len(views) != 1:
        return paired([_button(each, data) for each in views[:BUTTONS_SHOWN]])
    (here,) = views
    below = [each for each in asked.reach if each.region.parent == here.region.id]
    rows = paired([_button(each, data) for each in below[:BUTTONS_SHOWN]])
    for above in asked.reach:
        if above.region.id == here.region.parent:
            label = scene.words.plain("button-up", name=short(above.region.name, LABEL_ROOM))
            rows = (*rows, (Button(label, data(above)),))
    return rows


def _button(view: View, data: Callable[[View], str]) -> Button:
    return Button(short(view.region.name, LABEL_ROOM), data(view))


def shown(scene: Scene, texts: Sequence[Html], rows: Rows) -> list[Act]:
    """The buttons below the last message; in place of the pressed one where it is one message."""
    *before, last = texts
    if not before:
        return [scene.replace_or_say(last, rows)]
    return [*map(scene.say, before), scene.say(last, rows)]
