"""A campaign: who reports to whom, what, and by when. All of it comes from data files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time

from reporting.calendar import Calendar, Edge
from reporting.form import Form
from reporting.label import Label


@dataclass(frozen=True, slots=True)
class Department:
    """A kind of department and what it usually touches."""

    key: str
    label: Label
    aliases: tuple[str, ...] = ()
    usual_columns: tuple[str, ...] = ()  # empty: all
    usual_rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tier:
    """A level of the tree: 省, 市, 县. The first of a campaign's tiers is the top."""

    key: str
    label: Label
    kinds: tuple[Label, ...]  # what regions of this level are called: 市（州）, 科学城
    departments: tuple[str, ...]  # keys; whose units may report to a region of this level
    units_due: Edge  # when this level's own units report (S1, J1)
    due: Edge | None  # when a region of this level reports upward (S2, S3); None at the top


@dataclass(frozen=True, slots=True)
class ReminderStep:
    """One reminder relative to a unit's due day.

    ``days`` before the due day (0: on the day); ``overdue`` > 0 instead: on each of the first
    so many working days after it.
    """

    key: str
    at: time
    days: int = 0
    overdue: int = 0


@dataclass(frozen=True)
class Campaign:
    """Everything the data files say. ``forms`` by key; the first is the monthly table."""

    key: str
    title: Label
    short: Label  # in chat: 四川省专项活动
    calendar: Calendar
    tiers: tuple[Tier, ...]  # top first
    departments: Mapping[str, Department]
    forms: Mapping[str, Form]
    reminders: tuple[ReminderStep, ...]
    holidays: str  # country whose working days count, e.g. "CN"; "" for none
    release: str = "automatic"  # or "reviewed"
    terms: Mapping[str, Label] = field(default_factory=dict)

    @property
    def form(self) -> Form:
        """The form of every period."""
        return next(iter(self.forms.values()))

    def tier(self, key: str) -> Tier:
        """The level with this key; KeyError if there is none."""
        return next(each for each in self.tiers if each.key == key)
