"""The reports: drafts, versions, and what became of them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, Table, Text, UniqueConstraint

from storage.tables.base import at, data, id_, metadata, partial, to, word
from storage.types import FreeText

reports = Table(
    "reports",
    metadata,
    id_(),
    word("campaign"),
    to("unit", "units"),
    word("period"),
    word("form"),
    UniqueConstraint("unit", "period", "form"),
)
answers = Table(
    "answers",
    metadata,
    to("report", "reports", primary=True),
    Column("key", Text, primary_key=True),
    word("said"),
    Column("figure", BigInteger),  # exactly one of figure and words is set
    Column("words", FreeText),
    to("by", "people"),
    at("at"),
)
conversations = Table(
    "conversations",
    metadata,
    to("person", "people", primary=True),
    to("report", "reports", primary=True),
    word("place"),
    Column("active", Boolean, nullable=False),
    at("at"),
    Index("ix_conversations_report", "report"),
)
submissions = Table(
    "submissions",
    metadata,
    id_(),
    to("report", "reports"),
    Column("version", Integer, nullable=False),
    data("figures"),
    data("texts"),
    at("at"),
    to("person", "people"),
    word("by"),  # the name and telephone as they were then
    word("contact"),
    word("fingerprint"),
    word("reason", ""),  # of a correction; it counts once it is accepted
    data("attachments", default="[]"),  # what went with it: attachments' ids
    UniqueConstraint("report", "version"),
)
decisions = Table(  # what became of a version: withdrawn, accepted, refused …
    "decisions",
    metadata,
    id_(),
    to("submission", "submissions"),
    word("what"),
    to("by", "people", null=True),  # null: the clock
    at("at"),
    word("reason", ""),
    Index("ix_decisions_submission", "submission"),
)
attachments = Table(  # photos and documents beside the figures
    "attachments",
    metadata,
    id_(),
    to("report", "reports"),
    to("file", "files"),
    word("kind"),  # photo or document
    word("name"),
    Column("size", Integer, nullable=False),  # bytes
    to("by", "people"),
    at("at"),
    at("removed_at", null=True),
    Index("ix_attachments_report", "report"),
)

partial("ix_conversations_active", "conversations", ("person",), "active", unique=True)
