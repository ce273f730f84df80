"""Plays a transcript on a rehearsal: what came of each step, and whether it is what was written."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.rehearsal import Stage
from rehearsal.player import Player, Troupe
from rehearsal.transcript import Step, render
from rehearsal.troupe import UnplayableError


@dataclass(frozen=True, slots=True)
class Played:
    """One step and what came of it."""

    step: Step
    outcome: list[str]

    @property
    def as_written(self) -> bool:
        """Whether it is what the transcript expects."""
        return self.outcome == self.step.expected


def player_of(stage: Stage, zone: ZoneInfo, folder: Path, files: Path | None) -> Player:
    """Hands for everybody on the stage; times are read in the campaign's zone."""

    async def clock(words: str) -> None:
        await stage.move(_instant(words, zone))

    async def restart(words: str) -> None:
        await stage.restart()

    async def roster(words: str) -> None:
        await stage.recast((folder / words).read_bytes())

    async def settle() -> None:
        """What a step makes due, such as a late report's table, belongs to that step."""
        await stage.settle()
        await stage.ring()

    async def invite(words: str) -> None:
        if words not in stage.people:
            raise UnplayableError(f"名册里没有“{words}” / nobody in the roster is called “{words}”")
        await stage.invite(words)

    directions = {"clock": clock, "restart": restart, "roster": roster, "invite": invite}
    troupe = Troupe(stage.standin, stage.people, stage.groups, stage.codes)
    return Player(troupe, settle, directions, folder, files)


def _instant(words: str, zone: ZoneInfo) -> datetime:
    try:
        return datetime.fromisoformat(words).replace(tzinfo=zone).astimezone(UTC)
    except ValueError:
        raise UnplayableError(
            "时间应写成 2023-09-22 09:00 / the time is written 2023-09-22 09:00"
        ) from None


async def play(player: Player, steps: list[Step]) -> AsyncIterator[Played]:
    """Step by step. UnplayableError where a step cannot be done."""
    for step in steps:
        yield Played(step, await player.play(step))


def rewritten(played: list[Played]) -> str:
    """The transcript as it really went."""
    return render([each.step for each in played], [each.outcome for each in played])
