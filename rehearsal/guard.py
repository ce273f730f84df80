"""Who may drive the rehearsal: this machine's own page, scripts and bots, no web site.

The Bot API's token is no secret here, so it is guarded like the rest.

A page of any other origin in the same browser could otherwise post to 127.0.0.1 (its Origin or
Sec-Fetch-Site gives it away), or rebind its own name to this address (its Host gives it away).
"""

from __future__ import annotations

from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

_HOSTS = {"127.0.0.1", "localhost", "::1"}
_DOORS = ("/control", "/bot", "/file/bot")
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none';"
        " form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def refusal(request: web.Request) -> str | None:
    """Why this request may not pass; None when it may."""
    host = request.headers.get("Host", "")
    if _name(host) not in _HOSTS:
        return "not addressed to this machine by a loopback name"
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"http://{host}":
        return "sent by the page of another origin"
    looking_at_the_page = request.method == "GET" and not request.path.startswith(_DOORS)
    site = request.headers.get("Sec-Fetch-Site", "none")
    if site not in ("none", "same-origin") and not looking_at_the_page:
        return "sent by another site"
    return None


def _name(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Everything passes here."""
    if words := refusal(request):
        return web.json_response({"error": words}, status=403)
    response = await handler(request)
    if not response.prepared:
        response.headers.update(_HEADERS)
    return response
