"""The Bot API over HTTP: /bot{token}/{method} and /file/bot{token}/{path}."""

from __future__ import annotations

import asyncio
import json
import re
from typing import Any

from aiohttp import web

from rehearsal.errors import ApiError, not_found, unauthorized
from rehearsal.faults import Fault
from rehearsal.journal import Request
from rehearsal.methods import TABLE, Call
from rehearsal.polling import Polling
from rehearsal.reading import Raw, read
from rehearsal.signatures import Signature, signature
from rehearsal.state import State
from rehearsal.webhook import Webhook

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{35}")
_HTML = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>502 Bad Gateway</body></html>"
)
HANG = 3600.0
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def answer(body: dict[str, Any], status: int = 200) -> web.Response:
    """Telegram's envelope as a response."""
    return web.Response(body=_encode(body).encode(), status=status, content_type="application/json")


class Server:
    """The protocol's half: from a request to its answer, with faults and journal on the way."""

    def __init__(self, state: State, polling: Polling, webhook: Webhook) -> None:
        self.state = state
        self.polling = polling
        self.webhook = webhook

    def routes(self) -> list[web.RouteDef]:
        """To be added to the application."""
        return [
            web.route("*", "/bot{token}/{method}", self.api),
            web.get("/file/bot{token}/{path:.+}", self.file),
        ]

    def _authorize(self, token: str) -> None:
        if token != self.state.token:
            raise unauthorized() if _TOKEN.fullmatch(token) else not_found()
        if self.state.logged_out:
            raise ApiError(400, "Logged out")

    async def api(self, request: web.Request) -> web.Response:
        """One request, from start to end."""
        name, token = request.match_info["method"], request.match_info["token"]
        raw, known = Raw(), None
        try:
            raw = await read(request)
            self._authorize(token)
            known = signature(name)
        except ApiError as refusal:
            return self._refuse(self._open(name, raw), refusal)
        entry = self._open(known.name, raw)
        fault = self.state.faults.take(known.name, raw.params.get("chat_id"))
        if fault is not None:
            entry.fault = fault.kind
            if not fault.effective:
                return self._fail(request, entry, fault)
        response = await self._run(request, known, raw, entry)
        if fault is not None:
            await self._lose(request, fault)
        return response

    def _open(self, method: str, raw: Raw) -> Request:
        return self.state.journal.open(self.state.clock(), method, raw.params, raw.sizes())

    async def _run(
        self, request: web.Request, known: Signature, raw: Raw, entry: Request
    ) -> web.Response:
        state, waits = self.state, known.name == "getUpdates"
        state.busy += not waits
        try:
            if raw.uploads:
                raw.settle(known)
            params = known.check(raw.params)
            call = Call(known.name, params, raw.uploads, state, self.polling, self.webhook)
            result = TABLE[known.name](call)
            if asyncio.iscoroutine(result):
                result = await result
            body = {"ok": True, "result": result}
            state.journal.close(entry, 200, body)
            return answer(body)
        except ApiError as refusal:
            if _gone(request):  # a poll that its bot gave up: nobody is refused anything
                state.journal.close(entry, 0, {})
                return web.Response()
            return self._refuse(entry, refusal)
        finally:
            state.busy -= not waits
            state.breathe()

    def _refuse(self, entry: Request, refusal: ApiError) -> web.Response:
        body = refusal.body()
        self.state.journal.close(entry, refusal.code, body)
        if entry.refused:
            self.state.events.publish("refusal", request=entry.n)
        return answer(body, refusal.code)

    def _fail(self, request: web.Request, entry: Request, fault: Fault) -> web.Response:
        """A fault before anything was done."""
        if fault.kind == "html":
            self.state.journal.close(entry, 502, {})
            return web.Response(text=_HTML, status=502, content_type="text/html")
        if fault.kind == "refused":
            self.state.journal.close(entry, 0, {})
            _hang_up(request)
            return web.Response()
        return self._refuse(entry, fault.refusal())

    async def _lose(self, request: web.Request, fault: Fault) -> None:
        """The request took effect; its answer never arrives."""
        if fault.kind == "silent":
            await asyncio.sleep(HANG)
        _hang_up(request)

    async def file(self, request: web.Request) -> web.Response:
        """The bytes of a file; in the journal, and to faults, it is the method "file"."""
        path = request.match_info["path"]
        entry = self._open("file", Raw({"path": path}))
        try:
            self._authorize(request.match_info["token"])
        except ApiError as refusal:
            return self._refuse(entry, refusal)
        stored = self.state.world.files.by_path.get(path)
        if stored is None:
            return self._refuse(entry, not_found())
        fault = self.state.faults.take("file", None)
        if fault is not None:
            entry.fault = fault.kind
            if not fault.effective:
                return self._fail(request, entry, fault)
            await self._lose(request, fault)
        self.state.journal.close(entry, 200, {})
        return web.Response(body=stored.data, content_type="application/octet-stream")


def _gone(request: web.Request) -> bool:
    return request.transport is None or request.transport.is_closing()


def _hang_up(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()
