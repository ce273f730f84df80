"""``/status``: reported of expected, and who stands where. For a liaison: their own reports."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from handlers import dates, mine, scope
from handlers.captions import head
from handlers.desk import Scene
from handlers.outgoing import Act
from handlers.standing import Standing, standing
from handlers.words import Html, Words
from reporting.chain import Contribution
from storage.nouns import ReportState

BAR = 10  # signs


async def status(scene: Scene, words: str) -> list[Act]:
    """One card a region that the asker may see here."""
    views = await scope.views(scene)
    if not views:
        return await mine.mine(scene, "") if scene.private else scope.not_bound(scene)
    cards = []
    for view in views:
        period = scope.period_asked(scene, view, words)
        if period is None:
            return [scene.say(scene.words("unknown-period", said=words))]
        stands = await standing(scene.books, view.campaign, view.region, period)
        states = await scene.books.reports.states(
            view.region.id, period.key, view.campaign.form.key
        )
        cards.append(card(scene, stands, states))
    return [scene.say("\n\n".join(cards))]


def card(scene: Scene, stands: Standing, states: Mapping[int, ReportState]) -> Html:
    """A region's state: a bar, the numbers, and a line for each kind of state."""
    words = scene.words
    counted = [each for each in stands.contributions if each.counted]
    done = [each for each in counted if each.version is not None]
    waiting = [each for each in counted if each.version is None]
    drafting = [c for c in waiting if states.get(c.id) is ReportState.DRAFTING and c.kind == "unit"]
    lines = [
        head(words, stands),
        words(
            "status-count",
            bar=_bar(len(done), len(counted)),
            reported=len(done),
            expected=len(counted),
        ),
        closing(words, stands, scene.now),
    ]
    groups = {
        "status-on-time": [each for each in done if not each.late],
        "status-late": [each for each in done if each.late],
        "status-drafting": drafting,
        "status-waiting": [each for each in waiting if each not in drafting],
        "status-not-counted": [each for each in stands.contributions if not each.counted],
    }
    lines += [
        words(key, count=len(who), names=_names(words, who)) for key, who in groups.items() if who
    ]
    if stands.table is not None:
        lines.append(words("status-released", version=stands.table.version))
    return Html("\n".join(lines))


def closing(words: Words, stands: Standing, now: datetime) -> Html:
    """When the region rolls up, or did."""
    closes = dates.deadline(words, stands.campaign.calendar, stands.closes)
    return words("status-when" if now < stands.closes else "status-closed", closes=closes)


def _bar(done: int, of: int) -> str:
    filled = BAR * done // of if of else 0
    return "█" * filled + "░" * (BAR - filled)


def _names(words: Words, who: list[Contribution], most: int = 20) -> Html:
    names = words.listed(_name(words, each) for each in who[:most])
    return names if len(who) <= most else words("and-more", names=names, count=len(who) - most)


def _name(words: Words, each: Contribution) -> str:
    """A child region's own completeness stands beside it."""
    if each.kind == "unit":
        return each.name
    return words.plain("child", name=each.name, reported=each.reported, expected=each.expected)
