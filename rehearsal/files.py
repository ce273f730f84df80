"""The files which went either way: kept whole, so that getFile gives the real bytes back."""

from __future__ import annotations

import base64
import mimetypes
import struct
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

_PREFIX = {"document": "BQAC", "photo": "AgAC", "voice": "AwAC", "sticker": "CAAC"}
_FOLDER = {
    "document": "documents",
    "photo": "photos",
    "voice": "voice",
    "sticker": "stickers",
}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it arrived in a request, or from a person."""

    name: str
    data: bytes
    mime: str | None = None


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file with the two identifiers that Telegram gives it."""

    kind: str
    file_id: str
    unique_id: str
    path: str
    name: str
    mime: str
    data: bytes

    def wire(self) -> dict[str, Any]:
        """The three fields that every file object shares."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.data),
        }


@dataclass(slots=True)
class Files:
    """All files, by file_id and by path."""

    by_id: dict[str, StoredFile] = field(default_factory=dict)
    by_path: dict[str, StoredFile] = field(default_factory=dict)

    def keep(self, kind: str, upload: Upload) -> StoredFile:
        """Store it and give it its names."""
        number = len(self.by_id)
        tail = base64.urlsafe_b64encode(struct.pack(">6sQ16x", b"stored", number)).decode()
        name = PurePosixPath(upload.name.replace("\\", "/")).name or "file"
        mime = upload.mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
        stored = StoredFile(
            kind=kind,
            file_id=f"{_PREFIX[kind]}AgIAAx{tail}".rstrip("="),
            unique_id=f"AgAD{number:08x}",
            path=f"{_FOLDER[kind]}/file_{number}{PurePosixPath(name).suffix}",
            name=name,
            mime=mime,
            data=upload.data,
        )
        self.by_id[stored.file_id] = stored
        self.by_path[stored.path] = stored
        return stored


def image_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or a JPEG; None when it is neither."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    return _jpeg_size(data) if data.startswith(b"\xff\xd8") else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    place = 2
    while place + 9 <= len(data) and data[place] == 0xFF:
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4])
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        place += 2 + length
    return None
