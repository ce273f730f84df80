"""getFile: where the bytes of a file lie."""

from __future__ import annotations

from typing import Any

from rehearsal.errors import bad_request
from rehearsal.methods.registry import Call, method

LARGEST_DOWNLOAD = 20 * 1024 * 1024


@method("getFile")
def get_file(call: Call) -> dict[str, Any]:
    """A path below /file/bot{token}/, for files up to 20 MB."""
    stored = call.state.world.files.by_id.get(call.params["file_id"])
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.data) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {**stored.wire(), "file_path": stored.path}
