"""REGION and PERIOD as people write them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.commands.failing import CommandError
from handlers.scope import period_now
from reporting.calendar import Period
from reporting.campaign import Campaign
from reporting.chain import Region
from reporting.roster.nouns import fold, folded
from storage.store import Books


@dataclass(frozen=True, slots=True)
class Place:
    """A region of a campaign; ``path`` are the names from the top down to it."""

    campaign: Campaign
    region: Region
    path: tuple[str, ...]

    @property
    def named(self) -> str:
        """As it can be written: 四川省/成都市."""
        return "/".join(self.path)


async def all_places(books: Books, campaigns: Mapping[str, Campaign]) -> list[Place]:
    """Every region of the campaigns, those above before those below."""
    found: list[Place] = []
    for campaign in campaigns.values():
        regions, _ = await books.roster.tree(campaign.key)
        by_id = {each.id: each for each in regions}
        places = [Place(campaign, each, _path(by_id, each)) for each in regions]
        found += sorted(places, key=lambda each: len(each.path))
    return found


def find_place(places: list[Place], said: str) -> Place:
    """The region of that name or path, or of a path that ends so; CommandError if not just one."""
    wanted = tuple(fold(part) for part in said.split("/") if part.strip())
    ending = [p for p in places if wanted and folded(p.path)[-len(wanted) :] == wanted]
    whole = [p for p in ending if folded(p.path) == wanted]
    found = whole if len(whole) == 1 else ending
    if len(found) == 1:
        return found[0]
    raise _ambiguous(said, found) if found else _unknown(said, places)


def find_period(campaign: Campaign, region: Region, said: str | None, now: datetime) -> Period:
    """The period with this key; where none is named, the one that matters now."""
    if said is None:
        return period_now(campaign, region, now)
    if (found := named_period(campaign, said)) is not None:
        return found
    raise no_period(said, [campaign])


def named_period(campaign: Campaign, said: str) -> Period | None:
    """The campaign's period of that key, however its letters are written."""
    key = said.strip().casefold()
    return next((each for each in campaign.calendar.periods if each.key.casefold() == key), None)


def no_period(said: str, campaigns: Iterable[Campaign]) -> CommandError:
    """None of the campaigns has it: which there are."""
    periods = (period for each in campaigns for period in each.calendar.periods)
    keys = list(dict.fromkeys(each.key for each in periods))
    return CommandError(
        f"没有“{said}”这一期。可用：{'、'.join(keys)}。",
        f"There is no period '{said}'. The periods are {', '.join(keys)}.",
    )


def _path(by_id: Mapping[int, Region], region: Region) -> tuple[str, ...]:
    above = by_id.get(region.parent) if region.parent is not None else None
    return (*(_path(by_id, above) if above else ()), region.name)


def _ambiguous(said: str, found: list[Place]) -> CommandError:
    paths = "、".join(f"{each.named}（{each.campaign.key}）" for each in found)
    return CommandError(
        f"“{said}”不止一个：{paths}。请写全路径，或加 --campaign。",
        f"'{said}' is several: {', '.join(each.named for each in found)}. Write the whole path,"
        " or add --campaign.",
    )


def _unknown(said: str, places: list[Place]) -> CommandError:
    names = list(dict.fromkeys(each.named for each in places))
    if not names:
        return CommandError(
            "名册还没有载入，因此没有地区。请先运行 roster load。",
            "No roster is loaded, so there are no regions. Run roster load first.",
        )
    last = said.rpartition("/")[2]
    near = [
        n for n in names if difflib.SequenceMatcher(None, n.rpartition("/")[2], last).ratio() > 0.5
    ]
    shown = (near or names)[:10]
    return CommandError(
        f"没有地区“{said}”。有：{'、'.join(shown)}。",
        f"There is no region '{said}'. There are: {', '.join(shown)}.",
    )
