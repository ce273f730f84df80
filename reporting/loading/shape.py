"""What may stand in ``campaign.toml``, and the pieces that both kinds of file share."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from reporting.calendar import Every
from reporting.label import Label

Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_-]*$", max_length=40)]
Words = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Day = date  # EdgeShape has a field of that name

T = TypeVar("T")
Many = Annotated[tuple[T, ...], Field(strict=False)]  # TOML has lists; nouns keep tuples
Some = Annotated[tuple[T, ...], Field(strict=False, min_length=1)]
OneOf = Annotated[T, Field(strict=False)]  # an enum by its value


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
    """``{ day = 25 }``, ``{ day = 2, offset = 1 }``, ``{ weekday = 4 }``, ``{ date = … }``."""

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
    units_due: dict[str, date] = Field(default_factory=dict)
    due: dict[str, date] = Field(default_factory=dict)


class CalendarShape(Shape):
    """``[calendar]``."""

    zone: str
    every: OneOf[Every]
    first: str
    last: str
    start: EdgeShape
    end: EdgeShape
    opens: EdgeShape
    holidays: str = ""
    exceptions: Many[ExceptionShape] = ()


class TierShape(Shape):
    """``[[tiers]]``: a level of the tree, the top first."""

    key: Key
    label: LabelShape
    kinds: Some[LabelShape]
    departments: Many[str]
    units_due: EdgeShape
    due: EdgeShape | None = None


class DepartmentShape(Shape):
    """``[[departments]]``: a kind of department."""

    key: Key
    label: LabelShape
    aliases: Many[Words] = ()
    usual_columns: Many[str] = ()
    usual_rows: Many[str] = ()


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
    forms: Some[Key]
    release: Literal["automatic", "reviewed"] = "automatic"
    calendar: CalendarShape
    tiers: Some[TierShape]
    departments: Some[DepartmentShape]
    reminders: Many[ReminderShape] = ()
    terms: dict[str, LabelShape] = Field(default_factory=dict)
