"""One clock for several processes, moved from outside, that survives any of them."""

from __future__ import annotations

import os
import time
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import Clock


class SharedClock(Clock):
    """A file says which instant it was at which tick of the machine; from there time runs on."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        instant, ticks = self._file.read_text().split()
        return datetime.fromisoformat(instant) + timedelta(seconds=time.monotonic() - float(ticks))

    def move_to(self, instant: datetime) -> None:
        """Every process that reads the file goes on from that instant."""
        fresh = self._file.with_suffix(".new")
        fresh.write_text(f"{instant.isoformat()} {time.monotonic()}")
        os.replace(fresh, self._file)
