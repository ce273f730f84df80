"""A small campaign with invented people, and who is who in it once it is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from reporting.people import Role
from reporting.roster import Roster, RosterDuty, RosterPerson, RosterRegion, RosterUnit

NOW = datetime(2023, 9, 22, 1, 0, tzinfo=UTC)
TOP, CITY = ("四川省",), ("四川省", "成都市")
HEALTH, POLICE, ARMY, EDUCATION = "成都市卫生健康委", "成都市公安局", "驻军卫生单位", "省教育厅"

REGIONS = (RosterRegion(TOP, "province"), RosterRegion(CITY, "city"))
UNITS = (
    RosterUnit(TOP, EDUCATION, "education"),
    RosterUnit(CITY, HEALTH, "health"),
    RosterUnit(CITY, POLICE, "police"),
    RosterUnit(CITY, ARMY, "army", counted=False),
)
PEOPLE = (
    RosterPerson("联络员甲", "028-1", "a@example.org", "办公室"),
    RosterPerson("联络员乙", "028-2"),
    RosterPerson("汇总员丙", "028-3"),
    RosterPerson("联络员丁", "028-4"),
)
JIA, YI, BING, DING = (each.key for each in PEOPLE)
DUTIES = (
    RosterDuty(YI, Role.DEPUTY, CITY, HEALTH),
    RosterDuty(JIA, Role.LIAISON, CITY, HEALTH),
    RosterDuty(YI, Role.LIAISON, CITY, POLICE),
    RosterDuty(BING, Role.COORDINATOR, CITY),
    RosterDuty(DING, Role.LIAISON, TOP, EDUCATION),
)
ROSTER = Roster(REGIONS, UNITS, PEOPLE, DUTIES)


@dataclass(frozen=True)
class Cast:
    """The ids of everybody and everything in ``ROSTER``."""

    province: int
    city: int
    education: int
    health: int
    police: int
    army: int
    jia: int
    yi: int
    bing: int
    ding: int
