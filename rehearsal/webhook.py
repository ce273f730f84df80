"""The webhook: updates brought one by one, in order, until the bot takes them."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from rehearsal.errors import bad_request
from rehearsal.state import State
from rehearsal.updates import Update

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Webhook:
    """One address at most. After a failure the pause doubles, from `pause` up to `longest`."""

    def __init__(self, state: State, *, pause: float = 1.0, longest: float = 60.0) -> None:
        self.state = state
        self.pause = pause
        self.longest = longest
        self.url = ""
        self.on_set: Callable[[str], None] = lambda words: None
        self._secret: str | None = None
        self._info: dict[str, Any] = {}
        self._task: asyncio.Task[None] | None = None

    def set(self, params: dict[str, Any], *, has_certificate: bool) -> None:
        """Begin to deliver there."""
        url, secret = params["url"], params.get("secret_token")
        self._check(url, secret)
        if params.get("drop_pending_updates"):
            self.state.queue.drop()
        self.state.queue.allow(params.get("allowed_updates"))
        self._stop()
        self.url, self._secret = url, secret
        self._info = {
            "has_custom_certificate": has_certificate,
            "max_connections": params.get("max_connections", 40),
        }
        if url:
            self.on_set("terminated by setWebhook request")
            self._task = asyncio.create_task(self._deliver())

    def _check(self, url: str, secret: str | None) -> None:
        parts = urlsplit(url)
        loopback = parts.hostname in _LOOPBACK
        if url and parts.scheme != "https" and not (parts.scheme == "http" and loopback):
            raise bad_request(
                "bad webhook: An HTTPS URL must be provided for webhook"
                if parts.scheme == "http"
                else "invalid webhook URL specified"
            )
        if secret is not None and not _SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")

    def delete(self, *, drop: bool) -> None:
        """Stop delivering."""
        self._stop()
        self.url = ""
        if drop:
            self.state.queue.drop()

    def info(self) -> dict[str, Any]:
        """WebhookInfo."""
        queue = self.state.queue
        base = {"url": self.url, "pending_update_count": len(queue)}
        if not self.url:
            return {**base, "has_custom_certificate": False}
        return {**base, "allowed_updates": sorted(queue.allowed), **self._info}

    async def close(self) -> None:
        """End the delivering task."""
        task = self._task
        self._stop()
        if task is not None:
            await asyncio.gather(task, return_exceptions=True)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _deliver(self) -> None:
        pause = self.pause
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60)) as session:
            while True:
                update = self.state.queue.first()
                if update is None:
                    await self.state.queue.arrival()
                elif problem := await self._bring(session, update):
                    self._info["last_error_date"] = self.state.now()
                    self._info["last_error_message"] = problem
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, self.longest)
                else:
                    pause = self.pause

    async def _bring(self, session: aiohttp.ClientSession, update: Update) -> str | None:
        """Hand one over; what went wrong, if anything. Only a 2xx takes it off the queue."""
        secret = {"X-Telegram-Bot-Api-Secret-Token": self._secret} if self._secret else {}
        try:
            async with session.post(self.url, json=update, headers=secret, ssl=False) as response:
                status, reason = response.status, response.reason
        except aiohttp.ClientConnectorError:
            return "Connection refused"
        except TimeoutError:
            return "Read timeout expired"
        except aiohttp.ClientError as problem:
            return f"Connection failed: {type(problem).__name__}"
        if not 200 <= status < 300:
            return f"Wrong response from the webhook: {status} {reason}"
        if self.state.queue.first() is update:
            self.state.queue.confirm_one()
        self.state.breathe()
        return None
