"""``/fill``: begin a report, or go on where it was left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from handlers import dates
from handlers.callback import of_command
from handlers.desk import LIAISONS, Rows, Scene
from handlers.fitting import lines_within, short
from handlers.interview.speaking import begun
from handlers.interview.work import taken_up
from handlers.outgoing import Act, Button
from handlers.reports.mine import mine
from handlers.reports.openings import Opening, openings, reports
from handlers.reports.ways import ways
from handlers.scope import is_named
from handlers.words import Html
from reporting import interview
from reporting.draft import DECLARE, REVIEW, Background, Draft
from reporting.events import Turn
from reporting.form import Form

Begin = Callable[[Form, Draft, Background], Turn]

BUTTONS_SHOWN = 90  # Telegram takes 100
LABEL_ROOM = 64


async def fill(scene: Scene, words: str) -> list[Act]:
    """Enter the one report that is open; several are offered by name.

    A period that is named (``/fill 8月``) is opened by hand, though it was due before the
    campaign was loaded (补报, rule 6.2).
    """
    return await _begin(scene, words, "fill", interview.resume)


async def again(scene: Scene, words: str) -> list[Act]:
    """修改后重新提交: into a report that was handed in already, on purpose."""
    return await _begin(scene, words, "again", interview.resume)


async def zero(scene: Scene, words: str) -> list[Act]:
    """零报告: show what would be declared; the next tap hands it in."""
    return await _begin(scene, words, "zero", interview.declare)


async def _begin(scene: Scene, words: str, command: str, begin: Begin) -> list[Act]:
    offered = await openings(scene)
    if words and not any(each.words == words for each in offered):
        named = [
            each for each in await openings(scene, by_hand=True) if _named_by(scene, each, words)
        ]
        if not named and await _is_over(scene, words):
            return await mine(scene, words)
        offered, words = (named, "") if named else (offered, words)
    if not offered:
        return [scene.say(_nothing_open(scene))]
    chosen = _chosen(offered, words)
    if chosen is None and all(each.locked for each in offered):
        return [_all_locked(scene, offered, words)]
    if chosen is None:
        which = "zero-which" if command == "zero" else "fill-which"
        question = "fill-gone" if words else which
        return [scene.replace_or_say(scene.words(question), ways_in(scene, offered, command))]
    if chosen.locked or (chosen.submitted is not None and command != "again"):
        return [_handed_in(scene, chosen)]
    return await enter(scene, chosen, begin)


async def _is_over(scene: Scene, words: str) -> bool:
    """Whether the words name a report that can be looked at, but not filled in any more."""
    return any(_named_by(scene, each, words) for each in await reports(scene))


def _named_by(scene: Scene, opening: Opening, words: str) -> bool:
    """Whether the words name this opening: a period, or unit and period as a button has it."""
    return words == opening.words or is_named(scene, opening.period, words)


def _chosen(offered: list[Opening], words: str) -> Opening | None:
    """The one that was named; else the only one to fill in, to change, or at all."""
    if words:
        return next((each for each in offered if each.words == words), None)
    undone = [each for each in offered if each.submitted is None]
    unlocked = [each for each in offered if not each.locked]
    return next((those[0] for those in (undone, unlocked, offered) if len(those) == 1), None)


async def enter(scene: Scene, opening: Opening, begin: Begin) -> list[Act]:
    """Open the report, or go on with it, and say what ``begin`` makes of its draft."""
    campaign, form, books = opening.campaign, opening.campaign.form, scene.books.reports
    report = await books.open(campaign.key, opening.unit.id, opening.period.key, form.key)
    work = await taken_up(scene, report)
    turn = begin(form, work.draft, work.background)
    await books.save(report.id, scene.speaker.id, work.draft, turn.draft, scene.now)
    await books.enter(scene.speaker.id, report.id, turn.draft.at, scene.now)
    due = dates.due(scene.words, opening)
    head = scene.words("fill-begin", title=opening.title(scene.words), due=due)
    if turn.draft.at in (REVIEW, DECLARE):  # they have the title themselves
        head = due
    if opening.outside:
        head = Html(f"{head}\n{scene.words('mine-outside')}")
    return await begun(scene, replace(work, draft=turn.draft), turn, head)


def _all_locked(scene: Scene, offered: list[Opening], words: str) -> Act:
    """Nothing can be filled in: which versions stand; not without a word on what was named."""
    lines = lines_within(scene.words, [_stands(scene, each) for each in offered])
    if words:
        lines.insert(0, scene.words("fill-nothing-open"))
    return scene.replace_or_say("\n".join(lines))


def _handed_in(scene: Scene, opening: Opening) -> Act:
    return scene.replace_or_say(_stands(scene, opening), ways(scene.words, opening))


def _stands(scene: Scene, opening: Opening) -> Html:
    """Which version of it stands, and what can be done about it."""
    submitted = opening.submitted
    return scene.words(
        "fill-locked" if opening.locked else "fill-again",
        title=opening.title(scene.words),
        version=submitted.version if submitted else 0,
        at=dates.moment(opening.campaign.calendar, submitted.submitted_at) if submitted else "",
        by=submitted.by if submitted else "",
    )


def ways_in(scene: Scene, offered: list[Opening], command: str = "fill") -> Rows:
    """A button for every report that can be filled in or changed, by name where there are more."""
    offered = [each for each in offered if not each.locked]
    if len(offered) == 1:
        return ways(scene.words, offered[0])
    shown = offered[:BUTTONS_SHOWN]
    return tuple((Button(_named(scene, each), of_command(command, each.words)),) for each in shown)


def _named(scene: Scene, opening: Opening) -> str:
    late = "late" if opening.now >= opening.due else "open"
    state = late if opening.submitted is None else "submitted"
    label = scene.words.plain(
        f"fill-choice-{state}",
        campaign=scene.words.label(opening.campaign.short),
        period=dates.period(scene.words, opening.period.key),
        unit=opening.unit.name,
    )
    return short(label, LABEL_ROOM)


def _nothing_open(scene: Scene) -> Html:
    """Why there is nothing to fill in, and from when there will be."""
    duties = scene.held(*LIAISONS)
    if not duties:
        return scene.words("fill-not-yours")
    coming = [
        (period.opens, campaign.calendar)
        for campaign in (scene.desk.campaigns[each.campaign] for each in duties)
        for period in campaign.calendar.periods
        if period.opens > scene.now
    ]
    if not coming:
        return scene.words("fill-nothing-open")
    opens, calendar = min(coming, key=lambda each: each[0])
    day = calendar.today(opens)
    return scene.words("fill-opens", month=str(day.month), day=str(day.day))
