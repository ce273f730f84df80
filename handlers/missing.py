"""``/missing``: who has not reported, who their liaison is, and whether they can be reached."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import scope
from handlers.captions import head
from handlers.desk import Scene
from handlers.outgoing import Act
from handlers.standing import standing
from handlers.status import closing
from handlers.words import Html, Words
from reporting.chain import Contribution
from reporting.people import Person

MOST = 40


async def missing(scene: Scene, words: str) -> list[Act]:
    """A list a region that the asker may see here."""
    views = await scope.views(scene)
    if not views:
        not_yours = scene.say(scene.words("missing-not-yours"))
        return [not_yours] if scene.private else scope.not_bound(scene)
    cards = []
    for view in views:
        period = scope.period_asked(scene, view, words)
        if period is None:
            return [scene.say(scene.words("unknown-period", said=words))]
        stands = await standing(scene.books, view.campaign, view.region, period)
        liaisons = await scene.books.people.liaisons_by_unit(view.campaign.key, scene.now)
        waiting = [c for c in stands.contributions if c.counted and c.version is None]
        lines = [head(scene.words, stands)]
        if waiting:
            when = closing(scene.words, stands, scene.now)
            lines.append(scene.words("missing-head", count=len(waiting), when=when))
        else:
            lines.append(scene.words("missing-none", count=len(stands.contributions)))
        lines += [_line(scene.words, each, liaisons) for each in waiting[:MOST]]
        if len(waiting) > MOST:
            lines.append(scene.words("review-more", count=len(waiting) - MOST))
        cards.append(Html("\n".join(lines)))
    return [scene.say("\n\n".join(cards))]


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
