"""A mark that two people can compare over the telephone."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from reporting.fingerprint import fingerprint

FIGURES = st.dictionaries(st.text(max_size=5), st.integers(), max_size=5)


def test_it_is_short_and_in_groups() -> None:
    assert re.fullmatch(r"([0-9a-f]{4}-){2}[0-9a-f]{4}", fingerprint({"cases.L": 3}, "2023-09"))


def test_it_is_the_same_in_every_version_of_the_program() -> None:
    assert fingerprint({"cases.L": 3, "fine.L": 35_000}, "small", "1") == "41e0-9094-204b"


@given(FIGURES)
def test_the_order_of_the_figures_does_not_matter(figures: dict[str, int]) -> None:
    assert fingerprint(figures) == fingerprint(dict(reversed(figures.items())))


@given(FIGURES, FIGURES)
def test_other_figures_have_another_mark(one: dict[str, int], two: dict[str, int]) -> None:
    assert (fingerprint(one) == fingerprint(two)) == (one == two)


def test_a_missing_figure_is_not_a_zero() -> None:
    assert fingerprint({}) != fingerprint({"cases.L": 0})


def test_the_context_counts() -> None:
    assert fingerprint({}, "2023-09", "1") != fingerprint({}, "2023-09", "2")
    assert fingerprint({}, "ab", "c") != fingerprint({}, "a", "bc")
