"""Reports that somebody might really send: so many figures that are not 0, and no rule broken."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from reporting.campaign import Campaign
from reporting.checks import findings
from reporting.draft import Background
from reporting.form import Form

TRIES = 20_000


def generated(campaign: Campaign, department: str, count: int, seed: int) -> Mapping[str, int]:
    """``count`` figures that are not 0, by key; with all others 0 the report needs no explanation.

    Figures of one column come together, as inspections, cases and fines do.
    """
    form, dice = campaign.form, Random(seed)
    background = Background(department=department)
    found: dict[str, int] = {}
    for _ in range(TRIES):
        if len(found) == count:
            return found
        more = _more(form, dice, room=count - len(found))
        tried = {**dict.fromkeys(form.inputs, 0), **found, **more}
        if not more.keys() & found.keys() and not findings(form, tried, background):
            found |= more
    raise RuntimeError(f"no report of {count} figures for {department} in {TRIES} tries")


def _more(form: Form, dice: Random, room: int) -> dict[str, int]:
    """A few figures of one group: whole units, large in what is counted first."""
    groups = [each for each in form.groups if set(each.questions) & set(form.inputs)]
    keys = [key for key in dice.choice(groups).questions if key in form.inputs]
    chosen = dice.sample(keys, min(room, len(keys), dice.choice((1, 1, 2, 3, 4))))
    return {key: _figure(form, key, dice) for key in chosen}


def _figure(form: Form, key: str, dice: Random) -> int:
    return dice.randint(1, 99) * 10 ** form.measure(key).decimals


def typed(form: Form, key: str, figure: int) -> str:
    """A figure as it is typed."""
    return form.measure(key).shown(figure)


def groups_of(form: Form, keys: Mapping[str, int]) -> int:
    """How many groups of columns the figures stand in."""
    return sum(bool(set(each.questions) & keys.keys()) for each in form.groups)


def labelled(form: Form, figures: Mapping[str, int]) -> str:
    """The whole report as one text: 涉嫌开展“代孕”：案件数3，…；其余为0。工作情况：无"""
    parts = []
    for group in form.groups:
        items = [key for key in group.questions if key in figures]
        parts += [
            f"{form.questions[key].label.zh} {typed(form, key, figures[key])}" for key in items
        ]
    narrative = f"{form.narrative.zh}：无" if form.narrative else ""
    return "，".join([*parts, "其余为0"]) + f"\n{narrative}"
