"""The tables. What ends gets an end; only answers, pending questions and bindings are deleted."""

from storage.tables.base import metadata
from storage.tables.chain import (
    campaigns,
    duties,
    groups,
    guesses,
    handovers,
    invites,
    people,
    prompts,
    regions,
    units,
)
from storage.tables.heard import set_aside, updates
from storage.tables.out import files, journal, ledger, rollups
from storage.tables.reports import (
    answers,
    attachments,
    conversations,
    decisions,
    reports,
    submissions,
)

__all__ = [
    "answers",
    "attachments",
    "campaigns",
    "conversations",
    "decisions",
    "duties",
    "files",
    "groups",
    "guesses",
    "handovers",
    "invites",
    "journal",
    "ledger",
    "metadata",
    "people",
    "prompts",
    "regions",
    "reports",
    "rollups",
    "set_aside",
    "submissions",
    "units",
    "updates",
]
