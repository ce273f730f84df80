"""Rosters as people fill them in: all of it is read, or every bad line is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from reporting.label import Label
from reporting.people import Role
from reporting.roster import Roster, RosterProblem, RosterRegion, Row, read_roster
from tests.reporting.small_campaign import campaign

HEADER = "地区,级别,上级地区,单位,部门,计入汇总,姓名,职责,处室,电话,邮箱"
TREE = """
甲省,省,,甲省卫生健康委,卫生健康委,是,联络员甲,联络员,,13800000001,
甲省,省,,,,,汇总员甲,汇总员,,13800000002,
乙市,市,甲省,乙市公安局,公安局,是,联络员乙,联络员,,13800000003,
丙县,县,乙市,丙县公安局,公安局,是,联络员丙,联络员,,13800000004,
"""
FIRST_FREE = 6  # the number of the line after the tree


def rows(text: str, header: str = HEADER) -> Iterator[Row]:
    """Lines of comma-separated cells, numbered as in a file."""
    lines = [header, *text.strip().splitlines()]
    return ((n, line.split(",")) for n, line in enumerate(lines, start=1))


def read(text: str, header: str = HEADER) -> Roster:
    found = read_roster(campaign(), rows(text, header))
    assert isinstance(found, Roster), found
    return found


def refused(text: str, header: str = HEADER) -> tuple[RosterProblem, ...]:
    found = read_roster(campaign(), rows(text, header))
    assert isinstance(found, tuple), found
    return found


def after_tree(*lines: str) -> str:
    return TREE + "\n".join(lines)


def test_a_roster_becomes_regions_units_people_and_duties() -> None:
    roster = read(TREE)
    assert roster.regions == (
        RosterRegion(("甲省",), "province"),
        RosterRegion(("甲省", "乙市"), "city"),
        RosterRegion(("甲省", "乙市", "丙县"), "county"),
    )
    assert [unit.name for unit in roster.units] == ["甲省卫生健康委", "乙市公安局", "丙县公安局"]
    assert {unit.department for unit in roster.units} == {"health", "police"}
    assert [each.name for each in roster.people] == ["联络员甲", "汇总员甲", "联络员乙", "联络员丙"]
    assert [(d.role, d.region[-1], d.unit) for d in roster.duties] == [
        (Role.LIAISON, "甲省", "甲省卫生健康委"),
        (Role.COORDINATOR, "甲省", ""),
        (Role.LIAISON, "乙市", "乙市公安局"),
        (Role.LIAISON, "丙县", "丙县公安局"),
    ]
    assert roster.notes == ()


def test_columns_may_stand_in_any_order_and_in_english_below_a_title() -> None:
    found = read_roster(
        campaign(),
        [
            (1, ["联络员名单", ""]),
            (2, ["", ""]),
            (
                3,
                [
                    "Name",
                    "Duty",
                    "Region",
                    "Level",
                    "Parent region",
                    "Unit",
                    "Department",
                    "Counted",
                ],
            ),
            (
                4,
                [
                    "联络员甲",
                    "liaison",
                    "甲省",
                    "province",
                    "",
                    "甲省公安厅",
                    "Public Security",
                    "yes",
                ],
            ),
        ],
    )
    assert isinstance(found, Roster)
    assert found.units[0].department == "police"
    assert found.duties[0].role is Role.LIAISON


def test_a_region_needs_its_level_and_parent_only_once() -> None:
    roster = read(after_tree("丙县,,,丙县市场监管局,市场监管局,,联络员丁,联络员B,,,"))
    assert roster.units[-1].region == ("甲省", "乙市", "丙县")
    assert roster.duties[-1].role is Role.DEPUTY


def test_a_kind_of_region_is_a_level_too() -> None:
    roster = read(after_tree("丁城,科学城,甲省,,,,汇总员丁,汇总员,,,"))
    assert roster.regions[2] == RosterRegion(("甲省", "丁城"), "city")


@pytest.mark.parametrize("level", ("县", "区", "县（市、区）", "county"))
def test_a_level_is_understood_where_only_one_can_be_meant(level: str) -> None:
    roster = read(after_tree(f"丁区,{level},乙市,,,,汇总员丁,汇总员,,,"))
    assert roster.regions[-1] == RosterRegion(("甲省", "乙市", "丁区"), "county")


def test_regions_of_one_name_are_told_apart_by_their_parents() -> None:
    roster = read(
        after_tree(
            "戊市,市,甲省,,,,,,,,",
            "丙县,县,戊市,公安局,公安局,是,联络员戊,联络员,,,",
        )
    )
    assert [each.path for each in roster.regions if each.path[-1] == "丙县"] == [
        ("甲省", "乙市", "丙县"),
        ("甲省", "戊市", "丙县"),
    ]


def test_a_unit_that_is_not_counted_is_marked() -> None:
    roster = read(after_tree("乙市,市,甲省,驻乙卫生单位,卫生健康委,否,联络员己,联络员,,,"))
    assert not roster.units[-1].counted


def test_one_person_may_hold_several_duties() -> None:
    roster = read(after_tree("乙市,市,甲省,,,,联络员乙,汇总员,,13800000003,"))
    person = next(each for each in roster.people if each.name == "联络员乙")
    assert len([d for d in roster.duties if d.person == person.key]) == 2


def test_a_name_alone_is_enough_where_it_is_unique() -> None:
    roster = read(after_tree("乙市,市,甲省,,,,联络员乙,汇总员,,,yi@example.org"))
    person = next(each for each in roster.people if each.name == "联络员乙")
    assert (person.phone, person.email) == ("13800000003", "yi@example.org")


def test_namesakes_are_told_apart_by_their_telephones() -> None:
    roster = read(after_tree("乙市,市,甲省,,,,联络员甲,汇总员,,13800000009,"))
    assert len([each for each in roster.people if each.name == "联络员甲"]) == 2
    assert [note.line for note in roster.notes] == [FIRST_FREE]


def test_the_country_code_and_spaces_make_no_other_telephone() -> None:
    roster = read(after_tree("乙市,市,甲省,,,,联络员乙,汇总员,,+86 138 0000 0003,"))
    assert len(roster.people) == 4


def test_full_width_brackets_make_no_other_unit() -> None:
    roster = read(
        after_tree(
            "乙市,市,甲省,乙市卫生健康委（本级）,卫生健康委,是,联络员己,联络员,,,",
            "乙市,市,甲省,乙市卫生健康委(本级),卫生健康委,是,联络员庚,联络员B,,,",
        )
    )
    assert [unit.name for unit in roster.units][-1] == "乙市卫生健康委（本级）"
    assert len(roster.units) == 4


def test_a_unit_without_a_person_is_taken_and_noted() -> None:
    roster = read(after_tree("乙市,市,甲省,乙市市场监管局,市场监管局,是,,,,,"))
    assert roster.units[-1].name == "乙市市场监管局"
    assert [note.line for note in roster.notes] == [FIRST_FREE]


def test_a_repeated_line_counts_once_and_is_noted() -> None:
    roster = read(TREE + TREE.strip().splitlines()[2])
    assert len(roster.duties) == 4
    assert [note.line for note in roster.notes] == [FIRST_FREE]


def test_a_unit_name_of_a_hundred_characters_is_taken() -> None:
    name = "长" * 100
    assert (
        read(after_tree(f"乙市,市,甲省,{name},公安局,是,联络员己,联络员,,,")).units[-1].name == name
    )


def test_an_unknown_column_is_noted_and_not_read() -> None:
    roster = read("甲省,省,,,,,汇总员甲,汇总员,x", HEADER.replace("处室", "传真"))
    assert roster.notes[0].column == "传真"
    assert roster.people[0].office == ""


def test_a_leap_over_a_level_is_noted() -> None:
    roster = read(after_tree("辛县,县,甲省,,,,,,,,"))
    assert [note.line for note in roster.notes] == [FIRST_FREE]


def test_two_regions_of_the_top_level_are_noted() -> None:
    roster = read(after_tree("壬省,省,,,,,汇总员壬,汇总员,,,"))
    assert [note.line for note in roster.notes] == [0]
    assert "甲省、壬省" in roster.notes[0].what.zh


def test_a_plain_unit_name_may_stand_in_every_region() -> None:
    roster = read(
        after_tree(
            "乙市,市,甲省,公安局,公安局,是,联络员己,联络员,,,",
            "丙县,县,乙市,公安局,公安局,是,联络员庚,联络员,,,",
        )
    )
    assert [unit.region[-1] for unit in roster.units if unit.name == "公安局"] == ["乙市", "丙县"]


def test_a_parent_whose_name_is_in_two_cities_can_be_told_by_its_own_parent() -> None:
    two_towns = "戊市,市,甲省,,,,,,,,", "丙县,县,戊市,,,,,,,,"
    village = "己村,村,戊市/丙县,,,,汇总员己,汇总员,,,"
    below = replace(campaign().tiers[-1], key="village", label=Label("村", "village"), kinds=())
    deep = replace(campaign(), tiers=(*campaign().tiers, below))
    found = read_roster(deep, rows(after_tree(*two_towns, village)))
    assert isinstance(found, Roster), found
    assert found.regions[-1].path == ("甲省", "戊市", "丙县", "己村")
    unclear = read_roster(deep, rows(after_tree(*two_towns, village.replace("戊市/", ""))))
    assert [each.line for each in unclear] == [8]  # type: ignore[union-attr]


BAD_LINES = {
    "乙市,事,甲省,,,,汇总员己,汇总员,,,": ("级别", "没有“事”这一级别"),
    "乙市,市,甲省,乙市公安处,公安,是,联络员己,联络员,,,": ("部门", "公安局"),
    "乙市,市,甲省,乙市某局,外星局,是,联络员己,联络员,,,": ("部门", "外星局"),
    "乙市,市,甲省,乙市药监局,药监局,是,联络员己,联络员,,,": ("部门", "药监局"),
    "乙市,市,甲省,乙市某局,,是,联络员己,联络员,,,": ("部门", "没有写部门"),
    "己县,县,,,,,汇总员己,汇总员,,,": ("上级地区", "没有写上级地区"),
    "己县,县,已市,,,,汇总员己,汇总员,,,": ("上级地区", "不在表中"),
    "己县,,乙市,,,,汇总员己,汇总员,,,": ("级别", "没有写级别"),
    "丙县,市,乙市,,,,汇总员己,汇总员,,,": ("级别", "第 5 行"),
    "己市,市,丙县,,,,汇总员己,汇总员,,,": ("上级地区", "不能在"),
    "己市,市,己市,,,,汇总员己,汇总员,,,": ("上级地区", "成环"),
    "己省,省,甲省,,,,汇总员己,汇总员,,,": ("上级地区", "最高一级"),
    ",市,甲省,,,,汇总员己,汇总员,,,": ("地区", "地区为空"),
    "乙市,市,甲省,乙市公安局,市场监管局,是,联络员己,联络员B,,,": ("部门", "第 4 行"),
    "乙市,市,甲省,乙市公安局,公安局,否,联络员己,联络员B,,,": ("计入汇总", "第 4 行"),
    "乙市,市,甲省,丙县公安局,公安局,是,联络员己,联络员B,,,": ("单位", "重复计算"),
    "乙市,市,甲省,乙市公安局,公安局,算,联络员己,联络员B,,,": ("计入汇总", "算"),
    "乙市,市,甲省,乙市公安局,公安局,是,联络员己,组长,,,": ("职责", "组长"),
    "乙市,市,甲省,乙市公安局,公安局,是,联络员己,,,,": ("职责", "没有写职责"),
    "乙市,市,甲省,乙市公安局,公安局,是,,联络员,,,": ("姓名", "没有写姓名"),
    "乙市,市,甲省,乙市公安局,公安局,是,,,,13800000009,": ("姓名", "没有写姓名"),
    "乙市,市,甲省,乙市公安局,公安局,是,,,,,ji@example.org": ("姓名", "没有写姓名"),
    "乙市,市,甲省,,,,联络员己,联络员,,,": ("单位", "没有写单位"),
    "乙市,市,甲省,乙市公安局,公安局,是,汇总员己,汇总员,,,": ("单位", "整个地区"),
    "乙市,市,甲省,,,,汇总员己,汇总员,,13800000001,": ("电话", "联络员甲"),
    "乙市,市,甲省,,,,汇总员己,汇总员,,1.38E+10,": ("电话", "不完整"),
    "乙市,市,甲省,,,,汇总员己,汇总员,,,己": ("邮箱", "己"),
    "乙市,市,甲省,,,,=1+1,汇总员,,,": ("姓名", "公式"),
    "乙市,市,甲省,,,,@SUM(A1),汇总员,,,": ("姓名", "公式"),
    "乙市,市,甲省,,,,＝1＋1,汇总员,,,": ("姓名", "公式"),
    "乙市,市,甲省,,,,汇总员己,汇总员,,+1+cmd|' /C calc'!A0123,": ("电话", "公式"),
    "乙市,市,甲省," + "长" * 101 + ",公安局,是,联络员己,联络员,,,": ("单位", "100"),
}


@pytest.mark.parametrize("line", BAD_LINES)
def test_a_bad_line_is_named_with_its_column_and_a_remedy(line: str) -> None:
    column, words = BAD_LINES[line]
    (problem,) = refused(after_tree(line))
    assert (problem.line, problem.column) == (FIRST_FREE, column)
    assert words in problem.what.zh + problem.remedy.zh
    assert problem.what.en and problem.remedy.zh and problem.remedy.en


def test_every_bad_line_is_told_at_once_and_nothing_is_loaded() -> None:
    problems = refused(
        after_tree(
            "己县,县,已市,,,,汇总员己,汇总员,,,",
            "乙市,市,甲省,乙市公安局,公安局,算,联络员己,组长,,,",
        )
    )
    assert [each.line for each in problems] == [6, 7, 7]


def test_no_bad_line_waits_for_another_to_be_mended() -> None:
    problems = refused(
        after_tree(
            "乙市,市,甲省,乙市某局,政法,是,联络员己,联络员,,,",
            "戊市,镇,甲省,,,,汇总员戊,汇总员,,,",
            "己县,县,甲省,己县公安局,公安局,是,,联络员,,13800000009,",
            "丙县,市,乙市,丙县公安局,公安局,是,,联络员B,,,",
            "庚县,县,已市,庚县卫健局,卫生健康委,是,联络员庚,联络员,,,",
        )
    )
    told = [(each.line, each.column) for each in problems if not each.note]
    assert told == [
        (6, "部门"),
        (7, "级别"),
        (8, "姓名"),
        (9, "姓名"),
        (9, "级别"),
        (10, "上级地区"),
    ]
    assert [(each.line, each.column) for each in problems if each.note] == [(8, "上级地区")]


def test_a_department_is_compared_with_the_level_also_where_the_parent_is_wrong() -> None:
    line = "戊市,市,已省,戊市市场监管局,卫生健康委,是,联络员戊,联络员,,,"
    low = replace(campaign().tiers[1], departments=("police",))
    tiers = (campaign().tiers[0], low, *campaign().tiers[2:])
    problems = read_roster(replace(campaign(), tiers=tiers), rows(after_tree(line)))
    assert [(each.line, each.column) for each in problems] == [  # type: ignore[union-attr]
        (6, "上级地区"),
        (6, "部门"),
    ]


def test_a_level_that_is_not_understood_is_told_without_its_consequences() -> None:
    problems = refused(TREE.replace("甲省,省,", "甲省,身,"))
    assert [(each.line, each.column) for each in problems] == [(2, "级别"), (3, "级别")]


def test_a_circle_of_regions_is_told_for_each_of_them() -> None:
    problems = refused(after_tree("己县,县,庚县,,,,,,,,", "庚县,县,己县,,,,,,,,"))
    assert [each.line for each in problems] == [6, 7]
    assert "己县 → 庚县 → 己县" in problems[0].what.zh


def test_a_region_whose_name_is_in_two_cities_must_say_which() -> None:
    problems = refused(
        after_tree(
            "戊市,市,甲省,,,,,,,,",
            "丙县,县,戊市,,,,,,,,",
            "丙县,县,,丙县卫生健康局,卫生健康委,是,联络员己,联络员,,,",
        )
    )
    assert [(each.line, each.column) for each in problems] == [(8, "上级地区")]


def test_among_namesakes_a_line_without_a_telephone_is_ambiguous() -> None:
    (problem,) = refused(
        after_tree(
            "乙市,市,甲省,,,,联络员甲,汇总员,,13800000009,",
            "丙县,县,乙市,,,,联络员甲,汇总员,,,",
        )
    )
    assert (problem.line, problem.column) == (7, "电话")
    assert "13800000001" in problem.remedy.zh and "13800000009" in problem.remedy.zh


def test_an_office_telephone_may_be_shared() -> None:
    roster = read(
        after_tree(
            "乙市,市,甲省,乙市公安局,公安局,是,联络员己,联络员B,,028-86000000,",
            "乙市,市,甲省,,,,汇总员己,汇总员,,028-86000000,",
        )
    )
    assert len(roster.notes) == 1


def test_a_near_miss_is_offered_the_right_name() -> None:
    (problem,) = refused(after_tree("乙市,市,甲省,乙市局,市场监督局,是,联络员己,联络员,,,"))
    assert problem.remedy.zh == "是不是“市场监管局”？"
    assert problem.remedy.en == "Did you mean '市场监管局 (Market Regulation)'?"


def test_a_missing_column_is_named() -> None:
    (problem,) = refused("甲省,省,,,,,汇总员甲", HEADER.replace(",职责", ""))
    assert (problem.line, problem.column) == (1, "职责")


def test_a_column_that_stands_twice_is_named() -> None:
    (problem,) = refused(TREE, HEADER.replace("处室", "姓名"))
    assert (problem.line, problem.column) == (1, "姓名")


@pytest.mark.parametrize("content", ([], [(1, ["", ""])], [(1, HEADER.split(","))]))
def test_an_empty_file_is_refused(content: list[Row]) -> None:
    (problem,) = read_roster(campaign(), content)  # type: ignore[misc]
    assert "没有内容" in problem.what.zh


def test_a_file_without_a_header_is_refused_with_the_columns_it_needs() -> None:
    (problem,) = read_roster(campaign(), [(1, ["甲", "乙"]), (2, ["丙", "丁"])])  # type: ignore[misc]
    assert "上级地区" in problem.remedy.zh
