"""How far the regions below are: counted units that filed, and regions that released."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from reporting.chain import Contribution, Decision, RollUp
from reporting.people import Role
from reporting.roster import Roster, RosterDuty, RosterRegion, RosterUnit, compare
from storage.store import Store
from tests.storage.cast import CITY, JIA, NOW, ROSTER, Cast

COUNTY = (*CITY, "锦江区")
DEEPER = replace(
    ROSTER,
    regions=(*ROSTER.regions, RosterRegion(COUNTY, "county")),
    units=(*ROSTER.units, RosterUnit(COUNTY, "锦江区卫生健康局", "health")),
    duties=(*ROSTER.duties, RosterDuty(JIA, Role.LIAISON, COUNTY, "锦江区卫生健康局")),
)


async def file(store: Store, cast: Cast, unit: int, reason: str = "") -> int:
    async with store.transaction() as books:
        report = await books.reports.open("sichuan", unit, "2023-09", "monthly")
        made = await books.reports.submit(report.id, cast.jia, {"a": 0}, {}, NOW, "-", reason)
        return made.id


async def so_far(store: Store, region: int, period: str = "2023-09") -> dict[int, tuple[int, int]]:
    async with store.reading() as books:
        return dict(await books.progress.of_children(region, period, "monthly"))


async def test_counted_units_that_have_filed(store: Store, cast: Cast) -> None:
    assert await so_far(store, cast.province) == {cast.city: (0, 2)}
    await file(store, cast, cast.army)  # not counted
    assert await so_far(store, cast.province) == {cast.city: (0, 2)}
    await file(store, cast, cast.health)
    await file(store, cast, cast.health)  # its second version
    assert await so_far(store, cast.province) == {cast.city: (1, 2)}
    assert await so_far(store, cast.province, "2023-10") == {cast.city: (0, 2)}
    assert await so_far(store, cast.city) == {}


async def test_what_was_withdrawn_is_not_there(store: Store, cast: Cast) -> None:
    id = await file(store, cast, cast.health)
    async with store.transaction() as books:
        await books.decisions.decide(id, Decision.WITHDRAWN, cast.jia, NOW + timedelta(hours=1))
    assert await so_far(store, cast.province) == {cast.city: (0, 2)}


async def test_regions_below_that_have_released_with_something_in_them(
    store: Store, cast: Cast
) -> None:
    async with store.transaction() as books:
        await books.roster.apply("sichuan", compare(ROSTER, DEEPER), NOW)
        regions, _ = await books.roster.tree("sichuan")
    county = next(each.id for each in regions if each.name == COUNTY[-1])
    assert await so_far(store, cast.province) == {cast.city: (0, 3)}
    nobody = Contribution("unit", 9, "锦江区卫生健康局", True)
    empty = RollUp(county, "2023-09", 1, {}, (nobody,), NOW)
    there = replace(nobody, version=1, figures={"a": 0})
    async with store.transaction() as books:
        await books.rollups.add(empty, "sichuan", "monthly", "-")
    assert await so_far(store, cast.province) == {cast.city: (0, 3)}
    second = replace(empty, version=2, figures={"a": 0}, contributions=(there,))
    async with store.transaction() as books:
        await books.rollups.add(second, "sichuan", "monthly", "-")
    assert await so_far(store, cast.province) == {cast.city: (1, 3)}


async def test_who_left_the_roster_is_not_expected(store: Store, cast: Cast) -> None:
    await file(store, cast, cast.health)
    smaller = Roster(
        ROSTER.regions,
        tuple(each for each in ROSTER.units if each.name != "成都市卫生健康委"),
        ROSTER.people,
        tuple(each for each in ROSTER.duties if each.unit != "成都市卫生健康委"),
    )
    async with store.transaction() as books:
        await books.roster.apply("sichuan", compare(ROSTER, smaller), NOW)
    assert await so_far(store, cast.province) == {cast.city: (0, 1)}
