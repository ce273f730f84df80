"""Text with names and figures: examples in labelled.tsv, and rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import cn2an
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reporting.draft import EXPLAIN, REVIEW, Answer, Draft
from reporting.form import Form
from reporting.many.labelled import read_labelled
from reporting.many.names import Axis, names_of
from reporting.many.results import Labelled, Rest, Why
from tests.campaigns import jiaxing, river, sichuan

TABLE = Path(__file__).with_name("labelled.tsv")
FORMS: Mapping[str, Form] = {
    "sichuan": sichuan().forms["monthly"],
    "jiaxing": jiaxing().forms["monthly"],
    "river": river().forms["weekly"],
}


def examples() -> Iterator[tuple[str, str, str, str]]:
    """The table's lines: campaign, place, text, what is expected."""
    for line in TABLE.read_text("utf-8").splitlines():
        if not line.startswith("# "):
            campaign, at, text, expected = line.split("\t")
            yield campaign, at, text.replace("\\n", "\n").replace("\\t", "\t"), expected


def told(form: Form, read: Labelled, many: bool = True) -> set[str]:
    """What was read, as the table writes it."""
    pairs = {f"{each.key}={form.measure(each.key).shown(each.value)}" for each in read.pairs}
    rests = {f"{reach(each)}={len(each.keys)}" for each in read.rests}
    conflicts = {f"!{each.key}" for each in read.conflicts}
    unclear = {
        f"?{each.why}{':' + each.reason if each.reason else ''}({','.join(each.candidates)})"
        for each in read.unclear
    }
    return pairs | rests | conflicts | unclear


def reach(rest: Rest) -> str:
    """What 其余 was said of, as the table writes it."""
    return "last" if rest.last else "whole" if rest.whole else "rest"


def any_candidates(expected: set[str], found: set[str]) -> set[str]:
    """What was found, with several candidates as ``*`` where the table does not list them."""
    starred = {re.sub(r"\(.*,.*\)", "(*)", each) for each in found} & expected
    return {
        next((star for star in starred if each.partition("(")[0] == star.partition("(")[0]), each)
        for each in found
    }


@pytest.mark.parametrize(("campaign", "at", "text", "expected"), list(examples()))
def test_what_liaisons_write(campaign: str, at: str, text: str, expected: str) -> None:
    form = FORMS[campaign]
    wanted = set(expected.split())
    found = told(form, read_labelled(form, Draft("d", at), text))
    assert any_candidates(wanted, found) == wanted


def test_every_reason_that_a_part_is_not_taken_has_an_example() -> None:
    shown = {each for *_, expected in examples() for each in re.findall(r"\?([a-z-]+)", expected)}
    assert shown == {each.value for each in Why}


# Any set of answers, written in any style, reads back to exactly these answers.


@st.composite
def answers(draw: st.DrawFn) -> tuple[Form, dict[str, int]]:
    """A form and figures for some of its cells and fields."""
    form = FORMS[draw(st.sampled_from(sorted(FORMS)))]
    keys = draw(st.lists(st.sampled_from(form.inputs), min_size=1, max_size=12, unique=True))
    figures = {
        key: draw(st.integers(0, 10 ** (5 + min(form.measure(key).decimals, 2)))) for key in keys
    }
    return form, {key: figures[key] for key in form.inputs if key in figures}


def names(form: Form, key: str, language: str) -> tuple[str, str]:
    """A column's (or sentence's) and a row's (or field's) full label."""
    where, _, what = form.questions[key].label.said(language).rpartition(" · ")
    return where, what


def ways_to_write(form: Form, key: str, figure: int, language: str) -> Iterator[str]:
    measure = form.measure(key)
    plain, unit = measure.shown(figure), measure.unit.said(language)
    yield plain
    yield f" {plain} "
    yield f"{Decimal(plain):,}"
    yield "".join(chr(ord(each) + 0xFEE0) for each in plain)
    if not any(map(str.isdigit, unit)):
        yield f"{plain} {unit}"
        yield f"（{unit}）：{plain}"
    if language == "zh":
        yield plain + unit
        yield cn2an.an2cn(plain)


