"""A rehearsal's stage for tests: the real bot, the stand-in, and a clock that stands still."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.campaigns import folder_of
from bot.clock import StillClock
from bot.rehearsal import Stage, stage
from bot.settings import read_settings
from rehearsal import Standin

BEGIN = datetime(2023, 9, 22, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
CAMPAIGNS = Path(__file__).parent / "campaigns"


@asynccontextmanager
async def staged(
    folder: Path, *campaigns: str, begin: datetime = BEGIN, limits: bool = False
) -> AsyncIterator[Stage]:
    """Set up with sample rosters and bound people; Telegram's limits are off unless asked for.

    A campaign is a folder of tests/campaigns or campaigns/. ``sichuan-2023@two-units`` is played
    with the roster of tests/campaigns/two-units instead of its own.
    """
    clock = StillClock(begin)
    standin = Standin(clock=clock.now, limits=limits)
    names = [_found(name, folder) for name in campaigns or ("sichuan-2023",)]
    settings = read_settings(None, campaign=names)
    async with stage(settings, clock, standin, folder) as here:
        yield here


def _found(name: str, folder: Path) -> str:
    campaign, _, roster = name.partition("@")
    at = CAMPAIGNS / campaign if (CAMPAIGNS / campaign).is_dir() else folder_of(campaign)
    if not roster:
        return str(at)
    whole = shutil.copytree(at, folder / name)
    shutil.copy(CAMPAIGNS / roster / "roster.csv", whole)
    return str(whole)
