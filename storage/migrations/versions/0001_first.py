"""The first tables."""

import sqlalchemy as sa
from alembic import op

from storage.types import Instant, Key

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "campaigns",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("loaded_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_campaigns")),
    )
    op.create_table(
        "files",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_files")),
    )
    op.create_table(
        "guesses",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("telegram", sa.BigInteger(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guesses")),
    )
    op.create_index("ix_guesses_telegram_at", "guesses", ["telegram", "at"], unique=False)
    op.create_table(
        "people",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("telegram", sa.BigInteger(), nullable=True),
        sa.Column("language", sa.Text(), server_default="zh", nullable=False),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.Column("email", sa.Text(), server_default="", nullable=False),
        sa.Column("office", sa.Text(), server_default="", nullable=False),
        sa.Column("blocked", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("telegram", name=op.f("uq_people_telegram")),
    )
    op.create_index("ix_people_name", "people", ["name"], unique=False)
    op.create_table(
        "regions",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("campaign", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("tier", sa.Text(), nullable=False),
        sa.Column("parent", Key, nullable=True),
        sa.Column("since", Instant(), nullable=False),
        sa.Column("until", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["parent"], ["regions.id"], name=op.f("fk_regions_parent")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regions")),
    )
    op.create_index("ix_regions_campaign", "regions", ["campaign"], unique=False)
    op.create_index(op.f("ix_regions_parent"), "regions", ["parent"], unique=False)
    op.create_table(
        "set_aside",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_set_aside")),
    )
    op.create_table(
        "updates",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_updates")),
    )
    op.create_table(
        "groups",
        sa.Column("region", Key, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("thread", sa.BigInteger(), nullable=True),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("bound_by", Key, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["bound_by"], ["people.id"], name=op.f("fk_groups_bound_by")),
        sa.ForeignKeyConstraint(["region"], ["regions.id"], name=op.f("fk_groups_region")),
        sa.PrimaryKeyConstraint("region", name=op.f("pk_groups")),
    )
    op.create_index(op.f("ix_groups_chat"), "groups", ["chat"], unique=False)
    op.create_table(
        "invites",
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("person", Key, nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("used_at", Instant(), nullable=True),
        sa.Column("used_by", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_invites_person")),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_invites")),
    )
    op.create_index("ix_invites_person", "invites", ["person"], unique=False)
    op.create_table(
        "ledger",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("thread", sa.BigInteger(), nullable=True),
        sa.Column("person", Key, nullable=True),
        sa.Column("campaign", sa.Text(), nullable=True),
        sa.Column("period", sa.Text(), nullable=True),
        sa.Column("step", sa.Text(), nullable=True),
        sa.Column("payload", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("claimed_at", Instant(), nullable=True),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_ledger_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger")),
        sa.UniqueConstraint("key", name=op.f("uq_ledger_key")),
    )
    op.create_index(
        "ix_ledger_due",
        "ledger",
        ["rank", "due_at", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'due'"),
        postgresql_where=sa.text("state = 'due'"),
    )
    op.create_index(
        "ix_ledger_question",
        "ledger",
        ["person", "id"],
        unique=False,
        sqlite_where=sa.text("kind = 'question'"),
        postgresql_where=sa.text("kind = 'question'"),
    )
    op.create_index(
        "ix_ledger_sending",
        "ledger",
        ["id"],
        unique=False,
        sqlite_where=sa.text("state = 'sending'"),
        postgresql_where=sa.text("state = 'sending'"),
    )
    op.create_table(
        "rollups",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("campaign", sa.Text(), nullable=False),
        sa.Column("region", Key, nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("figures", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("contributions", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("file", Key, nullable=True),
        sa.ForeignKeyConstraint(["file"], ["files.id"], name=op.f("fk_rollups_file")),
        sa.ForeignKeyConstraint(["region"], ["regions.id"], name=op.f("fk_rollups_region")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rollups")),
        sa.UniqueConstraint(
            "region",
            "period",
            "form",
            "version",
            name=op.f("uq_rollups_region_period_form_version"),
        ),
    )
    op.create_table(
        "units",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("campaign", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("region", Key, nullable=False),
        sa.Column("counted", sa.Boolean(), nullable=False),
        sa.Column("since", Instant(), nullable=False),
        sa.Column("until", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["region"], ["regions.id"], name=op.f("fk_units_region")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_units")),
    )
    op.create_index("ix_units_campaign", "units", ["campaign"], unique=False)
    op.create_index("ix_units_region", "units", ["region"], unique=False)
    op.create_table(
        "duties",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("person", Key, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("campaign", sa.Text(), nullable=False),
        sa.Column("region", Key, nullable=True),
        sa.Column("unit", Key, nullable=True),
        sa.Column("since", Instant(), nullable=False),
        sa.Column("until", Instant(), nullable=True),
        sa.CheckConstraint("(region IS NULL) <> (unit IS NULL)", name="ck_duties_place"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_duties_person")),
        sa.ForeignKeyConstraint(["region"], ["regions.id"], name=op.f("fk_duties_region")),
        sa.ForeignKeyConstraint(["unit"], ["units.id"], name=op.f("fk_duties_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duties")),
    )
    op.create_index("ix_duties_person", "duties", ["person"], unique=False)
    op.create_index("ix_duties_region", "duties", ["region"], unique=False)
    op.create_index("ix_duties_unit", "duties", ["unit"], unique=False)
    op.create_table(
        "reports",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("campaign", sa.Text(), nullable=False),
        sa.Column("unit", Key, nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["unit"], ["units.id"], name=op.f("fk_reports_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.UniqueConstraint("unit", "period", "form", name=op.f("uq_reports_unit_period_form")),
    )
    op.create_table(
        "answers",
        sa.Column("report", Key, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("figure", sa.BigInteger(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("by", Key, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name=op.f("fk_answers_by")),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_answers_report")),
        sa.PrimaryKeyConstraint("report", "key", name=op.f("pk_answers")),
    )
    op.create_table(
        "conversations",
        sa.Column("person", Key, nullable=False),
        sa.Column("report", Key, nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_conversations_person")),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_conversations_report")),
        sa.PrimaryKeyConstraint("person", "report", name=op.f("pk_conversations")),
    )
    op.create_index(
        "ix_conversations_active",
        "conversations",
        ["person"],
        unique=True,
        sqlite_where=sa.text("active"),
        postgresql_where=sa.text("active"),
    )
    op.create_index("ix_conversations_report", "conversations", ["report"], unique=False)
    op.create_table(
        "journal",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("who", Key, nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("report", Key, nullable=True),
        sa.Column("unit", Key, nullable=True),
        sa.Column("region", Key, nullable=True),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(["region"], ["regions.id"], name=op.f("fk_journal_region")),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_journal_report")),
        sa.ForeignKeyConstraint(["unit"], ["units.id"], name=op.f("fk_journal_unit")),
        sa.ForeignKeyConstraint(["who"], ["people.id"], name=op.f("fk_journal_who")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
    )
    op.create_index("ix_journal_report", "journal", ["report"], unique=False)
    op.create_table(
        "submissions",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("report", Key, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("figures", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("texts", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("person", Key, nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_submissions_person")),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_submissions_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submissions")),
        sa.UniqueConstraint("report", "version", name=op.f("uq_submissions_report_version")),
    )
