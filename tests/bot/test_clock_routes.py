"""The rehearsal's clock over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp

from bot.clock import StillClock
from bot.clock_routes import ClockRoutes
from bot.rehearsal import stage
from bot.settings import read_settings
from rehearsal import Standin

BEGIN = datetime(2023, 9, 22, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


class Clock:
    """What the page's clock bar does."""

    def __init__(self, session: aiohttp.ClientSession, standin: Standin) -> None:
        self._session, self.standin = session, standin
        self._url = f"{standin.url}/control/clock"

    async def look(self) -> tuple[int, dict[str, Any]]:
        async with self._session.get(self._url) as answer:
            return answer.status, await answer.json()

    async def move(self, **how: object) -> tuple[int, dict[str, Any]]:
        async with self._session.post(self._url, json=how) as answer:
            return answer.status, await answer.json()


@asynccontextmanager
async def clock(folder: Path) -> AsyncIterator[Clock]:
    still, routes = StillClock(BEGIN), ClockRoutes()
    standin = Standin(clock=still.now, limits=False, extra_routes=routes.routes())
    settings = read_settings(None, campaign="sichuan-2023")
    async with stage(settings, still, standin, folder) as ready, aiohttp.ClientSession() as session:
        found = Clock(session, standin)
        assert (await found.look())[0] == 503  # not before everything is set up
        routes.stage = ready
        yield found


async def test_it_tells_the_time_and_what_comes_next_in_the_campaigns_zone(tmp_path: Path) -> None:
    async with clock(tmp_path) as found:
        assert await found.look() == (
            200,
            {
                "now": "2023-09-22T09:00:00+08:00",
                "zone": "Asia/Shanghai",
                "next_reminder": "2023-09-24T09:00:00+08:00",
                "next_deadline": "2023-09-26T00:00:00+08:00",
            },
        )


async def test_it_answers_when_the_bot_has_done_what_the_clock_brought(tmp_path: Path) -> None:
    async with clock(tmp_path) as found:
        before = len(found.standin.requests("sendMessage"))
        status, face = await found.move(jump="next_reminder")
        assert (status, face["now"]) == (200, "2023-09-24T09:00:00+08:00")
        assert len(found.standin.requests("sendMessage")) > before
        assert found.standin.events(0)[-1]["kind"] == "clock"
        _, face = await found.move(advance=3600)
        assert face["now"] == "2023-09-24T10:00:00+08:00"
        _, face = await found.move(to="2023-09-26T08:00")
        assert face["now"] == "2023-09-26T08:00:00+08:00"
        assert face["next_reminder"] == "2023-09-26T09:00:00+08:00"
        _, face = await found.move(jump="next_deadline")
        assert face["now"] == "2023-09-29T00:00:00+08:00"  # the counties'; units had the 25th


async def test_a_bad_request_moves_nothing_and_says_why(tmp_path: Path) -> None:
    bad: list[dict[str, object]] = [
        {},
        {"to": "tomorrow"},
        {"to": 5},
        {"to": "2023-09-01T00:00"},
        {"to": "9999-12-31"},
        {"advance": -1},
        {"advance": True},
        {"advance": "1"},
        {"advance": 1e15},
        {"advance": float("nan")},
        {"jump": "next_year"},
        {"jump": "next_reminder", "advance": 1},
    ]
    async with clock(tmp_path) as found:
        for how in bad:
            status, answer = await found.move(**how)
            assert status == 400, how
            assert answer["error"], how
        assert (await found.look())[1]["now"] == "2023-09-22T09:00:00+08:00"
