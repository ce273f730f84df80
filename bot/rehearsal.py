"""The rehearsal: the unchanged bot against a stand-in for Telegram, on a database of its own.

The sample roster is loaded, its people are bound through real invitations, and every region
with a coordinator gets a group that is bound by ``/bind``; then the clock can be moved.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot import upcoming
from bot.campaigns import folder_of, read_campaigns
from bot.clock import MovableClock
from bot.inviting import invite
from bot.rosters import load_roster, read_roster_file
from bot.settings import Settings, read_settings
from bot.wiring import Bot, build, open_store
from rehearsal import Standin
from storage.store import Books

ROSTER = "roster.csv"
FIRST_USER, FIRST_GROUP = 100_001, -1_000_000_000_001


@dataclass
class Stage:
    """A rehearsal that is set up: the stand-in, the bot, the clock, and everybody's ids by name."""

    standin: Standin
    settings: Settings
    clock: MovableClock
    bot: Bot
    people: dict[str, int] = field(default_factory=dict)
    groups: dict[str, int] = field(default_factory=dict)
    _moving: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def settle(self) -> None:
        """Until the bot has heard and answered everything."""
        await self.standin.calm(60)
        await self.bot.settled()
        await self.standin.calm(60)

    async def move(self, to: datetime) -> None:
        """Let time pass until then, stopping wherever the clock brings something."""
        async with self._moving:
            async with self.bot.store.reading() as books:
                stops = await upcoming.reminders(books, self.bot.desk)
                stops += await upcoming.closings(books, self.bot.desk)
            for stop in [s for s in upcoming.after(set(stops), self.clock.now()) if s < to] + [to]:
                self.clock.move_to(max(stop, self.clock.now()))
                await self.bot.alarm.now()
                await self.settle()

    async def restart(self) -> None:
        """Stop the bot and start it anew on the same database."""
        await self.bot.stop()
        self.bot = await _start(self.settings, self.clock)


@asynccontextmanager
async def stage(
    settings: Settings, clock: MovableClock, standin: Standin, folder: Path
) -> AsyncIterator[Stage]:
    """Set everything up, and take it down at the end. ``folder`` holds the database."""
    async with standin:
        own = read_settings(
            None,
            bot_token=standin.token,
            bot_api_url=standin.url,
            database_url=f"sqlite:///{folder}/rehearsal.db",
            campaign=settings.campaign,
            tick_seconds=1,
        )
        cast = await _prepare(own, clock)
        ids = {name: FIRST_USER + n for n, name in enumerate(cast.codes)}
        for name, id in ids.items():
            standin.add_user(id, name, language_code="zh-hans")
        bot = await _start(own, clock)
        here = Stage(standin, own, clock, bot, ids)
        try:
            await _bind_people(here, cast)
            await _bind_groups(here, cast)
            yield here
        finally:
            await here.bot.stop()


async def _start(settings: Settings, clock: MovableClock) -> Bot:
    bot = await build(settings, clock=clock)
    await bot.start()
    return bot


@dataclass(frozen=True, slots=True)
class _Cast:
    """Who plays: everybody's name with a code to bind them; regions with their coordinator."""

    codes: dict[str, str]
    regions: list[tuple[str, str]]  # region, coordinator


async def _prepare(settings: Settings, clock: MovableClock) -> _Cast:
    """Load the sample rosters and invite everybody, liaisons first."""
    store = await open_store(settings)
    try:
        async with store.transaction() as books:
            for name in settings.campaign:
                (campaign,) = read_campaigns([name]).values()
                await books.campaigns.loaded(campaign.key, clock.now())
                data = (folder_of(name) / ROSTER).read_bytes()
                await load_roster(books, campaign, read_roster_file(campaign, data), clock.now())
            campaigns = read_campaigns(settings.campaign)
            return await _cast(books, list(campaigns), clock.now())
    finally:
        await store.close()


async def _cast(books: Books, campaigns: list[str], now: datetime) -> _Cast:
    people: dict[int, str] = {}
    regions: list[tuple[str, str]] = []
    for key in campaigns:
        here, units = await books.roster.tree(key)
        liaisons = await books.people.liaisons_by_unit(key, now)
        for unit in units:
            people |= {each.id: each.name for each in liaisons.get(unit.id, ())}
        for region in here:
            coordinators = await books.people.coordinators(region.id, now)
            regions += [(region.name, each.name) for each in coordinators[:1]]
            people |= {each.id: each.name for each in coordinators}
        people |= {each.id: each.name for each in await books.people.administrators(key, now)}
    codes = {name: await invite(books, id, now) for id, name in people.items()}
    return _Cast(codes, regions)


async def _bind_people(here: Stage, cast: _Cast) -> None:
    """Everybody opens the link of their invitation, as on the first day."""
    for name, code in cast.codes.items():
        here.standin.start(here.people[name], code)
    await here.settle()


async def _bind_groups(here: Stage, cast: _Cast) -> None:
    """A group for every region that has a coordinator, who binds it."""
    for n, (region, coordinator) in enumerate(dict(cast.regions).items()):
        id, who = FIRST_GROUP - n, here.people[coordinator]
        title = f"{region}汇总群"
        here.standin.add_group(id, title, members=[who], supergroup=True)
        here.groups[title] = id
        here.standin.say(who, "/bind", chat_id=id)
        await here.settle()
        if any(button for m in here.standin.messages(id) for button in m["buttons"]):
            here.standin.tap(who, region, chat_id=id)
            await here.settle()
