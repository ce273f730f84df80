"""A rehearsal's stage for tests: the real bot, the stand-in, and a clock that stands still."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.clock import StillClock
from bot.rehearsal import Stage, stage
from bot.settings import read_settings
from rehearsal import Standin

BEGIN = datetime(2023, 9, 22, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


@asynccontextmanager
async def staged(
    folder: Path, *campaigns: str, begin: datetime = BEGIN, limits: bool = False
) -> AsyncIterator[Stage]:
    """Set up with sample rosters and bound people; Telegram's limits are off unless asked for."""
    clock = StillClock(begin)
    standin = Standin(clock=clock.now, limits=limits)
    settings = read_settings(None, campaign=campaigns or ("sichuan-2023",))
    async with stage(settings, clock, standin, folder) as here:
        yield here
