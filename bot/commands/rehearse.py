"""``rehearse``: the bot on this machine alone, with a page, or played from a transcript."""

from __future__ import annotations

import asyncio
import errno
import tempfile
from datetime import datetime
from pathlib import Path

from bot import logs
from bot.clock import MovableClock
from bot.clock_routes import ClockRoutes
from bot.commands.console import notes, say
from bot.commands.failing import CommandError
from bot.commands.lasting import for_ever, last
from bot.commands.staging import SETTING_UP, begin, own_settings
from bot.rehearsal import stage
from bot.settings import Settings
from rehearsal import Standin


def rehearse(now: str | None, port: int, campaign: str | None) -> None:
    """Serve the page until stopped."""
    settings = own_settings(campaign)
    logs.set_up(settings.log_level)
    asyncio.run(last(_serve(settings, begin(settings, now), port)))
    say("演练已结束，其数据库已删除。", "The rehearsal is over; its database is gone.")


async def _serve(settings: Settings, start: datetime, port: int) -> None:
    clock, routes = MovableClock(start), ClockRoutes()
    standin = Standin(clock=clock.now, port=port, extra_routes=routes.routes())
    with tempfile.TemporaryDirectory(prefix="lianluo-") as folder:
        setting_up = notes().status(SETTING_UP)
        setting_up.start()
        try:
            async with stage(settings, clock, standin, Path(folder)) as ready:
                routes.stage = ready
                setting_up.stop()
                _welcome(standin.url, start)
                await for_ever()
        except OSError as error:
            raise _port_error(port, error) from error
        finally:
            setting_up.stop()


def _welcome(url: str, start: datetime) -> None:
    say(
        f"演练在 {url} ，用浏览器打开；时间从 {start:%Y-%m-%d %H:%M} 开始。Ctrl-C 结束。",
        f"The rehearsal is at {url} – open it in a browser. It begins at {start:%Y-%m-%d %H:%M}."
        " Ctrl-C ends it.",
    )


def _port_error(port: int, error: OSError) -> Exception:
    if error.errno not in (errno.EADDRINUSE, errno.EACCES):
        return error
    return CommandError(
        f"端口 {port} 不能用（已被占用或没有权限）。请换一个：python -m bot rehearse --port 8081。",
        f"Port {port} cannot be used (taken, or not permitted). Name another:"
        " python -m bot rehearse --port 8081.",
    )
