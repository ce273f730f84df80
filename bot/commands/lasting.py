"""Commands that run until they are stopped."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Coroutine
from typing import Any

SIGNALS = (signal.SIGINT, signal.SIGTERM)


async def last(work: Coroutine[Any, Any, None]) -> None:
    """Do the work until it ends, or until SIGINT or SIGTERM: then it is cancelled and tidies up.

    A second signal does not wait for the tidying.
    """
    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()

    def stop() -> None:
        for each in SIGNALS:
            loop.remove_signal_handler(each)
        task.cancel()

    for each in SIGNALS:
        loop.add_signal_handler(each, stop)
    try:
        await task
    except asyncio.CancelledError:
        if not task.cancelled():
            raise


async def for_ever() -> None:
    """Until cancelled."""
    await asyncio.Event().wait()
