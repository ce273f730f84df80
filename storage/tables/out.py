"""What went up, and what is said."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.base import at, data, id_, metadata, partial, to, word
from storage.types import FreeText

files = Table(
    "files",
    metadata,
    id_(),
    word("name"),
    word("sha256"),
    Column("data", LargeBinary, nullable=False),
    at("at"),
)
rollups = Table(
    "rollups",
    metadata,
    id_(),
    word("campaign"),
    to("region", "regions"),
    word("period"),
    word("form"),
    Column("version", Integer, nullable=False),
    data("figures"),
    data("contributions"),
    word("fingerprint"),
    at("at"),
    to("file", "files", null=True),
    UniqueConstraint("region", "period", "form", "version"),
)
ledger = Table(
    "ledger",
    metadata,
    id_(),
    Column("key", Text, nullable=False, unique=True),
    word("kind"),
    Column("rank", Integer, nullable=False),  # 0: somebody is waiting for it
    Column("chat", BigInteger, nullable=False),
    Column("thread", BigInteger),
    to("person", "people", null=True),
    Column("campaign", Text),
    Column("period", Text),
    Column("step", Text),
    data("payload"),
    word("state"),
    Column("attempts", Integer, nullable=False),
    Column("error", FreeText),
    Column("message_id", BigInteger),
    at("created_at"),
    at("due_at"),
    at("claimed_at", null=True),
    at("settled_at", null=True),
)
journal = Table(
    "journal",
    metadata,
    id_(),
    at("at"),
    to("who", "people", null=True),
    word("what"),
    to("report", "reports", null=True),
    to("unit", "units", null=True),
    to("region", "regions", null=True),
    Column("key", Text),
    data("before", null=True),
    data("after", null=True),
    Index("ix_journal_report", "report"),
)

partial("ix_ledger_due", "ledger", ("rank", "due_at", "id"), "state = 'due'", unique=False)
partial("ix_ledger_sending", "ledger", ("id",), "state = 'sending'", unique=False)
partial("ix_ledger_question", "ledger", ("person", "id"), "kind = 'question'", unique=False)
