"""The small language of formulas and rules."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.expression import FUNCTIONS, Value, When, evaluate
from reporting.expression_text import ExpressionError, is_condition, looks_back, parse, renamed


def told(text: str, **figures: int | str | None) -> Value | None:
    """The expression's value where these figures are known, of this period only."""
    known = {name: None if f is None else Fraction(f) for name, f in figures.items()}
    return evaluate(parse(text), lambda name, when: known[name] if when is When.NOW else None)


def test_a_formula_is_exact() -> None:
    assert told("a + b", a="0.1", b="0.2") == Fraction("0.3")
    assert told("a * 0.1", a=3) == Fraction("0.3")
    assert told("a / 3 * 3", a=1) == 1


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("a < b <= 2", True),
        ("a < b < 2", False),
        ("(a > 0) == (b >= 1)", True),
        ("not a == b and a != b", True),
        ("a > 5 or -a < 0", True),
        ("any(a, b)", True),
        ("any(a - a)", False),
        ("sum(a, b, 1) == 4", True),
        ("whole(a / 2)", False),
        ("percent(a, b) == 50", True),
    ],
)
def test_a_rule_holds_or_not(text: str, holds: bool) -> None:
    assert told(text, a=1, b=2) is holds


def test_an_absent_figure_makes_the_whole_expression_absent() -> None:
    for text in ("a + b", "a > b", "a == 1 or b > 0", "any(a, b)", "sum(a, b)", "not b"):
        assert told(text, a=1, b=None) is None


def test_dividing_by_zero_is_absent() -> None:
    assert told("percent(a, b)", a=0, b=0) is None
    assert told("a / b > 1", a=1, b=0) is None


def test_other_periods_are_looked_up_by_name() -> None:
    figures = {When.NOW: 1, When.LAST: 2, When.CUMULATIVE: 3}
    value = evaluate(
        parse("c.x * 100 + last(c.x) * 10 + cumulative(c.x)"),
        lambda _, when: Fraction(figures[when]),
    )
    assert value == 123


def test_names_may_have_dots() -> None:
    assert parse("complaints.received >= last(cases.L)").names == {"complaints.received", "cases.L"}


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "a +", "a b", "a = 1", "a; b", "(a", "lambda: a", "a if b else c", "[a]", "{a}",
        "a[0]", "'a'", "True", "None", "1j", "a ** b", "a // b", "a % b", "a & b", "~a", "+a",
        "a is b", "a in b", "(a := 1)", "f'{a}'", "*a", "any(*a)", "sum(a, start=b)", "any()",
        "percent(a)", "last(a + b)", "last(a, b)", "open(a)", "a.b()", "(a).b.c()", "a().b",
        "__import__('os')", "a.__class__()", "1e999", "０", "甲 + 乙", "a" * 1001, "(" * 500,
        "-" * 900 + "a", "a\0",
    ],
)  # fmt: skip
def test_what_is_not_of_the_language_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert caught.value.what.zh and caught.value.what.en


@given(st.text(max_size=40) | st.text("ab.()+-*/<=>, 019notandrlsumy", max_size=40))
def test_any_text_is_understood_or_refused(text: str) -> None:
    try:
        expression = parse(text)
    except ExpressionError:
        return
    evaluate(expression, lambda name, when: Fraction(1))


names = st.sampled_from(["a", "b.c", "d"])
terms = st.recursive(
    names | st.integers(0, 99).map(str),
    lambda inner: st.tuples(inner, st.sampled_from("+-*"), inner).map(lambda t: f"({' '.join(t)})"),
    max_leaves=8,
)


@given(terms, st.tuples(st.integers(), st.integers(), st.integers()))
def test_arithmetic_is_ordinary_arithmetic(text: str, figures: tuple[int, int, int]) -> None:
    known = dict(zip(("a", "b.c", "d"), figures, strict=True))
    written = text
    for name, figure in known.items():
        written = written.replace(name, f"({figure})")
    assert evaluate(parse(text), lambda name, when: Fraction(known[name])) == eval(written)


@given(terms, names)
def test_absence_spreads_from_any_name(text: str, absent: str) -> None:
    expression = parse(text)
    value = evaluate(expression, lambda name, when: None if name == absent else Fraction(1))
    assert (value is None) == (absent in expression.names)


def test_names_are_exchanged_and_nothing_else() -> None:
    expression = renamed(parse("percent(D, last(D) + C.x)"), {"D": "cases.D", "C.x": "x"})
    assert expression == parse("percent(cases.D, last(cases.D) + x)")


def test_expressions_are_equal_by_what_is_written() -> None:
    assert parse("a + b") == parse("a + b") != parse("b + a")
    assert len({parse("a"), parse("a"), parse("b")}) == 2


def test_rules_and_formulas_are_told_apart() -> None:
    assert all(is_condition(parse(t)) for t in ("a < b", "not a", "a and b", "any(a)", "whole(a)"))
    assert not any(is_condition(parse(t)) for t in ("a", "a + b", "percent(a, b)", "-a", "last(a)"))


def test_looking_back_is_seen_wherever_it_stands() -> None:
    assert looks_back(parse("a + sum(b, cumulative(a))"))
    assert not looks_back(parse("a + sum(b, a)"))


EXAMPLES = {
    "last": "last(a)",
    "cumulative": "cumulative(a)",
    "any": "any(a, a)",
    "sum": "sum(a)",
    "whole": "whole(a)",
    "percent": "percent(a, a)",
}


def test_every_function_has_an_example() -> None:
    assert EXAMPLES.keys() == FUNCTIONS.keys()
    for text in EXAMPLES.values():
        assert evaluate(parse(text), lambda name, when: Fraction(1)) is not None
