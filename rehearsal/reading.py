"""A request of the bot → its parameters, however they came: query, form, JSON or multipart."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from rehearsal.errors import ApiError, bad_request
from rehearsal.files import Upload
from rehearsal.signatures import Signature

LARGEST_BODY = 55 * 1024 * 1024


@dataclass(slots=True)
class Raw:
    """Parameters as they arrived, and the files by the name of their part."""

    params: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def sizes(self) -> dict[str, tuple[str, int]]:
        """The files as the journal keeps them: name and size."""
        return {part: (one.name, len(one.data)) for part, one in self.uploads.items()}

    def settle(self, signature: Signature) -> None:
        """Let a part named like a parameter be its value; a part that nothing names is refused."""
        for part in self.uploads:
            if part in signature.fields:
                self.params.setdefault(part, f"attach://{part}")
            elif not any(f"attach://{part}" in str(value) for value in self.params.values()):
                raise bad_request(f'nothing refers to the uploaded file "{part}"')


async def read(request: web.Request) -> Raw:
    """Read it all, or refuse what is larger than Telegram takes."""
    try:
        return await _read(request)
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    except (ValueError, RuntimeError):
        raise bad_request("can't parse multipart/form-data") from None


async def _read(request: web.Request) -> Raw:
    """The body wins over the query."""
    raw = Raw(dict(request.query)) if request.query_string else Raw()
    if request.method == "GET" or not request.body_exists:
        return raw
    kind = request.content_type
    if kind == "multipart/form-data":
        await _multipart(request, raw)
    elif kind == "application/json":
        raw.params.update(_json(await request.read()))
    elif kind == "application/x-www-form-urlencoded":
        body = (await request.read()).decode()
        raw.params.update(parse_qsl(body, keep_blank_values=True))
    return raw


def _json(body: bytes) -> dict[str, Any]:
    try:
        data = json.loads(body or b"{}")
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(data, dict):
        raise bad_request("can't parse JSON object: expected an Object")
    return data


async def _multipart(request: web.Request, raw: Raw) -> None:
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or not part.name:
            raise bad_request("can't parse multipart/form-data")
        data = bytes(await part.read(decode=True))
        if part.filename is None:
            raw.params[part.name] = data.decode()
        else:
            kind = part.headers.get("Content-Type")
            raw.uploads[part.name] = Upload(part.filename, data, kind)
