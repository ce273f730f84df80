"""What a load would add, change and end; loading twice changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reporting.people import Role
from reporting.roster import (
    HandedOver,
    Roster,
    RosterDuty,
    RosterPerson,
    RosterRegion,
    RosterUnit,
    compare,
)

TOP, CITY = ("甲省",), ("甲省", "乙市")
POLICE = RosterUnit(CITY, "乙市公安局", "police")
HEALTH = RosterUnit(CITY, "乙市卫生健康委（本级）", "health")
JIA = RosterPerson("联络员甲", "138 0000 0001", "jia@example.org")
YI = RosterPerson("联络员乙", "13800000002")
JIA_DUTY = RosterDuty(JIA.key, Role.LIAISON, CITY, POLICE.name)
YI_DUTY = RosterDuty(YI.key, Role.COORDINATOR, CITY)
ROSTER = Roster(
    (RosterRegion(TOP, "province"), RosterRegion(CITY, "city")),
    (POLICE, HEALTH),
    (JIA, YI),
    (JIA_DUTY, YI_DUTY),
)


def with_person(person: RosterPerson, duty: RosterDuty) -> Roster:
    """The roster with this person in the place of 联络员甲."""
    return replace(ROSTER, people=(person, YI), duties=(duty, YI_DUTY))


def test_the_first_load_adds_everything_parents_first() -> None:
    changes = compare(Roster(), ROSTER)
    assert changes.regions.add == ROSTER.regions
    assert changes.units.add == ROSTER.units
    assert changes.people.add == ROSTER.people
    assert changes.duties.add == ROSTER.duties
    assert not changes.units.end


def test_loading_twice_changes_nothing() -> None:
    assert not compare(ROSTER, ROSTER)


def test_what_is_gone_ends_children_first() -> None:
    changes = compare(ROSTER, Roster())
    assert [each.path for each in changes.regions.end] == [CITY, TOP]
    assert set(changes.units.end) == {POLICE, HEALTH}
    assert set(changes.duties.end) == {JIA_DUTY, YI_DUTY}


def test_a_person_never_ends_only_the_duty_does() -> None:
    changes = compare(ROSTER, replace(ROSTER, people=(YI,), duties=(YI_DUTY,)))
    assert changes.duties.end == (JIA_DUTY,)
    assert not changes.people


def test_a_successor_ends_one_duty_and_begins_another() -> None:
    bing = RosterPerson("联络员丙", "13800000003")
    duty = replace(JIA_DUTY, person=bing.key)
    changes = compare(ROSTER, with_person(bing, duty))
    assert changes.people.add == (bing,)
    assert changes.duties.end == (JIA_DUTY,)
    assert changes.duties.add == (duty,)


def test_a_new_telephone_of_who_keeps_the_post_is_a_change() -> None:
    moved = replace(JIA, phone="13800000009")
    changes = compare(ROSTER, with_person(moved, replace(JIA_DUTY, person=moved.key)))
    assert changes.people.change == ((JIA, moved),)
    assert not changes.people.add
    assert not changes.duties
    assert not changes.assumed


def test_a_namesake_with_another_telephone_on_another_post_is_somebody_new() -> None:
    namesake = replace(JIA, phone="13800000009")
    duty = RosterDuty(namesake.key, Role.LIAISON, CITY, HEALTH.name)
    changes = compare(ROSTER, with_person(namesake, duty))
    assert changes.people.add == (namesake,)
    assert changes.duties.add == (duty,)


def test_what_a_roster_leaves_blank_of_a_person_stays() -> None:
    bare = RosterPerson("联络员甲")
    wanted = with_person(bare, replace(JIA_DUTY, person=bare.key))
    assert not compare(ROSTER, wanted)


def test_a_person_taken_for_the_same_by_name_alone_is_shown() -> None:
    elsewhere = Roster(people=(JIA,))
    bare = RosterPerson("联络员甲")
    duty = replace(JIA_DUTY, person=bare.key)
    changes = compare(elsewhere, with_person(bare, duty))
    assert changes.people.add == (YI,)
    assert changes.assumed == ((JIA, JIA),)
    assert changes.duties.add[0].person == JIA.key


def test_people_of_other_campaigns_are_left_alone() -> None:
    stranger = RosterPerson("联络员丁", "13800000004")
    assert not compare(replace(ROSTER, people=(*ROSTER.people, stranger)), ROSTER)


def test_another_department_and_leaving_the_sums_are_changes() -> None:
    other = replace(POLICE, department="market", counted=False)
    changes = compare(ROSTER, replace(ROSTER, units=(other, HEALTH)))
    assert changes.units.change == ((POLICE, other),)


def test_full_width_brackets_rename_but_make_no_new_unit() -> None:
    renamed = replace(HEALTH, name="乙市卫生健康委(本级)")
    changes = compare(ROSTER, replace(ROSTER, units=(POLICE, renamed)))
    assert changes.units.change == ((HEALTH, renamed),)
    assert not changes.units.add and not changes.units.end


@st.composite
def rosters(draw: st.DrawFn) -> Roster:
    """Any part of a small world: the people named are those with duties, or more."""
    cities = draw(st.lists(st.sampled_from("乙丙丁"), unique=True))
    paths = [("甲省", city) for city in cities]
    regions = [RosterRegion(("甲省",), "province"), *(RosterRegion(p, "city") for p in paths)]
    spots = st.sampled_from([each.path for each in regions])
    units = draw(
        st.lists(
            st.builds(RosterUnit, spots, st.sampled_from("一二三"), st.sampled_from("xy")),
            unique_by=lambda each: each.key,
        )
    )
    people = draw(
        st.lists(
            st.builds(
                RosterPerson,
                st.sampled_from(["张", "王"]),
                st.sampled_from(["10000000001", "10000000002"]),
                st.sampled_from(["", "a@example.org"]),
            ),
            unique_by=lambda each: each.key,
        )
    )
    duties = draw(
        st.lists(
            st.builds(
                RosterDuty,
                st.sampled_from([each.key for each in people]),
                st.just(Role.COORDINATOR),
                spots,
            ),
            unique_by=lambda each: (each.person, each.post),
        )
        if people
        else st.just([])
    )
    return Roster(tuple(regions), tuple(units), tuple(people), tuple(duties))


def applied(current: Roster, wanted: Roster) -> Roster:
    """The current roster after the changes, made one by one as storage makes them."""
    changes = compare(current, wanted)
    regions = {each.key: each for each in current.regions}
    units = {each.key: each for each in current.units}
    people = {each.key: each for each in current.people}
    duties = {(each.person, each.post): each for each in current.duties}
    for region in changes.regions.end:
        del regions[region.key]
    for unit in changes.units.end:
        del units[unit.key]
    for ended in changes.duties.end:
        del duties[ended.person, ended.post]
    for before, after in changes.people.change:
        del people[before.key]
        people[after.key] = after
        duties = {
            (after.key if k[0] == before.key else k[0], k[1]): (
                replace(d, person=after.key) if k[0] == before.key else d
            )
            for k, d in duties.items()
        }
    for _, new_unit in changes.units.change:
        units[new_unit.key] = new_unit
    regions |= {each.key: each for each in changes.regions.add}
    units |= {each.key: each for each in changes.units.add}
    people |= {each.key: each for each in changes.people.add}
    duties |= {(each.person, each.post): each for each in changes.duties.add}
    return Roster(
        tuple(regions.values()),
        tuple(units.values()),
        tuple(people.values()),
        tuple(duties.values()),
    )


@given(rosters(), rosters())
def test_after_a_load_nothing_more_is_to_be_done(current: Roster, wanted: Roster) -> None:
    after = applied(current, wanted)
    assert set(after.regions) == set(wanted.regions)
    assert set(after.units) == set(wanted.units)
    assert {each.post for each in after.duties} == {each.post for each in wanted.duties}
    assert not compare(after, wanted)


GUI, ZI = RosterPerson("联络员癸", "13800000009"), RosterPerson("联络员子")
THEN = datetime(2023, 9, 22, tzinfo=UTC)


def passed(person: RosterPerson, to: RosterPerson | None, hour: int = 0) -> HandedOver:
    """联络员甲's post goes from one to another."""
    duty = replace(JIA_DUTY, person=person.key)
    return HandedOver(duty, to.key if to else None, THEN + timedelta(hours=hour))