@st.composite
def written(draw: st.DrawFn) -> tuple[Form, dict[str, int], str]:
    """Answers, and a text that gives them."""
    form, figures = draw(answers())
    language = draw(st.sampled_from(["zh", "en"]))
    said = {
        key: draw(st.sampled_from(list(ways_to_write(form, key, figure, language))))
        for key, figure in figures.items()
    }
    style = draw(st.sampled_from([flat, by_columns, by_rows, row_first]))
    stop = draw(st.sampled_from(["；", "\n", "; ", "。\n"]))
    return form, figures, style(form, said, language, stop)


def flat(form: Form, said: Mapping[str, str], language: str, stop: str) -> str:
    """代孕 · 案件数：3；…"""
    return stop.join(f"{form.questions[key].label.said(language)}：{said[key]}" for key in said)


def row_first(form: Form, said: Mapping[str, str], language: str, stop: str) -> str:
    """案件数 代孕 3；…"""
    return stop.join(f"{' '.join(names(form, key, language)[::-1])} {said[key]}" for key in said)


def by_columns(form: Form, said: Mapping[str, str], language: str, stop: str) -> str:
    """代孕：检查对象数12，案件数3；…"""
    columns: dict[str, list[str]] = {}
    for key in said:
        where, what = names(form, key, language)
        columns.setdefault(where, []).append(f"{what} {said[key]}")
    return stop.join(f"{where}：{'，'.join(each)}" for where, each in columns.items())


def by_rows(form: Form, said: Mapping[str, str], language: str, stop: str) -> str:
    """案件数：代孕3，广告2；…"""
    rows: dict[str, list[str]] = {}
    for key in said:
        where, what = names(form, key, language)
        rows.setdefault(what, []).append(f"{where} {said[key]}")
    return stop.join(f"{what}：{'，'.join(each)}" for what, each in rows.items())


@given(written())
def test_answers_in_any_style_read_back_to_exactly_these(
    example: tuple[Form, dict[str, int], str],
) -> None:
    form, figures, text = example
    read = read_labelled(form, Draft("d", REVIEW), text)
    assert {each.key: each.value for each in read.pairs} == figures
    assert not read.unclear and not read.conflicts and not read.rests


@given(answers(), st.sampled_from(["上月", "未", "拟", "去年同期", "约", "第", "last year "]))
def test_words_nobody_knows_take_their_figure_away_and_no_other(
    example: tuple[Form, dict[str, int]], words: str
) -> None:
    form, figures = example
    said = {key: form.measure(key).shown(figure) for key, figure in figures.items()}
    read = read_labelled(form, Draft("d", REVIEW), words + flat(form, said, "zh", "；"))
    assert [each.key for each in read.pairs] == list(figures)[1:]
    (unclear,) = read.unclear
    assert unclear.candidates == (next(iter(figures)),)


@given(answers())
def test_the_same_cell_twice_with_another_figure_is_a_conflict(
    example: tuple[Form, dict[str, int]],
) -> None:
    form, figures = example
    key, figure = next(iter(figures.items()))
    other = form.measure(key).shown(figure + 1)
    once = flat(form, {key: form.measure(key).shown(figure)}, "zh", "；")
    read = read_labelled(
        form, Draft("d", REVIEW), f"{once}；{flat(form, {key: other}, 'zh', '；')}"
    )
    assert not read.pairs
    (conflict,) = read.conflicts
    assert [each.value for each in conflict.pairs] == [figure, figure + 1]


@given(answers(), st.data())
def test_short_names_and_aliases_with_the_unit_give_their_cell(
    example: tuple[Form, dict[str, int]], data: st.DataObject
) -> None:
    form, figures = example
    key, figure = next(iter(figures.items()))
    assume(key in form.cells)
    cell, measure = form.cells[key], form.measure(key)
    column = next(each for each in form.leaves if each.key == cell.column)
    row = next(each for each in form.rows if each.key == cell.row)
    where = data.draw(st.sampled_from([cell.column_label.zh, *column.aliases]))
    what = data.draw(st.sampled_from([cell.row_label.zh, *row.aliases]))
    text = f"{where}{what}{measure.shown(figure)}{measure.unit.zh}"
    read = read_labelled(form, Draft("d", REVIEW), text)
    assert told(form, read) == {f"{key}={measure.shown(figure)}"}


