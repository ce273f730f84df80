"""Who is late or missing again and again."""

from __future__ import annotations

from datetime import UTC, datetime

from reporting.chain import Contribution, RollUp
from reporting.punctuality import Record, records

AT = datetime(2023, 9, 26, tzinfo=UTC)


def table(period: str, *contributions: Contribution) -> RollUp:
    return RollUp(1, period, 1, {}, contributions, AT)


def unit(id: int, version: int | None = 1, *, late: bool = False, name: str = "") -> Contribution:
    return Contribution("unit", id, name or f"单位{id}", True, version=version, late=late)


def test_lateness_and_absence_are_counted_over_the_periods() -> None:
    one = table("2023-08", unit(1), unit(2, None), unit(3, late=True))
    two = table("2023-09", unit(1), unit(2, None), unit(3))
    assert records([one, two]) == (
        Record("unit", 2, "单位2", late=0, missing=2, of=2),
        Record("unit", 3, "单位3", late=1, missing=0, of=2),
        Record("unit", 1, "单位1", late=0, missing=0, of=2),
    )


def test_one_who_was_missing_goes_before_one_who_was_late_as_often() -> None:
    found = records([table("2023-08", unit(1, late=True), unit(2, None))])
    assert [each.id for each in found] == [2, 1]


def test_who_came_later_is_counted_from_then_on() -> None:
    found = records([table("2023-08", unit(1)), table("2023-09", unit(1), unit(2, None))])
    assert {each.id: each.of for each in found} == {1: 2, 2: 1}


def test_the_newest_name_is_told() -> None:
    (found,) = records([table("2023-08", unit(1)), table("2023-09", unit(1, name="新名"))])
    assert found.name == "新名" and found.punctual


def test_a_unit_and_a_region_of_one_number_are_two() -> None:
    child = Contribution("region", 1, "某县", True)
    assert len(records([table("2023-08", unit(1), child)])) == 2


def test_what_is_not_counted_is_never_overdue() -> None:
    outside = Contribution("unit", 9, "驻军", False)
    assert records([table("2023-08", outside)]) == ()
