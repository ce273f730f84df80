"""Column types that both databases agree on."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

Key = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up only an INTEGER

_dumped = partial(json.dumps, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
_UNKEEPABLE = re.compile("[\0\ud800-\udfff]")  # NUL (PostgreSQL), half a character (both)


def keepable(text: str) -> str:
    """Text as either database can keep it; what cannot be kept leaves a mark."""
    return _UNKEEPABLE.sub("\ufffd", text)


def readable(value: object) -> str:
    """JSON that a person can read in the database."""
    return keepable(_dumped(value))


ENGINE: dict[str, Any] = {"json_serializer": readable}


def whole(figures: Mapping[str, int]) -> dict[str, int]:
    """Figures as they are kept. TypeError for anything but whole numbers: no float gets in."""
    for key, figure in figures.items():
        if type(figure) is not int:
            raise TypeError(f"{key}: {figure!r} is not a whole number")
    return dict(figures)


class Instant(TypeDecorator[datetime]):
    """A moment, kept in UTC and given back in UTC.

    A naive datetime is refused: nobody knows which moment it means. SQLite drops the zone, so it
    is put back on the way out.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; ValueError for a naive datetime."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone: which moment is it?")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Always aware, always UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class FreeText(TypeDecorator[str]):
    """Text from outside: nothing in it may keep the line from being written."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Without what cannot be kept."""
        return None if value is None else keepable(value)