def test_the_names_of_the_period_and_the_unit_are_passed_over() -> None:
    form, aside = FORMS["sichuan"], ("9月", "2023年9月", "联络员甲")
    for text in ("9月案件3件", "2023年9月案件3件", "联络员甲：9月案件3件"):
        assert told(form, read_labelled(form, Draft("d", "cases.L"), text, aside)) == {"cases.L=3"}
    for text in ("8月案件3件", "19月案件3件", "联络员乙：案件3件"):
        assert not read_labelled(form, Draft("d", "cases.L"), text, aside).pairs


# 其余为0


@given(written(), st.data())
def test_the_rest_is_what_was_neither_answered_nor_said(
    example: tuple[Form, dict[str, int], str], data: st.DataObject
) -> None:
    form, figures, text = example
    answered = data.draw(st.lists(st.sampled_from(form.inputs), unique=True))
    draft = Draft("d", REVIEW, {key: Answer("1", 1) for key in answered})
    (rest,) = read_labelled(form, draft, f"{text}；其余各类均为0").rests
    assert rest.whole
    assert list(rest.keys) == [k for k in form.inputs if k not in answered and k not in figures]


def test_the_rest_never_covers_what_was_said_and_not_understood() -> None:
    form = FORMS["sichuan"]
    read = read_labelled(form, Draft("d", "cases.L"), "检查12户次，罚没3万元，罚款2，其余为0")
    (rest,) = read.rests
    assert not {"fine_amount.L", "confiscated.L", "fined.L", "inspected.L"} & set(rest.keys)


# What is no labelled text


@pytest.mark.parametrize("at", ["narrative", EXPLAIN])
def test_where_a_text_is_asked_nothing_is_recognised(at: str) -> None:
    assert read_labelled(FORMS["sichuan"], Draft("d", at), "代孕案件数3") == Labelled()


anything = st.text() | st.text(
    st.sampled_from("0123456789３十万元户件.,，、；：:()（） \n\t-/约无均其余为是和各①②%wke")
)


@given(st.sampled_from(sorted(FORMS)), anything)
def test_text_without_a_label_is_recognised_as_nothing(campaign: str, text: str) -> None:
    form = FORMS[campaign]
    assume("其" not in text)
    if not any(name in text.casefold() for name in names_of(form).senses):
        read = read_labelled(form, Draft("d", form.inputs[0]), text)
        assert not read.pairs and not read.rests and not read.conflicts


@st.composite
def tangles(draw: st.DrawFn) -> tuple[Form, str, str]:
    """Names, figures, phrases and anything else, in any order."""
    form = FORMS[draw(st.sampled_from(sorted(FORMS)))]
    pieces = st.one_of(
        st.sampled_from(sorted(names_of(form).senses)),
        st.sampled_from(
            ["其余为0", "其他各类均为0", "均为0", "各2户", "2户3.5万元", "\u200b", "1、"]
        ),
        st.integers(0, 10**13).map(str),
        anything,
    )
    text = "".join(draw(st.lists(pieces, max_size=14)))
    return form, draw(st.sampled_from([*form.questions, REVIEW])), text


@given(tangles())
def test_no_text_breaks_it_and_all_it_says_stands_in_the_text(
    example: tuple[Form, str, str],
) -> None:
    form, at, text = example
    read = read_labelled(form, Draft("d", at), text)
    given_twice = [pair for each in read.conflicts for pair in each.pairs]
    for part in (*read.pairs, *given_twice, *read.rests, *read.unclear):
        assert text[part.at :].startswith(part.said)
    for pair in (*read.pairs, *given_twice):
        assert pair.key in form.inputs and pair.value >= 0
    keys = [each.key for each in read.pairs]
    assert len(set(keys)) == len(keys)
    for rest in read.rests:
        assert not set(rest.keys) & {*keys, *(each.key for each in read.conflicts)}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_label_and_alias_of_the_campaign_file_is_a_name(form: Form) -> None:
    known = names_of(form)
    for row in form.rows:
        for name in (row.label.zh, row.label.en, *row.aliases):
            found = known.longest(name.casefold(), 0)
            assert found
            assert any(each.axis is Axis.WHAT for each in known.senses[found[0]])
    for column in form.columns:
        for name in (column.label.zh, column.label.en, *column.aliases):
            assert known.longest(name.casefold(), 0)
