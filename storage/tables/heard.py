"""What reached the bot."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table

from storage.tables.base import at, metadata, word

updates = Table(
    "updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    at("at"),
)
set_aside = Table(
    "set_aside",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    word("raw"),
    word("error"),
    at("at"),
)
