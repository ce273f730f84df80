"""The proof: contributors = stored totals = sheet, to the last decimal and the last blank."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.proof import Mismatch, prove
from tests.reporting.rollup_form import ENTERED, FORM
from tests.reporting.test_rollup import brought, totals

FIGURES = st.dictionaries(st.sampled_from(ENTERED), st.integers(0, 10**18))
UNITS = ({"visits.D": 2, "visits.E": 3, "passed.D": 1}, {"visits.D": 4, "fine.D": 35_000})
CHILD = {"visits.D": 10, "visits.E": 0, "visits.F": 10, "complaints.received": 1}


def sheet(stored: Mapping[str, int]) -> dict[str, Decimal | None]:
    """What a faithful workbook would read back as."""
    keys = (*FORM.cells, *FORM.fields)
    return {k: FORM.measure(k).value(stored[k]) if k in stored else None for k in keys}


STORED = {
    "visits.D": 16,
    "visits.E": 3,
    "visits.F": 19,
    "passed.D": 1,
    "fine.D": 35_000,
    "rate.D": 63,  # 1 of 16: 6.25 %, halves away from zero
    "complaints.received": 1,
}


def test_what_agrees_is_proven() -> None:
    assert prove(FORM, UNITS, [CHILD], STORED, sheet(STORED)) == ()


@given(st.lists(FIGURES, max_size=4), st.lists(FIGURES, max_size=3))
def test_every_roll_up_is_proven(
    units: list[Mapping[str, int]], children: list[Mapping[str, int]]
) -> None:
    stored = totals(*map(brought, [*units, *children]))
    assert prove(FORM, units, children, stored, sheet(stored)) == ()


@given(st.sampled_from(sorted(STORED)), st.sampled_from([-1, 1, 1000]))
def test_no_stored_total_can_be_off_unnoticed(key: str, by: int) -> None:
    wrong = STORED | {key: STORED[key] + by}
    found = prove(FORM, UNITS, [CHILD], wrong, sheet(STORED))
    assert [each.key for each in found] == [key]


@given(st.sampled_from(sorted(STORED)))
def test_no_cell_of_the_sheet_can_be_off_unnoticed(key: str) -> None:
    read = sheet(STORED)
    read[key] = (read[key] or Decimal()) + Decimal("0.000001")
    (found,) = prove(FORM, UNITS, [CHILD], STORED, read)
    assert (found.key, found.sheet) == (key, read[key])


def test_a_mismatch_tells_all_three() -> None:
    found = prove(FORM, [{"fine.D": 35_000}], [], {"fine.D": 35_001}, {"fine.D": Decimal("0.04")})
    assert found == (Mismatch("fine.D", Decimal("0.035"), Decimal("0.035001"), Decimal("0.04")),)


def test_a_blank_in_the_sheet_is_not_a_zero() -> None:
    (found,) = prove(FORM, [{"visits.D": 0}], [], {"visits.D": 0}, {"visits.D": None})
    assert (found.units, found.sheet) == (Decimal(0), None)


def test_a_zero_in_the_sheet_is_not_a_blank() -> None:
    (found,) = prove(FORM, [], [], {}, {"visits.D": Decimal(0)})
    assert (found.units, found.sheet) == (None, Decimal(0))


@pytest.mark.parametrize("units", ([UNITS[0]], [*UNITS, UNITS[1]]))
def test_a_unit_left_out_or_taken_twice_is_found(units: list[Mapping[str, int]]) -> None:
    assert prove(FORM, units, [CHILD], STORED, sheet(STORED))


def test_a_stored_total_of_no_cell_is_found() -> None:
    stored = STORED | {"visits.Z": 1}
    assert [e.key for e in prove(FORM, UNITS, [CHILD], stored, sheet(STORED))] == ["visits.Z"]


def test_a_cell_that_is_not_summed_must_stay_blank() -> None:
    stored = STORED | {"staff.D": 4}
    assert [e.key for e in prove(FORM, UNITS, [CHILD], stored, sheet(stored))] == ["staff.D"]


def test_whole_numbers_agree_however_the_file_writes_them() -> None:
    assert (
        prove(FORM, [{"visits.D": 100}], [], {"visits.D": 100}, {"visits.D": Decimal("1E2")}) == ()
    )
