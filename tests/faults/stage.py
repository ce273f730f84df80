"""The month's stage: the sample roster, some of its people with an invitation each, two groups."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.campaigns import folder_of, read_campaigns
from bot.inviting import invite
from bot.rosters import load_roster, read_roster_file
from rehearsal import Standin
from reporting.campaign import Campaign
from storage.store import Store

NAME = "sichuan-2023"
PERIOD = "2023-09"
ZONE = ZoneInfo("Asia/Shanghai")
GROUPS = {"锦江区": -5101, "成都市": -5102}


def at(words: str) -> datetime:
    """A local time: ``09-25 09:00``."""
    return datetime.fromisoformat(f"2023-{words}").replace(tzinfo=ZONE)


@dataclass(frozen=True)
class Role:
    """A person of the sample roster: account, unit, region, and whether they bind its group."""

    name: str
    account: int
    unit: str
    region: str
    binds: bool = False


CAST = (
    Role("联络员壬午", 1001, "锦江区卫生健康局（本级）", "锦江区", binds=True),
    Role("联络员癸未", 1002, "锦江区公安分局", "锦江区"),
    Role("联络员甲申", 1003, "锦江区市场监管局", "锦江区"),
    Role("联络员壬申", 1004, "成都市公安局", "成都市"),
    Role("联络员癸酉", 1005, "成都市市场监管局", "成都市"),
    Role("联络员甲戌", 1006, "成都市妇联", "成都市"),
    Role("汇总员乙", 1007, "", "成都市", binds=True),
)


@dataclass(frozen=True)
class Stage:
    """The database, seen from the test's own process, and who is who in it."""

    store: Store
    campaign: Campaign
    people: dict[str, int]
    codes: dict[str, str]
    units: dict[str, int]
    regions: dict[str, int]


@asynccontextmanager
async def staged(database: str, now: datetime) -> AsyncIterator[Stage]:
    """A database with the roster loaded and everybody of the cast invited."""
    campaign = read_campaigns([NAME])[NAME]
    roster = read_roster_file(campaign, (folder_of(NAME) / "roster.csv").read_bytes())
    store = await Store.open(database)
    try:
        await store.migrate()
        async with store.transaction() as books:
            await books.campaigns.loaded(NAME, now)
            await load_roster(books, campaign, roster, now)
            people = {each.name: (await books.people.find(each.name))[0].id for each in CAST}
            codes = {name: await invite(books, id, now) for name, id in people.items()}
        async with store.reading() as books:
            regions, units = await books.roster.tree(NAME)
        unit_ids = {each.name: each.id for each in units}
        region_ids = {each.name: each.id for each in regions}
        yield Stage(store, campaign, people, codes, unit_ids, region_ids)
    finally:
        await store.close()


def set_scene(standin: Standin) -> None:
    """The accounts and the groups; the bot is in both groups already."""
    for role in CAST:
        standin.add_user(role.account, role.name)
    for region, chat in GROUPS.items():
        members = [each.account for each in CAST if each.region == region]
        standin.add_group(chat, f"{region}汇总群", members=members)
