"""The doctor's look at a campaign: its calendar, its people, and what could not be said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from bot.counts import counted
from bot.doctor import Finding, bad, good, odd
from handlers.desk import Desk
from reporting.campaign import Campaign
from reporting.deadlines import ended
from reporting.label import Label
from reporting.people import Role
from storage.nouns import NoticeState
from storage.store import Books

CAMPAIGN, ZONE = Label("活动", "Campaign"), Label("时区", "Time zone")
DAYS, ROSTER = Label("工作日", "Working days"), Label("名册", "Roster")
COORDINATORS, GROUPS = Label("汇总员", "Coordinators"), Label("汇总群", "Groups")
LIAISONS, ACCOUNTS = Label("联络员", "Liaisons"), Label("绑定", "Accounts")
ASIDE, NOTICES = Label("搁置的消息", "Messages set aside"), Label("发送", "Sending")
SHOWN = 10  # names


def calendar(desk: Desk, campaign: Campaign, now: datetime) -> Iterator[Finding]:
    """What follows from the campaign's files alone."""
    periods = campaign.calendar.periods
    name = campaign.short
    yield good(
        CAMPAIGN,
        f"{name.zh}（{campaign.key}）：{periods[0].key} 至 {periods[-1].key}",
        f"{name.en} ({campaign.key}): {periods[0].key} to {periods[-1].key}",
    )
    if ended(campaign, now):
        yield odd(
            CAMPAIGN,
            ("各期均已截止", "every period has closed"),
            (
                "迟报和更正仍可办理；开始新的专项请改 CAMPAIGN",
                "late reports and corrections still go on; for a new campaign change CAMPAIGN",
            ),
        )
    zone = campaign.calendar.zone
    local = f"{now.astimezone(zone):%Y-%m-%d %H:%M %z}"
    yield good(ZONE, f"{zone.key} 现在是 {local}", f"{zone.key}: it is {local}")
    years = range(periods[0].start.year, periods[-1].end.year + 1)
    unknown = [str(year) for year in years if not desk.workdays[campaign.key].announced(year)]
    if unknown:
        yield odd(
            DAYS,
            (f"{'、'.join(unknown)} 年的调休未知", f"of {', '.join(unknown)} are not announced"),
            ("国务院公布后升级 holidays 组件", "once announced, upgrade the holidays package"),
        )
    else:
        yield good(DAYS, "已公布", "announced")


async def people(books: Books, campaign: Campaign, now: datetime) -> list[Finding]:
    """Who is missing in the chain, and who cannot be reached."""
    regions, units = await books.roster.tree(campaign.key)
    if not units:
        return [
            bad(
                ROSTER,
                (f"{campaign.short.zh} 没有名册", f"{campaign.short.en} has none"),
                ("python -m bot roster load FILE", "python -m bot roster load FILE"),
            )
        ]
    duties = await books.people.duties_of(campaign.key, now)
    bound = {group.region for group in await books.groups.all()}
    held = {each.region for each in duties if each.unit is None and each.role is Role.COORDINATOR}
    manned = {each.unit for each in duties}
    everybody = (await books.people.by_ids({each.person for each in duties})).values()
    return [
        good(
            ROSTER,
            f"{len(regions)} 个地区，{len(units)} 个单位，{len(everybody)} 人",
            f"{counted(len(regions), 'region')}, {counted(len(units), 'unit')},"
            f" {counted(len(everybody), 'person')}",
        ),
        _coordinators([each.name for each in regions if each.id not in held]),
        _groups([each.name for each in regions if each.id not in bound]),
        _liaisons([each.name for each in units if each.counted and each.id not in manned]),
        _unbound([each.name for each in everybody if each.telegram is None]),
        *_blocked([each.name for each in everybody if each.blocked]),
    ]


async def traffic(books: Books) -> list[Finding]:
    """What could not be read, and what could not be said."""
    found: list[Finding] = []
    if aside := await books.updates.aside():
        found.append(
            odd(
                ASIDE,
                (f"{aside} 条收到的消息处理失败", f"{counted(aside, 'incoming message')} failed"),
                ("看日志，并报告给开发者", "look into the log, and report it"),
            )
        )
    else:
        found.append(good(ASIDE, "没有", "none"))
    failed = len(await books.ledger.find(state=NoticeState.FAILED))
    unsure = len(await books.ledger.find(state=NoticeState.UNCERTAIN))
    if failed or unsure:
        found.append(
            odd(
                NOTICES,
                (
                    f"{failed} 条未能送达，{unsure} 条不确定是否送达",
                    f"{failed} not delivered, {unsure} uncertain",
                ),
                (
                    "多为对方停用了机器人，或机器人被移出群；请电话提醒，必要时重新 /bind",
                    "mostly people who blocked the bot, or groups it was put out of:"
                    " ring them up, /bind again where needed",
                ),
            )
        )
    else:
        found.append(good(NOTICES, "全部送达", "all delivered"))
    return found


def _coordinators(without: list[str]) -> Finding:
    if not without:
        return good(COORDINATORS, "每个地区都有", "every region has one")
    return bad(
        COORDINATORS,
        (f"没有汇总员的地区：{_some(without)}", f"regions without one: {len(without)}"),
        ("在名册中补上（职责 汇总员），再 roster load", "add them to the roster, then roster load"),
    )


def _groups(without: list[str]) -> Finding:
    if not without:
        return good(GROUPS, "每个地区都已绑定群", "every region has one")
    return odd(
        GROUPS,
        (f"没有绑定群的地区：{_some(without)}", f"regions without one: {len(without)}"),
        (
            "把机器人拉进群，由汇总员在群里发 /bind；此前汇总表私发给汇总员",
            "put the bot into the group, a coordinator sends /bind there; until then tables go to"
            " the coordinators in private",
        ),
    )


def _liaisons(without: list[str]) -> Finding:
    if not without:
        return good(LIAISONS, "每个单位都有", "every unit has one")
    return odd(
        LIAISONS,
        (f"没有联络员的单位：{_some(without)}", f"units without one: {len(without)}"),
        ("在名册中补上，再 roster load", "add them to the roster, then roster load"),
    )


def _unbound(names: list[str]) -> Finding:
    if not names:
        return good(ACCOUNTS, "每个人都已绑定", "everybody has one")
    return odd(
        ACCOUNTS,
        (
            f"{len(names)} 人尚未绑定：{_some(names)}",
            f"{counted(len(names), 'person')} not bound yet",
        ),
        (
            "python -m bot invite --all --csv，把邀请码发给本人",
            "python -m bot invite --all --csv, and hand out the codes",
        ),
    )


def _blocked(names: Sequence[str]) -> Iterable[Finding]:
    if names:
        yield odd(
            ACCOUNTS,
            (f"{len(names)} 人停用了机器人：{_some(names)}", f"{len(names)} have blocked the bot"),
            ("请他们在 Telegram 里重新启用", "ask them to unblock it in Telegram"),
        )


def _some(names: Sequence[str]) -> str:
    rest = len(names) - SHOWN
    return "、".join(names[:SHOWN]) + (f" 等 {len(names)} 个" if rest > 0 else "")
