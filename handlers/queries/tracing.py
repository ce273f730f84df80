"""``/trace 代孕 案件数 [9月] [地区]``: who a figure is made of, and down the tree from there."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.chain.standing import standing
from handlers.desk import Scene
from handlers.fitting import pages
from handlers.outgoing import Act
from handlers.queries import drilling, figures
from handlers.queries.picking import Pick, picked
from handlers.reports.openings import title
from handlers.words import Html, Words
from reporting.chain import Contribution, RollUp
from reporting.computing import computed
from reporting.rollup import summed


async def trace(scene: Scene, words: str) -> list[Act]:
    """A region's figure with what each contributor brought; the sum is that of the table."""
    asked, picks, instead = await picked(scene, "trace", words)
    if not picks:
        return instead
    if asked.cumulative:  # made of its periods
        return await figures.figure(scene, words)
    lines = [line for each in picks for line in await _lines(scene, each)]
    views = [each.view for each in picks]
    rows = drilling.ways(scene, asked, views, figures.link("trace", picks))
    return drilling.shown(scene, pages(lines), rows)


async def _lines(scene: Scene, pick: Pick) -> list[Html]:
    """The released table's contributors as they went in; before that, as they stand."""
    words, view = scene.words, pick.view
    campaign, region, period = view.campaign, view.region, pick.period
    table = await scene.books.rollups.newest(region.id, period.key, pick.form.key)
    head = [
        title(words, campaign, period.key, region.name),
        words("figure-label", label=pick.label(words)),
    ]
    if table is None or not table.reported:
        stands = await standing(scene.books, campaign, region, period)
        so_far = figures.so_far(scene, pick, stands)
        lines = (_line(words, pick, each, unreleased=True) for each in stands.contributions)
        return [*head, so_far, *lines]
    total = _total(words, pick, table)
    return [*head, total, *(_line(words, pick, each) for each in table.contributions)]


def _total(words: Words, pick: Pick, table: RollUp) -> Html:
    """The table's figure; and, where it is a sum, that this is what the contributors come to."""
    told = table.figures.get(pick.key)
    value, version = pick.value(words, told), table.version
    if pick.key not in summed(pick.form):
        return words("trace-computed", value=value, version=version)
    brought = list(_brought(pick, table.contributions))
    added = sum(brought) if brought else None
    if added != told:
        return words("trace-differs", value=value, version=version, added=pick.value(words, added))
    return words("trace-sum", value=value, version=version, count=len(brought))


def _brought(pick: Pick, contributions: Iterable[Contribution]) -> Iterable[int]:
    for each in contributions:
        figure = _figure(pick, each)
        if each.counted and figure is not None:
            yield figure


def _figure(pick: Pick, each: Contribution) -> int | None:
    """What one brought; a unit's computed cells are not stored."""
    if each.figures is None or pick.key in summed(pick.form):
        return None if each.figures is None else each.figures.get(pick.key)
    return computed(pick.form, each.figures).get(pick.key)


def _line(words: Words, pick: Pick, each: Contribution, *, unreleased: bool = False) -> Html:
    """Name, value or 未报; of a child region its own completeness, too."""
    value = pick.value(words, _figure(pick, each))
    name = each.name
    if each.kind == "region":
        if unreleased and each.version is None:
            value = words.plain("figure-pending")
        name = words.plain("child", name=name, reported=each.reported, expected=each.expected)
    return words("trace-line" if each.counted else "trace-outside", name=name, value=value)
