"""Storage's own rows, as others see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from reporting.chain import Decision
from reporting.draft import Place
from reporting.people import Duty, Person


@dataclass(frozen=True, slots=True)
class Report:
    """What a unit owes for a period: one form, filled in by whoever has the duty."""

    id: int
    campaign: str
    unit: int
    period: str
    form: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """Where a person is in a report. Not ``active``: they left it, or it was submitted."""

    person: int
    report: Report
    place: Place  # "" after a submission
    active: bool


@dataclass(frozen=True, slots=True)
class Prompt:
    """A command that waits since ``at`` for the words it needs, behind those it has."""

    command: str
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a version: who decided (None: the clock), when, and why."""

    what: Decision
    by: str | None
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Companion:
    """Another person in the same report, and when they last moved in it."""

    person: Person
    at: datetime


class ReportState(StrEnum):
    """How far a unit's report is."""

    OPEN = "open"  # nothing answered yet
    DRAFTING = "drafting"
    SUBMITTED = "submitted"  # a version of it counts


@dataclass(frozen=True, slots=True)
class Redeemed:
    """An invitation was accepted: the account is bound to this person now."""

    person: int


@dataclass(frozen=True, slots=True)
class Handover:
    """A duty offered to a successor, whose name is as who offers it wrote it."""

    code_hash: str
    by: int
    name: str
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    cancelled_at: datetime | None
    duty: Duty


class Refusal(StrEnum):
    """Why an invitation was not accepted."""

    UNKNOWN = "unknown"
    USED = "used"
    EXPIRED = "expired"
    FOREIGN = "foreign"  # the account is another person's, or the person has another account


@dataclass(frozen=True, slots=True)
class Group:
    """The chat where a region is told its results. ``thread``: the topic, where there are any."""

    region: int
    chat: int
    thread: int | None
    title: str = ""


class NoticeState(StrEnum):
    """What became of a notice."""

    DUE = "due"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    MISSED = "missed"  # too late to be said
    UNCERTAIN = "uncertain"  # perhaps said: never said again by itself
    CARRIED = "carried"  # said together with another notice, whose fate is its own


@dataclass(frozen=True, slots=True)
class NewNotice:
    """Something to say once. ``key`` is unique for ever: a second one with it is dropped.

    ``payload`` (text, buttons, file, edit, silent …) is kept as it is and not looked into.
    """

    key: str
    kind: str  # reply, question, reminder, post …
    chat: int
    payload: Mapping[str, Any]
    created_at: datetime
    due_at: datetime | None = None  # None: at once
    thread: int | None = None
    person: int | None = None
    campaign: str | None = None
    period: str | None = None
    step: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A line of the ledger."""

    id: int
    key: str
    kind: str
    chat: int
    thread: int | None
    person: int | None
    campaign: str | None
    period: str | None
    step: str | None
    payload: Mapping[str, Any]
    state: NoticeState
    attempts: int
    error: str | None
    message_id: int | None
    created_at: datetime
    due_at: datetime
    claimed_at: datetime | None
    settled_at: datetime | None  # when it was sent, failed, given up


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file and the digest of its bytes."""

    id: int
    name: str
    data: bytes = field(repr=False)
    sha256: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the journal: who did what to which figure, before and after."""

    id: int
    at: datetime
    who: int | None
    what: str
    report: int | None
    unit: int | None
    region: int | None
    key: str | None
    before: Any
    after: Any
