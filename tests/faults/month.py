"""A month of two regions, rehearsed under fire."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from rehearsal import Standin
from tests.faults import script
from tests.faults.clock import SharedClock
from tests.faults.liaison import Liaison
from tests.faults.model import Model
from tests.faults.process import Life
from tests.faults.proof import Proof
from tests.faults.stage import CAST, GROUPS, at, set_scene, staged
from tests.faults.storm import Storm
from tests.faults.victim import Victim

Work = Callable[[Liaison], Coroutine[None, None, None]]


@dataclass(frozen=True)
class Day:
    """An instant to which the clock moves, what it brings, and what people do then.

    ``clock`` and ``people`` are shares of the kills: while the clock speaks, while people do.
    """

    when: str
    clock: int = 0
    people: int = 0
    step: str = ""  # the reminder that is due for everybody who has not filed
    asks: str = "sendMessage"  # what the bot asks Telegram for, because of the clock
    fill: tuple[str, ...] = ()
    revise: tuple[str, ...] = ()
    tables: tuple[int, int] = (0, 0)  # how many versions county and city have in the evening


DAYS = (
    Day("09-21 10:00", people=4, fill=("联络员癸未", "联络员壬申")),
    Day("09-22 09:00", 1, 2, "three-days", fill=("联络员壬午",)),
    Day("09-24 09:00", 1, 3, "one-day", fill=("联络员癸酉",), revise=("联络员癸未",)),
    Day("09-25 09:00", 1, 1, "today", revise=("联络员壬申",)),
    Day("09-26 00:00", 2, asks="sendDocument", tables=(1, 0)),  # the county closes
    Day("09-26 09:00", 1, 2, "overdue-1", fill=("联络员甲申",), tables=(2, 0)),
    Day("09-28 09:00", 1, 0, "overdue-3", tables=(2, 0)),  # the step between is missed
    Day("09-29 00:00", 2, asks="sendDocument", tables=(2, 1)),  # the city closes
    Day("10-07 09:00", 1, 2, "overdue-4", fill=("联络员甲戌",), tables=(2, 2)),
    Day("10-08 09:00", 0, 0, "overdue-5", tables=(2, 2)),
)


@dataclass
class Month:
    """Everything that takes part."""

    clock: SharedClock
    storm: Storm
    people: dict[str, Liaison]
    codes: dict[str, str]
    filed: set[str] = field(default_factory=set)

    async def pass_by(self, kills: int) -> None:
        """Day by day, with about so many kills spread over them."""
        await self.storm.begin()
        await asyncio.gather(
            *(script.arrive(each, self.codes[name]) for name, each in self.people.items())
        )
        await self.storm.check()
        share = shares(kills)
        for day in DAYS:
            await self._day(day, next(share), next(share))

    async def _day(self, day: Day, by_clock: int, by_people: int) -> None:
        self.clock.move_to(at(day.when))
        await self.storm.strike(by_clock, day.asks)
        if day.step:
            waiting = {each.name for each in CAST if each.unit} - self.filed
            await self.storm.proof.reminded(day.step, waiting)
        await self.storm.check()
        works: list[tuple[str, Work]] = [(name, script.report) for name in day.fill]
        works += [(name, script.revise) for name in day.revise]
        async with asyncio.TaskGroup() as group:
            for name, work in works:
                group.create_task(work(self.people[name]))
            group.create_task(self.storm.strike(by_people))
        self.filed |= set(day.fill)
        await self.storm.proof.released(dict(zip(GROUPS, day.tables, strict=True)))
        await self.storm.check()


def shares(kills: int) -> Iterator[int]:
    """The kills of each day, by its clock and by its people, as their weights say."""
    weights = [weight for day in DAYS for weight in (day.clock, day.people)]
    given, total = 0, 0
    for weight in weights:
        total += weight
        upto = round(kills * total / sum(weights))
        yield upto - given
        given = upto


@asynccontextmanager
async def month(
    folder: Path, database: str, seed: int, *, haste: float, tell: Callable[[str], None]
) -> AsyncIterator[Month]:
    """Set everything up. ``haste``: how often people fill the rest of a group with one press."""
    rng, pace = random.Random(seed), asyncio.Event()
    pace.set()
    clock = SharedClock(folder / "clock")
    clock.move_to(at("09-21 09:00"))
    async with (
        Standin(clock=clock.now, limits=False, page=None) as standin,
        staged(database, clock.now()) as stage,
    ):
        set_scene(standin)
        form = stage.campaign.form
        people = {
            each.name: Liaison(each, standin, Model(form), random.Random(rng.random()), pace, haste)
            for each in CAST
        }
        life = Life(
            standin.token, standin.url, database, str(folder / "clock"), str(folder / "bot.log")
        )
        async with Victim(life) as victim:
            proof = Proof(stage, standin, list(people.values()))
            storm = Storm(victim, standin, proof, rng, pace, tell)
            yield Month(clock, storm, people, stage.codes)
