"""``doctor``: a line a check, and for whatever is not in order what to do."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from bot import logs
from bot.commands.console import out, say
from bot.commands.failing import PROBLEM
from bot.counts import counted
from bot.doctor import Finding, State
from bot.doctor_rounds import rounds
from reporting.label import Label

SIGNS = {
    State.OK: ("✓", "正常 ok", "green"),
    State.WARNING: ("⚠", "注意 look", "yellow"),
    State.PROBLEM: ("✗", "问题 problem", "bold red"),
}


def doctor() -> int:
    """Print everything found; 1 if there is a problem."""
    logs.set_up("ERROR")
    found = asyncio.run(rounds(datetime.now(UTC)))
    for each in found:
        _show(each)
    problems = sum(each.state is State.PROBLEM for each in found)
    warnings = sum(each.state is State.WARNING for each in found)
    say(
        f"{len(found)} 项检查：{problems} 个问题，{warnings} 处需留意。",
        f"{counted(len(found), 'check')}: {counted(problems, 'problem')},"
        f" {counted(warnings, 'warning')}.",
    )
    return PROBLEM if problems else 0


def _show(found: Finding) -> None:
    """The sign, the word for it, and both languages; a colour only repeats what is said."""
    sign, word, style = SIGNS[found.state]
    console = out()
    console.print(f"{sign} {word}", style=style, end="  ")
    said = f"{_both(found.check, ' ')}: {_both(found.what, ' / ')}"
    console.print(said, markup=False)
    if found.remedy is not None:
        console.print(f"    → {_both(found.remedy, ' / ')}", markup=False)


def _both(label: Label, between: str) -> str:
    said = dict.fromkeys(each for each in (label.zh, label.en) if each)
    return between.join(said)