def held_by(*people: RosterPerson) -> Roster:
    """What the database says after the post went to these, and 联络员甲 is still known."""
    duties = tuple(replace(JIA_DUTY, person=each.key) for each in people)
    return replace(ROSTER, people=(JIA, YI, GUI, ZI), duties=(*duties, YI_DUTY))


def test_a_roster_that_does_not_know_of_a_handover_does_not_undo_it() -> None:
    changes = compare(held_by(GUI), ROSTER, [passed(JIA, GUI)])
    assert not changes
    assert changes.kept == (passed(JIA, GUI),)


def test_a_post_passed_on_twice_stays_with_the_last() -> None:
    handed = [passed(GUI, ZI, 1), passed(JIA, GUI)]
    changes = compare(held_by(ZI), ROSTER, handed)
    assert not changes
    assert changes.kept == (passed(GUI, ZI, 1),)


def test_who_was_stopped_does_not_come_back_by_a_roster() -> None:
    changes = compare(held_by(), ROSTER, [passed(JIA, None)])
    assert not changes
    assert changes.kept == (passed(JIA, None),)


def test_a_post_that_was_stopped_and_taken_up_stays_with_who_took_it_up() -> None:
    handed = [passed(JIA, None), passed(JIA, GUI, 1), passed(GUI, None, 2), passed(GUI, ZI, 3)]
    assert compare(held_by(ZI), ROSTER, handed).kept == (passed(GUI, ZI, 3),)


def test_a_roster_that_knows_of_the_handover_changes_nothing() -> None:
    wanted = replace(held_by(GUI), people=(GUI, YI))
    changes = compare(held_by(GUI), wanted, [passed(JIA, GUI)])
    assert not changes and not changes.kept


def test_a_roster_may_give_the_post_to_a_third() -> None:
    wanted = replace(held_by(ZI), people=(ZI, YI))
    changes = compare(held_by(GUI), wanted, [passed(JIA, GUI)])
    assert [each.person for each in changes.duties.add] == [ZI.key]
    assert [each.person for each in changes.duties.end] == [GUI.key]
    assert not changes.kept


def test_once_a_roster_gave_the_post_away_it_may_also_give_it_back() -> None:
    changes = compare(held_by(ZI), ROSTER, [passed(JIA, GUI)])
    assert [each.person for each in changes.duties.add] == [JIA.key]
    assert not changes.kept


def test_who_handed_over_and_has_another_telephone_now_stays_relieved() -> None:
    moved = replace(JIA, phone="13900000001")
    known = replace(held_by(GUI), duties=(*held_by(GUI).duties, replace(YI_DUTY, person=JIA.key)))
    wanted = with_person(moved, replace(JIA_DUTY, person=moved.key))
    wanted = replace(wanted, duties=(*wanted.duties, replace(YI_DUTY, person=moved.key)))
    assert compare(known, wanted, [passed(JIA, GUI)]).kept == (passed(JIA, GUI),)
