"""The chain and its people."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, ForeignKey, Index, Table, Text

from storage.tables.base import at, id_, metadata, to, word
from storage.types import Key

campaigns = Table("campaigns", metadata, Column("key", Text, primary_key=True), at("loaded_at"))
regions = Table(
    "regions",
    metadata,
    id_(),
    word("campaign"),
    word("name"),
    word("tier"),
    Column("parent", Key, ForeignKey("regions.id"), index=True),
    at("since"),
    at("until", null=True),
    Index("ix_regions_campaign", "campaign"),
)
units = Table(
    "units",
    metadata,
    id_(),
    word("campaign"),
    word("name"),
    word("department"),
    to("region", "regions"),
    Column("counted", Boolean, nullable=False),
    at("since"),
    at("until", null=True),
    Index("ix_units_campaign", "campaign"),
    Index("ix_units_region", "region"),
)
people = Table(
    "people",
    metadata,
    id_(),
    word("name"),
    Column("telegram", BigInteger, unique=True),
    word("language", "zh"),
    word("phone", ""),
    word("email", ""),
    word("office", ""),
    Column("blocked", Boolean, nullable=False),
    Index("ix_people_name", "name"),
)
duties = Table(
    "duties",
    metadata,
    id_(),
    to("person", "people"),
    word("role"),
    word("campaign"),
    to("region", "regions", null=True),
    to("unit", "units", null=True),
    at("since"),
    at("until", null=True),
    CheckConstraint("(region IS NULL) <> (unit IS NULL)", name="ck_duties_place"),
    Index("ix_duties_person", "person"),
    Index("ix_duties_unit", "unit"),
    Index("ix_duties_region", "region"),
)
invites = Table(
    "invites",
    metadata,
    Column("code_hash", Text, primary_key=True),
    to("person", "people"),
    at("created_at"),
    at("expires_at"),
    at("used_at", null=True),
    Column("used_by", BigInteger),
    Index("ix_invites_person", "person"),
)
guesses = Table(
    "guesses",
    metadata,
    id_(),
    Column("telegram", BigInteger, nullable=False),
    at("at"),
    Index("ix_guesses_telegram_at", "telegram", "at"),
)
groups = Table(
    "groups",
    metadata,
    to("region", "regions", primary=True),
    Column("chat", BigInteger, nullable=False, index=True),
    Column("thread", BigInteger),
    word("title", ""),
    to("bound_by", "people"),
    at("at"),
)
handovers = Table(  # a duty on its way to a successor
    "handovers",
    metadata,
    Column("code_hash", Text, primary_key=True),
    to("duty", "duties"),
    to("by", "people"),
    word("name"),  # the successor's, as typed by who hands over
    at("created_at"),
    at("expires_at"),
    at("used_at", null=True),
    to("used_by", "people", null=True),
    at("cancelled_at", null=True),
    Index("ix_handovers_duty", "duty"),
)
prompts = Table(  # a command that waits for the words it needs
    "prompts",
    metadata,
    to("person", "people", primary=True),
    word("command"),
    word("words"),
    at("at"),
)
