"""The file of a request: an upload, or a file_id met before."""

from __future__ import annotations

from typing import Any

from rehearsal.errors import ApiError, bad_request
from rehearsal.files import StoredFile, Upload, image_size
from rehearsal.methods.registry import Call

LARGEST_UPLOAD = 50 * 1024 * 1024
LARGEST_PHOTO = 10 * 1024 * 1024


def attached(call: Call, kind: str, value: str) -> dict[str, Any]:
    """{kind: …} as a part of the message to come."""
    stored = _known(call, kind, value) if "://" not in value else _uploaded(call, kind, value)
    return shown(stored)


def _known(call: Call, kind: str, file_id: str) -> StoredFile:
    stored = call.state.world.files.by_id.get(file_id)
    if stored is None:
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    if stored.kind != kind:
        raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
    return stored


def _uploaded(call: Call, kind: str, value: str) -> StoredFile:
    if not value.startswith("attach://"):
        raise bad_request("wrong file identifier/HTTP URL specified")
    upload = call.uploads.get(value.removeprefix("attach://"))
    if upload is None:
        raise bad_request(f"there is no {kind} in the request")
    return call.state.world.files.keep(kind, checked(kind, upload))


def checked(kind: str, upload: Upload) -> Upload:
    """Within Telegram's sizes, and a picture where a picture is promised."""
    size = len(upload.data)
    if not size:
        raise bad_request("file must be non-empty")
    if size > LARGEST_UPLOAD:
        raise ApiError(413, "Request Entity Too Large")
    if kind != "photo":
        return upload
    if size > LARGEST_PHOTO:
        raise bad_request(
            f"file of size {size} bytes is too big for a photo;"
            f" the maximum size is {LARGEST_PHOTO} bytes"
        )
    measures = image_size(upload.data)
    if measures is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = measures
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return upload


def shown(stored: StoredFile) -> dict[str, Any]:
    """The file as a message carries it."""
    wire = stored.wire()
    if stored.kind == "photo":
        width, height = image_size(stored.data) or (1, 1)
        return {"photo": [{**wire, "width": width, "height": height}]}
    if stored.kind == "voice":
        return {"voice": {**wire, "duration": 1, "mime_type": "audio/ogg"}}
    if stored.kind == "sticker":
        flags = {"is_animated": False, "is_video": False}
        return {"sticker": {**wire, "type": "regular", "width": 512, "height": 512, **flags}}
    return {"document": {**wire, "file_name": stored.name, "mime_type": stored.mime}}
