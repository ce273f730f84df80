"""What one copy of the form says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from reporting.form import Figures

BLANK = "____"  # to write on, where words follow


@dataclass(frozen=True, slots=True)
class Page:
    """A copy of the form, about a region or a unit. An absent figure leaves its cell blank."""

    name: str  # whom it is about: the region's name, or the unit's
    period: str  # as worded: 2023年9月
    figures: Figures = field(default_factory=dict)
    date: date | None = None  # None: blank, to be filled in by hand
    filler: str = ""
    contact: str = ""
    note: str = ""  # below the form: what its figures are, and what is not in them
