"""A small invented campaign: three levels, four departments, a month from the 26th to the 25th."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

from reporting.calendar import Calendar, Edge, Every, build_calendar
from reporting.campaign import Campaign, Department, ReminderStep, Tier
from reporting.label import Label

SHANGHAI = ZoneInfo("Asia/Shanghai")
NINE = time(9)
HEALTH, POLICE, MARKET, DRUGS = "health", "police", "market", "drugs"


def calendar(
    first: str = "2023-08",
    last: str = "2023-12",
    exceptions: Mapping[tuple[str, str], date] | None = None,
    zone: ZoneInfo = SHANGHAI,
) -> Calendar:
    """From the 26th of the month before to the 25th; opens on the 21st."""
    return build_calendar(
        zone,
        Every.MONTH,
        first,
        last,
        start=Edge(day=26, offset=-1),
        end=Edge(day=25),
        opens=Edge(day=21),
        exceptions=exceptions or {},
    )


def tier(key: str, zh: str, kinds: tuple[str, ...], due: Edge | None, *departments: str) -> Tier:
    """A level whose own units report by the 25th."""
    labels = tuple(Label(kind, kind) for kind in kinds)
    return Tier(key, Label(zh, key), labels, departments, Edge(day=25), due)


STEPS = (
    ReminderStep("before-3", NINE, days=3),
    ReminderStep("before-1", NINE, days=1),
    ReminderStep("on-the-day", NINE),
    ReminderStep("overdue", NINE, overdue=5),
)


def campaign(of: Calendar | None = None) -> Campaign:
    """Province, city (due the 30th) and county (due the 28th)."""
    departments = (
        Department(HEALTH, Label("卫生健康委", "Health Commission"), ("卫健委", "卫生健康局")),
        Department(POLICE, Label("公安局", "Public Security"), ("公安厅",)),
        Department(MARKET, Label("市场监管局", "Market Regulation")),
        Department(DRUGS, Label("药监局", "Drug Administration")),
    )
    return Campaign(
        key="small",
        title=Label("某某专项活动", "a campaign"),
        short=Label("专项活动", "campaign"),
        calendar=of or calendar(),
        tiers=(
            tier("province", "省", ("省",), None, HEALTH, POLICE, MARKET, DRUGS),
            tier("city", "市", ("市（州）", "科学城"), Edge(day=30), HEALTH, POLICE, MARKET),
            tier("county", "县", ("县（市、区）",), Edge(day=28), HEALTH, POLICE, MARKET),
        ),
        departments={each.key: each for each in departments},
        forms={},
        reminders=STEPS,
        holidays="CN",
    )


def two_levels() -> Campaign:
    """The same without counties."""
    whole = campaign()
    return replace(whole, tiers=whole.tiers[:2])
