"""``invite``: one-time codes, printed once, for everybody or for one person."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Iterable
from pathlib import Path

from bot.commands.console import note, out, progress, show
from bot.commands.failing import PROBLEM, CommandError
from bot.commands.files import check_writable, write_private
from bot.commands.live import Live, opened, settings_for
from bot.commands.posts import Posts, everybody, phone_matches
from bot.counts import counted
from bot.inviting import invite, release
from bot.probing import probe
from reporting.invite import LIFETIME, deep_link, spaced
from reporting.people import Person

HEADS = ("姓名", "职责", "单位或地区", "邀请码", "链接", "有效期")
Row = tuple[str, str, str, str, str, str]


def invite_all(campaign: str | None, as_csv: bool, to: Path | None) -> int:
    """Everybody who has a duty now and no account yet."""
    return asyncio.run(_all(campaign, as_csv, to))


def invite_one(
    name: str, phone: str | None, again: bool, campaign: str | None, as_csv: bool, to: Path | None
) -> int:
    """One person; ``again``: their account is taken away, and the code gives them another."""
    return asyncio.run(_one(name, phone, again, campaign, as_csv, to))


async def _all(campaign: str | None, as_csv: bool, to: Path | None) -> int:
    _check(to)
    async with opened(settings_for(campaign)) as live:
        async with live.store.reading() as books:
            known = await everybody(books, live.campaigns, live.now)
        if not known:
            raise _nobody()
        waiting = [each for each in known if each.person.telegram is None]
        rows = await _rows(live, waiting)
    _print(rows, as_csv, to)
    bound = len(known) - len(waiting)
    note(
        f"{len(rows)} 个新邀请码，{LIFETIME.days} 天内有效；他们此前未用的邀请码作废。"
        f"另有 {bound} 人已绑定。",
        f"{counted(len(rows), 'new code')}, good for {LIFETIME.days} days; earlier unused codes of"
        f" theirs are void. {counted(bound, 'person').capitalize()} bound already.",
    )
    return 0


async def _one(
    name: str, phone: str | None, again: bool, campaign: str | None, as_csv: bool, to: Path | None
) -> int:
    _check(to)
    async with opened(settings_for(campaign)) as live:
        async with live.store.reading() as books:
            known = await everybody(books, live.campaigns, live.now)
        one = _find(known, name, phone)
        if one.person.telegram is not None and not again:
            raise _bound(one.person)
        rows = await _rows(live, [one])
    _print(rows, as_csv, to)
    if one.person.telegram is not None:
        note(
            f"{name} 原来的 Telegram 账号已解除，不能再使用。",
            "The old Telegram account is released and has no access any more.",
        )
    return 0


async def _rows(live: Live, people: list[Posts]) -> list[Row]:
    """A new code for each, all or none; an account that somebody still has is released."""
    username = await _username(live)
    rows: list[Row] = []
    with progress("邀请", "Inviting") as bar:
        async with live.store.transaction() as books:
            now = live.now
            for each in bar.track(people):
                await release(books, each.person, now)
                code = await invite(books, each.person.id, now)
                link = deep_link(username, code) if username else ""
                until = f"{(now + LIFETIME).astimezone(each.zone):%Y-%m-%d %H:%M}"
                rows.append((each.person.name, each.roles, each.places, spaced(code), link, until))
    return rows


async def _username(live: Live) -> str:
    found = await probe(live.settings)
    if not found.username:
        note(
            f"不知道机器人的用户名（{found.trouble.zh}），因此没有链接，"
            "只有邀请码：/start 邀请码。",
            f"The bot's username is not known ({found.trouble.en}), so there are no links:"
            " the codes are used as /start CODE.",
        )
    return found.username


def _print(rows: list[Row], as_csv: bool, to: Path | None) -> None:
    if to is not None:
        write_private(to, _csv(rows).encode("utf-8-sig"))  # the BOM is how Excel knows UTF-8
        note(
            f"已写入 {to}。内有邀请码，请妥善保管。",
            f"Written to {to}. It holds codes: keep it safe.",
        )
    elif as_csv:
        out().file.write(_csv(rows))
    else:
        show("", HEADS, rows)


def _csv(rows: Iterable[Row]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([HEADS, *rows])
    return text.getvalue()


def _check(to: Path | None) -> None:
    """Codes are shown once, so the file must be known to be writable before they are made."""
    if to is not None:
        check_writable(to)


def _find(known: list[Posts], name: str, phone: str | None) -> Posts:
    """The one person of that name who has a duty; CommandError if nobody, or several."""
    named = [each for each in known if each.is_named(name)]
    found = named if phone is None else [e for e in named if phone_matches(e.person, phone)]
    if len(found) == 1:
        return found[0]
    if not named:
        raise CommandError(
            f"现有职责的人中没有“{name}”。请核对名册（roster check）。",
            f"Nobody with a duty now is called '{name}'. Check the roster (roster check).",
            PROBLEM,
        )
    listed = "\n".join(f"  {e.person.name}  {e.person.phone or '—'}  {e.places}" for e in named)
    raise CommandError(
        f"“{name}”有 {len(named)} 人，请用 --phone 指明电话：\n{listed}",
        f"{len(named)} people of that name: say which by --phone.",
    )


def _bound(person: Person) -> CommandError:
    return CommandError(
        f"{person.name} 已绑定 Telegram 账号，不需要邀请。换了账号请加 --again：原账号立即失效。",
        "This person is bound to a Telegram account already. If they changed accounts, add"
        " --again: the old one loses access at once.",
        PROBLEM,
    )


def _nobody() -> CommandError:
    return CommandError(
        "名册里还没有人。请先运行 roster load FILE。",
        "Nobody is in the roster yet. Run roster load FILE first.",
        PROBLEM,
    )
