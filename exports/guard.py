"""Before any reader opens an xlsx: is it safe to unpack? A small file can take gigabytes."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum

MEGABYTE = 1024 * 1024
CHUNK = 64 * 1024
OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # what such a file begins with; one with a password does, too
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
CONTENT_TYPES = "[Content_Types].xml"
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # all that a spreadsheet program writes


class Unsafe(StrEnum):
    """Why a file is not opened. Each has words in both languages, with the remedy."""

    TOO_LARGE = "too-large"
    NOT_XLSX = "not-xlsx"
    OLD_OFFICE = "old-office"  # .xls, .et
    PASSWORD = "password"
    DAMAGED = "damaged"
    UNPACKS_TOO_LARGE = "unpacks-too-large"
    TOO_MANY_PARTS = "too-many-parts"
    MACROS = "macros"
    EXTERNAL_LINKS = "external-links"


class UnsafeFile(Exception):  # noqa: N818 - it names the file, not a fault of the program
    """A file that must not be opened, and why."""

    def __init__(self, reason: Unsafe) -> None:
        """Name the reason."""
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a workbook may be, in bytes packed and unpacked, and in parts."""

    packed: int = 5 * MEGABYTE
    unpacked: int = 50 * MEGABYTE
    parts: int = 200


UPLOAD = Limits()
"""What somebody else's file may be."""

OWN = Limits(packed=50 * MEGABYTE, unpacked=500 * MEGABYTE)
"""What a workbook written here may be, when it is read back."""


def check(data: bytes, limits: Limits = UPLOAD) -> None:
    """Return if ``data`` is an xlsx that can be opened safely; else raise ``UnsafeFile``."""
    if len(data) > limits.packed:
        raise UnsafeFile(Unsafe.TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_names(archive, limits)
            _check_unpacked(archive, limits)
            if b"macroEnabled" in archive.read(CONTENT_TYPES):
                raise UnsafeFile(Unsafe.MACROS)
    except zipfile.BadZipFile as error:
        raise UnsafeFile(_no_archive(data)) from error
    except (zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise UnsafeFile(Unsafe.DAMAGED) from error


def _no_archive(data: bytes) -> Unsafe:
    """What a file is that is no archive."""
    if data.startswith(OLD_OFFICE):
        return Unsafe.PASSWORD if ENCRYPTED in data else Unsafe.OLD_OFFICE
    return Unsafe.DAMAGED if data.startswith(b"PK") else Unsafe.NOT_XLSX


def _check_names(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Refuse by what the archive says it holds: cheap, before anything is unpacked."""
    members = archive.infolist()
    if len(members) > limits.parts:
        raise UnsafeFile(Unsafe.TOO_MANY_PARTS)
    if not {CONTENT_TYPES, "xl/workbook.xml"} <= set(archive.namelist()):
        raise UnsafeFile(Unsafe.NOT_XLSX)
    names = [member.filename.lower() for member in members]
    if len(set(names)) < len(names) or any(_is_odd(member) for member in members):
        raise UnsafeFile(Unsafe.DAMAGED)
    if any("vbaproject" in name or "/macrosheets/" in name for name in names):
        raise UnsafeFile(Unsafe.MACROS)
    if any("/externallinks/" in name for name in names):
        raise UnsafeFile(Unsafe.EXTERNAL_LINKS)


def _is_odd(member: zipfile.ZipInfo) -> bool:
    """Encrypted, or packed in a way that no spreadsheet program packs."""
    return bool(member.flag_bits & 0x1) or member.compress_type not in PACKINGS


def _check_unpacked(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Unpack without keeping, and count: the sizes in the archive's headers may lie."""
    total = 0
    for member in archive.infolist():
        with archive.open(member) as part:
            while chunk := part.read(CHUNK):
                total += len(chunk)
                if total > limits.unpacked:
                    raise UnsafeFile(Unsafe.UNPACKS_TOO_LARGE)
