"""Plain logging. The token never reaches a line, whoever writes it."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from typing import Any

MASK = "[token]"
TOKEN = re.compile(r"\d{5,20}(?::|%3A)[A-Za-z0-9_-]{20,}", re.IGNORECASE)
QUIET = {  # their own lines repeat what intake and sending say better
    "httpx": logging.WARNING,
    "httpcore": logging.WARNING,
    "telegram": logging.WARNING,
    "telegram.request": logging.CRITICAL,
    "apscheduler": logging.ERROR,  # a ring while the one before is at work is no trouble
    "aiosqlite": logging.WARNING,
    "aiohttp.access": logging.WARNING,
    "alembic": logging.WARNING,
    "apscheduler.executors": logging.CRITICAL,  # a ring that is stopped in its middle
}


def redacted(text: str) -> str:
    """The text with whatever looks like a bot's token masked."""
    return TOKEN.sub(MASK, text)


class Redacting(logging.Formatter):
    """Formats message and traceback, then masks the token in both."""

    def format(self, record: logging.LogRecord) -> str:
        """The finished line or lines."""
        return redacted(super().format(record))


def set_up(level: str) -> None:
    """One line a record, to the standard error; the libraries' chatter is turned down."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name, least in QUIET.items():
        logging.getLogger(name).setLevel(least)
    _redact_at_the_source()


def _redact_at_the_source() -> None:
    """Mask in the records too, for handlers that others put in (pytest's, a service's)."""
    make = logging.getLogRecordFactory()
    if getattr(make, "redacts", False):
        return
    logging.setLogRecordFactory(_redacting(make))


def _redacting(make: Callable[..., logging.LogRecord]) -> Callable[..., logging.LogRecord]:
    def record(*args: Any, **kwargs: Any) -> logging.LogRecord:
        made = make(*args, **kwargs)
        said = made.getMessage() if made.args else str(made.msg)
        if (masked := redacted(said)) != said:
            made.msg, made.args = masked, None
        if made.exc_info and made.exc_info[1] is not None:
            made.exc_text = redacted(logging.Formatter().formatException(made.exc_info))
        return made

    record.redacts = True  # type: ignore[attr-defined]
    return record


class Condition:
    """Says a condition once when it begins, not every time it is seen."""

    def __init__(self, logger: logging.Logger, good: str) -> None:
        self._log, self._good, self._now = logger, good, good

    def is_good(self) -> None:
        """All is well (again)."""
        if self._now != self._good:
            self._log.warning(self._good)
        self._now = self._good

    def is_bad(self, what: str) -> None:
        """Something is wrong; said if it was not so before."""
        if self._now != what:
            self._log.warning(what)
        self._now = what
