"""What people type becomes the exact figure, or a reason: examples in numbers.tsv, and rules."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.events import Reason
from reporting.measure import Measure
from reporting.numbers import NotRead, Read, read_number
from tests.reporting.measures import MEASURES

TABLE = Path(__file__).with_name("numbers.tsv")
COUNT, MONEY = MEASURES["count"], MEASURES["wan"]

figures = st.integers(0, 10**12 - 1)
amounts = st.decimals(0, 10**9, places=6, allow_nan=False, allow_infinity=False)


def examples() -> Iterator[tuple[str, str, str, bool]]:
    """The table's lines: text, measure, what is expected, whether it is said back."""
    for line in TABLE.read_text("utf-8").splitlines():
        if not line.startswith("# "):
            text, measure, expected, *back = line.split("\t")
            yield _unescaped(text), measure, expected, back == ["back"]


def _unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text).replace("\\n", "\n")


@pytest.mark.parametrize(("text", "measure", "expected", "back"), list(examples()))
def test_what_is_typed(text: str, measure: str, expected: str, back: bool) -> None:
    read = read_number(text, MEASURES[measure])
    if expected.startswith("!"):
        assert read == NotRead(Reason(expected[1:]))
    else:
        assert read == Read(MEASURES[measure].figure(Decimal(expected)), read_back=back)


def test_the_table_has_an_example_of_every_reason_a_number_is_refused_for() -> None:
    shown = {expected[1:] for _, _, expected, _ in examples() if expected.startswith("!")}
    of_texts = {Reason.TEXT_TOO_LONG, Reason.ONLY_A_NUMBER, Reason.TOO_SHORT, Reason.NOT_TEXT}
    assert shown == {reason.value for reason in set(Reason) - of_texts}


def full_width(text: str) -> str:
    """As a Chinese keyboard in full width types it."""
    return "".join(chr(ord(each) + 0xFEE0) for each in text)


def ways_to_write(text: str) -> Iterator[str]:
    """One plain number, written in other ways people use."""
    yield text
    yield f" {text} "
    yield f"+{text}"
    yield full_width(text)
    yield f"{Decimal(text):,}"
    yield f"\u200b{text}\u200f"
    yield text + "。"


@given(figures)
def test_a_whole_number_reads_back_to_itself_however_it_is_written(number: int) -> None:
    for written in ways_to_write(str(number)):
        assert read_number(written, COUNT) == Read(number), written


@given(amounts)
def test_an_amount_reads_back_to_itself_however_it_is_written(amount: Decimal) -> None:
    for written in ways_to_write(f"{amount:f}"):
        assert read_number(written, MONEY) == Read(MONEY.figure(amount)), written


@given(figures, st.sampled_from(["low", "up"]))
def test_chinese_numerals_read_back_to_the_number(number: int, mode: str) -> None:
    assert read_number(cn2an.an2cn(number, mode), COUNT) == Read(number, read_back=True)


@given(st.integers(0, 9_999), st.text("零一二三四五六七八九", min_size=1, max_size=6))
def test_chinese_decimals_read_back_to_the_amount(whole: int, part: str) -> None:
    digits = "".join(str("零一二三四五六七八九".index(each)) for each in part)
    expected = MONEY.figure(Decimal(f"{whole}.{digits}"))
    assert read_number(f"{cn2an.an2cn(whole)}点{part}", MONEY) == Read(expected, read_back=True)


@given(amounts)
def test_an_amount_in_yuan_is_the_same_money_in_every_unit(amount: Decimal) -> None:
    yuan = amount.quantize(Decimal("0.01"))
    for name, size in [("yuan", 1), ("wan", 10_000)]:
        read = read_number(f"{yuan:f}元", MEASURES[name])
        assert isinstance(read, Read)
        assert MEASURES[name].value(read.figure) * size == yuan


@given(figures)
def test_what_is_shown_is_read_again(figure: int) -> None:
    for measure in MEASURES.values():
        shown = measure.shown(figure)
        assert read_number(shown, measure) == Read(figure)
        assert read_number(shown + measure.unit.zh, measure) == Read(figure)


alphabet = st.sampled_from(
    "0123456789０５.,，。-+－/ eE万亿千百十零一二两三半约几点元件%户次wk①²٣\u200b负"
)
any_text = st.text() | st.text(alphabet) | st.text(alphabet, min_size=50, max_size=5_000)


@given(any_text, st.sampled_from(list(MEASURES.values())))
def test_no_text_breaks_it_and_no_figure_is_below_zero_or_too_large(
    text: str, measure: Measure
) -> None:
    read = read_number(text, measure)
    if isinstance(read, Read):
        assert type(read.figure) is int
        assert 0 <= read.figure < 10 ** (12 + measure.decimals)
    else:
        assert read.reason in Reason
