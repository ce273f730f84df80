"""The promises, held against what is stored and against what people saw."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence

from rehearsal import Standin
from storage.nouns import Notice, NoticeState
from storage.store import Books
from tests.faults import posted
from tests.faults.liaison import Liaison
from tests.faults.stage import NAME, PERIOD, Stage

PATIENCE = 60.0
OPEN = (NoticeState.DUE, NoticeState.SENDING)
SAID_AGAIN = "message is not modified"  # an edit whose acceptance nobody lived to write down


class Proof:
    """Looks; changes nothing."""

    def __init__(self, stage: Stage, standin: Standin, people: Sequence[Liaison]) -> None:
        self.stage, self.standin, self.people = stage, standin, people

    async def nothing_acknowledged_is_lost(self) -> None:
        """With the bot dead: what the server confirmed, or people saw answered, is on record."""
        waiting = frozenset(each["update_id"] for each in self.standin.state.queue.pending)
        told = [(who, who.model.told(waiting)) for who in self.people]  # they go on meanwhile
        async with self.stage.store.reading() as books:
            for who, (least, most) in told:
                await self._report(books, who, least, most)

    async def all_is_well(self) -> None:
        """With the bot alive and settled: all that was said is done once, and can go on."""
        async with asyncio.timeout(PATIENCE):
            notices, tables = await self._in_a_quiet_moment()
        posted.reminders_once(self.standin, notices)
        posted.workbooks_once(self.standin, self.stage, notices, tables)
        posted.ledger_accounts_for_everything(self.standin, notices)
        self._no_refusal()
        assert not [n for n in notices if n.state is NoticeState.FAILED], "a message failed"
        async with self.stage.store.reading() as books:
            assert await books.updates.aside() == 0, "an update was set aside"
            for who in self.people:
                acts = len(who.model.acts)
                await self._report(books, who, acts, acts)
                await self._can_go_on(books, who)

    async def _in_a_quiet_moment(self) -> tuple[Sequence[Notice], posted.Tables]:
        """The ledger and the tables, read while nothing is under way: the clock may speak."""
        while True:
            await self.standin.calm(PATIENCE)
            before = self.standin.state.events.last
            async with self.stage.store.reading() as books:
                notices = await books.ledger.find()
                tables = await posted.tables(books, self.stage)
            quiet = not self.standin.pending and self.standin.state.events.last == before
            if quiet and not any(each.state in OPEN for each in notices):
                return notices, tables
            await asyncio.sleep(0.05)

    async def reminded(self, step: str, names: set[str]) -> None:
        """Wait until the step was dealt with for these people; for nobody else, and once."""
        names_of = {id: name for name, id in self.stage.people.items()}

        async def told(books: Books) -> object:
            notices = await books.ledger.find(kind="reminder", step=step)
            return Counter(names_of[each.person or 0] for each in notices)

        await self._comes_to(told, Counter(names), step)

    async def released(self, versions: Mapping[str, int]) -> None:
        """Wait until each region has so many versions of its table."""

        async def made(books: Books) -> object:
            tables = await posted.tables(books, self.stage)
            return {region: len(found) for region, found in tables.items()}

        await self._comes_to(made, dict(versions), "tables")

    async def _comes_to(
        self, look: Callable[[Books], Awaitable[object]], wanted: object, what: str
    ) -> None:
        until = time.monotonic() + PATIENCE
        while True:
            async with self.stage.store.reading() as books:
                found = await look(books)
            if found == wanted:
                return
            assert time.monotonic() < until, f"{what}: {found}, not {wanted}"
            await asyncio.sleep(0.05)

    async def _report(self, books: Books, who: Liaison, least: int, most: int) -> None:
        """Journal, answers and versions are those of the acts, up to one of them."""
        unit, form = self.stage.units.get(who.role.unit), self.stage.campaign.form.key
        if unit is None or not who.model.acts:
            return
        found = await books.reports.find(unit, PERIOD, form)
        journal = await books.journal.entries(report=found.id) if found else ()
        lines = [(e.key, _value(e.before), _value(e.after)) for e in journal if e.what == "answer"]
        possible = [n for n in range(least, most + 1) if who.model.lines(n) == lines]
        assert possible, (
            f"{who.role.name}: the journal is not that of {least} to {most} acts:\n"
            f"{lines[-4:]}\nof {who.model.lines(most)[-4:]}\n"
            f"{who.model.acts[-2:]}, who sees {who.screen()}"
        )
        versions = await books.reports.submissions(unit, PERIOD, form)
        figures = [dict(each.figures) for each in versions]
        assert any(who.model.submissions(n) == figures for n in range(least, most + 1)), (
            f"{who.role.name}: {len(figures)} versions"
        )
        if found:
            draft = await books.reports.draft(found.id, self.stage.people[who.role.name])
            values = {key: answer.value for key, answer in draft.answers.items()}
            assert values == who.model.answered(possible[-1]), f"{who.role.name}: the answers"

    async def _can_go_on(self, books: Books, who: Liaison) -> None:
        """The pending question stands under the person's thumb, with its buttons."""
        here = await books.reports.conversation(self.stage.people[who.role.name])
        if here is not None and here.active:
            assert here.report.campaign == NAME
            screen = who.screen()
            assert screen.place == here.place, (
                f"{who.role.name} should be asked {here.place}, and sees {screen}"
            )

    def _no_refusal(self) -> None:
        refused = [
            (each.method, each.params, each.answer)
            for each in self.standin.refusals()
            if SAID_AGAIN not in str(each.answer)
        ]
        assert not refused, refused


def _value(told: object) -> int | str | None:
    return told["value"] if isinstance(told, dict) else None


def by_state(notices: Sequence[Notice]) -> str:
    """The ledger in one line."""
    return ", ".join(f"{n} {s}" for s, n in sorted(Counter(n.state for n in notices).items()))
