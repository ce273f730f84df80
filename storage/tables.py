"""The tables. What ends gets an end; only a draft's answers and a group's binding are deleted."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.types import FreeText, Instant, Key

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", Key, primary_key=True, autoincrement=True)


def _to(name: str, table: str, *, null: bool = False, primary: bool = False) -> Column[int]:
    return Column(name, Key, ForeignKey(f"{table}.id"), nullable=null, primary_key=primary)


def _word(name: str, default: str | None = None) -> Column[str]:
    return Column(name, FreeText, nullable=False, server_default=default)


def _at(name: str, *, null: bool = False) -> Column[object]:
    return Column(name, Instant, nullable=null)


def _data(name: str, *, null: bool = False) -> Column[object]:
    return Column(name, JSON(none_as_null=True), nullable=null)


def _partial(name: str, table: str, columns: tuple[str, ...], where: str, unique: bool) -> Index:
    kept = metadata.tables[table].c
    when = text(where)
    return Index(
        name,
        *(kept[each] for each in columns),
        unique=unique,
        sqlite_where=when,
        postgresql_where=when,
    )


# --- what reached the bot -----------------------------------------------------------------

updates = Table(
    "updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    _at("at"),
)
set_aside = Table(
    "set_aside",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    _word("raw"),
    _word("error"),
    _at("at"),
)

# --- the chain and its people -------------------------------------------------------------

campaigns = Table("campaigns", metadata, Column("key", Text, primary_key=True), _at("loaded_at"))
regions = Table(
    "regions",
    metadata,
    _id(),
    _word("campaign"),
    _word("name"),
    _word("tier"),
    Column("parent", Key, ForeignKey("regions.id"), index=True),
    _at("since"),
    _at("until", null=True),
    Index("ix_regions_campaign", "campaign"),
)
units = Table(
    "units",
    metadata,
    _id(),
    _word("campaign"),
    _word("name"),
    _word("department"),
    _to("region", "regions"),
    Column("counted", Boolean, nullable=False),
    _at("since"),
    _at("until", null=True),
    Index("ix_units_campaign", "campaign"),
    Index("ix_units_region", "region"),
)
people = Table(
    "people",
    metadata,
    _id(),
    _word("name"),
    Column("telegram", BigInteger, unique=True),
    _word("language", "zh"),
    _word("phone", ""),
    _word("email", ""),
    _word("office", ""),
    Column("blocked", Boolean, nullable=False),
    Index("ix_people_name", "name"),
)
duties = Table(
    "duties",
    metadata,
    _id(),
    _to("person", "people"),
    _word("role"),
    _word("campaign"),
    _to("region", "regions", null=True),
    _to("unit", "units", null=True),
    _at("since"),
    _at("until", null=True),
    CheckConstraint("(region IS NULL) <> (unit IS NULL)", name="ck_duties_place"),
    Index("ix_duties_person", "person"),
    Index("ix_duties_unit", "unit"),
    Index("ix_duties_region", "region"),
)
invites = Table(
    "invites",
    metadata,
    Column("code_hash", Text, primary_key=True),
    _to("person", "people"),
    _at("created_at"),
    _at("expires_at"),
    _at("used_at", null=True),
    Column("used_by", BigInteger),
    Index("ix_invites_person", "person"),
)
guesses = Table(
    "guesses",
    metadata,
    _id(),
    Column("telegram", BigInteger, nullable=False),
    _at("at"),
    Index("ix_guesses_telegram_at", "telegram", "at"),
)
groups = Table(
    "groups",
    metadata,
    _to("region", "regions", primary=True),
    Column("chat", BigInteger, nullable=False, index=True),
    Column("thread", BigInteger),
    _word("title", ""),
    _to("bound_by", "people"),
    _at("at"),
)

# --- the reports --------------------------------------------------------------------------

reports = Table(
    "reports",
    metadata,
    _id(),
    _word("campaign"),
    _to("unit", "units"),
    _word("period"),
    _word("form"),
    UniqueConstraint("unit", "period", "form"),
)
answers = Table(
    "answers",
    metadata,
    _to("report", "reports", primary=True),
    Column("key", Text, primary_key=True),
    _word("said"),
    Column("figure", BigInteger),  # exactly one of figure and words is set
    Column("words", FreeText),
    _to("by", "people"),
    _at("at"),
)
conversations = Table(
    "conversations",
    metadata,
    _to("person", "people", primary=True),
    _to("report", "reports", primary=True),
    _word("place"),
    Column("active", Boolean, nullable=False),
    _at("at"),
    Index("ix_conversations_report", "report"),
)
submissions = Table(
    "submissions",
    metadata,
    _id(),
    _to("report", "reports"),
    Column("version", Integer, nullable=False),
    _data("figures"),
    _data("texts"),
    _at("at"),
    _to("person", "people"),
    _word("by"),  # the name and telephone as they were then
    _word("contact"),
    _word("fingerprint"),
    UniqueConstraint("report", "version"),
)

# --- what went up and out -----------------------------------------------------------------

files = Table(
    "files",
    metadata,
    _id(),
    _word("name"),
    _word("sha256"),
    Column("data", LargeBinary, nullable=False),
    _at("at"),
)
rollups = Table(
    "rollups",
    metadata,
    _id(),
    _word("campaign"),
    _to("region", "regions"),
    _word("period"),
    _word("form"),
    Column("version", Integer, nullable=False),
    _data("figures"),
    _data("contributions"),
    _word("fingerprint"),
    _at("at"),
    _to("file", "files", null=True),
    UniqueConstraint("region", "period", "form", "version"),
)
ledger = Table(
    "ledger",
    metadata,
    _id(),
    Column("key", Text, nullable=False, unique=True),
    _word("kind"),
    Column("rank", Integer, nullable=False),  # 0: somebody is waiting for it
    Column("chat", BigInteger, nullable=False),
    Column("thread", BigInteger),
    _to("person", "people", null=True),
    Column("campaign", Text),
    Column("period", Text),
    Column("step", Text),
    _data("payload"),
    _word("state"),
    Column("attempts", Integer, nullable=False),
    Column("error", FreeText),
    Column("message_id", BigInteger),
    _at("created_at"),
    _at("due_at"),
    _at("claimed_at", null=True),
    _at("settled_at", null=True),
)
journal = Table(
    "journal",
    metadata,
    _id(),
    _at("at"),
    _to("who", "people", null=True),
    _word("what"),
    _to("report", "reports", null=True),
    _to("unit", "units", null=True),
    _to("region", "regions", null=True),
    Column("key", Text),
    _data("before", null=True),
    _data("after", null=True),
    Index("ix_journal_report", "report"),
)

_partial("ix_conversations_active", "conversations", ("person",), "active", unique=True)
_partial("ix_ledger_due", "ledger", ("rank", "due_at", "id"), "state = 'due'", unique=False)
_partial("ix_ledger_sending", "ledger", ("id",), "state = 'sending'", unique=False)
_partial("ix_ledger_question", "ledger", ("person", "id"), "kind = 'question'", unique=False)
