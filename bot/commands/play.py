"""``rehearse --play``: a transcript on a rehearsal, each step shown as it happens."""

from __future__ import annotations

import asyncio
import difflib
import tempfile
from datetime import datetime
from pathlib import Path

from rich.text import Text

from bot import logs
from bot.clock import StillClock
from bot.clock_routes import zone_of
from bot.commands.console import notes, out, say
from bot.commands.failing import PROBLEM, CommandError
from bot.commands.staging import SETTING_UP, begin, own_settings
from bot.counts import counted
from bot.playing import Played, play, player_of
from bot.rehearsal import Stage, stage
from bot.settings import Settings
from bot.why import why
from rehearsal import Standin
from rehearsal.transcript import Step, TranscriptError, parse
from reporting.label import Label

CAMPAIGN = "# campaign "
STYLES = {"-": "red", "+": "green", " ": ""}


def play_file(path: Path, now: str | None, campaign: str | None, files: Path) -> int:
    """Play it; 0 where everything went as written, 1 where not."""
    text = _read(path)
    try:
        steps = parse(text)
    except TranscriptError as error:
        zh, _, en = str(error).partition("\n")
        raise CommandError(zh, en) from None
    settings = own_settings(campaign or _campaign_of(text))
    logs.set_up(settings.log_level)
    return asyncio.run(_play(settings, begin(settings, now), steps, path.parent, files))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        said = why(error)
        raise CommandError(
            f"读不了对话文件 {path}：{said.zh}。",
            f"The transcript {path} cannot be read: {said.en}.",
        ) from None


def _campaign_of(text: str) -> str | None:
    """The first line may name the campaigns: ``# campaign sichuan-2023``."""
    first = text.partition("\n")[0]
    return first.removeprefix(CAMPAIGN).strip() if first.startswith(CAMPAIGN) else None


async def _play(
    settings: Settings, start: datetime, steps: list[Step], folder: Path, files: Path
) -> int:
    clock = StillClock(start)
    standin = Standin(clock=clock.now, limits=False)
    with tempfile.TemporaryDirectory(prefix="lianluo-") as home:
        setting_up = notes().status(SETTING_UP)
        setting_up.start()
        try:
            async with stage(settings, clock, standin, Path(home)) as ready:
                setting_up.stop()
                return await _steps(ready, steps, folder, files)
        finally:
            setting_up.stop()


async def _steps(ready: Stage, steps: list[Step], folder: Path, files: Path) -> int:
    player = player_of(ready, zone_of(ready), folder, files)
    compared = any(step.expected for step in steps)
    played = 0
    differing: list[Played] = []
    try:
        async for each in play(player, steps):
            played += bool(each.step.verb)
            if compared and not each.as_written:
                differing.append(each)
            _show(each, compared)
    except (ValueError, LookupError, OSError) as error:  # UnplayableError, a bad time, no file
        raise _unplayable(steps, played, error) from error
    refused = [f"{each.method}: {each.answer}" for each in ready.standin.refusals()]
    _files(player.received)
    _sum_up(played, differing, refused)
    return PROBLEM if differing or refused else 0


def _show(each: Played, compared: bool) -> None:
    """A step and what came of it; where it is not what was written, the difference."""
    console = out()
    if each.step.source:
        console.print(Text(each.step.source, "bold cyan" if each.step.verb else "dim"))
    if not compared or each.as_written:
        console.print(Text("\n".join(each.outcome)), end="\n" if each.outcome else "")
        return
    for line in _difference(each):
        console.print(Text(line, STYLES.get(line[0], "")))


def _changed(each: Played) -> list[str]:
    """The lines that differ alone."""
    return [line for line in _difference(each) if line[0] in "-+"]


def _difference(each: Played) -> list[str]:
    """Every line, marked - where it was expected and did not come, + where it came unexpected."""
    lines = difflib.ndiff(each.step.expected, each.outcome)
    return [line for line in lines if not line.startswith("?")]


def _unplayable(steps: list[Step], played: int, error: Exception) -> CommandError:
    step = [each for each in steps if each.verb][played]
    said = why(error) if isinstance(error, OSError) else _reason(error)
    return CommandError(
        f"第 {step.line} 行做不了（{step.source}）：{said.zh}。",
        f"Line {step.line} cannot be played ({step.source}): {said.en}.",
    )


def _reason(error: Exception) -> Label:
    """What the rehearsal says in both languages with a stroke between."""
    zh, _, en = str(error).partition(" / ")
    return Label(zh, en or zh)


def _files(received: list[Path]) -> None:
    if received:
        named = "\n".join(f"  {path}" for path in received)
        say(f"\n收到的文件：\n{named}", f"Files received: {len(received)}")


def _sum_up(played: int, differing: list[Played], refused: list[str]) -> None:
    for each in differing:
        say(
            f"第 {each.step.line} 行与所写不同（- 应有，+ 实有）：{each.step.source}",
            f"Line {each.step.line} went otherwise than written (- expected, + actual):",
        )
        for line in _changed(each):
            out().print(Text(f"    {line}", STYLES[line[0]]))
    for line in refused:
        say(f"被拒绝的请求：{line}", "A request of the bot's was refused.")
    if differing or refused:
        say(
            f"走完 {played} 步，{len(differing)} 步与所写不同，{len(refused)} 个请求被拒。",
            f"{counted(played, 'step')} played, {len(differing)} otherwise than written,"
            f" {counted(len(refused), 'request')} refused.",
        )
    else:
        say(
            f"走完 {played} 步，一切如所写。",
            f"{counted(played, 'step')} played, all went as written.",
        )
