"""The front desk with real storage behind it and nothing in front: what is heard, what is said."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.payload import carried, to_notice
from bot.rosters import load_roster, read_roster_file
from bot.wiring import make_desk
from handlers import clock, front
from handlers.desk import Desk
from handlers.incoming import ChatKind, Command, File, Heard, Press, Speaker, Text, What
from handlers.outgoing import Act, Address, Message, Toast
from handlers.sheets import uploading
from reporting.campaign import Campaign
from reporting.invite import LIFETIME, digest
from storage.nouns import NoticeState, Redeemed
from storage.store import Books, Store

CN = ZoneInfo("Asia/Shanghai")
BEGIN = datetime(2023, 9, 22, 9, tzinfo=CN)
FIRST_ACCOUNT = 9_000_000_000  # Telegram's numbers have ten digits by now


@dataclass
class Office:
    """Everybody of a roster, bound; each update in a transaction of its own."""

    store: Store
    desk: Desk
    now: datetime = BEGIN
    accounts: dict[str, int] = field(default_factory=dict)
    persons: dict[str, int] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)
    regions: dict[str, int] = field(default_factory=dict)
    _updates: count[int] = field(default_factory=lambda: count(1))

    async def hear(self, who: str, what: What, group: int | None = None) -> list[Act]:
        """One update by somebody of the roster, or by a stranger; nothing is sent."""
        what = await uploading.opened(what, self.desk) if isinstance(what, File) else what
        account = self.accounts.get(who, 1)
        kind = ChatKind.PRIVATE if group is None else ChatKind.GROUP
        where, speaker = Address(group or account), Speaker(account, who, "zh-hans")
        heard = Heard(next(self._updates), self.now, speaker, where, kind, what, "群")
        async with self.store.transaction() as books:
            return await front.hear(heard, books, self.desk)

    async def says(self, who: str, text: str, group: int | None = None) -> list[Act]:
        """Words, or a command where they begin with a stroke."""
        if text.startswith("/"):
            name, _, words = text[1:].partition(" ")
            return await self.hear(who, Command(name, words), group)
        return await self.hear(who, Text(text), group)

    async def presses(self, who: str, data: str, group: int | None = None) -> list[Act]:
        """A button's data, whether or not such a button was ever shown."""
        return await self.hear(who, Press(data, "callback", 7), group)

    async def bind(self, region: str, group: int) -> None:
        """Make a chat the region's group."""
        async with self.store.transaction() as books:
            person = next(iter(self.persons.values()))
            await books.groups.bind(group, None, self.regions[region], person, "群", self.now)

    async def ring(self) -> list[Message]:
        """Everything that is due, put into the ledger; what was there already is not said again."""
        async with self.store.transaction() as books:
            tasks = await clock.due(books, self.desk, self.now)
        said: list[Message] = []
        for task in tasks:
            async with self.store.transaction() as books:
                said += await self.kept(books, await task(books))
        return said

    async def kept(self, books: Books, messages: Iterable[Message]) -> list[Message]:
        """Those that the ledger did not have."""
        new = []
        for each in messages:
            if await books.ledger.add(to_notice(each, self.now), NoticeState.SENT) is not None:
                new.append(each)
            await books.ledger.add_all(carried(each, self.now), NoticeState.SENT)
        return new

    async def submit(
        self,
        campaign: Campaign,
        unit: str,
        period: str,
        by: str,
        figures: Callable[[str], int] = lambda key: 0,
        narrative: str = "无",
    ) -> None:
        """A report with a figure for every question, handed in."""
        given = {key: figures(key) for key in campaign.form.inputs}
        async with self.store.transaction() as books:
            id = self.units[unit]
            report = await books.reports.open(campaign.key, id, period, campaign.form.key)
            texts = {"narrative": narrative}
            person = self.persons[by]
            await books.reports.submit(report.id, person, given, texts, self.now, "-")


@asynccontextmanager
async def opened(path: Path, rosters: Iterable[tuple[Campaign, bytes]]) -> AsyncIterator[Office]:
    """A migrated, empty database with these campaigns and their people in it."""
    loaded = list(rosters)
    store = await Store.open(f"sqlite:///{path}")
    try:
        desk = make_desk({each.key: each for each, _ in loaded}, "rehearsal_bot")
        here = Office(store, desk)
        async with store.transaction() as books:
            for campaign, roster in loaded:
                await staffed(here, books, campaign, roster)
        yield here
    finally:
        await store.close()


async def staffed(here: Office, books: Books, campaign: Campaign, data: bytes) -> None:
    """The people of a roster come in, all of them bound."""
    await books.campaigns.loaded(campaign.key, here.now)
    roster = read_roster_file(campaign, data)
    await load_roster(books, campaign, roster, here.now)
    for person in roster.people:
        if person.name not in here.persons:
            await _enrol(here, books, person.name)
    regions, units = await books.roster.tree(campaign.key)
    here.regions |= {each.name: each.id for each in regions}
    here.units |= {each.name: each.id for each in units}


async def _enrol(here: Office, books: Books, name: str) -> None:
    """Invite and bind at once."""
    (person,) = await books.people.find(name)
    code, account = digest(name), FIRST_ACCOUNT + len(here.accounts)
    here.persons[name], here.accounts[name] = person.id, account
    await books.people.invite(person.id, code, here.now, here.now + LIFETIME)
    assert isinstance(await books.people.redeem(code, account, here.now), Redeemed)


def messages(acts: Iterable[Act]) -> list[Message]:
    """What was said, without the notices after presses."""
    return [each for each in acts if isinstance(each, Message)]


def texts(acts: Iterable[Act]) -> str:
    """Everything that can be read, notices included."""
    return "\n".join(each.text for each in acts if isinstance(each, Message | Toast))
