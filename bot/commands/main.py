"""Runs a command, and ends every failure with a clear line and an exit code, never a trace."""

from __future__ import annotations

import logging
import os
import sys
import traceback
from collections.abc import Sequence

from bot.commands.console import note, ready
from bot.commands.failing import PROBLEM, USAGE, CommandError

INTERRUPTED = 130


def main(arguments: Sequence[str]) -> int:
    """Run one command line; its exit code: 0 done, 1 a problem was found, 2 wrong usage."""
    from bot.commands.table import app

    ready()
    try:
        return int(app(list(arguments), standalone_mode=False) or 0)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stdout = None
        return PROBLEM
    except Exception as error:
        return _explained(error)


def _explained(error: Exception) -> int:
    """Say what is wrong, and return the exit code."""
    if isinstance(error, CommandError):
        note(*str(error).split("\n", 1))
        return error.code
    if hasattr(error, "format_message"):  # typer's: a wrong option, a missing argument
        _wrong_usage(error)
        return USAGE
    return _known(error) or _unexpected(error)


def _known(error: Exception) -> int | None:
    """Settings, campaigns, database and token name what is wrong and the remedy themselves."""
    from bot.application import TokenError
    from bot.campaigns import CampaignsError
    from bot.settings import SettingsError
    from storage.errors import StorageError

    if isinstance(error, SettingsError | CampaignsError | TokenError):
        note(str(error))
        return USAGE
    if isinstance(error, StorageError):
        note(
            f"{error.what.zh}。{error.remedy.zh}。",
            f"{error.what.en}. {error.remedy.en}.",
        )
        return PROBLEM
    return None


def _wrong_usage(error: Exception) -> None:
    from bot.commands.usage import wrong

    what = wrong(error)
    note(
        f"用法有误：{what.zh}{'' if what.zh.endswith('？') else '。'}全部命令和选项见 --help。",
        f"Wrong usage: {what.en}{'' if what.en.endswith('?') else '.'}"
        " See --help for all commands and options.",
    )


def _unexpected(error: Exception) -> int:
    from bot.logs import redacted

    what = redacted(f"{type(error).__name__}: {error}")
    note(
        f"意外的错误：{what}。设 LOG_LEVEL=DEBUG 再运行一次，可得到全部细节。",
        f"Unexpected error: {what}. Run it again with LOG_LEVEL=DEBUG for the details.",
    )
    if os.environ.get("LOG_LEVEL", "").upper() == "DEBUG" or _debugging():
        note("", redacted("".join(traceback.format_exception(error))))
    return PROBLEM


def _debugging() -> bool:
    return logging.getLogger().isEnabledFor(logging.DEBUG)
