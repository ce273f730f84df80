"""The stand-in as one object: `async with Standin() as standin: … standin.url …`"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from rehearsal.control import Control
from rehearsal.crowd import Crowd
from rehearsal.faults import Fault, Kind
from rehearsal.guard import guard
from rehearsal.pages import PAGE
from rehearsal.polling import Polling
from rehearsal.reading import LARGEST_BODY
from rehearsal.server import Server
from rehearsal.state import TOKEN, Clock, State, utc_now
from rehearsal.webhook import Webhook
from rehearsal.window import Window


class Standin(Crowd, Window):
    """Telegram on this machine: what people do, what they see, and the server in between.

    clock        what dates the messages carry: a callable that returns an aware datetime
    monotonic    what waits and limits are measured with, in seconds
    limits       enforce Telegram's limits on sending (429); transcripts and benchmarks say False
    privacy      in groups the bot gets only what is meant for it, as is Telegram's default
    extra_routes more aiohttp routes, such as a clock to be moved from the page
    page         a folder of static files with an index.html, served at /; None: no page
    keep         how many requests and events are remembered
    """

    def __init__(
        self,
        *,
        token: str = TOKEN,
        username: str = "rehearsal_bot",
        clock: Clock = utc_now,
        monotonic: Callable[[], float] = time.monotonic,
        limits: bool = True,
        privacy: bool = True,
        keep: int = 20_000,
        host: str = "127.0.0.1",
        port: int = 0,
        webhook_pause: float = 1.0,
        extra_routes: Iterable[web.AbstractRouteDef] = (),
        page: Path | None = PAGE,
    ) -> None:
        self.state = State(
            token=token,
            username=username,
            clock=clock,
            monotonic=monotonic,
            limits=limits,
            privacy=privacy,
            keep=keep,
        )
        self.host = host
        self.port = port
        self.extra_routes = list(extra_routes)
        self.page = page
        self.webhook = Webhook(self.state, pause=webhook_pause)
        self.polling = Polling(self.state, self.webhook)
        self.webhook.on_set = self.polling.interrupt
        self._runner: web.AppRunner | None = None

    @property
    def token(self) -> str:
        """The one token that opens this server."""
        return self.state.token

    @property
    def url(self) -> str:
        """Where it listens: the bot's BOT_API_URL."""
        return f"http://{self.host}:{self.port}"

    # -- listening

    async def listen(self) -> None:
        """Begin to answer; on the same port as before, if there was one."""
        app = self._application()
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self.host, self.port, reuse_address=True)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop_listening(self) -> None:
        """Connections are refused until `listen`; nothing is forgotten."""
        runner, self._runner = self._runner, None
        if runner is not None:
            await runner.cleanup()

    def _application(self) -> web.Application:
        app = web.Application(client_max_size=LARGEST_BODY, middlewares=[guard])
        app.add_routes(Server(self.state, self.polling, self.webhook).routes())
        app.add_routes(self.extra_routes)
        app.add_routes(Control(self).routes())
        if self.page is not None and self.page.is_dir():
            index = self.page / "index.html"
            app.router.add_get("/", partial(_page, index))
            app.router.add_static("/", self.page)
        return app

    async def __aenter__(self) -> Self:
        await self.listen()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.webhook.close()
        await self.stop_listening()

    # -- what may go wrong

    def fault(
        self,
        kind: Kind,
        method: str = "*",
        *,
        times: int = 1,
        status: int = 500,
        retry_after: int = 1,
        chat_id: int | None = None,
        description: str | None = None,
    ) -> None:
        """Queue a fault (see `rehearsal.faults`) for the next `times` requests of that method."""
        self.state.faults.add(Fault(kind, method, times, status, retry_after, chat_id, description))

    def repeat(self, count: int = 1) -> int:
        """Deliver the last confirmed updates again, with the same ids."""
        return self.state.queue.repeat(count)

    def reorder(self, batches: int = 1) -> None:
        """Hand out the next batches of two or more updates back to front."""
        self.state.queue.backwards += batches

    def inject(self, raw: dict[str, Any]) -> int:
        """Queue any dict as an update, also one that no client can read; its update_id."""
        return self.state.queue.inject(raw)

    # -- waiting

    @property
    def pending(self) -> int:
        """Updates which the bot has not confirmed."""
        return len(self.state.queue)

    async def calm(self, timeout: float = 5.0) -> None:
        """Wait until the bot has confirmed everything and asks for nothing."""
        async with asyncio.timeout(timeout):
            await self.state.calm()

    async def until(self, true: Callable[[], Any], timeout: float = 5.0) -> Any:
        """Wait until `true()` is, asking again at every event; what it returned."""
        async with asyncio.timeout(timeout):
            while not (result := true()):
                await self.state.events.wait(self.state.events.last, 0.05)
        return result

    def announce(self, kind: str, **more: Any) -> None:
        """Put an event of one's own into the stream: the clock was moved, for instance."""
        self.state.events.publish(kind, **more)


async def _page(index: Path, request: web.Request) -> web.FileResponse:
    return web.FileResponse(index)
