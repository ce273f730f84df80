"""Cumulative figures: sums over the periods, percentages anew, missing periods named."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.cumulating import change, cumulated
from reporting.measure import Measure
from reporting.proof import prove
from tests.reporting.rollup_form import COUNT, ENTERED, FORM, MONEY, SUMMED

figures = st.dictionaries(st.sampled_from(ENTERED), st.integers(0, 10**9))
periods = st.dictionaries(
    st.sampled_from(["2023-07", "2023-08", "2023-09", "2023-10"]), st.none() | figures
)


@given(periods)
def test_every_entered_figure_is_the_sum_over_its_periods(said: dict[str, dict[str, int]]) -> None:
    total = cumulated(FORM, said)
    for key in SUMMED:
        values = [each[key] for each in said.values() if each is not None and key in each]
        assert total.figures.get(key) == (sum(values) if values else None)


@given(periods)
def test_a_missing_period_is_named_and_never_zero(said: dict[str, dict[str, int]]) -> None:
    total = cumulated(FORM, said)
    assert set(total.missing) == {key for key, each in said.items() if each is None}
    assert total.figures == cumulated(FORM, {k: v for k, v in said.items() if v}).figures


@given(periods)
def test_the_proof_adds_the_periods_up_to_the_same(said: dict[str, dict[str, int]]) -> None:
    total = cumulated(FORM, said)
    sheet = {key: FORM.measure(key).value(figure) for key, figure in total.figures.items()}
    assert prove(FORM, [], total.brought, total.figures, sheet) == ()


def test_a_percentage_is_computed_from_the_sums_of_its_parts() -> None:
    total = cumulated(
        FORM,
        {
            "2023-08": {"visits.D": 10, "passed.D": 10},
            "2023-09": {"visits.D": 30, "passed.D": 0},
        },
    )
    assert total.figures["rate.D"] == 250  # 10 of 40, not the middle of 100 % and 0 %


def test_a_state_is_not_summed_over_time() -> None:
    months = {"2023-08": {"staff.D": 5}, "2023-09": {"staff.D": 5}}
    assert "staff.D" not in cumulated(FORM, months).figures


def test_a_period_that_lacks_one_figure_is_named_for_it() -> None:
    total = cumulated(FORM, {"2023-08": {"visits.D": 3}, "2023-09": {"visits.E": 4}})
    assert total.missing == ()
    assert total.lacking(FORM, "visits.D") == ("2023-09",)
    assert total.lacking(FORM, "rate.D") == ()  # a share of nothing is blank, and nothing lacks


def test_nothing_reported_is_nothing_at_all() -> None:
    total = cumulated(FORM, {"2023-08": None})
    assert total.figures == {} and total.brought == ()


@pytest.mark.parametrize(
    ("now", "before", "measure", "said"),
    [
        (14, 5, COUNT, 180),
        (4, 5, COUNT, -20),
        (0, 5, COUNT, -100),
        (5, 5, COUNT, 0),
        (35_000, 70_000, MONEY, -50),
        (5, 0, COUNT, None),
        (0, 0, COUNT, None),
        (5, None, COUNT, None),
        (None, 5, COUNT, None),
    ],
)
def test_a_change_against_zero_or_the_unknown_is_not_told(
    now: int | None, before: int | None, measure: Measure, said: int | None
) -> None:
    assert change(now, before, measure) == (None if said is None else Fraction(said))
