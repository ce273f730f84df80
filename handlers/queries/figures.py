"""``/figure 代孕 案件数 [9月|累计] [地区]``: a figure, the one before it, and the sum so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from handlers import dates
from handlers.chain.standing import Standing, standing
from handlers.desk import Rows, Scene
from handlers.fitting import packed
from handlers.outgoing import Act, Button
from handlers.queries import drilling, to_date
from handlers.queries.picking import Pick, picked
from handlers.queries.status import closing
from handlers.queries.to_date import ToDate
from handlers.reports.openings import title
from handlers.scope import View
from handlers.words import Html, Words
from reporting.calendar import Every
from reporting.chain import RollUp
from reporting.cumulating import change

UNKNOWN = "—"
CHANGES = {Every.MONTH: "change-month", Every.WEEK: "change-week", Every.ONCE: "change-once"}


async def figure(scene: Scene, words: str) -> list[Act]:
    """A card a region; several figures of that name are offered as buttons."""
    asked, picks, instead = await picked(scene, "figure", words)
    if not picks:
        return instead
    cards = [await _card(scene, each) for each in picks]
    if len(picks) == 1:
        rows = _of_one(scene, picks[0])
    else:
        rows = drilling.ways(scene, asked, [each.view for each in picks], link("figure", picks))
    return drilling.shown(scene, packed(cards), rows)


def link(command: str, picks: Sequence[Pick]) -> Callable[[View], str]:
    """The same figure of another region: as it was picked there, else as in the first."""
    by_region = {each.view.region.id: each for each in picks}

    def data(view: View) -> str:
        pick = by_region.get(view.region.id, picks[0])
        return pick.link(command, region=view.region.id, to_date=pick.to_date)

    return data


def _of_one(scene: Scene, pick: Pick) -> Rows:
    """Who it is made of; and the sum, or the period alone again."""
    words, every = scene.words, pick.view.campaign.calendar.every.value
    if pick.to_date:
        return ((Button(words.plain("button-month", every=every), pick.link("figure")),),)
    trace = Button(words.plain("button-trace"), pick.link("trace"))
    return ((trace, Button(words.plain("button-to-date"), pick.link("figure", to_date=True))),)


async def _card(scene: Scene, pick: Pick) -> Html:
    words, (campaign, region) = scene.words, (pick.view.campaign, pick.view.region)
    sums = await to_date.of_region(scene.books, campaign, region, scene.now, pick.period)
    head = [title(words, campaign, pick.period.key, region.name)]
    head.append(words("figure-label", label=pick.label(words)))
    if pick.to_date:
        return Html("\n".join([*head, *_sum(words, pick, sums), *_months(words, pick, sums)]))
    table = sums.tables.get(pick.period.key)
    lines = [_now(words, pick, table) if table else await _standing(scene, pick)]
    lines += _before(words, pick, sums)
    return Html("\n".join([*head, *lines, *_sum(words, pick, sums)]))


def _now(words: Words, pick: Pick, table: RollUp) -> Html:
    """The figure of a released table, and how complete that is."""
    return words(
        "figure-now",
        every=pick.view.campaign.calendar.every.value,
        value=pick.value(words, table.figures.get(pick.key)),
        of=_completeness(words, table),
    )


async def _standing(scene: Scene, pick: Pick) -> Html:
    """Nothing is released yet."""
    stands = await standing(scene.books, pick.view.campaign, pick.view.region, pick.period)
    return so_far(scene, pick, stands)


def so_far(scene: Scene, pick: Pick, stands: Standing) -> Html:
    """What those who have reported come to, as provisional; before it opens, when it will."""
    words, rolled = scene.words, stands.rolled_up(scene.now)
    if scene.now < pick.period.opens:
        return closing(words, stands, scene.now)
    if not rolled.reported:
        return words("figure-nobody", expected=rolled.expected)
    return words(
        "figure-so-far",
        reported=rolled.reported,
        expected=rolled.expected,
        value=pick.value(words, rolled.figures.get(pick.key)),
    )


def _before(words: Words, pick: Pick, sums: ToDate) -> list[Html]:
    """The period before, and the change against it: — where either is unknown, or nothing was."""
    calendar = pick.view.campaign.calendar
    earlier = calendar.before(pick.period)
    if earlier is None:
        return []
    table, last = sums.tables.get(pick.period.key), sums.tables.get(earlier.key)
    now = table.figures.get(pick.key) if table else None
    before = last.figures.get(pick.key) if last else None
    changed = change(now, before, pick.form.measure(pick.key))
    value = pick.value(words, before)
    if earlier.key not in sums.cumulative.periods:
        value = words.plain("figure-pending")
    said = words.plain(f"before-{calendar.every.value}")
    compared = words.plain(CHANGES[calendar.every], percent=_percent(changed))
    of = _completeness(words, last) if last else ""
    return [words("figure-before", before=said, value=value, of=of, change=compared)]


def _sum(words: Words, pick: Pick, sums: ToDate) -> list[Html]:
    """The cumulative figure, and the periods that are not in it, by name."""
    if not sums.cumulative.periods:
        return [words("figure-sum-none")]
    value = pick.value(words, sums.cumulative.figures.get(pick.key))
    lines = [words("figure-sum", value=value, span=sums.span(words))]
    missing = sums.cumulative.lacking(pick.form, pick.key)
    if missing and sums.cumulative.brought:
        names = words.listed(dates.period(words, key) for key in missing)
        lines.append(words("figure-sum-missing", names=names))
    return lines


def _months(words: Words, pick: Pick, sums: ToDate) -> list[Html]:
    """A line a period."""
    lines = []
    for key in sums.cumulative.periods:
        table = sums.tables.get(key)
        value = pick.value(words, table.figures.get(pick.key) if table else None)
        of = _completeness(words, table) if table else ""
        lines.append(words("figure-month", month=dates.period(words, key), value=value, of=of))
    return lines


def _completeness(words: Words, table: RollUp) -> str:
    return words.plain(
        "figure-of", version=table.version, reported=table.reported, expected=table.expected
    )


def _percent(changed: Fraction | None) -> str:
    """+180%, -20%, 0%: to one decimal, as people read it."""
    if changed is None:
        return UNKNOWN
    tenths = round(abs(changed) * 10)
    sign = "" if not tenths else "-" if changed < 0 else "+"
    return f"{sign}{tenths // 10}{f'.{tenths % 10}' if tenths % 10 else ''}%"
