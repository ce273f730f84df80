"""What may stand in ``campaign.toml``, and the pieces that both kinds of file share."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from reporting.calendar import Day, Every
from reporting.label import Label

Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_-]*$", max_length=40)]
Words = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]


class Shape(BaseModel):
    """Strict: no key that is not known, no value of another type."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class LabelShape(Shape):
    """``{ zh = "…", en = "…" }``: both languages, always."""

    zh: Words
    en: Words

    @property
    def label(self) -> Label:
        """The noun."""
        return Label(self.zh, self.en)


class EdgeShape(Shape):
    """``{ day = 25 }``, ``{ day = 2, offset = 1 }``, ``{ weekday = 4 }`` or ``{ date = 2023-12-25 }``."""

    day: Annotated[int, Field(ge=1, le=31)] | None = None
    weekday: Annotated[int, Field(ge=0, le=6)] | None = None
    date: Day | None = None
    offset: Annotated[int, Field(ge=-12, le=12)] = 0


class ExceptionShape(Shape):
    """The days of one period that differ from the rule; of levels, by the level's key."""

    period: str
    start: date | None = None
    end: date | None = None
    opens: date | None = None
    units_due: dict[str, date] = {}
    due: dict[str, date] = {}


class CalendarShape(Shape):
    """``[calendar]``."""

    zone: str
    every: Annotated[Every, Field(strict=False)]
    first: str
    last: str
    start: EdgeShape
    end: EdgeShape
    opens: EdgeShape
    holidays: str = ""
    exceptions: list[ExceptionShape] = []


class TierShape(Shape):
    """``[[tiers]]``: a level of the tree, the top first."""

    key: Key
    label: LabelShape
    kinds: Annotated[list[LabelShape], Field(min_length=1)]
    departments: list[str]
    units_due: EdgeShape
    due: EdgeShape | None = None


class DepartmentShape(Shape):
    """``[[departments]]``: a kind of department."""

    key: Key
    label: LabelShape
    aliases: list[Words] = []
    usual_columns: list[str] = []
    usual_rows: list[str] = []


class ReminderShape(Shape):
    """``[[reminders]]``: so many days before the due day, or working days ``overdue``."""

    key: Key
    at: time
    days: Annotated[int, Field(ge=0, le=60)] | None = None
    overdue: Annotated[int, Field(ge=1, le=60)] | None = None


class CampaignShape(Shape):
    """``campaign.toml``."""

    key: Key
    title: LabelShape
    short: LabelShape
    forms: Annotated[list[Key], Field(min_length=1)]
    release: Literal["automatic", "reviewed"] = "automatic"
    calendar: CalendarShape
    tiers: Annotated[list[TierShape], Field(min_length=1)]
    departments: Annotated[list[DepartmentShape], Field(min_length=1)]
    reminders: list[ReminderShape] = []
    terms: dict[str, LabelShape] = {}
