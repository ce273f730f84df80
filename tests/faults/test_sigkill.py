"""SIGKILL at any moment of a month: nothing acknowledged is lost, nothing is done twice."""

from __future__ import annotations

import random
from pathlib import Path

from tests.faults.month import month


async def test_sigkill_at_any_moment_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}: python -m tests.faults --seed {seed}")  # shown where the test fails
    database = f"sqlite:///{tmp_path}/bot.db"
    async with month(tmp_path, database, seed, haste=1.0, tell=print) as rehearsed:
        await rehearsed.pass_by(kills=12)
        assert rehearsed.storm.kills >= 12
        assert all(each.model.submitted for each in rehearsed.people.values() if each.role.unit)
