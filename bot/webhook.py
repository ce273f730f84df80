"""The other way in: Telegram calls us. 200 only after the update's effect is committed."""

from __future__ import annotations

import asyncio
import hmac
import logging
from typing import Any

from aiohttp import web
from telegram import Bot

from bot.intake import Intake
from bot.reading import ALLOWED

log = logging.getLogger(__name__)
HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1024 * 1024
PATIENCE = 50.0  # Telegram hangs up after 60 seconds and calls again


class Webhook:
    """A small HTTP server behind the operator's own TLS. Every path is the same to it."""

    def __init__(
        self, bot: Bot, intake: Intake, url: str, secret: str, listen: tuple[str, int]
    ) -> None:
        self._bot, self._intake = bot, intake
        self._url, self._secret, self._listen = url, secret, listen
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen. OSError if the address cannot be used."""
        app = web.Application(client_max_size=LARGEST)
        app.router.add_post("/{path:.*}", self._receive)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=5)
        await self._runner.setup()
        await web.TCPSite(self._runner, *self._listen).start()
        self._intake.caught_up.set()
        log.info("listening on %s:%s for %s", *self._listen, self._url)

    async def announce(self) -> None:
        """Tell Telegram where; TelegramError if it will not have it, or is away."""
        await self._bot.set_webhook(
            self._url, secret_token=self._secret, allowed_updates=list(ALLOWED)
        )

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
