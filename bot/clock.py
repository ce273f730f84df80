"""The one clock. Every rule is given its ``now``; nothing else asks the machine for the time."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """The machine's clock, in UTC."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return datetime.now(UTC)


class MovableClock(Clock):
    """A clock that runs on from wherever it is set: the rehearsal's. It never goes back."""

    def __init__(self, start: datetime) -> None:
        self._base = _aware(start)
        self._since = time.monotonic()

    def now(self) -> datetime:
        """The present instant of the rehearsal."""
        return self._base + timedelta(seconds=time.monotonic() - self._since)

    def move_to(self, instant: datetime) -> None:
        """Go on from that instant; ValueError if it is past already."""
        instant = _aware(instant)
        if instant < self.now():
            raise ValueError(f"the clock stands at {self.now():%F %T} already and never goes back")
        self._base, self._since = instant, time.monotonic()

    def advance(self, by: timedelta) -> None:
        """Go on from so much later."""
        self.move_to(self.now() + by)


class StillClock(MovableClock):
    """A clock that stands still between two moves: what is written in a transcript stays true."""

    def now(self) -> datetime:
        """The instant it was set to."""
        return self._base


def _aware(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    return instant.astimezone(UTC)
