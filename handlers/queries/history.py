"""``/history 单位``: what a unit handed in, period by period: when, on time or late, by whom."""

from __future__ import annotations

from dataclasses import dataclass

from handlers import dates, prompting
from handlers.callback import of_command
from handlers.desk import LIAISONS, Scene
from handlers.fitting import echoed, short
from handlers.outgoing import Act, Button
from handlers.queries.finding import Query, query
from handlers.queries.picking import nothing_here
from handlers.words import Html
from reporting.calendar import Period
from reporting.campaign import Campaign
from reporting.chain import Region, Submission, Unit
from reporting.deadlines import on_time, units_due
from reporting.roster.nouns import fold

BUTTONS_SHOWN = 90  # Telegram takes 100
LABEL_ROOM = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A unit that may be looked into."""

    campaign: Campaign
    region: Region
    unit: Unit


async def history(scene: Scene, words: str) -> list[Act]:
    """The unit's periods; several units of such a name are offered. A liaison's are their own."""
    asked = await query(scene, words)
    places = await _places(scene, asked)
    if not places:
        return nothing_here(scene)
    found = _called(places, asked)
    if len(found) == 1:
        return [scene.replace_or_say(await _card(scene, found[0]))]
    if found:
        return [_choice(scene, found)]
    if asked.rest:
        return [scene.say(scene.words("history-unknown", said=echoed(asked.rest)))]
    return await _which(scene, words)


async def _places(scene: Scene, asked: Query) -> list[Place]:
    """The units of all regions in reach; in private the asker's own, too."""
    regions = {view.region.id: view.region for view in asked.reach}
    own = {each.unit for each in scene.held(*LIAISONS)} if scene.private else set()
    found = []
    for key in {each.campaign for each in scene.duties}:
        all_regions, units = await scene.books.roster.tree(key)
        by_id = {each.id: each for each in all_regions}
        found += [
            Place(scene.desk.campaigns[key], by_id[each.region], each)
            for each in units
            if each.region in regions or each.id in own
        ]
    return found


def _called(places: list[Place], asked: Query) -> list[Place]:
    """The unit of that name, else those whose names have the words in them."""
    if asked.regions:
        named = {view.region.id for view in asked.regions}
        places = [each for each in places if each.region.id in named]
    elif not asked.rest:
        return places if not asked.own else []
    said = fold(asked.rest)
    exact = [each for each in places if said in (fold(each.unit.name), f"@{each.unit.id}")]
    return exact or [each for each in places if said in fold(each.unit.name)]


def _choice(scene: Scene, found: list[Place]) -> Act:
    rows = []
    for each in found[:BUTTONS_SHOWN]:
        label = scene.words.plain("history-choice", unit=each.unit.name, region=each.region.name)
        rows.append((Button(short(label, LABEL_ROOM), of_command("history", f"@{each.unit.id}")),))
    text = scene.words("history-which", count=len(found))
    if more := len(found) - len(rows):
        text = Html(f"{text}\n{scene.words('more-lines', count=more)}")
    return scene.say(text, tuple(rows))


async def _which(scene: Scene, words: str) -> list[Act]:
    text = scene.words("history-whose")
    if not scene.private:
        return [scene.say(text)]
    return await prompting.ask(scene, "history", words, text)


async def _card(scene: Scene, place: Place) -> Html:
    """A line for every period that has opened; none for what was due before all began (6.2)."""
    campaign, unit, words = place.campaign, place.unit, scene.words
    periods = [each for each in campaign.calendar.periods if each.opens <= scene.now]
    filed = await scene.books.reports.history(
        unit.id, [each.key for each in periods], campaign.form.key
    )
    since = await scene.books.campaigns.loaded(campaign.key, scene.now)
    tier = place.region.tier
    told = [p for p in periods if p.key in filed or units_due(campaign, tier, p) > since]
    head = words(
        "history-head",
        campaign=words.label(campaign.short),
        unit=unit.name,
        region=place.region.name,
    )
    lines = [_line(scene, place, each, filed.get(each.key)) for each in told]
    return Html("\n".join([head, *lines]))


def _line(scene: Scene, place: Place, period: Period, filed: Submission | None) -> Html:
    words, calendar = scene.words, place.campaign.calendar
    month = dates.period(words, period.key)
    due = units_due(place.campaign, place.region.tier, period)
    if filed is None:
        key = "history-missing" if due <= scene.now and place.unit.counted else "history-not-yet"
        return words(key, month=month, deadline=dates.deadline(words, calendar, due))
    timely = on_time(filed.first_at, due)
    line = words(
        "history-filed",
        month=month,
        timeliness=words("on-time" if timely else "late"),
        at=dates.moment(calendar, filed.submitted_at),
        version=filed.version,
        by=filed.by,
    )
    return Html(f"{line} · {words('history-zero')}") if filed.zero else line
