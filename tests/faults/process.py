"""The bot in a process of its own, to be killed: ``python -m tests.faults.process``.

The imports take longer than everything else a bot does before it hears, so they are done once:
this process imports, and forks a bot for every line it reads from its standard input. A bot is
the one of ``bot.wiring``, unchanged. What it answers: the bot's process id, ``up`` when it
hears, ``down`` with its exit status.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.pace import FREE
from bot.settings import read_settings
from bot.wiring import build
from tests.faults.clock import SharedClock


@dataclass(frozen=True)
class Life:
    """What a bot needs to be told."""

    token: str
    url: str
    database: str
    clock: str
    log: str
    tick: float = 0.1
    timeout: float = 10.0

    def line(self) -> bytes:
        """As a line to be read."""
        return json.dumps(asdict(self)).encode() + b"\n"


async def live(life: Life) -> None:
    """Run until killed, or until nobody is at the other end any more."""
    settings = read_settings(
        None,
        bot_token=life.token,
        bot_api_url=life.url,
        database_url=life.database,
        tick_seconds=life.tick,
    )
    clock = SharedClock(Path(life.clock))
    bot = await build(settings, clock=clock, limits=FREE, timeout=life.timeout)
    await bot.start()
    say("up")
    asyncio.get_running_loop().add_reader(sys.stdin.fileno(), os._exit, 0)
    await asyncio.Event().wait()


def say(what: object) -> None:
    os.write(sys.stdout.fileno(), f"{what}\n".encode())


def child(life: Life) -> None:
    """One bot, from its first breath on; it never returns."""
    logging.basicConfig(filename=life.log, level=logging.INFO, force=True)
    logging.getLogger("httpx").setLevel(logging.WARNING)
    try:
        asyncio.run(live(life))
    except BaseException:
        traceback.print_exc()
    os._exit(1)


def main() -> None:
    while line := sys.stdin.readline():
        life = Life(**json.loads(line))
        if (process := os.fork()) == 0:
            child(life)
        say(process)
        _, status = os.waitpid(process, 0)
        say(f"down {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
