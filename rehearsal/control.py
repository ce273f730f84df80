"""The rehearsal over HTTP, for the page and for scripts: JSON under /control.

    POST /control/{action}                  the methods of `Standin` by name, arguments as JSON
    POST /control/send_file                 also multipart: `file`, and `arguments` as JSON
    GET  /control/state                     the bot, the clock, what is pending
    GET  /control/chats                     all chats
    GET  /control/chat/{id}/messages        ?after=MESSAGE_ID&deleted=1
    GET  /control/chat/{id}/menu            ?user=ID: the command menu that this person sees there
    GET  /control/answer/{query_id}         what a button press was answered
    GET  /control/requests                  ?method=NAME&after=N: what the bot asked for
    GET  /control/refusals                  what of it was refused, injected faults aside
    GET  /control/events                    ?after=N: server-sent events; with &wait=SECONDS JSON
    GET  /control/file/{file_id}            the bytes

A mistake in the request is answered 400 or 404 with {"error": "…"}.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from aiohttp import web

from rehearsal.arguments import read_arguments
from rehearsal.window import chat_view, event_view, message_view
from rehearsal.world import Chat, Message, User

if TYPE_CHECKING:
    from rehearsal.standin import Standin

PEOPLE = (
    "add_user add_group start say send_file edit forward delete tap block unblock deactivate"
    " add_bot kick_bot promote_bot join leave add_topic migrate"
)
ACCIDENTS = "fault repeat reorder inject"
ACTIONS = frozenset(f"{PEOPLE} {ACCIDENTS}".split(" "))
LONGEST_WAIT = 50.0


class Control:
    """The routes; all they do is call the object and word what comes back."""

    def __init__(self, standin: Standin) -> None:
        self.standin = standin
        self.state = standin.state

    def routes(self) -> list[web.RouteDef]:
        """To be added to the application, behind the guard."""
        return [
            web.get("/control/state", self.about),
            web.get("/control/chats", self.chats),
            web.get(r"/control/chat/{id:-?\d+}/messages", self.messages),
            web.get(r"/control/chat/{id:-?\d+}/menu", self.menu),
            web.get("/control/answer/{query_id}", self.answer),
            web.get("/control/requests", self.requests),
            web.get("/control/refusals", self.refusals),
            web.get("/control/events", self.events),
            web.get("/control/file/{file_id}", self.file),
            web.post("/control/{action}", self.act),
        ]

    # -- doing

    async def act(self, request: web.Request) -> web.Response:
        """One action by its name."""
        name = request.match_info["action"]
        if name not in ACTIONS:
            return _error(404, f"no action {name!r}; there are {', '.join(sorted(ACTIONS))}")
        try:
            arguments = await read_arguments(request, has_file=name == "send_file")
            method: Callable[..., Any] = getattr(self.standin, name)
            inspect.signature(method).bind(**arguments)
            return web.json_response(self._worded(method(**arguments)))
        except LookupError as problem:
            return _error(404, str(problem.args[0] if problem.args else problem))
        except (TypeError, ValueError) as problem:
            return _error(400, str(problem))

    def _worded(self, result: Any) -> dict[str, Any]:
        if isinstance(result, Message):
            return {"message": message_view(self.state, result)}
        if isinstance(result, Chat):
            return {"chat": chat_view(self.state, result)}
        if isinstance(result, User):
            return {"user": result.wire()}
        return {"result": result}

    # -- looking

    async def about(self, request: web.Request) -> web.Response:
        """The bot and the server at a glance."""
        state = self.state
        return web.json_response(
            {
                "bot": state.bot.wire(),
                "now": state.clock().isoformat(),
                "pending": len(state.queue),
                "webhook": self.standin.webhook.url,
                "last_event": state.events.last,
                "requests": state.journal.count,
                "refusals": len(state.journal.refusals),
                "description": state.profile.text("description", ""),
            }
        )

    async def chats(self, request: web.Request) -> web.Response:
        """All chats."""
        return web.json_response({"chats": self.standin.chats()})

    async def messages(self, request: web.Request) -> web.Response:
        """The messages of one chat."""
        chat_id = int(request.match_info["id"])
        if chat_id not in self.state.world.chats:
            return _error(404, f"no chat {chat_id}")
        found = self.standin.messages(
            chat_id, after=_number(request, "after"), deleted="deleted" in request.query
        )
        return web.json_response({"messages": found, "last_event": self.state.events.last})

    async def menu(self, request: web.Request) -> web.Response:
        """The command menu."""
        chat_id = int(request.match_info["id"])
        try:
            commands = self.standin.menu(_number(request, "user") or chat_id, chat_id)
        except KeyError as problem:
            return _error(404, str(problem.args[0]))
        return web.json_response({"commands": commands})

    async def answer(self, request: web.Request) -> web.Response:
        """The answer to a button press, or null."""
        query_id = request.match_info["query_id"]
        if query_id not in self.state.queries:
            return _error(404, f"no button press {query_id}")
        return web.json_response({"answer": self.standin.answer(query_id)})

    async def requests(self, request: web.Request) -> web.Response:
        """The journal."""
        after = _number(request, "after")
        found = self.standin.requests(request.query.get("method"))
        return web.json_response({"requests": [one.view() for one in found if one.n > after]})

    async def refusals(self, request: web.Request) -> web.Response:
        """The journal's black part."""
        after = _number(request, "after")
        found = [one.view() for one in self.standin.refusals() if one.n > after]
        return web.json_response({"refusals": found})

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Everything new, as a stream or as one batch."""
        after = _number(request, "after")
        if "wait" in request.query:
            wait = min(_number(request, "wait"), LONGEST_WAIT)
            batch = await self.state.events.wait(after, wait)
            return web.json_response(
                {
                    "events": [event_view(self.state, event) for event in batch],
                    "last": batch[-1].n if batch else self.state.events.last,
                }
            )
        last = request.headers.get("Last-Event-ID", "")
        return await self._stream(request, int(last) if last.isdecimal() else after)

    async def _stream(self, request: web.Request, after: int) -> web.StreamResponse:
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        with suppress(ConnectionResetError):  # the reader closed its page
            async for batch in self.state.events.follow(after):
                lines = [
                    f"id: {event.n}\ndata: {json.dumps(event_view(self.state, event))}\n\n"
                    for event in batch
                ]
                await response.write("".join(lines or [": still here\n\n"]).encode())
        return response

    async def file(self, request: web.Request) -> web.Response:
        """A file to save; only pictures are shown in the page."""
        stored = self.state.world.files.by_id.get(request.match_info["file_id"])
        if stored is None:
            return _error(404, "no such file")
        shown = stored.mime in ("image/png", "image/jpeg")
        name = quote(stored.name, safe="")
        how = "inline" if shown else "attachment"
        return web.Response(
            body=stored.data,
            content_type=stored.mime if shown else "application/octet-stream",
            headers={"Content-Disposition": f"{how}; filename*=UTF-8''{name}"},
        )


def _number(request: web.Request, name: str) -> int:
    try:
        return int(request.query.get(name, "0"))
    except ValueError:
        raise web.HTTPBadRequest(text=json.dumps({"error": f"{name} is no number"})) from None


def _error(status: int, words: str) -> web.Response:
    return web.json_response({"error": words}, status=status)
