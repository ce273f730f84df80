"""Files that commands write."""

from __future__ import annotations

from pathlib import Path

from bot.commands.failing import CommandError


def check_writable(to: Path) -> None:
    """CommandError if nothing could be written there; asked before what cannot be done twice."""
    try:
        to.open("ab").close()
    except OSError as error:
        raise _not_written(to, error) from None


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
    return CommandError(
        f"写不了 {to}：{error.strerror}。", f"{to} cannot be written: {error.strerror}."
    )
