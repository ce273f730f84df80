"""Whose figures may be told here: the regions that an asker may ask about in this chat."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from handlers import dates
from handlers.desk import Scene
from handlers.fitting import echoed
from handlers.outgoing import Act
from reporting.calendar import Every, Period, name_of
from reporting.campaign import Campaign
from reporting.chain import Region
from reporting.deadlines import closes
from reporting.people import Role

_NUMBERED = {
    Every.MONTH: re.compile(r"(\d{1,2})(?:月份?)?"),
    Every.WEEK: re.compile(r"(?:第|W)?(\d{1,2})周?"),
}


@dataclass(frozen=True, slots=True)
class View:
    """A region of a campaign that may be shown."""

    campaign: Campaign
    region: Region


async def views(scene: Scene) -> list[View]:
    """In private: the regions that the asker coordinates, an administrator's tops.

    In a group: the regions bound to it, for whoever has a duty in their part of the chain.
    """
    if scene.private:
        return [view for each in scene.desk.campaigns.values() for view in await _own(scene, each)]
    bound = set(await scene.books.groups.regions_of(scene.heard.where.chat))
    return [
        view
        for each in scene.desk.campaigns.values()
        for view in await _near(scene, each)
        if view.region.id in bound
    ]


async def reach(scene: Scene, views: list[View]) -> list[View]:
    """Everything that may be looked into from these: in private all that lies below them, too.

    A group is answered only about what is bound to it (rule 6.17).
    """
    if not scene.private:
        return views
    found = []
    for campaign in {each.campaign.key: each.campaign for each in views}.values():
        regions, _ = await scene.books.roster.tree(campaign.key)
        parents = {each.id: each.parent for each in regions}
        own = {each.region.id for each in views}
        found += [View(campaign, each) for each in regions if own & set(line_of(parents, each.id))]
    return found


def not_bound(scene: Scene) -> list[Act]:
    """A group of nothing is silent, but a coordinator may have meant to bind it."""
    if not scene.held(Role.COORDINATOR):
        return []
    return [scene.say(scene.words("group-not-bound"))]


async def _own(scene: Scene, campaign: Campaign) -> list[View]:
    duties = [each for each in scene.duties if each.campaign == campaign.key]
    regions, _ = await scene.books.roster.tree(campaign.key)
    mine = {each.region for each in duties if each.role is Role.COORDINATOR}
    if any(each.role is Role.ADMINISTRATOR for each in duties):
        mine |= {each.id for each in regions if each.parent is None}
    return [View(campaign, each) for each in regions if each.id in mine]


async def _near(scene: Scene, campaign: Campaign) -> list[View]:
    """The regions at, above or below one where the asker has a duty."""
    regions, _ = await scene.books.roster.tree(campaign.key)
    parents = {each.id: each.parent for each in regions}
    held = {each.region for each in scene.duties if each.campaign == campaign.key}
    above = {up for each in held for up in line_of(parents, each)}
    return [
        View(campaign, each)
        for each in regions
        if each.id in above or held & set(line_of(parents, each.id))
    ]


def line_of(parents: dict[int, int | None], region: int) -> list[int]:
    """A region and all above it."""
    line: list[int] = []
    at: int | None = region
    while at is not None:
        line.append(at)
        at = parents.get(at)
    return line


def asked(scene: Scene, views: Iterable[View], words: str) -> list[tuple[View, Period]]:
    """The views whose campaign has the period that was named, each with it."""
    found = [(view, period_asked(scene, view, words)) for view in views]
    return [(view, period) for view, period in found if period is not None]


def unknown_period(scene: Scene, views: Sequence[View], words: str) -> Act:
    """No campaign here has it: which there are, and how one is written."""
    periods = views[0].campaign.calendar.periods
    return scene.say(
        scene.words(
            "unknown-period",
            said=echoed(words),
            first=dates.period(scene.words, periods[0].key),
            last=dates.period(scene.words, periods[-1].key),
            example=periods[0].key,
        )
    )


def period_asked(scene: Scene, view: View, words: str) -> Period | None:
    """The period that was named (2023-09, 9月, 第38周), or the one that matters now.

    None where the words name no period of the campaign.
    """
    if words:
        periods = view.campaign.calendar.periods
        named = [each for each in periods if is_named(scene, each, words)]
        opened = [each for each in named if each.opens <= scene.now]
        return opened[-1] if opened else named[0] if named else None
    return period_now(view.campaign, view.region, scene.now)


def period_now(campaign: Campaign, region: Region, now: datetime) -> Period:
    """The period that matters: the first that is open and has not closed, else the last closed."""
    periods = campaign.calendar.periods
    opened = [each for each in periods if each.opens <= now]
    running = [each for each in opened if now < closes(campaign, region.tier, each)]
    return running[0] if running else opened[-1] if opened else periods[0]


def is_named(scene: Scene, period: Period, words: str) -> bool:
    """Whether the words name this period: 2023-09, 9, 9月, 2023年9月."""
    said = "".join(unicodedata.normalize("NFKC", words).split()).upper()
    if said == period.key.upper() or said in _spoken(period.key):
        return True
    name = name_of(period.key)
    numbered = _NUMBERED[name.every].fullmatch(said) if name.every in _NUMBERED else None
    return numbered is not None and int(numbered[1]) == (name.week or name.month)


@cache
def _spoken(period: str) -> frozenset[str]:
    """What people call a period in either language: 2023年9月, 9月份, SEPTEMBER."""
    return frozenset("".join(each.split()).upper() for each in dates.spoken(period))
