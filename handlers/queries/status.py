"""``/status [9月] [地区]``: reported of expected, and who stands where; a liaison's own reports."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime

from handlers import dates, scope
from handlers.callback import of_command
from handlers.chain.captions import head
from handlers.chain.standing import Standing, standing
from handlers.desk import Scene
from handlers.fitting import names, packed
from handlers.outgoing import Act
from handlers.queries.drilling import shown, ways
from handlers.queries.finding import query, unknown
from handlers.reports import mine
from handlers.scope import View
from handlers.words import Html, Words
from reporting.calendar import Period
from reporting.chain import Contribution
from storage.nouns import ReportState

BAR = 10  # signs
NAMES_ROOM = 600  # characters a line


async def status(scene: Scene, words: str) -> list[Act]:
    """One card a region that was asked about; from there down the tree and back by buttons."""
    asked = await query(scene, words)
    if not asked.own:
        return await mine.mine(scene, "") if scene.private else scope.not_bound(scene)
    found = asked.asked(scene)
    if asked.rest or not found:
        return [unknown(scene, asked)]
    cards = [await _card(scene, view, period) for view, period in found]
    rows = ways(scene, asked, [view for view, _ in found], _link(found))
    return shown(scene, packed(cards), rows)


def _link(found: list[tuple[View, Period]]) -> Callable[[View], str]:
    """The same question about another region: in its own period, else in the one asked about."""
    keys = {view.region.id: period.key for view, period in found}
    (_, first), *_ = found

    def data(view: View) -> str:
        return of_command("status", f"{keys.get(view.region.id, first.key)} #{view.region.id}")

    return data


async def _card(scene: Scene, view: View, period: Period) -> Html:
    form, books = view.campaign.form.key, scene.books.reports
    stands = await standing(scene.books, view.campaign, view.region, period)
    states = await books.states(view.region.id, period.key, form)
    asked_for = await books.corrections(view.region.id)
    correcting = {each.unit for each in asked_for if each.period == period.key}
    return card(scene, stands, states, correcting)


def card(
    scene: Scene,
    stands: Standing,
    states: Mapping[int, ReportState],
    correcting: Collection[int] = (),
) -> Html:
    """A region's state: a bar, the numbers, and a line for each kind of state.

    ``correcting``: the units whose correction waits to be decided on.
    """
    words = scene.words
    if scene.now < stands.period.opens:
        return Html("\n".join([head(words, stands), closing(words, stands, scene.now)]))
    counted = [each for each in stands.contributions if each.counted]
    done = [each for each in counted if each.version is not None]
    waiting = [each for each in counted if each.version is None]
    drafting = [c for c in waiting if states.get(c.id) is ReportState.DRAFTING and c.kind == "unit"]
    own = [each for each in stands.contributions if each.kind == "unit"]
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
        "status-waiting": waiting,
        "status-drafting": drafting,
        "status-correcting": [c for c in own if c.id in correcting],
        "status-not-counted": [each for each in stands.contributions if not each.counted],
    }
    lines += [
        words(key, count=len(who), names=_named(words, who)) for key, who in groups.items() if who
    ]
    if stands.table is not None and stands.table.reported:
        lines.append(words("status-released", version=stands.table.version))
    return Html("\n".join(lines))


def closing(words: Words, stands: Standing, now: datetime) -> Html:
    """When the region rolls up, or did; before the period opens, when that will be."""
    calendar = stands.campaign.calendar
    closes = dates.deadline(words, calendar, stands.closes)
    if now < stands.period.opens:
        day = calendar.today(stands.period.opens)
        return words("status-opens", month=str(day.month), day=str(day.day), closes=closes)
    if now < stands.closes:
        return words("status-when", closes=closes)
    done = stands.table is not None and stands.table.reported
    return words("status-closed" if done else "status-past", closes=closes)


def _bar(done: int, of: int) -> str:
    filled = BAR * done // of if of else 0
    return "█" * filled + "░" * (BAR - filled)


def _named(words: Words, who: list[Contribution]) -> Html:
    return names(words, [_name(words, each) for each in who], NAMES_ROOM)


def _name(words: Words, each: Contribution) -> str:
    """A child region's own completeness stands beside it."""
    if each.kind == "unit":
        return each.name
    return words.plain("child", name=each.name, reported=each.reported, expected=each.expected)
