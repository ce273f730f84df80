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
from bot.cast import Cast, load_cast
from bot.clock import MovableClock
from bot.inviting import invite
from bot.pace import FREE, Limits
from bot.rosters import load_roster, read_roster_file
from bot.settings import Settings, read_settings
from bot.wiring import Bot, build, open_store
from rehearsal import Standin

FIRST_USER, FIRST_GROUP = 100_001, -1_000_000_000_001


@dataclass
class Stage:
    """A rehearsal that is set up: the stand-in, the bot, the clock, and everybody by name."""

    standin: Standin
    settings: Settings
    clock: MovableClock
    bot: Bot
    people: dict[str, int] = field(default_factory=dict)
    groups: dict[str, int] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)  # the last invitation of each
    _moving: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def settle(self) -> None:
        """Until the bot has heard and answered everything."""
        await self.standin.calm(60)
        await self.bot.settled()
        await self.standin.calm(60)

    async def ring(self) -> None:
        """Do what is due, and settle."""
        await self.bot.alarm.now()
        await self.settle()

    async def move(self, to: datetime) -> None:
        """Let time pass until then, stopping wherever the clock brings something."""
        async with self._moving:
            async with self.bot.store.reading() as books:
                stops = await upcoming.reminders(books, self.bot.desk)
                stops += await upcoming.closings(books, self.bot.desk)
            for stop in [s for s in upcoming.after(set(stops), self.clock.now()) if s < to] + [to]:
                self.clock.move_to(max(stop, self.clock.now()))
                await self.ring()

    async def restart(self) -> None:
        """Stop the bot and start it anew on the same database."""
        await self.bot.stop()
        self.bot = await _start(self.settings, self.clock, self.standin)

    async def invite(self, name: str) -> None:
        """Give somebody of the roster a new code."""
        async with self.bot.store.transaction() as books:
            (person,) = await books.people.find(name)
            self.codes[name] = await invite(books, person.id, self.clock.now())

    async def recast(self, data: bytes) -> None:
        """Load another roster of the first campaign, and invite who is new in it."""
        campaign = next(iter(self.bot.desk.campaigns.values()))
        roster = read_roster_file(campaign, data)
        async with self.bot.store.transaction() as books:
            await load_roster(books, campaign, roster, self.clock.now())
        for person in roster.people:
            if person.name not in self.people:
                self.people[person.name] = FIRST_USER + len(self.people)
                self.standin.add_user(self.people[person.name], person.name)
                await self.invite(person.name)


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
            webhook_url="",  # whatever the environment says: the live bot's is not ours
        )
        cast = await _prepare(own, clock)
        ids = {part.name: FIRST_USER + n for n, part in enumerate(cast.parts)}
        for part in cast.parts:
            standin.add_user(ids[part.name], part.name, last_name=part.post or None)
        bot = await _start(own, clock, standin)
        codes = {part.name: part.code for part in cast.parts}
        here = Stage(standin, own, clock, bot, ids, codes=codes)
        try:
            await _bind_people(here, cast)
            await _bind_groups(here, cast)
            await here.ring()
            yield here
        finally:
            await here.bot.stop()


async def _start(settings: Settings, clock: MovableClock, standin: Standin) -> Bot:
    """Where the stand-in does without Telegram's limits, the bot need not pause for them."""
    limits = Limits() if standin.state.limits.on else FREE
    bot = await build(settings, clock=clock, limits=limits)
    await bot.start()
    return bot


async def _prepare(settings: Settings, clock: MovableClock) -> Cast:
    """A new database with the sample rosters in it, and everybody invited."""
    store = await open_store(settings)
    try:
        async with store.transaction() as books:
            # what is due in this very minute is not missed
            begin = clock.now().replace(second=0, microsecond=0)
            return await load_cast(books, settings.campaign, begin)
    finally:
        await store.close()


async def _bind_people(here: Stage, cast: Cast) -> None:
    """Everybody opens the link of their invitation, as on the first day."""
    for part in cast.parts:
        here.standin.start(here.people[part.name], part.code)
    await here.settle()


async def _bind_groups(here: Stage, cast: Cast) -> None:
    """A group for every region that has a coordinator, who binds it."""
    for n, (region, names) in enumerate(cast.coordinators.items()):
        id, members = FIRST_GROUP - n, [here.people[name] for name in names]
        title = f"{region}汇总群"
        here.standin.add_group(id, title, members=members, supergroup=True)
        here.groups[title] = id
        here.standin.say(members[0], "/bind", chat_id=id)
        await here.settle()
        if here.standin.last(id).buttons:  # a coordinator of several regions is asked which
            here.standin.tap(members[0], region, chat_id=id)
            await here.settle()
