"""The other way in: Telegram calls us. 200 only after the update's effect is committed."""

from __future__ import annotations

import asyncio
import hmac
import logging
import time
from typing import Any

from aiohttp import web
from telegram import Bot

from bot.intake import Intake
from bot.logs import Condition
from bot.pace import Pauses
from bot.reading import ALLOWED

log = logging.getLogger(__name__)
HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1024 * 1024
PATIENCE = 50.0  # Telegram hangs up after 60 seconds and calls again
BACKLOG = 600.0  # seconds for what waits at Telegram, before the clock goes on without it


class Webhook:
    """A small HTTP server behind the operator's own TLS. Every path is the same to it."""

    def __init__(
        self, bot: Bot, intake: Intake, url: str, secret: str, listen: tuple[str, int]
    ) -> None:
        self._bot, self._intake = bot, intake
        self._url, self._secret, self._listen = url, secret, listen
        self._runner: web.AppRunner | None = None
        self._backlog = Condition(log, "what waited at Telegram has been heard")

    async def start(self) -> None:
        """Listen. OSError if the address cannot be used."""
        app = web.Application(client_max_size=LARGEST)
        app.router.add_post("/{path:.*}", self._receive)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=5)
        await self._runner.setup()
        await web.TCPSite(self._runner, *self._listen).start()
        log.info("listening on %s:%s for %s", *self._listen, self._url)

    async def announce(self) -> None:
        """Tell Telegram where, and hear first what waits there.

        TelegramError if it will not have it, or is away.
        """
        await self._bot.set_webhook(
            self._url, secret_token=self._secret, allowed_updates=list(ALLOWED)
        )
        await self._hear_what_waits()
        self._intake.caught_up.set()

    async def _hear_what_waits(self) -> None:
        """Until Telegram has nothing left to bring; but an address it cannot reach stops no clock.

        What it is bringing just now still counts as waiting there.
        """
        until, pauses = time.monotonic() + BACKLOG, Pauses(cap=5)
        while waiting := (await self._bot.get_webhook_info()).pending_update_count:
            if time.monotonic() > until:
                log.warning(
                    "updates still wait at Telegram (%s), which cannot bring them to %s; what"
                    " is due is done without them",
                    waiting,
                    self._url,
                )
                return
            self._backlog.is_bad("updates wait at Telegram; what is due waits for them")
            await asyncio.sleep(pauses.next())
        self._backlog.is_good()

    async def stop(self) -> None:
        """Listen no more; Telegram keeps what comes until the next start."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _receive(self, request: web.Request) -> web.Response:
        told = request.headers.get(HEADER, "")
        if not hmac.compare_digest(told.encode(), self._secret.encode()):
            return web.Response(status=403)
        try:
            raw: Any = await request.json()
        except ValueError:
            raw = None
        if not isinstance(raw, dict) or type(raw.get("update_id")) is not int:
            log.warning("a request with the secret, but without an update, was refused")
            return web.Response(status=400)
        done = asyncio.Event()
        self._intake.accept(raw, done.set)
        try:
            async with asyncio.timeout(PATIENCE):
                await done.wait()
        except TimeoutError:
            return web.Response(status=503)
        return web.Response()
