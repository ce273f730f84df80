"""A running bot with a handler of the test's own, against the stand-in and a real database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import hypothesis
import pytest

from bot.pace import Pauses
from rehearsal import Standin
from tests.bot.rig import Rig

hypothesis.settings.register_profile("busy-machine", deadline=None)
hypothesis.settings.load_profile("busy-machine")


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses as long as a test can wait for."""
    for room in ("sending", "broadcasting", "delivery", "intake", "polling", "webhook", "wiring"):
        monkeypatch.setattr(f"bot.{room}.Pauses", partial(Pauses, first=0.05, cap=0.2))


PEOPLE = {1001: "联络员甲", 1002: "联络员乙", 1003: "汇总员丙"}


@pytest.fixture
async def standin() -> AsyncIterator[Standin]:
    async with Standin(limits=False) as found:
        for id, name in PEOPLE.items():
            found.add_user(id, name, started=True)
        found.add_group(-5001, "汇总群", members=PEOPLE, admins=[1003])
        yield found


@pytest.fixture
async def rig(standin: Standin, tmp_path: Path) -> AsyncIterator[Rig]:
    """The bot, running. ``rig.hear`` and ``rig.due`` may be replaced."""
    found = Rig(standin, tmp_path / "bot.db")
    await found.start()
    yield found
    await found.stop()
