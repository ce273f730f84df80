"""Figures, contributions and a region's table to lay out; all names are invented."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from exports.facts import Facts
from exports.sheet import Place, Sheet, Value
from reporting.chain import Contribution, RollUp
from reporting.form import Figures, Form, State
from reporting.measure import Kind

NOON = datetime(2023, 9, 25, 4, tzinfo=UTC)  # 12:00 in Shanghai
LIVE = (State.INPUT, State.COMPUTED)

FACTS = Facts(
    campaign="虚构专项活动",
    region="虚构省",
    period="2023年9月",
    fingerprint="9f3c-01ab-77de",
    zone=ZoneInfo("Asia/Shanghai"),
    date=date(2023, 9, 26),
    filler="汇总员甲",
    contact="000-00000000",
)


def figures(form: Form) -> Figures:
    """A figure for every cell and field, zeros among them, money with 0 to 6 decimals."""
    keys = [key for key, cell in form.cells.items() if cell.state in LIVE]
    keys += form.fields
    money = (0, 35_000, 3_500_000, 123_456, 12_000_000)
    is_count = {key: form.measure(key).kind is Kind.COUNT for key in keys}
    return {key: n % 7 if is_count[key] else money[n % 5] for n, key in enumerate(keys)}


def brought(
    form: Form, n: int, *, late: bool = False, counted: bool = True, **texts: str
) -> Contribution:
    """What the n-th unit handed in, in its second version."""
    return Contribution(
        kind="unit",
        id=n,
        name=f"虚构市第{n}卫生健康委（本级）",
        counted=counted,
        version=2,
        figures=figures(form),
        first_at=NOON,
        last_at=NOON + timedelta(hours=1),
        late=late,
        by="联络员甲",
        texts=texts,
    )


def missing(n: int) -> Contribution:
    """A unit that is 未报."""
    return Contribution(kind="unit", id=n, name=f"虚构市第{n}公安局（本级）", counted=True)


def table(form: Form, *contributions: Contribution) -> RollUp:
    """A region's table; the sums themselves are another room's."""
    at = NOON + timedelta(days=1)
    return RollUp(1, "2023-09", 1, figures(form), contributions, at)


def shown(sheet: Sheet) -> dict[Place, Value]:
    """What stands in the sheet's cells, the empty ones left out."""
    return {at: cell.value for at, cell in sheet.cells.items() if cell.value is not None}


def line(sheet: Sheet, row: int) -> list[Value]:
    """A row's values from left to right."""
    last = max(column for at, column in sheet.cells if at == row)
    found = (sheet.cells.get((row, n)) for n in range(1, last + 1))
    return [None if cell is None else cell.value for cell in found]


def areas(sheet: Sheet) -> set[tuple[int, int, int, int]]:
    """The merged cells: top, left, bottom, right."""
    return {(each.top, each.left, each.bottom, each.right) for each in sheet.merges}
