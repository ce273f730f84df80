"""A roster's problems and changes as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

from bot.commands.console import note, say, show
from bot.counts import counted
from handlers.dates import moment
from reporting.campaign import Campaign
from reporting.roster import (
    DUTIES,
    Changes,
    Difference,
    HandedOver,
    RosterDuty,
    RosterPerson,
    RosterProblem,
    RosterRegion,
    RosterUnit,
)
from reporting.roster.nouns import PersonKey

T = TypeVar("T")
Row = tuple[str, str, str, str]
PROBLEM_HEADS = ("行 Line", "列 Column", "问题\nWhat", "处理\nRemedy")
CHANGE_HEADS = ("变动 Change", "类别 Kind", "内容 What", "原为 Before")
ADD, CHANGE, END = "新增 add", "修改 change", "结束 end"
REGION, UNIT, PERSON, DUTY = "地区 region", "单位 unit", "人员 person", "职责 duty"


def show_problems(problems: Sequence[RosterProblem]) -> None:
    """Every bad line, and that nothing was loaded."""
    show("", PROBLEM_HEADS, _problem_rows(problems, marked=True))
    count = sum(not each.note for each in problems)
    note(
        f"共 {count} 处错误，没有载入任何内容。改好后再试。",
        f"{counted(count, 'error')}; nothing is loaded. Correct the file and try again.",
    )


def show_notes(found: Sequence[RosterProblem]) -> None:
    """What is worth a look, but keeps nothing from being loaded."""
    if found:
        title = "请留意（不影响载入） Worth a look; it keeps nothing from being loaded"
        show(title, PROBLEM_HEADS, _problem_rows(found))


def show_changes(campaign: Campaign, changes: Changes, known: Iterable[RosterPerson]) -> None:
    """What would be added, changed and ended; and who was taken for the same by name alone.

    ``known`` are the people as they are now.
    """
    if rows := list(_change_rows(campaign, changes, known)):
        show(f"变动 Changes: {campaign.short.zh}", CHANGE_HEADS, rows)
        times = Counter(row[0] for row in rows)
        counts = "，".join(f"{each} {times[each]}" for each in (ADD, CHANGE, END))
        say(f"共 {len(rows)} 处 in all: {counts}")
    if changes.assumed:
        show(
            "仅凭姓名认作同一人，请核对 Taken for the same person by name alone: look at them",
            ("名册 Roster", "数据库 Database"),
            [(_person(new), _person(old)) for old, new in changes.assumed],
        )


def show_kept(campaign: Campaign, changes: Changes, known: Iterable[RosterPerson]) -> None:
    """Duties that the roster would give back to whoever handed them over: they are left alone."""
    if not changes.kept:
        return
    names = {each.key: _person(each) for each in known}
    show(
        "已在对话中移交，名册仍写原来的人：保持现状 Handed over in the chat since: left as it is",
        ("职责 Duty", "现为 Now", "移交时间 When"),
        [_handed(campaign, names, each) for each in changes.kept],
    )
    say(
        "请把名册改为现任；要换回原来的人，请在对话中用 /handover。",
        "Please write the present holder in the roster; to go back, use /handover in the chat.",
    )


def _handed(campaign: Campaign, names: dict[PersonKey, str], kept: HandedOver) -> tuple[str, ...]:
    now = names.get(kept.to, "") if kept.to else "已停用 ended"
    return _duty(names, kept.duty), now, moment(campaign.calendar, kept.at)


def _problem_rows(problems: Iterable[RosterProblem], marked: bool = False) -> list[tuple[str, ...]]:
    """A row for each; ``marked``: a note among errors says that it is none."""
    return [
        (
            str(each.line) if each.line else "—",
            each.column,
            _both(*_what(each, marked)),
            _both(each.remedy.zh, each.remedy.en),
        )
        for each in problems
    ]


def _what(found: RosterProblem, marked: bool) -> tuple[str, str]:
    if not (marked and found.note):
        return found.what.zh, found.what.en
    return f"请留意：{found.what.zh}", f"worth a look: {found.what.en}"


def _both(zh: str, en: str) -> str:
    """Chinese above English."""
    return f"{zh}\n{en}".strip()


def _change_rows(
    campaign: Campaign, changes: Changes, known: Iterable[RosterPerson]
) -> Iterable[Row]:
    after = [*changes.people.add, *(new for _, new in changes.people.change)]
    names = {each.key: _person(each) for each in (*known, *after)}
    yield from _differences(REGION, changes.regions, partial(_region, campaign))
    yield from _differences(UNIT, changes.units, partial(_unit, campaign))
    yield from _differences(PERSON, changes.people, _person)
    yield from _differences(DUTY, changes.duties, partial(_duty, names))


def _differences(kind: str, found: Difference[T], said: Callable[[T], str]) -> Iterable[Row]:
    for each in found.add:
        yield ADD, kind, said(each), ""
    for old, new in found.change:
        yield CHANGE, kind, said(new), said(old)
    for each in found.end:
        yield END, kind, said(each), ""


def _region(campaign: Campaign, region: RosterRegion) -> str:
    tier = next(each for each in campaign.tiers if each.key == region.tier)
    return f"{'/'.join(region.path)}（{tier.label.zh}）"


def _unit(campaign: Campaign, unit: RosterUnit) -> str:
    department = campaign.departments[unit.department].label.zh
    counted = "" if unit.counted else "，不计入汇总 not counted"
    return f"{'/'.join(unit.region)}/{unit.name}（{department}{counted}）"


def _person(person: RosterPerson) -> str:
    return " ".join(
        each for each in (person.name, person.office, person.phone, person.email) if each
    )


def _duty(names: dict[tuple[str, str], str], duty: RosterDuty) -> str:
    who = names[duty.person]
    place = "/".join((*duty.region, *([duty.unit] if duty.unit else [])))
    return f"{who}：{DUTIES[duty.role].zh}，{place}"
