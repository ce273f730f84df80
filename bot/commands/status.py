"""``status``: every region in a line, or everybody who reports to one region."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping

from bot.commands.console import note, show
from bot.commands.live import Live, opened, settings_for
from bot.commands.places import (
    Place,
    all_places,
    find_period,
    find_place,
    named_period,
    no_period,
)
from handlers import dates
from handlers.chain.standing import Standing, standing
from handlers.words import words_in
from reporting.calendar import Calendar
from reporting.campaign import Campaign
from reporting.chain import Contribution
from reporting.deadlines import ended
from reporting.label import Label
from storage.nouns import ReportState
from storage.store import Books

WORDS = words_in("zh")
REGION_HEADS = (
    *("地区\nRegion", "期\nPeriod", "已报/应报\nReported", "迟报\nFiled late"),
    *("截止\nCloses", "已发布\nReleased"),
)
HEADS = ("单位或地区 Who", "状态 State", "版本 Version", "时间 At", "填报人 By")
ON_TIME, LATE, DRAFTING = "按时 on time", "迟报 filed late", "填报中 drafting"
OVERDUE, WAITING, NOT_COUNTED = "逾期未报 overdue", "未报 missing", "（不计入汇总 not counted）"

PERIOD = re.compile(r"\d{4}-W?\d{1,2}|final", re.IGNORECASE)  # what is meant for one
ENDED = Label("各期均已截止", "every period has closed")


def status(region: str | None, period: str | None, campaign: str | None) -> int:
    """Print the table."""
    asyncio.run(_status(region, period, campaign))
    return 0


async def _status(said: str | None, period: str | None, campaign: str | None) -> None:
    async with opened(settings_for(campaign)) as live, live.store.reading() as books:
        places = await all_places(books, live.campaigns)
        if said is not None and PERIOD.fullmatch(said.strip()):  # alone, or before the region
            said, period = period, said
        if said is not None:
            await _one(books, live, find_place(places, said), period)
        elif places:
            for running in _having(live, period):
                await _overview(books, live, running, places, period)
        else:
            note(
                "名册还没有载入。请先运行 roster load FILE。",
                "No roster is loaded yet: roster load FILE.",
            )


def _having(live: Live, period: str | None) -> list[Campaign]:
    """The campaigns that have the period; CommandError if none has."""
    every = list(live.campaigns.values())
    found = [each for each in every if period is None or named_period(each, period)]
    if period is not None and not found:
        raise no_period(period, every)
    return found


async def _overview(
    books: Books, live: Live, running: Campaign, places: list[Place], period: str | None
) -> None:
    """Every region of the campaign in a line."""
    here = [each for each in places if each.campaign is running]
    rows = [await _line(books, live, each, period) for each in here]
    show(running.short.zh, REGION_HEADS, rows)
    if ended(running, live.now):
        note(f"{running.short.zh}：{ENDED.zh}。", f"{running.short.en}: {ENDED.en}.")


async def _stands(books: Books, live: Live, place: Place, period: str | None) -> Standing:
    when = find_period(place.campaign, place.region, period, live.now)
    return await standing(books, place.campaign, place.region, when)


async def _line(books: Books, live: Live, place: Place, period: str | None) -> tuple[str, ...]:
    stands = await _stands(books, live, place, period)
    counted = [each for each in stands.contributions if each.counted]
    done = [each for each in counted if each.version is not None]
    return (
        place.named,
        stands.period.key,
        f"{len(done)}/{len(counted)}",
        str(sum(each.late for each in done)),
        dates.deadline(WORDS, place.campaign.calendar, stands.closes),
        f"v{stands.table.version}" if stands.table else "—",
    )


async def _one(books: Books, live: Live, place: Place, period: str | None) -> None:
    stands = await _stands(books, live, place, period)
    form = place.campaign.form.key
    states = await books.reports.states(place.region.id, stands.period.key, form)
    calendar = place.campaign.calendar
    counted = [each for each in stands.contributions if each.counted]
    done = sum(each.version is not None for each in counted)
    closes = dates.deadline(WORDS, calendar, stands.closes)
    title = f"{place.named} {stands.period.key}　{done}/{len(counted)}　截止 closes {closes}"
    over = stands.closes <= live.now
    rows = [_contributor(calendar, states, each, over) for each in stands.contributions]
    show(title, HEADS, rows)


def _contributor(
    calendar: Calendar, states: Mapping[int, ReportState], each: Contribution, over: bool
) -> tuple[str, ...]:
    at = dates.moment(calendar, each.last_at) if each.last_at else ""
    version = str(each.version) if each.version is not None else ""
    name = each.name if each.kind == "unit" else f"{each.name}（{each.reported}/{each.expected}）"
    return name, _state(states, each, over), version, at, each.by


def _state(states: Mapping[int, ReportState], each: Contribution, over: bool) -> str:
    """The state in words; ``over``: the region has closed."""
    if each.version is not None:
        state = LATE if each.late else ON_TIME
    elif each.kind == "unit" and states.get(each.id) is ReportState.DRAFTING:
        state = f"{OVERDUE}，{DRAFTING}" if over else DRAFTING
    else:
        state = OVERDUE if over else WAITING
    return state if each.counted else state + NOT_COUNTED
