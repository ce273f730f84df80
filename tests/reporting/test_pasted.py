"""A pasted row: exactly as many figures as asked, each at its cell, or nothing at all."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reporting.computing import computed
from reporting.draft import EXPLAIN, REVIEW, Answer, Draft
from reporting.events import Reason
from reporting.form import Form, State
from reporting.many.pasted import read_pasted
from reporting.many.results import Extent, Fit, NotPasted, Pasted, Slip, Total, Why, WhyNot
from reporting.numbers import Read, read_number
from tests.campaigns import jiaxing, river, sichuan

SICHUAN = sichuan().forms["monthly"]
JIAXING = jiaxing().forms["monthly"]
RIVER = river().forms["weekly"]

TWELVE = "5 0 2 0 1 3.5 0 0 0 120 0 7"


def draft(at: str, *answered: str) -> Draft:
    return Draft("d", at, {key: Answer("0", 0) for key in answered})


def column(form: Form, leaf: str) -> list[str]:
    return [key for key in form.inputs if key.endswith(f".{leaf}")]


def pasted(form: Form, at: str | Draft, text: str) -> Pasted:
    read = read_pasted(form, at if isinstance(at, Draft) else draft(at), text)
    assert isinstance(read, Pasted), read
    return read


def shown(form: Form, read: Pasted) -> dict[str, str]:
    return {each.key: form.measure(each.key).shown(each.value) for each in read.pairs}


# As many as asked


@pytest.mark.parametrize(
    "row",
    [
        TWELVE,
        TWELVE.replace(" ", "\t"),
        TWELVE.replace(" ", ","),
        TWELVE.replace(" ", "，"),
        TWELVE.replace(" ", ", "),
        TWELVE.replace(" ", "、"),
        TWELVE.replace(" ", "；"),
        TWELVE.replace(" ", "\n"),
        TWELVE.replace(" ", "\r\n"),
        TWELVE.replace(" ", "\u3000"),
        f"  {TWELVE}\n",
        TWELVE.replace("3.5", "3.5万元").replace("5 0", "5户次 无", 1),
        TWELVE.replace("3.5", "3.5 万元").replace("120", "120 件"),
        "５　０　２　０　１　３.５　０　０　０　１２０　０　７",
        "五 零 二 零 一 三点五 零 零 零 一百二十 零 七",
    ],
)
def test_a_row_fills_the_column_that_is_asked(row: str) -> None:
    read = pasted(SICHUAN, "inspected.L", row)
    assert read.extent is Extent.COLUMN
    assert list(shown(SICHUAN, read).values()) == TWELVE.split()
    assert list(shown(SICHUAN, read)) == column(SICHUAN, "L")
    assert not read.slips and not read.totals


def test_what_was_answered_already_is_not_asked_again() -> None:
    at = draft("corrected.L", "inspected.L", "cases.L", "cases.C")
    read = pasted(SICHUAN, at, "1 2 3 4 5 6 7 8 9 10")
    assert list(shown(SICHUAN, read)) == column(SICHUAN, "L")[2:]


def test_an_answer_that_is_asked_again_is_part_of_the_row() -> None:
    at = draft("cases.L", "inspected.L", "cases.L")
    assert list(shown(SICHUAN, pasted(SICHUAN, at, "1 " * 11))) == column(SICHUAN, "L")[1:]


def test_a_group_is_filled_column_by_column() -> None:
    read = pasted(SICHUAN, "inspected.D", " ".join(map(str, range(24))))
    assert read.extent is Extent.GROUP
    assert list(shown(SICHUAN, read)) == [*column(SICHUAN, "D"), *column(SICHUAN, "E")]


def test_the_whole_form_is_filled_in_its_order() -> None:
    for at in ("inspected.A", REVIEW):
        read = pasted(SICHUAN, at, " ".join(map(str, range(125))))
        assert read.extent is Extent.FORM
        assert tuple(shown(SICHUAN, read)) == SICHUAN.inputs


def test_a_sentence_is_filled_too() -> None:
    read = pasted(SICHUAN, "complaints.received", "5 4 3")
    assert list(shown(SICHUAN, read).values()) == ["5", "4", "3"]


def test_another_number_of_figures_says_how_many_fit() -> None:
    assert read_pasted(SICHUAN, draft("inspected.D"), "5 0 2") == NotPasted(
        WhyNot.COUNT,
        3,
        (Fit(Extent.COLUMN, 12), Fit(Extent.GROUP, 24), Fit(Extent.FORM, 125)),
    )
    assert read_pasted(SICHUAN, draft("cases.L", "inspected.L"), TWELVE) == NotPasted(
        WhyNot.COUNT, 12, (Fit(Extent.COLUMN, 11), Fit(Extent.FORM, 124))
    )


@given(st.sampled_from([SICHUAN, JIAXING, RIVER]), st.data())
def test_any_row_of_the_right_length_reads_back_to_its_figures(
    form: Form, data: st.DataObject
) -> None:
    at = data.draw(st.sampled_from(form.inputs))
    answered = data.draw(st.lists(st.sampled_from(form.inputs), unique=True))
    asked = next(each for each in form.groups if each.key == form.questions[at].group)
    keys = [key for key in asked.questions if key not in answered or key == at]
    assume(len(keys) > (3 if form is RIVER else 1))  # there, three may be a column with its total
    figures = {key: data.draw(st.integers(0, 10**9)) for key in keys}
    said = [form.measure(key).shown(figure) for key, figure in figures.items()]
    separator = data.draw(st.sampled_from([" ", "\n", "、", "; ", ", ", "  ", "；"]))
    read = pasted(form, draft(at, *answered), separator.join(said))
    assert {each.key: each.value for each in read.pairs} == figures


# Commas


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (TWELVE.replace("5 0", "1,234 0", 1), "1234"),
        (TWELVE.replace("5 0", "1,234 0", 1).replace(" ", "\t"), "1234"),
        (TWELVE.replace("5 0", "1,234,567 0", 1).replace(" ", "\n"), "1234567"),
        (TWELVE.replace("5 0", "1,234 0", 1).replace(" ", ", "), "1234"),
    ],
)
def test_thousands_between_other_separators_stay_one_number(text: str, first: str) -> None:
    assert shown(SICHUAN, pasted(SICHUAN, "inspected.L", text))["inspected.L"] == first


def test_commas_that_would_fit_only_as_separators_beside_others_are_asked_back() -> None:
    text = "1,234 0 2 0 1 3.5 0 0 0 0 0"
    assert read_pasted(SICHUAN, draft("inspected.L"), text) == NotPasted(WhyNot.COMMAS, 11)


@pytest.mark.parametrize(("text", "left"), [("3,5", 2), ("1，23", 2), ("1,234,5", 3)])
def test_a_few_figures_with_commas_alone_may_be_one_number_and_are_asked_back(
    text: str, left: int
) -> None:
    keys = column(SICHUAN, "L")
    at = draft(keys[-left], *keys[:-left])
    assert read_pasted(SICHUAN, at, text) == NotPasted(WhyNot.COMMAS, left)
    spaced = text.replace(",", " ").replace("，", " ")
    assert len(pasted(SICHUAN, at, spaced).pairs) == left


@pytest.mark.parametrize(
    "text",
    [
        "12", "1,234", "1，234", "1,234,567", "十二", "3.5万元", "12 件", "无", "没有", "1,23",
        "12-15", "约 12", "半", "工作正常", "你好 世界", "", " ", "\n\t", "--", "案件数 3", "3\n",
        "代孕 案件数 5 0", "3件，罚款2户", "，，，",
    ],
)  # fmt: skip
def test_an_ordinary_answer_is_no_row(text: str) -> None:
    for left in (2, 3, 12):
        keys = column(SICHUAN, "L")
        read = read_pasted(SICHUAN, draft(keys[-left], *keys[:-left]), text)
        known = text in ("1,23",) and left == 2  # two figures fit: asked back
        assert isinstance(read, NotPasted)
        assert read.why is (WhyNot.COMMAS if known else WhyNot.ORDINARY)


@given(st.integers(0, 10**11), st.sampled_from(["cases.L", "fine_amount.L"]))
def test_a_single_number_is_never_a_row(number: int, at: str) -> None:
    for text in (str(number), f"{number:,}", f"{number:,}".replace(",", "，"), f"{number} "):
        assert read_pasted(SICHUAN, draft(at), text) == NotPasted(WhyNot.ORDINARY)


@pytest.mark.parametrize("at", ["narrative", EXPLAIN])
def test_where_a_text_is_asked_figures_are_a_text(at: str) -> None:
    assert read_pasted(SICHUAN, draft(at), "5 4 3") == NotPasted(WhyNot.ORDINARY)


# Copied from a table

CASES = "--\t--\t3\t1\t1\t2\t0\t0\t0\t0\t0\t1\t2"


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("inspected.L", f"案件数\t{CASES}"),
        ("inspected.L", f"Cases\t{CASES}"),
        ("inspected.L", f"案件数\t{CASES.replace('--', '')}"),
        ("inspected.L", "案件数 3 1 1 0 0 0 0 0 1 2"),
        ("cases.C", CASES),
    ],
)
def test_a_row_of_the_table_goes_across(at: str, text: str) -> None:
    read = pasted(SICHUAN, at, text)
    assert read.extent is Extent.ROW
    assert not read.slips
    assert [each.key for each in read.pairs] == [f"cases.{leaf}" for leaf in "CDEGHIJKLM"]
    assert [each.value for each in read.pairs] == [3, 1, 1, 0, 0, 0, 0, 0, 1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "代孕\n" + TWELVE.replace(" ", "\n"),
        "涉嫌开展“代孕”\t" + TWELVE.replace(" ", "\t"),
        "代孕：" + TWELVE,
        "代孕 " + TWELVE.replace(" ", "，"),
        "Suspected surrogacy: " + TWELVE,
    ],
)
def test_a_label_says_which_column(text: str) -> None:
    read = pasted(SICHUAN, draft("cases.C", "cases.L"), text)
    assert read.extent is Extent.COLUMN
    assert list(shown(SICHUAN, read)) == column(SICHUAN, "L")


def test_a_column_with_cells_that_do_not_apply_is_taken_as_printed() -> None:
    for text in ("30" + "\n--" * 11, "组织机构自查(户次)\n30" + "\n--" * 11):
        read = pasted(SICHUAN, "inspected.A", text)
        assert shown(SICHUAN, read) == {"inspected.A": "30"}
        assert not read.slips


def test_several_rows_each_with_its_label() -> None:
    text = f"案件数\t{CASES}\n警告数\t{CASES}"
    read = pasted(SICHUAN, "inspected.L", text)
    assert {each.key.partition(".")[0] for each in read.pairs} == {"cases", "warned"}
    assert [each.expected for each in read.totals] == [2, 2]


def test_a_block_of_a_group_is_taken_line_by_line() -> None:
    read = pasted(SICHUAN, "inspected.D", "\n".join(f"{n}\t1\t{n + 1}" for n in range(12)))
    assert read.extent is Extent.GROUP
    assert {each.key for each in read.pairs} == {*column(SICHUAN, "D"), *column(SICHUAN, "E")}
    assert not any(each.differs for each in read.totals)


def test_the_whole_matrix_is_taken_with_its_totals() -> None:
    figures = dict.fromkeys(SICHUAN.inputs, 1_000_000)
    whole = computed(SICHUAN, figures)
    lines = [
        "\t".join(
            SICHUAN.measure(key).shown(whole[key]) if key in whole else "--"
            for key in (f"{row.key}.{leaf.key}" for leaf in SICHUAN.leaves)
        )
        for row in SICHUAN.rows
    ]
    labelled = [f"{row.label.zh}\t{line}" for row, line in zip(SICHUAN.rows, lines, strict=True)]
    for text in ("\n".join(lines), "\n".join(labelled)):
        read = pasted(SICHUAN, "inspected.A", text)
        assert {each.key for each in read.pairs} == {
            k for k in SICHUAN.inputs if k in SICHUAN.cells
        }
        assert len(read.totals) == 12 and not any(each.differs for each in read.totals)
        assert not read.slips


def test_a_copied_row_that_could_go_down_or_across_is_asked_back() -> None:
    fits = (Fit(Extent.COLUMN, 11), Fit(Extent.ROW, 11))
    read = read_pasted(JIAXING, draft("cases.C"), "\t".join("12345678901"))
    assert read == NotPasted(WhyNot.SEVERAL_PLACES, 11, fits)


# What a cell cannot take


def test_what_is_refused_is_named_with_its_place_and_reason() -> None:
    read = pasted(SICHUAN, "inspected.L", "5 -1 约3 1.5 1 3.5 甲 0 0 120 -- 7")
    assert read.slips == (
        Slip(2, "-1", "cases.L", Why.NUMBER, Reason.NEGATIVE),
        Slip(3, "约3", "corrected.L", Why.NUMBER, Reason.ROUGH),
        Slip(4, "1.5", "warned.L", Why.NUMBER, Reason.NOT_WHOLE),
        Slip(7, "甲", "confiscated.L", Why.NUMBER, Reason.NOT_A_NUMBER),
        Slip(11, "--", "judicial.L", Why.NUMBER, Reason.LONE_DASH),
    )
    assert len(read.pairs) == 7


def test_an_empty_cell_that_is_asked_is_no_zero() -> None:
    read = pasted(SICHUAN, "inspected.L", f"案件数\t{CASES.replace('3', '', 1)}")
    assert read.slips == (Slip(3, "", "cases.C", Why.NUMBER, Reason.EMPTY),)
    assert "cases.C" not in shown(SICHUAN, read)


def test_a_figure_where_none_applies_is_refused() -> None:
    read = pasted(SICHUAN, "inspected.L", f"案件数\t{CASES.replace('--', '0', 1)}")
    assert read.slips == (Slip(1, "0", "cases.A", Why.NOT_APPLICABLE),)


def test_a_total_that_differs_is_shown_beside_the_calculated_one() -> None:
    read = pasted(SICHUAN, "inspected.L", f"案件数\t{CASES.replace('2', '9', 1)}")
    (total,) = read.totals
    assert total == Total(6, "cases.F", "9", 9, 2)
    assert total.differs


def test_a_total_whose_parts_are_missing_is_not_judged() -> None:
    read = pasted(RIVER, "left.walks", "徒步\n4\n约3\n9")
    assert read.totals == (Total(3, "total.walks", "9", 9, None),)
    assert not read.totals[0].differs
    assert [each.key for each in read.slips] == ["right.walks"]


# Whatever is said

anything = st.text() | st.text(st.sampled_from("0123456789 \t\n,，、；.-无万元约代孕案件数一二--/"))


@given(anything, st.sampled_from(["inspected.A", "inspected.D", "websites.L", REVIEW]))
def test_no_text_breaks_it_and_every_figure_stands_in_the_text(text: str, at: str) -> None:
    read = read_pasted(SICHUAN, draft(at), text)
    if isinstance(read, Pasted):
        for pair in read.pairs:
            assert text[pair.at :].lstrip().startswith(pair.said)
            assert read_number(pair.said, SICHUAN.measure(pair.key)) == Read(
                pair.value, pair.read_back
            )
            cell = SICHUAN.cells.get(pair.key)
            assert cell is None or cell.state is State.INPUT
