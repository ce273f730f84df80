"""Rules held against figures: where they apply, where they do not, and what is computed."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.campaign import Campaign
from reporting.campaign_file import read_campaign
from reporting.checks import complete, computed, findings
from reporting.draft import Background
from reporting.events import Finding
from reporting.form import Form, Level
from tests import campaigns
from tests.campaigns import jiaxing, river, sichuan

SICHUAN, RIVER = sichuan().form, river().form
YUAN = 1_000_000  # a 万元 with 6 decimals


def zeros(form: Form, **figures: int) -> dict[str, int]:
    """A complete report of zeros, but for these figures (``cases__C=1``)."""
    given = {key.replace("__", "."): figure for key, figure in figures.items()}
    return dict.fromkeys(form.inputs, 0) | given


def found(
    figures: Mapping[str, int],
    background: Background | None = None,
    form: Form = SICHUAN,
    *,
    at_roll_up: bool = False,
) -> list[tuple[str, str]]:
    """The rules that do not hold: each with the first figure it leads to."""
    told = findings(form, figures, background or Background(), at_roll_up=at_roll_up)
    return [(each.check.key, each.keys[0]) for each in told]


def only(figures: Mapping[str, int], background: Background | None = None) -> Finding:
    (finding,) = findings(SICHUAN, figures, background or Background())
    return finding


@pytest.mark.parametrize("campaign", [sichuan(), jiaxing()], ids=lambda each: each.key)
def test_a_zero_report_breaks_no_rule(campaign: Campaign) -> None:
    assert found(zeros(campaign.form), Background(department="health"), campaign.form) == []


def test_a_fine_needs_somebody_fined() -> None:
    figures = zeros(SICHUAN, cases__C=1, inspected__C=1, fine_amount__C=3 * YUAN)
    assert found(figures) == [("fine-and-fined", "fined.C")]
    assert only(figures).keys == ("fined.C", "fine_amount.C")
    assert only(figures).check.level is Level.HARD


def test_somebody_fined_needs_a_fine() -> None:
    figures = zeros(SICHUAN, cases__C=1, inspected__C=1, fined__C=1)
    assert found(figures) == [("fine-and-fined", "fined.C")]
    assert found(figures | {"fine_amount.C": 1}) == []


def test_a_rule_about_a_total_is_told_at_the_cells_it_comes_from() -> None:
    figures = zeros(SICHUAN, cases__D=1, inspected__D=1, fined__D=1)
    assert found(figures) == [("fine-and-fined", "fined.D")]  # not at F as well


def test_complaints_are_satisfied_within_concluded_within_received() -> None:
    carried_in = zeros(SICHUAN, complaints__received=1, complaints__concluded=2)
    assert found(carried_in) == [("complaints-in-order", "complaints.received")]
    assert only(carried_in).check.level is Level.SOFT
    assert found(carried_in | {"complaints.received": 2, "complaints.satisfied": 2}) == []
    assert found(carried_in | {"complaints.received": 2, "complaints.satisfied": 3}) != []


@pytest.mark.parametrize("row", ["warned", "confiscated", "suspended", "revoked"])
def test_a_penalty_needs_a_case_so_far(row: str) -> None:
    figures = zeros(SICHUAN) | {f"{row}.H": 1}
    assert found(figures) == [("penalty-without-case", "cases.H")]
    assert found(figures, Background(cumulative={"cases.H": 1})) == []
    assert found(figures, Background(cumulative={"cases.G": 1})) != []


def test_a_case_of_this_very_month_counts_for_its_penalty() -> None:
    assert found(zeros(SICHUAN, warned__H=1, cases__H=1, inspected__H=1)) == []


def test_more_cases_than_inspected_is_asked_about() -> None:
    figures = zeros(SICHUAN, cases__L=2, inspected__L=1)
    assert found(figures) == [("more-cases-than-inspected", "inspected.L")]


def test_a_health_departments_cases_name_an_offence() -> None:
    figures = zeros(SICHUAN, cases__D=1, inspected__D=1)
    health = Background(department="health")
    assert found(figures, health) == [("case-without-offence", "cases.C")]
    assert only(figures, health).keys[:3] == ("cases.C", "cases.D", "cases.E")
    assert found(figures | {"cases.M": 1, "inspected.M": 1}, health) == []


def test_the_police_rightly_report_offences_alone() -> None:
    figures = zeros(SICHUAN, cases__L=1, inspected__L=1)
    assert found(figures, Background(department="police")) == []
    told = found(figures, Background(department="health"))
    assert told == [("offence-without-case", "cases.C")]


def test_a_departments_rule_is_held_against_the_roll_up_too() -> None:
    figures = zeros(SICHUAN, cases__L=1, inspected__L=1)
    assert found(figures, at_roll_up=True) == [("offence-without-case", "cases.C")]


def test_advertising_cases_alone_are_no_offence_without_an_institution() -> None:
    figures = zeros(SICHUAN, cases__M=1, inspected__M=1)
    assert found(figures, Background(department="health")) == []


def test_more_without_equipment_than_licensed_is_asked_about() -> None:
    figures = zeros(SICHUAN, inspected__G=2, inspected__C=1)
    assert found(figures) == [("equipment-beyond-licensed", "inspected.C")]


def test_websites_stand_in_the_advertising_column() -> None:
    assert found(zeros(SICHUAN, websites__M=3)) == []
    assert found(zeros(SICHUAN, websites__K=3)) == [("website-elsewhere", "websites.K")]


@pytest.mark.parametrize(
    ("amount", "asked"),
    [(999 * YUAN, False), (1000 * YUAN, True), (1000 * YUAN + 1, False), (35_000 * YUAN, True)],
)
def test_money_that_looks_like_yuan_is_asked_about(amount: int, asked: bool) -> None:
    told = found(zeros(SICHUAN, cases__C=1, inspected__C=1, confiscated__C=amount))
    assert told == ([("money-in-yuan", "confiscated.C")] if asked else [])


@pytest.mark.parametrize(("last", "now", "asked"), [(2, 10, True), (2, 9, False), (0, 99, False)])
def test_a_jump_to_five_times_last_month_is_asked_about(last: int, now: int, asked: bool) -> None:
    figures, background = zeros(SICHUAN, inspected__C=now), Background(last={"inspected.C": last})
    assert found(figures, background) == ([("jump", "inspected.C")] if asked else [])


def test_there_is_no_jump_where_last_month_is_unknown() -> None:
    figures = zeros(SICHUAN, inspected__C=500)
    assert found(figures, Background(last=None)) == []
    assert found(figures, Background(last={"inspected.D": 1})) == []


def test_a_jump_in_a_sentence_is_seen_too() -> None:
    figures = zeros(SICHUAN, complaints__received=50)
    told = found(figures, Background(last={"complaints.received": 10}))
    assert told == [("jump", "complaints.received")]


def test_a_jump_is_a_units_matter_and_not_the_regions() -> None:
    figures, background = zeros(SICHUAN, inspected__C=50), Background(last={"inspected.C": 1})
    assert found(figures, background, at_roll_up=True) == []


def test_hard_findings_come_first() -> None:
    told = findings(SICHUAN, zeros(SICHUAN, fined__C=1, fined__D=1), Background())
    levels = [each.check.level for each in told]
    assert levels == sorted(levels, key=lambda level: level is Level.SOFT)
    assert {Level.HARD, Level.SOFT} == set(levels)


def test_a_message_names_the_place_and_the_figures() -> None:
    figures = zeros(SICHUAN, cases__D=2, inspected__D=1)
    message = only(figures).message
    assert message.zh == "非技术准入机构 / 医疗机构：案件数 2 件 多于检查对象数 1 户次"
    assert message.en.startswith("Unlicensed institutions / Medical institutions: 2 cases")


def test_a_message_tells_last_months_figure() -> None:
    finding = only(zeros(SICHUAN, inspected__A=10), Background(last={"inspected.A": 2}))
    assert finding.message.zh == "组织机构自查 · 对象数为 10 户次，上月为 2 户次，是上月的 5 倍以上"


@given(st.dictionaries(st.sampled_from(SICHUAN.inputs), st.integers(0, 10**13)))
def test_a_missing_figure_breaks_no_rule_and_is_no_zero(figures: dict[str, int]) -> None:
    background = Background(department="health")
    for finding in findings(SICHUAN, figures, background):
        assert set(finding.keys) & figures.keys()
        assert "—" not in finding.message.zh
    assert computed(SICHUAN, figures).keys() >= figures.keys()
    assert set(complete(SICHUAN, figures)) == set(SICHUAN.inputs) - figures.keys()


@given(st.dictionaries(st.sampled_from(SICHUAN.inputs), st.integers(0, 10**13)))
def test_f_is_the_sum_of_d_and_e_where_both_are_there(figures: dict[str, int]) -> None:
    told = computed(SICHUAN, figures)
    for row in SICHUAN.rows:
        d, e = figures.get(f"{row.key}.D"), figures.get(f"{row.key}.E")
        expected = None if d is None or e is None else d + e
        assert told.get(f"{row.key}.F") == expected
    assert computed(SICHUAN, told) == told


def test_what_is_handed_in_for_a_computed_cell_is_not_believed() -> None:
    assert computed(SICHUAN, {"cases.D": 1, "cases.F": 9}) == {"cases.D": 1}
    assert computed(SICHUAN, {"cases.D": 1, "cases.E": 1, "cases.F": 9})["cases.F"] == 2


def test_what_no_cell_asks_for_is_left_out() -> None:
    assert computed(SICHUAN, {"cases.A": 5, "nothing.X": 5, "cases.C": 5}) == {"cases.C": 5}


def test_questions_left_are_told_in_asking_order() -> None:
    figures = zeros(SICHUAN)
    del figures["cases.L"], figures["inspected.B"]
    assert complete(SICHUAN, figures) == ("inspected.B", "cases.L")
    assert complete(SICHUAN, zeros(SICHUAN)) == ()


def test_a_percentage_comes_from_its_own_parts_rounded_half_up() -> None:
    told = computed(
        RIVER, zeros(RIVER, left__found=3, left__closed=2, right__found=13, right__closed=0)
    )
    assert told["left.rate"] == 667  # 66.7 %
    assert told["right.rate"] == 0
    assert told["total.rate"] == 125  # 2 of 16, not the average
    half = computed(RIVER, zeros(RIVER, left__found=2000, left__closed=1))
    assert half["left.rate"] == 1  # 0.05 % → 0.1 %


def test_a_percentage_of_nothing_is_absent() -> None:
    assert "left.rate" not in computed(RIVER, zeros(RIVER))


def test_a_computed_row_sums_what_its_own_cells_say() -> None:
    figures = zeros(RIVER, left__cost=12_345, right__cost=5, left__boats=4)
    told = computed(RIVER, figures)
    assert told["total.cost"] == 12_350
    assert told["total.boats"] == 4


def test_the_third_campaigns_rules_hold_by_the_same_engine() -> None:
    figures = zeros(RIVER, left__found=4, left__closed=1, right__closed=1)
    background = Background(department="boats")
    assert found(figures, background, RIVER) == [
        ("closed-within-found", "right.found"),
        ("boats-go-out", "left.boats"),
    ]
    sailed = Background(department="boats", cumulative={"left.boats": 1})
    assert found(figures | {"right.closed": 0}, sailed, RIVER) == [("half-closed", "left.found")]


def test_a_rule_about_a_computed_row_is_told_at_what_was_entered() -> None:
    (finding,) = findings(RIVER, zeros(RIVER, left__found=3, left__closed=1), Background())
    assert finding.keys == ("left.found", "right.found", "left.closed", "right.closed")
    assert finding.message.zh == "两岸合计封堵率只有 33.3%"


def test_a_rule_may_name_the_computed_column_itself() -> None:
    texts = campaigns.texts(campaigns.SHIPPED / "jiaxing-2023")
    old = 'each = "column"\nmust = "cases <= inspected"'
    assert old in texts["monthly.toml"]
    texts["monthly.toml"] = texts["monthly.toml"].replace(old, f'columns = ["F"]\n{old}')
    form = read_campaign(texts).form
    told = found(zeros(form, cases__D=1, cases__L=1), None, form)
    assert told == [("more-cases-than-inspected", "inspected.D")]
