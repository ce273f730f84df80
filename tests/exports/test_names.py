"""Names of files and sheets that every system accepts."""

from hypothesis import given
from hypothesis import strategies as st

from exports.names import file_name, sheet_names


def test_a_file_is_named_by_region_table_period_and_version() -> None:
    named = file_name("四川省", "汇总表", "2023年9月", "第1版")
    assert named == "四川省_汇总表_2023年9月_第1版.xlsx"


def test_what_windows_forbids_is_replaced() -> None:
    assert file_name('甲/乙\\丙:丁*?"<>|', "表. ") == "甲-乙-丙-丁------_表.xlsx"
    assert file_name("CON") == "_CON.xlsx"
    assert file_name("\u202e甲\n") == "甲.xlsx"


def test_a_long_region_is_shortened_and_the_rest_kept() -> None:
    named = file_name("虚构" * 40, "汇总表", "2023年9月", "第1版")
    assert named.endswith("_汇总表_2023年9月_第1版.xlsx")
    assert len(named) == 60 + len(".xlsx")


@given(st.lists(st.text(max_size=80), max_size=5))
def test_every_file_name_is_safe(parts: list[str]) -> None:
    stem = file_name(*parts).removesuffix(".xlsx")
    assert 0 < len(stem) <= 61
    assert not set(stem) & set('<>:"/\\|?*\n\t\0')
    assert stem == stem.strip(" .")


def test_sheets_of_one_name_are_told_apart() -> None:
    assert sheet_names(["表", "表", "History"]) == ("表", "表 2", "History 2")


@given(st.lists(st.text(max_size=50), min_size=1, max_size=8))
def test_every_sheet_name_is_allowed(wanted: list[str]) -> None:
    names = sheet_names(wanted)
    assert len(names) == len(wanted)
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name == name.strip("'")
