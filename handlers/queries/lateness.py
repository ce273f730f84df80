"""``/late [地区]``: who is late or missing again and again, counted over the released tables."""

from __future__ import annotations

from handlers.callback import of_command
from handlers.desk import Scene
from handlers.fitting import pages
from handlers.outgoing import Act
from handlers.queries import drilling
from handlers.queries.finding import query, unknown
from handlers.queries.picking import nothing_here
from handlers.scope import View
from handlers.words import Html
from reporting.punctuality import Record, records


async def late(scene: Scene, words: str) -> list[Act]:
    """The least punctual first, a region at a time; then down the tree by buttons."""
    asked = await query(scene, words)
    if not asked.own:
        return nothing_here(scene)
    if asked.rest:
        return [unknown(scene, asked)]
    lines = [line for view in asked.views for line in await _lines(scene, view)]
    rows = drilling.ways(scene, asked, asked.views, lambda v: of_command("late", f"#{v.region.id}"))
    return drilling.shown(scene, pages(lines), rows)


async def _lines(scene: Scene, view: View) -> list[Html]:
    words, campaign = scene.words, view.campaign
    tables = await scene.books.rollups.newest_by_period(view.region.id, campaign.form.key)
    found = records(tables.values())
    head = words(
        "late-head",
        campaign=words.label(campaign.short),
        region=view.region.name,
        count=len(tables),
    )
    if not tables:
        return [head]
    often = [each for each in found if not each.punctual]
    lines = [_line(scene, each) for each in often]
    punctual = len(found) - len(often)
    return [head, *lines, words("late-punctual", count=punctual)]


def _line(scene: Scene, each: Record) -> Html:
    return scene.words(
        "late-line", name=each.name, missing=each.missing, late=each.late, of=each.of
    )
