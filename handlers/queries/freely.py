"""Words that begin with no command: a figure's (代孕案件数 8月), or a region's (成都 进度)."""

from __future__ import annotations

from handlers.commands import ASKING, spoken
from handlers.desk import Scene
from handlers.interview.work import in_hand
from handlers.outgoing import Act
from handlers.queries import figures
from handlers.queries.finding import Query, query
from handlers.queries.picking import named
from handlers.running import run
from reporting.people import Role

COLLECTS = (Role.COORDINATOR, Role.ADMINISTRATOR)


async def freely(scene: Scene, text: str) -> list[Act]:
    """What a coordinator asks in plain words; [] where they ask nothing.

    In private an answer stays an answer: nothing is asked while a report is in hand.
    """
    if scene.private and (not scene.held(*COLLECTS) or await in_hand(scene)):
        return []
    said = text.split()
    for n, word in enumerate(said):
        command = spoken(word)
        if command and command[0] in ASKING:
            others = " ".join(said[:n] + said[n + 1 :])
            asked = await query(scene, others)
            return await run(scene, command[0], others) if _understood(asked, command[0]) else []
    asked = await query(scene, text)
    return await figures.figure(scene, text) if _names_figures(asked) else []


def _understood(asked: Query, command: str) -> bool:
    """Whether nothing was said beside places and times, or a figure where one is asked for."""
    return not asked.rest or (command in ("figure", "trace") and _names_figures(asked))


def _names_figures(asked: Query) -> bool:
    forms = (view.campaign.form for view in asked.views)
    return bool(asked.rest) and any(named(form, asked.rest) for form in forms)
