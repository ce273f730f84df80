"""Rolling up: a region's table from what its units and the regions right below it brought.

Never reaches past a child region, never turns what is missing into zero (spec: 6.5 to 6.11).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from reporting.chain import Contribution, Region, RollUp, Submission, Unit
from reporting.computing import computed
from reporting.deadlines import on_time
from reporting.form import Figures, Form, State, Summing
from reporting.kinds import NOTHING


def contribution_of_unit(
    unit: Unit, submission: Submission | None, due: datetime | None = None
) -> Contribution:
    """What a unit brings: its newest accepted submission; None: 未报.

    On time or late is decided by the first version; without a ``due`` nothing is late.
    """
    here = Contribution("unit", unit.id, unit.name, unit.counted, department=unit.department)
    if submission is None:
        return here
    return Contribution(
        kind="unit",
        id=unit.id,
        name=unit.name,
        counted=unit.counted,
        version=submission.version,
        figures=submission.figures,
        first_at=submission.first_at,
        last_at=submission.submitted_at,
        late=due is not None and not on_time(submission.first_at, due),
        by=submission.by,
        texts=submission.texts,
        department=unit.department,
        reason=submission.reason,
        attachments=submission.attachments,
    )


def contribution_of_region(
    region: Region,
    rollup: RollUp | None,
    first_at: datetime | None = None,
    due: datetime | None = None,
    by: str = "",
    texts: Mapping[str, str] | None = None,
    reason: str = "",
    expected: int = 0,
) -> Contribution:
    """What a child region brings: its newest released roll-up.

    One without a single accepted report brings nothing: 未报 (6.6). ``first_at`` is when it was
    first released. A release at the very instant it was due is on time, for the clock itself
    makes it then. ``expected`` tells its completeness where it has no roll-up at all.
    """
    if rollup is not None:
        expected = rollup.expected
    if rollup is None or not rollup.reported:
        return Contribution("region", region.id, region.name, True, expected=expected)
    return Contribution(
        kind="region",
        id=region.id,
        name=region.name,
        counted=True,
        version=rollup.version,
        figures=rollup.figures,
        first_at=first_at,
        late=first_at is not None and due is not None and first_at > due,
        by=by,
        texts=texts,
        reason=reason,
        reported=rollup.reported,
        expected=expected,
    )


def joined_texts(contributions: Iterable[Contribution]) -> Mapping[str, str]:
    """What a region's units wrote, concatenated by unit, to go up with its table (spec 4).

    Who wrote nothing, or 无, is left out: nobody's silence becomes a statement.
    """
    lines: dict[str, list[str]] = {}
    for each in contributions:
        for key, text in (each.texts or {}).items():
            if text.strip() not in ("", NOTHING):
                lines.setdefault(key, []).append(f"{each.name}：{text.strip()}")
    return {key: "\n".join(texts) for key, texts in lines.items()}


def joined_reasons(contributions: Iterable[Contribution]) -> str:
    """Which of a region's contributors were corrected and why, to go up with its table."""
    return "\n".join(f"{each.name}：{each.reason}" for each in contributions if each.reason)


def roll_up(
    form: Form,
    region: Region,
    period: str,
    contributions: Iterable[Contribution],
    version: int,
    at: datetime,
) -> RollUp:
    """A region's table for a period, in the order of its contributions.

    Every entered cell is the sum of those who are counted and answered it; a cell that nobody
    answered stays absent. Computed cells are computed anew from the sums.
    """
    contributions = tuple(contributions)
    brought = (each.figures for each in contributions if each.counted and each.figures is not None)
    return RollUp(region.id, period, version, totals(form, brought), contributions, at)


def totals(form: Form, brought: Iterable[Figures]) -> dict[str, int]:
    """What figures come to together: the sums of what was entered, and what follows from them.

    A cell that none of them has stays absent; a percentage is computed anew from its parts.
    """
    sums: dict[str, int] = {}
    keys = summed(form)
    for figures in brought:
        for key in keys & figures.keys():
            sums[key] = sums.get(key, 0) + figures[key]
    kept = keys | recomputed(form)
    return {key: value for key, value in computed(form, sums).items() if key in kept}


def summed(form: Form) -> set[str]:
    """The keys whose totals are sums: entered cells, and the figures in sentences."""
    cells = (
        key
        for key, cell in form.cells.items()
        if cell.summing is Summing.SUM and cell.state is State.INPUT
    )
    return {*cells, *form.fields}


def recomputed(form: Form) -> set[str]:
    """The keys of a roll-up's computed cells."""
    return {
        key
        for key, cell in form.cells.items()
        if cell.summing is not Summing.NONE and cell.state is State.COMPUTED
    }
