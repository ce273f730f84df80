"""How much a liaison types and taps for a month, and what the bot asks of Telegram for it.

Generated reports of both campaigns are played through the real bot on the stand-in: guided, by
one labelled text, and as a zero report where there is nothing to report.

python -m tests.benchmarks.taps [ROUNDS]
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.rehearsal import Stage
from reporting.campaign import Campaign
from tests.benchmarks.reports import generated, groups_of, labelled, typed
from tests.campaigns import jiaxing, sichuan
from tests.hands import fill_in
from tests.staging import staged

COUNTS = (0, 2, 4, 12, 40)
CALLS_AN_ANSWER = 2
SPARE_TAPS = 6
STEPS_OF_A_TEXT = 4
STEPS_OF_A_ZERO_REPORT = 2


@dataclass
class Hands:
    """The stand-in, with a count of what people do on it."""

    standin: Any
    said: int = 0
    taps: int = 0

    def say(self, *what: Any, **more: Any) -> Any:
        self.said += 1
        return self.standin.say(*what, **more)

    def tap(self, *what: Any, **more: Any) -> Any:
        self.taps += 1
        return self.standin.tap(*what, **more)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.standin, name)


@dataclass(frozen=True)
class Played:
    """What one report took, beside what it may take at most."""

    campaign: str
    way: str
    figures: int
    groups: int
    said: int
    taps: int
    calls: int

    @property
    def bound(self) -> tuple[int, int]:
        """Typed messages and taps; for a text and a zero report all steps together."""
        if self.way == "guided":
            return self.figures, self.groups + self.figures + SPARE_TAPS
        steps = STEPS_OF_A_TEXT if self.way == "text" else STEPS_OF_A_ZERO_REPORT
        return steps, steps

    @property
    def within(self) -> bool:
        """Whether it took no more than that, and at most two calls an answer."""
        said, taps = self.bound
        few = self.said <= said and self.taps <= taps
        if self.way != "guided":
            few = self.said + self.taps <= taps
        return few and self.calls <= CALLS_AN_ANSWER * (self.said + self.taps)


Way = Callable[[Stage, str, Campaign, Mapping[str, int]], Awaitable[None]]


async def guided(stage: Stage, who: str, campaign: Campaign, figures: Mapping[str, int]) -> None:
    """Question by question, from the reminder's button to the receipt."""
    form = campaign.form
    said = {key: typed(form, key, figure) for key, figure in figures.items()}
    await fill_in(stage, who, form, said)


async def by_text(stage: Stage, who: str, campaign: Campaign, figures: Mapping[str, int]) -> None:
    """Everything in one message."""
    id = stage.people[who]
    stage.standin.say(id, labelled(campaign.form, figures))
    await stage.settle()
    for button in ("确认", "提交"):
        stage.standin.tap(id, button)
        await stage.settle()


async def nothing(stage: Stage, who: str, campaign: Campaign, figures: Mapping[str, int]) -> None:
    """零报告, by its word instead of the reminder's button."""
    id = stage.people[who]
    stage.standin.say(id, "零报告")
    await stage.settle()
    stage.standin.tap(id, "确认，提交零报告")
    await stage.settle()


async def play(
    stage: Stage, who: str, campaign: Campaign, way: Way, figures: Mapping[str, int]
) -> Played:
    """One report, and what it took. RuntimeError if it did not end with a receipt."""
    hands, before = Hands(stage.standin), _calls(stage)
    counted = replace(stage, standin=hands)  # type: ignore[arg-type]
    await way(counted, who, campaign, figures)
    text = stage.standin.last(stage.people[who]).text
    if "校验码" not in text:
        raise RuntimeError(f"no receipt for {who} ({way.__name__}, {len(figures)}): {text}")
    groups = groups_of(campaign.form, figures)
    name = {guided: "guided", by_text: "text", nothing: "zero"}[way]
    calls = _calls(stage) - before
    return Played(campaign.key, name, len(figures), groups, hands.said, hands.taps, calls)


def _calls(stage: Stage) -> int:
    return sum(each.method != "getUpdates" for each in stage.standin.requests())


async def liaisons(stage: Stage, campaign: Campaign) -> list[tuple[str, str]]:
    """Everybody who reports for one unit only, with the unit's department."""
    async with stage.bot.store.reading() as books:
        _, units = await books.roster.tree(campaign.key)
        named = await books.people.liaisons_by_unit(campaign.key, stage.clock.now())
    departments = {unit.id: unit.department for unit in units}
    return [(people[0].name, departments[unit]) for unit, people in named.items() if people]


async def rounds(folder: Path, campaign: Campaign, count: int) -> list[Played]:
    """So many reports of each size and way, each by another liaison."""
    played = []
    for n in range(count):
        here = folder / f"{campaign.key}-{n}"
        here.mkdir()
        async with staged(here, campaign.key) as stage:
            people = iter(await liaisons(stage, campaign))
            for way, size in _asked():
                who, department = next(people)
                figures = generated(campaign, department, size, seed=n)
                played.append(await play(stage, who, campaign, way, figures))
    return played


def _asked() -> Iterator[tuple[Way, int]]:
    yield nothing, 0
    yield from ((way, size) for size in COUNTS[1:] for way in (guided, by_text))


def told(played: list[Played]) -> str:
    """A line a report."""
    heads = ("figures", "groups", "typed", "taps", "at most", "calls", "calls/answer")
    lines = [" " * 22 + "".join(f"{head:>13}" for head in heads)]
    for each in played:
        said, taps = each.bound
        bound = f"{said} + {taps}" if each.way == "guided" else f"{taps} in all"
        rate = f"{each.calls / (each.said + each.taps):.2f}"
        numbers = (each.figures, each.groups, each.said, each.taps, bound, each.calls, rate)
        line = f"{each.campaign:14}{each.way:8}" + "".join(f"{each:>13}" for each in numbers)
        lines.append(line if each.within else f"{line}  OVER")
    return "\n".join(lines)


async def main(count: int) -> int:
    """Play and print; 1 if anything took more than it may."""
    with tempfile.TemporaryDirectory() as folder:
        played = [
            each
            for campaign in (sichuan(), jiaxing())
            for each in await rounds(Path(folder), campaign, count)
        ]
    print(told(played))
    return 0 if all(each.within for each in played) else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)))
