"""The rehearsal's clock over HTTP: what time it is, what comes next, and moving it.

    GET  /control/clock    {"now", "zone", "next_reminder", "next_deadline"}
    POST /control/clock    {"to": ISO} | {"advance": seconds} | {"jump": "next_reminder"}

Instants are ISO 8601 with the offset of the campaign's zone; one without is read in that zone.
A POST is answered when the bot has done what the clock brought; a bad one with {"error"}, 400.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from bot import upcoming
from bot.rehearsal import Stage

JUMPS = {"next_reminder": upcoming.reminders, "next_deadline": upcoming.closings}
LAST_YEAR = 2200


class ClockRoutes:
    """To be handed to the stand-in; ``stage`` is set when the stage is ready."""

    def __init__(self) -> None:
        self.stage: Stage | None = None

    def routes(self) -> list[web.RouteDef]:
        """To be added to the stand-in's."""
        return [web.get("/control/clock", self.look), web.post("/control/clock", self.move)]

    async def look(self, request: web.Request) -> web.Response:
        """What time it is, and what comes next."""
        if self.stage is None:
            return _error(503, "the rehearsal is being set up")
        return web.json_response(await _face(self.stage))

    async def move(self, request: web.Request) -> web.Response:
        """Move it; the answer comes when everything due until then is done."""
        if (stage := self.stage) is None:
            return _error(503, "the rehearsal is being set up")
        try:
            to = await _target(stage, await request.json())
        except (ValueError, OverflowError) as error:
            return _error(400, str(error))
        await stage.move(to)
        stage.standin.announce("clock", now=stage.clock.now().isoformat())
        return web.json_response(await _face(stage))


def zone_of(stage: Stage) -> ZoneInfo:
    """The first campaign's zone."""
    return next(iter(stage.bot.desk.campaigns.values())).calendar.zone


async def _face(stage: Stage) -> dict[str, str | None]:
    zone, now = zone_of(stage), stage.clock.now()
    face: dict[str, str | None] = {"now": now.astimezone(zone).isoformat(), "zone": zone.key}
    for name in JUMPS:
        to = await _next(stage, name, now)
        face[name] = to.astimezone(zone).isoformat() if to else None
    return face


async def _next(stage: Stage, name: str, now: datetime) -> datetime | None:
    async with stage.bot.store.reading() as books:
        instants = await JUMPS[name](books, stage.bot.desk)
    return next(upcoming.after(instants, now), None)


async def _target(stage: Stage, body: Any) -> datetime:
    """Where a request wants the clock. ValueError says what is wrong with it."""
    now = stage.clock.now()
    if not isinstance(body, Mapping) or len(body) != 1:
        raise ValueError('send exactly one of {"to"}, {"advance"}, {"jump"}')
    match dict(body):
        case {"to": str(words)}:
            to = datetime.fromisoformat(words)
            to = to if to.tzinfo else to.replace(tzinfo=zone_of(stage))
        case {"advance": int() | float() as seconds} if not isinstance(seconds, bool):
            if not math.isfinite(seconds):
                raise ValueError("advance is a number of seconds")
            to = now + timedelta(seconds=seconds)
        case {"jump": str(name)} if name in JUMPS:
            found = await _next(stage, name, now)
            if found is None:
                raise ValueError(f"there is no {name.replace('_', ' ')}")
            to = found
        case _:
            raise ValueError(f"to is an ISO time, advance seconds, jump one of {', '.join(JUMPS)}")
    if to < now:
        raise ValueError(f"the clock stands at {now.isoformat()} and never goes back")
    if to.year > LAST_YEAR:
        raise ValueError(f"the clock goes no further than the year {LAST_YEAR}")
    return to


def _error(status: int, words: str) -> web.Response:
    return web.json_response({"error": words}, status=status)
