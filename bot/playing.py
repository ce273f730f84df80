"""Plays a transcript on a rehearsal: what came of each step, and whether it is what was written."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.rehearsal import Stage
from rehearsal.player import Player
from rehearsal.transcript import Step, render


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

    def instant(words: str) -> datetime:
        return datetime.fromisoformat(words).replace(tzinfo=zone).astimezone(UTC)

    return Player(
        stage.standin,
        stage.people,
        stage.groups,
        stage.settle,
        stage.move,
        stage.restart,
        instant,
        folder,
        files,
    )


async def play(player: Player, steps: list[Step]) -> AsyncIterator[Played]:
    """Step by step. UnplayableError where a step cannot be done."""
    for step in steps:
        yield Played(step, await player.play(step))


def rewritten(played: list[Played]) -> str:
    """The transcript as it really went."""
    return render([each.step for each in played], [each.outcome for each in played])
