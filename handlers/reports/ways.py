"""What can be done about a report now, as buttons."""

from __future__ import annotations

from collections.abc import Iterable

from handlers import dates
from handlers.callback import of_command
from handlers.desk import Rows
from handlers.fitting import short
from handlers.outgoing import Button
from handlers.reports.openings import Opening
from handlers.words import Words

SHOWN, LABEL_ROOM = 90, 64  # Telegram takes 100 buttons


def way(words: Words, key: str, command: str, opening: Opening) -> Button:
    """A button that runs a command on this report."""
    return Button(words.plain(key), of_command(command, opening.words))


def ways(words: Words, opening: Opening) -> Rows:
    """[继续填报] [零报告], [修改后重新提交] [撤回] or [更正], as they apply."""
    if opening.locked:
        return (_correcting(words, opening),)
    if not opening.fillable:
        return ()
    if opening.submitted is None:
        declare = way(words, "button-declare", "zero", opening)
        return ((way(words, _begin(opening), "fill", opening), declare),)
    row = [way(words, "button-again", "again", opening)]
    if opening.withdrawable:
        row.append(way(words, "button-withdraw", "withdraw", opening))
    return (tuple(row),)


def _begin(opening: Opening) -> str:
    """What beginning is called: 继续填报 where a draft exists, 补报 where it is late."""
    late = "button-late" if opening.now >= opening.due else "button-fill"
    return "button-continue" if opening.answered else late


def _correcting(words: Words, opening: Opening) -> tuple[Button, ...]:
    if opening.pending:
        return (way(words, "button-withdraw-correction", "withdraw", opening),)
    key = "button-correct-on" if opening.correcting else "button-correct"
    return (way(words, key, "correct", opening),)


def choices(words: Words, offered: Iterable[Opening], command: str) -> Rows:
    """A button for each of several reports, by period and unit."""
    found = list(offered)[:SHOWN]
    several = len({each.campaign.key for each in found}) > 1
    return tuple(
        (Button(_named(words, each, campaign=several), of_command(command, each.words)),)
        for each in found
    )


def _named(words: Words, opening: Opening, *, campaign: bool) -> str:
    told = {"period": dates.period(words, opening.period.key), "unit": opening.unit.name}
    if campaign:
        name = words.plain("title", campaign=words.label(opening.campaign.short), **told)
    else:
        name = words.plain("mine-choice", **told)
    return short(name, LABEL_ROOM)
