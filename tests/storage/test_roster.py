"""Loading a roster changes what differs, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from reporting.people import Role
from reporting.roster import Roster, RosterDuty, RosterPerson, RosterRegion, RosterUnit, compare
from storage.store import Store
from tests.storage.cast import (
    CITY,
    DUTIES,
    HEALTH,
    JIA,
    NOW,
    PEOPLE,
    POLICE,
    REGIONS,
    ROSTER,
    UNITS,
    YI,
    Cast,
)

LATER = NOW + timedelta(days=1)


async def load(store: Store, wanted: Roster, campaign: str = "sichuan") -> None:
    """Compare and apply, a day later."""
    async with store.transaction() as books:
        current = await books.roster.current(campaign)
        await books.roster.apply(campaign, compare(current, wanted), LATER)


def same(one: Roster, two: Roster) -> bool:
    """Whether two rosters say the same, in whatever order."""
    return all(
        set(getattr(one, part)) == set(getattr(two, part))
        for part in ("regions", "units", "people", "duties")
    )


async def test_what_was_loaded_is_what_stands(store: Store, cast: Cast) -> None:
    async with store.reading() as books:
        current = await books.roster.current("sichuan")
        regions, units = await books.roster.tree("sichuan")
        assert await books.roster.children(cast.province) == (regions[1],)
        assert await books.roster.units_of(cast.province) == (units[0],)
        assert await books.roster.unit(cast.army) == units[3]
        assert await books.roster.region(cast.city) == regions[1]
    assert same(current, ROSTER)
    assert not compare(current, ROSTER)
    assert (regions[1].tier, regions[1].parent) == ("city", cast.province)
    assert (units[3].region, units[3].counted) == (cast.city, False)


async def test_loading_twice_changes_nothing(store: Store, cast: Cast) -> None:
    async with store.reading() as books:
        before = await books.roster.tree("sichuan"), await books.people.duties(cast.yi, LATER)
    await load(store, ROSTER)
    async with store.reading() as books:
        after = await books.roster.tree("sichuan"), await books.people.duties(cast.yi, LATER)
    assert before == after


async def test_another_person_takes_over_and_the_history_stays(store: Store, cast: Cast) -> None:
    new = RosterPerson("联络员戊", "028-5")
    duties = (*(d for d in DUTIES if d.person != JIA), replace(DUTIES[1], person=new.key))
    await load(store, replace(ROSTER, people=(*PEOPLE[1:], new), duties=duties))
    async with store.reading() as books:
        (wu,) = await books.people.find("联络员戊")
        roles = (Role.LIAISON,)
        now = await books.people.holders(roles, LATER, unit=cast.health)
        then = await books.people.holders(roles, NOW, unit=cast.health)
        assert (await books.people.by_id(cast.jia)) is not None
    assert ([p.id for p in now], [p.id for p in then]) == ([wu.id], [cast.jia])


async def test_a_unit_that_ends_and_comes_back_is_the_same_unit(store: Store, cast: Cast) -> None:
    without = replace(
        ROSTER,
        units=tuple(u for u in UNITS if u.name != POLICE),
        duties=tuple(d for d in DUTIES if d.unit != POLICE),
    )
    await load(store, without)
    async with store.reading() as books:
        _, units = await books.roster.tree("sichuan")
        assert cast.police not in {each.id for each in units}
        assert (await books.roster.unit(cast.police)) is not None
        assert [d.unit for d in await books.people.duties(cast.yi, LATER)] == [cast.health]
    await load(store, ROSTER)
    async with store.reading() as books:
        _, units = await books.roster.tree("sichuan")
        assert cast.police in {each.id for each in units}
        assert len(await books.people.duties(cast.yi, LATER)) == 2


async def test_a_region_that_ends_takes_its_units_along(store: Store, cast: Cast) -> None:
    without = Roster(REGIONS[:1], UNITS[:1], PEOPLE, DUTIES[4:])
    await load(store, without)
    async with store.reading() as books:
        current = await books.roster.current("sichuan")
    assert same(current, without)
    await load(store, ROSTER)
    async with store.reading() as books:
        regions, _ = await books.roster.tree("sichuan")
    assert {each.id for each in regions} == {cast.province, cast.city}


async def test_changes_reach_units_people_and_regions(store: Store, cast: Cast) -> None:
    person = replace(PEOPLE[0], phone="028-9", email="b@example.org")
    duties = tuple(replace(d, person=person.key) if d.person == JIA else d for d in DUTIES)
    wanted = Roster(
        (REGIONS[0], replace(REGIONS[1], tier="county")),
        tuple(replace(u, counted=True, department="other") for u in UNITS),
        (person, *PEOPLE[1:]),
        duties,
    )
    await load(store, wanted)
    async with store.reading() as books:
        assert same(await books.roster.current("sichuan"), wanted)
        found = await books.people.by_id(cast.jia)
        assert found is not None
        assert (found.phone, found.email, found.office) == ("028-9", "b@example.org", "办公室")


async def test_people_are_shared_between_campaigns(store: Store, cast: Cast) -> None:
    top = RosterRegion(("嘉兴市",), "city")
    unit = RosterUnit(top.path, "嘉兴市民政局", "civil")
    duty = RosterDuty(YI, Role.LIAISON, top.path, unit.name)
    await load(store, Roster((top,), (unit,), (PEOPLE[1],), (duty,)), "jiaxing")
    async with store.reading() as books:
        assert len(await books.people.find("联络员乙")) == 1
        campaigns = [d.campaign for d in await books.people.duties(cast.yi, LATER)]
        assert same(await books.roster.current("sichuan"), ROSTER)
    assert campaigns == ["sichuan", "sichuan", "jiaxing"]


async def test_a_roster_is_loaded_whole_or_not_at_all(store: Store, cast: Cast) -> None:
    unknown = RosterDuty(("没有此人", ""), Role.LIAISON, CITY, HEALTH)
    changes = compare(ROSTER, replace(ROSTER, units=UNITS[:1]))
    broken = replace(changes, duties=replace(changes.duties, add=(unknown,)))
    with pytest.raises(KeyError):
        async with store.transaction() as books:
            await books.roster.apply("sichuan", broken, LATER)
    async with store.reading() as books:
        assert same(await books.roster.current("sichuan"), ROSTER)
