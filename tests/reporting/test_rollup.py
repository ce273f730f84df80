"""Rolling up: sums of parts, in any order; missing is never zero; not counted stays outside."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reporting.chain import Contribution, Region, RollUp, Submission, Unit
from reporting.rollup import (
    contribution_of_region,
    contribution_of_unit,
    joined_reasons,
    joined_texts,
    roll_up,
)
from tests.reporting.rollup_form import ENTERED, FORM, SUMMED

DUE = datetime(2023, 9, 25, 16, tzinfo=UTC)
CITY = Region(2, "乙市", "city", 1)
PERIOD = "2023-09"

FIGURES = st.dictionaries(st.sampled_from(ENTERED), st.integers(0, 10**18))
WHOLE = st.fixed_dictionaries({key: st.integers(0, 10**18) for key in ENTERED})


def brought(figures: Mapping[str, int] | None, n: int = 1, counted: bool = True) -> Contribution:
    """What a unit brought; None: nothing."""
    version = None if figures is None else 1
    return Contribution("unit", n, f"单位{n}", counted, version, figures)


CONTRIBUTIONS = st.lists(
    st.builds(brought, st.none() | FIGURES, st.integers(1, 99), st.booleans()), max_size=6
)


def totals(*contributions: Contribution) -> Mapping[str, int]:
    return rolled(*contributions).figures


def rolled(*contributions: Contribution) -> RollUp:
    return roll_up(FORM, CITY, PERIOD, contributions, 1, DUE)


@given(CONTRIBUTIONS)
def test_every_entered_cell_is_the_sum_of_who_answered_it(those: list[Contribution]) -> None:
    figures = totals(*those)
    for key in SUMMED:
        parts = [c.figures[key] for c in those if c.counted and c.figures and key in c.figures]
        assert figures.get(key) == (sum(parts) if parts else None)


@given(CONTRIBUTIONS, st.randoms())
def test_the_order_of_contributors_changes_no_figure(
    those: list[Contribution], chance: random.Random
) -> None:
    others = chance.sample(those, len(those))
    assert totals(*those) == totals(*others)


@given(st.lists(WHOLE, min_size=2, max_size=6), st.data())
def test_a_city_of_counties_has_the_figures_of_all_its_units(
    units: list[Mapping[str, int]], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(1, len(units) - 1))
    counties = [
        contribution_of_region(Region(n, f"县{n}", "county", 2), rolled(*map(brought, part)))
        for n, part in enumerate((units[:cut], units[cut:]), 10)
    ]
    assert totals(*counties) == totals(*map(brought, units))


@given(CONTRIBUTIONS, FIGURES)
def test_a_unit_that_is_not_counted_changes_no_figure(
    those: list[Contribution], figures: Mapping[str, int]
) -> None:
    with_guest = rolled(*those, brought(figures, 100, counted=False))
    without = rolled(*those)
    assert with_guest.figures == without.figures
    assert (with_guest.expected, with_guest.reported) == (without.expected, without.reported)


@given(CONTRIBUTIONS)
def test_a_missing_unit_is_never_zero(those: list[Contribution]) -> None:
    missing = brought(None, 100)
    before, after = rolled(*those), rolled(*those, missing)
    assert after.figures == before.figures
    assert missing in after.missing
    assert after.expected == before.expected + 1


def test_where_nobody_reported_every_cell_is_blank() -> None:
    assert totals(brought(None), brought(None, 2)) == {}


def test_where_everybody_declared_zero_every_cell_is_zero() -> None:
    zeros = dict.fromkeys(ENTERED, 0)
    figures = totals(brought(zeros), brought(zeros, 2))
    assert set(figures.values()) == {0}
    assert set(SUMMED) <= figures.keys()


def test_f_is_d_plus_e_whatever_the_units_say_f_is() -> None:
    figures = totals(brought({"visits.D": 2, "visits.E": 3, "visits.F": 99}))
    assert figures["visits.F"] == 5


def test_f_stays_blank_where_one_of_its_parts_is() -> None:
    assert "visits.F" not in totals(brought({"visits.D": 2}))


def test_a_percentage_is_made_of_the_sums_of_its_parts() -> None:
    many = {"passed.D": 90, "visits.D": 90, "rate.D": 1000}
    few = {"passed.D": 0, "visits.D": 10, "rate.D": 0}
    assert totals(brought(many), brought(few))["rate.D"] == 900  # 90.0 %, not 50.0 %


def test_a_percentage_is_rounded_to_its_decimals() -> None:
    assert totals(brought({"passed.D": 1, "visits.D": 3}))["rate.D"] == 333
    assert totals(brought({"passed.D": 2, "visits.D": 3}))["rate.D"] == 667


def test_a_percentage_of_nothing_is_blank() -> None:
    assert "rate.D" not in totals(brought({"passed.D": 0, "visits.D": 0}))


def test_a_cell_that_is_not_summed_is_absent() -> None:
    assert totals(brought({"staff.D": 4}), brought({"staff.D": 5})) == {}


def test_money_adds_up_to_the_last_fen() -> None:
    fen = {"fine.D": 100, "fine.E": 0}
    assert totals(*(brought(fen, n) for n in range(3)))["fine.F"] == 300


UNIT = Unit(7, "乙市公安局", "police", 2)
SUBMISSION = Submission(
    id=1,
    unit=7,
    period=PERIOD,
    version=2,
    figures={"visits.D": 1},
    texts={"narrative": "无"},
    submitted_at=DUE + timedelta(days=3),
    first_at=DUE - timedelta(seconds=1),
    by="联络员甲",
)


def test_a_unit_that_first_filed_in_time_is_on_time_with_its_second_version() -> None:
    here = contribution_of_unit(UNIT, SUBMISSION, DUE)
    assert not here.late
    assert (here.version, here.by, here.department) == (2, "联络员甲", "police")
    assert (here.figures, here.texts) == (SUBMISSION.figures, SUBMISSION.texts)


def test_a_unit_that_first_filed_at_midnight_is_late() -> None:
    assert contribution_of_unit(UNIT, replace(SUBMISSION, first_at=DUE), DUE).late


def test_a_unit_without_a_due_day_is_never_late() -> None:
    assert not contribution_of_unit(UNIT, replace(SUBMISSION, first_at=DUE), None).late


def test_a_unit_without_a_submission_has_not_reported() -> None:
    here = contribution_of_unit(replace(UNIT, counted=False), None, DUE)
    assert (here.version, here.figures, here.counted) == (None, None, False)


def test_a_child_region_brings_its_totals_and_its_own_completeness() -> None:
    child = rolled(brought({"visits.D": 4}), brought(None, 2), brought(None, 3))
    here = contribution_of_region(CITY, child, first_at=DUE, due=DUE)
    assert (here.figures, here.version) == ({"visits.D": 4}, 1)
    assert (here.reported, here.expected) == (1, 3)


def test_a_child_region_without_one_report_has_not_reported() -> None:
    here = contribution_of_region(CITY, rolled(brought(None), brought(None, 2)), DUE, DUE)
    assert (here.version, here.figures, here.reported, here.expected) == (None, None, 0, 2)
    assert rolled(here).missing == (here,)


def test_the_report_of_a_unit_that_is_not_counted_makes_no_region_reported() -> None:
    child = rolled(brought(None), brought({"visits.D": 4}, 2, counted=False))
    assert contribution_of_region(CITY, child).version is None


def test_a_child_region_not_rolled_up_yet_is_missing() -> None:
    here = contribution_of_region(CITY, None, expected=4)
    assert (here.version, here.expected) == (None, 4)


def test_a_region_released_by_the_clock_at_its_due_instant_is_on_time() -> None:
    child = rolled(brought({"visits.D": 4}))
    assert not contribution_of_region(CITY, child, first_at=DUE, due=DUE).late
    assert contribution_of_region(CITY, child, DUE + timedelta(seconds=1), DUE).late


def test_what_units_wrote_goes_up_by_unit_and_silence_makes_no_statement() -> None:
    wrote = Contribution("unit", 1, "市公安局", True, version=1, texts={"narrative": "联合执法"})
    explained = Contribution("unit", 2, "市卫健委", True, version=1, texts={"explain": "上月立案"})
    nothing = Contribution("unit", 3, "市妇联", True, version=1, texts={"narrative": "无"})
    missing = Contribution("unit", 4, "市教育局", True)
    city = joined_texts((wrote, explained, nothing, missing))
    assert city == {"narrative": "市公安局：联合执法", "explain": "市卫健委：上月立案"}
    child = Contribution("region", 5, "某市", True, version=1, texts=city)
    assert joined_texts((child,))["narrative"] == "某市：市公安局：联合执法"
    assert joined_texts((nothing, missing)) == {}


def test_why_a_unit_was_corrected_goes_up_with_its_regions_table() -> None:
    corrected = contribution_of_unit(UNIT, replace(SUBMISSION, reason="漏报一件"))
    others = (contribution_of_unit(UNIT, SUBMISSION), contribution_of_unit(UNIT, None))
    assert corrected.reason == "漏报一件"
    assert joined_reasons((corrected, *others)) == f"{UNIT.name}：漏报一件"
    assert joined_reasons(others) == ""
