"""The shipped campaigns say what the notices say, and the invented one what neither says."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date, time

import pytest

from reporting.calendar import Edge
from reporting.campaign import Campaign
from reporting.form import Each, Form, Level, Source, State, Summing
from reporting.measure import Kind
from reporting.roster import Roster, read_roster
from tests import campaigns
from tests.campaigns import jiaxing, river, sichuan

SHIPPED = pytest.mark.parametrize("campaign", [sichuan(), jiaxing()], ids=lambda c: c.key)
ALL = pytest.mark.parametrize("campaign", [sichuan(), jiaxing(), river()], ids=lambda c: c.key)


def states(form: Form) -> Counter[State]:
    return Counter(cell.state for cell in form.cells.values())


def test_sichuan_has_156_cells_of_which_122_are_entered() -> None:
    form = sichuan().form
    assert states(form) == {State.INPUT: 122, State.NONE: 22, State.COMPUTED: 12}
    assert len(form.fields) == 3
    assert len(form.inputs) == 125


def test_jiaxing_has_121_cells_of_which_110_are_entered() -> None:
    form = jiaxing().form
    assert states(form) == {State.INPUT: 110, State.COMPUTED: 11}
    assert len(form.inputs) == 110
    assert not form.sentences


def test_sichuan_prints_its_own_labels() -> None:
    form = sichuan().form
    assert form.title.zh == "四川省严厉打击非法应用人类辅助生殖技术专项活动工作汇总表"
    assert [label.zh for label in form.corner] == ["机构及案件分类"]
    assert [column.label.zh for column in form.leaves] == [
        "组织机构自查(户次)", "开展宣传教育", "技术准入机构", "医疗机构", "其他机构", "合计",
        "未配备身份识别设备", "未经批准开展人类辅助生殖技术", "非法采供、采卵、供精",
        "非法开具出生医学证明", "非法进行性别鉴定", "涉嫌开展“代孕”",
        "查处违法违规发布相关宣传信息、广告(含互联网、APP)",
    ]  # fmt: skip
    assert [row.label.zh for row in form.rows] == [
        "检查对象数/对象数", "案件数", "责令改正数", "警告数", "罚款户(人)次", "罚款金额(万元)",
        "没收违法所得(万元)", "责令停业整顿户数", "吊销行政许可资质", "移送相关部门",
        "移送司法机关", "处置违法违规网站",
    ]  # fmt: skip
    assert form.sentences[0].text.zh == (
        "投诉举报情况：受理投诉举报{received}件；办结{concluded}件；举报人满意{satisfied}件。"
    )


def test_jiaxing_prints_its_own_labels() -> None:
    form = jiaxing().form
    assert form.title.zh == "严厉打击非法应用人类辅助生殖技术专项行动汇总表"
    assert [label.zh for label in form.corner] == ["处理情况", "机构及案件分类"]
    assert [column.label.zh for column in form.leaves] == [
        "技术准入机构", "医疗机构", "其他机构", "合计", "未配备身份识别设备",
        "未经批准开展人类辅助生殖技术", "非法采供卵、采供精", "非法开具出生医学证明",
        "非法进行性别鉴定", "涉嫌开展“代孕”", "查处违法违规发布相关宣传信息及广告的互联网站（APP）",
    ]  # fmt: skip
    assert [row.label.zh for row in form.rows] == [
        "检查对象数", "案件数", "责令改正数", "警告数", "罚款户（人）次", "罚款金额（万元）",
        "没收违法所得（万元）", "责令停业整顿户数", "吊销行政许可资质", "移送相关部门",
        "移送司法机关",
    ]  # fmt: skip


def test_the_units_are_those_of_the_notice() -> None:
    units = [
        "户次",
        "件",
        "户次",
        "户(人)次",
        "户(人)次",
        "万元",
        "万元",
        "户",
        "个",
        "件",
        "件",
        "个",
    ]
    assert [row.measure.unit.zh for row in sichuan().form.rows] == units
    assert [row.measure.unit.zh for row in jiaxing().form.rows] == [
        unit.replace("(", "（").replace(")", "）") for unit in units[:-1]
    ]


@SHIPPED
def test_money_has_six_decimals_and_everything_else_is_counted(campaign: Campaign) -> None:
    for cell in campaign.form.cells.values():
        money = cell.row in ("fine_amount", "confiscated")
        if cell.state is not State.NONE:
            assert (cell.measure.kind is Kind.MONEY) == money
            assert cell.measure.decimals == (6 if money else 0)


def test_columns_a_and_b_have_figures_in_the_first_row_only() -> None:
    form = sichuan().form
    crossed = {key for key, cell in form.cells.items() if cell.state is State.NONE}
    assert crossed == {f"{row.key}.{column}" for row in form.rows[1:] for column in "AB"}
    assert form.cells["inspected.A"].row_label.zh == "对象数"
    assert form.cells["inspected.B"].row_label.zh == "对象数"
    assert form.cells["inspected.B"].measure.unit.zh == "人次"
    assert form.cells["inspected.C"].row_label.zh == "检查对象数"


@SHIPPED
def test_f_is_d_plus_e_in_every_row(campaign: Campaign) -> None:
    for row in campaign.form.rows:
        cell = campaign.form.cells[f"{row.key}.F"]
        assert cell.formula is not None
        assert cell.formula.text == f"{row.key}.D + {row.key}.E"
        assert cell.summing is Summing.RECOMPUTE
    computed = {c.column for c in campaign.form.cells.values() if c.state is State.COMPUTED}
    assert computed == {"F"}


@SHIPPED
def test_d_e_and_f_stand_under_their_group(campaign: Campaign) -> None:
    (group,) = [node for node in campaign.form.columns if node.columns]
    assert group.label.zh == "非技术准入机构"
    assert [leaf.key for leaf in group.leaves] == ["D", "E", "F"]


@SHIPPED
def test_a_question_carries_the_full_words_of_its_row_and_column(campaign: Campaign) -> None:
    question = campaign.form.questions["inspected.D"]
    assert question.label.zh == "非技术准入机构 / 医疗机构 · 检查对象数"
    assert question.measure is not None and question.measure.unit.zh == "户次"


def test_questions_go_down_each_column_then_to_the_next() -> None:
    form = sichuan().form
    keys = list(form.questions)
    assert keys[:4] == ["inspected.A", "inspected.B", "inspected.C", "cases.C"]
    rows = [row.key for row in form.rows]
    assert keys[14:38] == [f"{row}.{column}" for column in "DE" for row in rows]
    assert keys[-4:-1] == ["complaints.received", "complaints.concluded", "complaints.satisfied"]
    assert keys[-1] == "narrative"


def test_the_edges_of_the_page_are_those_of_the_notice() -> None:
    def edge(form: Form) -> list[tuple[str, Source]]:
        return [(each.text.zh, each.source) for each in (*form.header, *form.footer)]

    assert edge(sichuan().form) == [
        ("市(州)/部门：{}", Source.REGION),
        ("填表日期：{}", Source.DATE),
        ("填表人：{}", Source.FILLER),
        ("联系方式：{}", Source.CONTACT),
        ("单位负责人(签字)：{}", Source.HAND),
    ]
    assert edge(jiaxing().form) == [
        ("{}", Source.REGION),
        ("填表人：{}", Source.FILLER),
        ("联系方式：{}", Source.CONTACT),
        ("填表日期：{}", Source.DATE),
    ]


def test_sichuan_months_run_from_the_26th_to_the_25th() -> None:
    calendar = sichuan().calendar
    assert [p.key for p in calendar.periods] == [f"2023-{n:02}" for n in range(8, 13)]
    assert [(p.start, p.end) for p in calendar.periods[:2]] == [
        (date(2023, 8, 8), date(2023, 8, 25)),
        (date(2023, 8, 26), date(2023, 9, 25)),
    ]
    assert [calendar.today(p.opens).day for p in calendar.periods] == [21] * 5


def test_sichuan_reports_go_up_on_the_25th_28th_and_30th() -> None:
    province, city, county = sichuan().tiers
    assert {tier.units_due for tier in (province, city, county)} == {Edge(day=25)}
    assert (province.due, city.due, county.due) == (None, Edge(day=30), Edge(day=28))


def test_jiaxing_months_are_due_on_the_2nd_and_december_on_the_25th() -> None:
    campaign = jiaxing()
    calendar, county = campaign.calendar, campaign.tier("county")
    assert county.due is not None
    days = [calendar.day(p, county.due, "due:county") for p in calendar.periods]
    assert days == [date(2023, n, 2) for n in range(8, 13)] + [date(2023, 12, 25)]
    december = calendar.period("2023-12")
    assert (december.start, december.end) == (date(2023, 12, 1), date(2023, 12, 25))
    for tier in campaign.tiers:
        name = f"units_due:{tier.key}"
        assert calendar.day(december, tier.units_due, name) == date(2023, 12, 25)
    assert [calendar.today(p.opens) for p in calendar.periods] == [
        p.start for p in calendar.periods
    ]


@SHIPPED
def test_reminders_come_at_nine_before_on_and_after_the_day(campaign: Campaign) -> None:
    steps = [(step.days, step.overdue, step.at) for step in campaign.reminders]
    assert steps == [(n, over, time(9)) for n, over in ((3, 0), (1, 0), (0, 0), (0, 5))]
    assert (campaign.holidays, campaign.calendar.zone.key) == ("CN", "Asia/Shanghai")


def test_each_level_has_the_departments_of_the_notice() -> None:
    province, city, county = sichuan().tiers
    assert len(province.departments) == 15  # 14 and 执法总队
    assert len(county.departments) == 12
    assert set(city.departments) == {*county.departments, "garrison"}
    assert {"telecom", "logistics"} & set(city.departments) == set()
    assert [kind.zh for kind in city.kinds] == ["市（州）", "科学城"]
    top, below = jiaxing().tiers
    assert len(below.departments) == 10
    assert set(top.departments) == {*below.departments, "enforcement"}


def test_the_hard_rules_are_few() -> None:
    for campaign in (sichuan(), jiaxing()):
        hard = [check.key for check in campaign.form.checks if check.level is Level.HARD]
        assert hard == ["fine-and-fined"]


@ALL
def test_every_key_fits_a_button(campaign: Campaign) -> None:
    for key in campaign.form.questions:
        assert re.fullmatch(r"[A-Za-z0-9_.-]{1,28}", key)


@ALL
def test_every_question_is_in_one_group_and_in_asking_order(campaign: Campaign) -> None:
    form = campaign.form
    grouped = [key for group in form.groups for key in group.questions]
    assert grouped == list(form.questions)
    assert [form.questions[key].group for key in grouped] == [
        group.key for group in form.groups for _ in group.questions
    ]
    assert form.groups[-1].questions == ("narrative",)


@ALL
def test_the_table_fits_its_paper(campaign: Campaign) -> None:
    form = campaign.form
    wide, high = (297, 210) if form.print.landscape else (210, 297)
    if form.print.paper == "A3":
        wide, high = (420, 297) if form.print.landscape else (297, 420)
    top, right, bottom, left = form.print.margins
    assert left + form.print.stub_width + sum(c.width for c in form.leaves) + right <= wide
    lines = len(form.sentences) + 2  # header and footer fields
    body = sum(form.print.header_heights) + form.print.row_height * len(form.rows)
    assert top + form.print.title_height + lines * form.print.edge_height + body + bottom <= high


@SHIPPED
def test_the_sample_roster_shows_the_chain(campaign: Campaign) -> None:
    path = campaigns.SHIPPED / campaign.key / "roster.csv"
    with path.open(encoding="utf-8", newline="") as file:
        roster = read_roster(campaign, list(enumerate(csv.reader(file), 1)))
    assert isinstance(roster, Roster), roster
    assert roster.notes == ()
    assert {region.tier for region in roster.regions} <= {tier.key for tier in campaign.tiers}
    collected = {duty.region for duty in roster.duties if duty.role == "coordinator"}
    assert collected == {region.path for region in roster.regions}


def test_the_third_campaign_differs_in_every_way() -> None:
    form = river().form
    assert river().calendar.periods[0].key == "2023-W36"
    assert len(form.columns[0].columns[0].columns) == 2  # three levels deep
    assert form.cells["left.hours"].column_label.zh == "巡查 / 水上 / 时长"
    assert form.cells["right.boats"].state is State.BLANK
    assert form.cells["total.rate"].measure.kind is Kind.PERCENT
    assert form.cells["left.cost"].measure.decimals == 4
    assert not river().departments.keys() & (sichuan().departments | jiaxing().departments).keys()
    assert {check.each for check in form.checks} == {Each.ROW, Each.FORM}
