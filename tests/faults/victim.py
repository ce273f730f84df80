"""The hand on the bot's process: start it, kill it, start it again."""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.faults.process import Life

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds for the machine to start a process when others use it too


class Victim:
    """One bot at a time, each in a process of its own."""

    def __init__(self, life: Life) -> None:
        self.life = life
        self._process = 0

    async def __aenter__(self) -> Self:
        command = (sys.executable, "-m", "tests.faults.process")
        pipe = asyncio.subprocess.PIPE
        self._nursery = await asyncio.create_subprocess_exec(
            *command, cwd=ROOT, stdin=pipe, stdout=pipe
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._nursery.stdin is not None
        self._nursery.stdin.close()
        if self._process:
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
        await self._nursery.wait()

    async def start(self) -> None:
        """A new bot begins to start."""
        assert self._nursery.stdin is not None
        self._nursery.stdin.write(self.life.line())
        await self._nursery.stdin.drain()
        self._process = int(await self._heard())

    async def up(self) -> None:
        """Until it hears."""
        said = await self._heard()
        assert said == "up", f"the bot ended by itself: {said}; see {self.life.log}"

    async def kill(self) -> None:
        """SIGKILL, at this very moment; back when it is gone."""
        os.kill(self._process, signal.SIGKILL)
        while (said := await self._heard()) == "up":
            pass  # it came up just before
        assert said == "down -9", f"the bot ended by itself: {said}; see {self.life.log}"
        self._process = 0

    @contextmanager
    def full_disk(self) -> Iterator[None]:
        """No file of the bot's can grow: what a full disk does to it, without filling one."""
        before = resource.prlimit(self._process, resource.RLIMIT_FSIZE)
        resource.prlimit(self._process, resource.RLIMIT_FSIZE, (0, before[1]))
        try:
            yield
        finally:
            resource.prlimit(self._process, resource.RLIMIT_FSIZE, before)

    async def _heard(self) -> str:
        assert self._nursery.stdout is not None
        line = await asyncio.wait_for(self._nursery.stdout.readline(), PATIENCE)
        return line.decode().strip()
