"""The arguments of an action, as the page or a script sends them."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any

from aiohttp import web

NUMBERS = frozenset(
    ["user_id", "chat_id", "from_chat_id", "new_id", "message_id", "by", "thread", "reply_to"]
)


async def read_arguments(request: web.Request, *, has_file: bool) -> dict[str, Any]:
    """Keyword arguments for a method of `Standin`; TypeError or ValueError says what is wrong."""
    arguments = await _read(request, has_file=has_file)
    _check_numbers(arguments)
    return arguments


async def _read(request: web.Request, *, has_file: bool) -> dict[str, Any]:
    """The JSON body; or of a multipart form `arguments`, with `file` as name and data."""
    if request.content_type == "multipart/form-data":
        form = await request.post()
        arguments = _object(str(form.get("arguments", "{}")))
        file = form.get("file")
        if not isinstance(file, web.FileField):
            raise ValueError('the form has no "file"')
        return {"name": file.filename, "data": file.file.read(), **arguments}
    if request.content_type != "application/json":
        raise ValueError("say it in application/json or multipart/form-data")
    arguments = _object(await request.text() or "{}")
    if has_file and isinstance(arguments.get("data"), str):
        try:
            arguments["data"] = base64.b64decode(arguments["data"], validate=True)
        except binascii.Error:
            raise ValueError('"data" is not base64') from None
    return arguments


def _check_numbers(arguments: dict[str, Any]) -> None:
    for name in NUMBERS & arguments.keys():
        if arguments[name] is not None and type(arguments[name]) is not int:
            raise TypeError(f"{name} is no number")


def _object(text: str) -> dict[str, Any]:
    arguments = json.loads(text)
    if not isinstance(arguments, dict):
        raise TypeError("expected a JSON object")
    return arguments
