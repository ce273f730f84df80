"""``campaign.toml`` and its forms → the campaign."""

from __future__ import annotations

from collections.abc import Mapping

from reporting.campaign import Campaign, Department, ReminderStep, Tier
from reporting.form import Form
from reporting.loading.dates import build_dates, build_edge
from reporting.loading.dues import note_order
from reporting.loading.names import note_twice, note_unknown
from reporting.loading.problem import Problems
from reporting.loading.shape import CampaignShape, DepartmentShape, ReminderShape, TierShape


def build_campaign(
    shape: CampaignShape, forms: Mapping[str, Form], problems: Problems
) -> Campaign | None:
    """The campaign, or None with everything that is wrong in its file noted."""
    _check_keys(shape, problems)
    _check_tiers(shape, problems)
    _check_usual(shape, forms, problems)
    calendar = build_dates(shape.calendar, shape.tiers, problems)
    reminders = tuple(_reminder(n, each, problems) for n, each in enumerate(shape.reminders, 1))
    if calendar is None:
        return None
    campaign = Campaign(
        key=shape.key,
        title=shape.title.label,
        short=shape.short.label,
        calendar=calendar,
        tiers=tuple(_tier(each) for each in shape.tiers),
        departments={each.key: _department(each) for each in shape.departments},
        forms=forms,
        reminders=reminders,
        holidays=shape.calendar.holidays,
        release=shape.release,
        terms={key: each.label for key, each in shape.terms.items()},
    )
    if not problems.found:
        note_order(campaign, problems)
    return campaign


def _check_keys(shape: CampaignShape, problems: Problems) -> None:
    for name in ("tiers", "departments", "reminders"):
        shapes = getattr(shape, name)
        note_twice(((f"{name}[{n}].key", each.key) for n, each in enumerate(shapes, 1)), problems)
    note_twice(((f"forms[{n}]", key) for n, key in enumerate(shape.forms, 1)), problems)
    names = [
        (f"departments[{n}]", name)
        for n, each in enumerate(shape.departments, 1)
        for name in dict.fromkeys((each.label.zh, *each.aliases))
    ]
    note_twice(names, problems)  # a roster calls departments by any of these


def _check_tiers(shape: CampaignShape, problems: Problems) -> None:
    known = [each.key for each in shape.departments]
    for n, tier in enumerate(shape.tiers, 1):
        place = f"tiers[{n}]"
        note_unknown(f"{place}.departments", tier.departments, known, problems)
        if not tier.departments:
            problems.add(
                f"{place}.departments",
                f"级别“{tier.label.zh}”没有部门",
                f"the level {tier.key!r} has no departments",
                remedy=("列出向它报送的部门", "list the departments that report to it"),
            )
        if tier.due and n == 1:
            problems.add(
                f"{place}.due",
                "最高一级不再上报",
                "the top level reports to nobody",
                remedy=("删去 due", "remove due"),
            )
        if tier.due is None and n > 1:
            problems.add(
                f"{place}.due",
                f"级别“{tier.label.zh}”没有上报期限",
                f"the level {tier.key!r} has no day by which it reports upward",
                remedy=("写上 due", "give it a due day"),
            )
    used = {key for tier in shape.tiers for key in tier.departments}
    for n, each in enumerate(shape.departments, 1):
        if each.key not in used:
            problems.add(
                f"departments[{n}]",
                f"部门“{each.label.zh}”不属于任何级别",
                f"no level has the department {each.key!r}",
                remedy=("写入某一级的 departments，或删去", "add it to a level, or remove it"),
            )


def _check_usual(shape: CampaignShape, forms: Mapping[str, Form], problems: Problems) -> None:
    form = forms.get(shape.forms[0])
    if form is None:
        return
    columns, rows = [leaf.key for leaf in form.leaves], [row.key for row in form.rows]
    for n, each in enumerate(shape.departments, 1):
        place = f"departments[{n}]"
        note_unknown(f"{place}.usual_columns", each.usual_columns, columns, problems)
        note_unknown(f"{place}.usual_rows", each.usual_rows, rows, problems)


def _reminder(n: int, shape: ReminderShape, problems: Problems) -> ReminderStep:
    if (shape.days is None) == (shape.overdue is None):
        problems.add(
            f"reminders[{n}]",
            "days 和 overdue 应写且只写一个",
            "exactly one of days and overdue is needed",
            remedy=(
                "截止前几天写 days，逾期写 overdue",
                "days before the due day, or days overdue",
            ),
        )
    return ReminderStep(shape.key, shape.at, shape.days or 0, shape.overdue or 0)


def _tier(shape: TierShape) -> Tier:
    return Tier(
        key=shape.key,
        label=shape.label.label,
        kinds=tuple(each.label for each in shape.kinds),
        departments=shape.departments,
        units_due=build_edge(shape.units_due),
        due=build_edge(shape.due) if shape.due else None,
    )


def _department(shape: DepartmentShape) -> Department:
    return Department(
        key=shape.key,
        label=shape.label.label,
        aliases=shape.aliases,
        usual_columns=shape.usual_columns,
        usual_rows=shape.usual_rows,
    )
