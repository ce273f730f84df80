"""Files that commands write."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from bot.commands.failing import CommandError
from bot.why import why

PRIVATE = 0o600  # nobody but the file's owner


def check_writable(to: Path) -> None:
    """CommandError if nothing could be written there; asked before what cannot be done twice.

    What is written so is secret: the file is its owner's alone from the first.
    """
    try:
        os.close(_private(to, os.O_APPEND))
    except OSError as error:
        raise _not_written(to, error) from None


def write_private(to: Path, data: bytes) -> None:
    """Write a file, in place of an older one, that only its owner can read."""
    try:
        with os.fdopen(_private(to, os.O_TRUNC), "wb") as file:
            file.write(data)
    except OSError as error:
        raise _not_written(to, error) from None


def _private(to: Path, how: int) -> int:
    """Open for writing; a file that was there becomes private too."""
    descriptor = os.open(to, os.O_WRONLY | os.O_CREAT | how, PRIVATE)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):  # never a device
        os.fchmod(descriptor, PRIVATE)
    return descriptor


def write(to: Path, data: bytes, *, over: bool = True) -> None:
    """Write a file, in place of an older one only if ``over``; CommandError says what is wrong."""
    try:
        with to.open("wb" if over else "xb") as file:
            file.write(data)
    except FileExistsError:
        if to.is_file() and to.read_bytes() == data:
            return
        raise CommandError(
            f"{to} 已存在，没有覆盖。请用 --out 写另一个名字。",
            f"{to} exists and is not overwritten. Name another file with --out.",
        ) from None
    except OSError as error:
        raise _not_written(to, error) from None


def _not_written(to: Path, error: OSError) -> CommandError:
    said = why(error)
    return CommandError(f"写不了 {to}：{said.zh}。", f"{to} cannot be written: {said.en}.")
