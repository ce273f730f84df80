"""Corrections, withdrawals, attachments, duties handed over, and commands that wait for words."""

import sqlalchemy as sa
from alembic import op

from storage.types import FreeText, Instant, Key

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add to what is there; nothing kept is changed."""
    _versions()
    _attachments()
    _handovers()
    _prompts()


def _versions() -> None:
    op.add_column("submissions", sa.Column("reason", FreeText(), server_default="", nullable=False))
    attached = sa.Column(
        "attachments", sa.JSON(none_as_null=True), server_default="[]", nullable=False
    )
    op.add_column("submissions", attached)
    op.create_table(
        "decisions",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("submission", Key, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("by", Key, nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["submission"], ["submissions.id"], name=op.f("fk_decisions_submission")
        ),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name=op.f("fk_decisions_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    op.create_index("ix_decisions_submission", "decisions", ["submission"], unique=False)


def _attachments() -> None:
    op.create_table(
        "attachments",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("report", Key, nullable=False),
        sa.Column("file", Key, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("by", Key, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("removed_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_attachments_report")),
        sa.ForeignKeyConstraint(["file"], ["files.id"], name=op.f("fk_attachments_file")),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name=op.f("fk_attachments_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachments")),
    )
    op.create_index("ix_attachments_report", "attachments", ["report"], unique=False)


def _handovers() -> None:
    op.create_table(
        "handovers",
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("duty", Key, nullable=False),
        sa.Column("by", Key, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("used_at", Instant(), nullable=True),
        sa.Column("used_by", Key, nullable=True),
        sa.Column("cancelled_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["duty"], ["duties.id"], name=op.f("fk_handovers_duty")),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name=op.f("fk_handovers_by")),
        sa.ForeignKeyConstraint(["used_by"], ["people.id"], name=op.f("fk_handovers_used_by")),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_handovers")),
    )
    op.create_index("ix_handovers_duty", "handovers", ["duty"], unique=False)


def _prompts() -> None:
    op.create_table(
        "prompts",
        sa.Column("person", Key, nullable=False),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_prompts_person")),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_prompts")),
    )
