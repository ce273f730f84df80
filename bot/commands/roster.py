"""``roster template|check|load``: who reports, from a file, all of it or nothing."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from bot.campaigns import read_campaigns
from bot.commands.console import note, notes, say
from bot.commands.failing import PROBLEM, CommandError
from bot.commands.files import write
from bot.commands.live import Live, opened, settings_for, the_one
from bot.commands.roster_report import show_changes, show_kept, show_notes, show_problems
from bot.counts import counted
from bot.rosters import RosterRefusedError, changes_of, load_roster, read_roster_file
from bot.settings import Settings
from bot.why import why
from exports.roster_file import RosterFileError
from exports.roster_template import csv_template, xlsx_template
from reporting.campaign import Campaign
from reporting.roster import Changes, Roster


def template(to: Path, campaign: str | None) -> None:
    """Write an empty roster; CSV or xlsx as the file's name ends."""
    kinds = {".xlsx": xlsx_template, ".csv": lambda _: csv_template()}
    make = kinds.get(to.suffix.lower())
    if make is None:
        raise CommandError(
            f"--out 应以 .xlsx 或 .csv 结尾：{to}。", f"--out must end in .xlsx or .csv: {to}."
        )
    one = the_one(read_campaigns(settings_for(campaign).campaign))
    write(to, make(one), over=False)
    say(f"空白名册已写入 {to}。", f"An empty roster is in {to}.")


def check(file: Path, campaign: str | None) -> int:
    """Say what is wrong with a roster, or what loading it would do."""
    return asyncio.run(_with(file, settings_for(campaign), load=False, yes=False))


def load(file: Path, campaign: str | None, yes: bool) -> int:
    """Load a roster, after asking."""
    return asyncio.run(_with(file, settings_for(campaign), load=True, yes=yes))


async def _with(file: Path, settings: Settings, *, load: bool, yes: bool) -> int:
    campaign = the_one(read_campaigns(settings.campaign))
    roster = _read(file, campaign)
    if roster is None:
        return PROBLEM
    show_notes(roster.notes)
    async with opened(settings) as live:
        async with live.store.reading() as books:
            changes = await changes_of(books, campaign, roster)
            known = (await books.roster.current(campaign.key)).people
        show_changes(campaign, changes, known)
        show_kept(campaign, changes, known)
        if not changes:
            say("名册与数据库一致，没有变动。", "The database says the same: nothing to change.")
        elif not load:
            say(
                "以上变动尚未写入；用 roster load 载入。",
                "Nothing is written: roster load does it.",
            )
        elif _agreed(yes):
            await _load(live, campaign, roster, changes)
    return 0


def _read(file: Path, campaign: Campaign) -> Roster | None:
    """The roster, or None after saying what is wrong with it."""
    try:
        with notes().status(f"正在读取 {file} … Reading …"):
            return read_roster_file(campaign, file.read_bytes())
    except OSError as error:
        said = why(error)
        raise CommandError(
            f"读不了 {file}：{said.zh}。", f"{file} cannot be read: {said.en}."
        ) from None
    except RosterFileError as error:
        note(
            f"{file}：{error.what.zh}。{error.remedy.zh}。",
            f"{file}: {error.what.en}; {error.remedy.en}.",
        )
    except RosterRefusedError as error:
        show_problems(error.problems)
    return None


def _agreed(yes: bool) -> bool:
    if yes:
        return True
    if not sys.stdin.isatty():
        raise CommandError(
            "没有载入：请加 --yes 确认以上变动。", "Nothing is loaded: confirm with --yes."
        )
    answer = input("载入以上变动？ Load these changes? [y/N] ").strip().lower()
    if answer in ("y", "yes", "是"):
        return True
    say("没有载入。", "Nothing is loaded.")
    return False


async def _load(live: Live, campaign: Campaign, roster: Roster, shown: Changes) -> None:
    """Load what was shown, and nothing else: somebody may have loaded another one meanwhile."""
    with notes().status("正在载入 … Loading …"):
        async with live.store.transaction() as books:
            await books.campaigns.loaded(campaign.key, live.now)
            if await load_roster(books, campaign, roster, live.now) != shown:
                raise CommandError(
                    "名册在此期间被别人改动，没有载入。请重新运行。",
                    "The roster was changed meanwhile; nothing is loaded. Run it again.",
                    PROBLEM,
                )
    say(
        f"已载入：{len(roster.units)} 个单位，{len(roster.people)} 人。"
        "下一步：python -m bot invite --all --csv。",
        f"Loaded: {counted(len(roster.units), 'unit')}, {counted(len(roster.people), 'person')}."
        " Next: python -m bot invite --all --csv.",
    )
