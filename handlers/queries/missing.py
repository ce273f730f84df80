"""``/missing [9月] [地区]``: who has not reported, their liaisons, and who can be reached."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import scope
from handlers.chain.captions import head
from handlers.chain.standing import Standing, standing
from handlers.desk import Scene
from handlers.fitting import lines_within, packed
from handlers.outgoing import Act
from handlers.queries.finding import query, unknown
from handlers.queries.status import closing
from handlers.words import Html, Words
from reporting.chain import Contribution
from reporting.people import Person


async def missing(scene: Scene, words: str) -> list[Act]:
    """A list a region that was asked about."""
    asked = await query(scene, words)
    if not asked.own:
        not_yours = scene.say(scene.words("missing-not-yours"))
        return [not_yours] if scene.private else scope.not_bound(scene)
    found = asked.asked(scene)
    if asked.rest or not found:
        return [unknown(scene, asked)]
    cards = []
    for view, period in found:
        stands = await standing(scene.books, view.campaign, view.region, period)
        liaisons = await scene.books.people.liaisons_by_unit(view.campaign.key, scene.now)
        cards.append(_card(scene, stands, liaisons))
    return [scene.say(text) for text in packed(cards)]


def _card(scene: Scene, stands: Standing, liaisons: Mapping[int, tuple[Person, ...]]) -> Html:
    """As many lines as a message holds, and how many more there are."""
    words = scene.words
    when = closing(words, stands, scene.now)
    if scene.now < stands.period.opens:
        return Html("\n".join([head(words, stands), when]))
    waiting = [c for c in stands.contributions if c.counted and c.version is None]
    if not waiting:
        return Html("\n".join([head(words, stands), words("missing-none")]))
    first = words("missing-head", count=len(waiting), when=when)
    lines = [_line(words, each, liaisons) for each in waiting]
    return Html("\n".join([head(words, stands), first, *lines_within(words, lines)]))


def _line(words: Words, who: Contribution, liaisons: Mapping[int, tuple[Person, ...]]) -> Html:
    if who.kind == "region":
        return words("missing-region", name=who.name, reported=who.reported, expected=who.expected)
    people = liaisons.get(who.id, ())
    if not people:
        return words("missing-nobody", name=who.name)
    named = words.listed(words(f"reach-{reach(person)}", name=person.name) for person in people)
    return words("missing-unit", name=who.name, people=named)


def reach(person: Person) -> str:
    """Whether the bot can tell this person anything."""
    if person.blocked:
        return "blocked"
    return "unbound" if person.telegram is None else "bound"
