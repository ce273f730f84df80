"""Conversations as text files: what people do, and what they then see.

    # a comment, kept as it is
    clock    2023-09-22 09:00
    甲 says    /fill
    甲 says in 汇总群    /status
    甲 taps    开始填报
    甲 sends    报表.xlsx
    路人 arrives
    路人 opens    {code 甲}
    restart
    watch    甲 汇总群      only what these see is told from here on; alone: everybody

``VERBS`` lists what people do; ``in 汇总群#工作`` names a topic; see also ``spelling``.

What follows a step is what came of it, indented; it is compared, and can be written anew::

    bot → 甲
        1/12　检查对象数
        [0] [保存草稿]
    bot ↺ 甲            a message changed in place
    bot ! 甲            the short notice after a press
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

VERBS = (
    *("says", "opens", "taps", "taps-twice", "presses", "edits", "forwards"),
    *("sends", "photographs", "stickers", "voices", "blocks", "unblocks"),
    *("arrives", "founds", "joins", "starts-topic", "upgrades", "adds-bot", "removes-bot"),
)
ALONE = ("clock", "restart", "invite", "roster", "watch")
_STEP = re.compile(
    rf"(?P<who>\S+) (?P<verb>{'|'.join(VERBS)})(?: in (?P<chat>\S+))?(?:\s+(?P<words>.*))?"
)
_ALONE = re.compile(rf"(?P<verb>{'|'.join(ALONE)})(?:\s+(?P<words>.*))?")
_OUTCOME = re.compile(r"(bot [→↺!] |\s)")


class TranscriptError(ValueError):
    """A line that cannot be played: its number and what could stand there."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(
            f"第 {line} 行看不懂：{text!r}。应为“甲 says …”“甲 taps …”“clock 2023-09-22 09:00”。\n"
            f"line {line} is not understood: {text!r}. Write “甲 says …”, “甲 taps …” or"
            " “clock 2023-09-22 09:00”."
        )
        self.line = line


@dataclass(slots=True)
class Step:
    """One thing done, and the lines of what is expected of it."""

    line: int
    source: str
    verb: str = ""  # empty: a comment or an empty line
    who: str = ""
    chat: str = ""
    words: str = ""
    expected: list[str] = field(default_factory=list)


def parse(text: str) -> list[Step]:
    """The steps of a transcript, comments among them; TranscriptError names a bad line."""
    steps: list[Step] = []
    lines = [line.rstrip() for line in text.splitlines()]
    for number, (line, following) in enumerate(zip(lines, [*lines[1:], ""], strict=True), 1):
        within = not line and following.startswith(" ")  # an empty line of a message
        if steps and steps[-1].verb and (within or _OUTCOME.match(line)):
            steps[-1].expected.append(line)
        else:
            steps.append(_step(number, line))
    return steps


def _step(number: int, line: str) -> Step:
    if not line or line.startswith("#"):
        return Step(number, line)
    match = _ALONE.fullmatch(line) or _STEP.fullmatch(line)
    if match is None:
        raise TranscriptError(number, line)
    found = {"who": "", "chat": "", **match.groupdict(default="")}
    return Step(number, line, found["verb"], found["who"], found["chat"], found["words"])


def render(steps: Iterable[Step], outcomes: Iterable[list[str]]) -> str:
    """The transcript with these outcomes instead of the expected ones."""
    lines: list[str] = []
    for step, outcome in zip(steps, outcomes, strict=True):
        lines += [step.source, *outcome]
    return "\n".join(lines).rstrip() + "\n"
