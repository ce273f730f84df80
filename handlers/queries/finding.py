"""What a query's words ask for: regions, a period, 累计; the rest names a figure or a unit.

The order does not matter: ``成都 9月 代孕 案件数``. A button says ``#12`` for a region.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from handlers import scope
from handlers.desk import Scene
from handlers.fitting import echoed, names
from handlers.outgoing import Act
from handlers.scope import View
from handlers.words import LANGUAGES, words_in
from reporting.calendar import Period
from reporting.roster.nouns import fold

REGIONS_ROOM = 100  # characters of names
LONGEST = 4  # words that a region's or a period's name may have: 2023 年 9 月
_TIMELY = re.compile(r"[\d月周]")
_BUTTONS = re.compile(r"#\d+")
_GLUED = re.compile(r"((?:\d{4}年)?\d{1,2}月份?|第\d{1,2}周)")  # written without a space


@dataclass(frozen=True, slots=True)
class Query:
    """Words as far as they are understood.

    ``own`` are the views of whoever asks here, none where nothing may be asked; ``reach`` is all
    that may be looked into. ``regions`` are those that were named.
    """

    own: tuple[View, ...]
    reach: tuple[View, ...]
    regions: tuple[View, ...] = ()
    when: str = ""
    cumulative: bool = False
    rest: str = ""

    @property
    def views(self) -> tuple[View, ...]:
        """What is asked about: the regions named, else the asker's own."""
        return self.regions or self.own

    def asked(self, scene: Scene) -> list[tuple[View, Period]]:
        """Each view with its period, where its campaign has the one that was named."""
        return scope.asked(scene, self.views, self.when)


async def query(scene: Scene, words: str) -> Query:
    """The words of a command, understood as far as regions, a period and 累计 go."""
    own = await scope.views(scene)
    found = Query(tuple(own), tuple(await scope.reach(scene, own)))
    tokens, rest = _GLUED.sub(r" \1 ", unicodedata.normalize("NFKC", words)).split(), []
    while tokens:
        for count in range(min(LONGEST, len(tokens)), 0, -1):
            if (more := _taken(scene, found, " ".join(tokens[:count]))) is not None:
                found, tokens = more, tokens[count:]
                break
        else:
            rest.append(tokens.pop(0))
    if any(_BUTTONS.fullmatch(each) for each in rest):  # of a region that is not theirs, or no more
        return Query((), ())
    return replace(found, regions=_deepest(found), rest=" ".join(rest))


def unknown(scene: Scene, asked: Query) -> Act:
    """What was not understood: no such period, or no such region to be asked about here."""
    said = asked.rest or asked.when
    if not asked.rest or _TIMELY.search(said):
        return scope.unknown_period(scene, asked.views, said)
    regions = [view.region.name for view in asked.reach]
    example = asked.own[0].campaign.calendar.periods[0].key
    shown = names(scene.words, regions, REGIONS_ROOM)
    return scene.say(
        scene.words("query-unknown", said=echoed(said), regions=shown, example=example)
    )


def _taken(scene: Scene, found: Query, said: str) -> Query | None:
    """The query with this word understood; None where it is none of ours."""
    campaigns = {each.campaign.key: each for each in found.own}.values()
    periods = (each for view in campaigns for each in view.campaign.calendar.periods)
    if not found.when and any(scope.is_named(scene, each, said) for each in periods):
        return replace(found, when=said)
    if fold(said) in _cumulative_words():
        return replace(found, cumulative=True)
    if regions := tuple(_called(found, said)):
        return replace(found, regions=(*found.regions, *regions))
    return None


def _called(found: Query, said: str) -> Iterator[View]:
    """The regions of that name; else those whose name begins so and says least more: 成都(市)."""
    wanted = fold(said)
    near = [
        (len(fold(view.region.name)), view)
        for view in found.reach
        if said == f"#{view.region.id}" or fold(view.region.name).startswith(wanted)
    ]
    least = min((length for length, _ in near), default=0)
    if len(wanted) > 1:
        yield from (view for length, view in near if length == least)


def _deepest(found: Query) -> tuple[View, ...]:
    """Without those that only say where another lies: 成都 锦江区 is 锦江区."""
    parents = {view.region.id: view.region.parent for view in found.reach}
    above: set[int | None] = set()
    for view in found.regions:
        at = view.region.parent
        while at is not None:
            above.add(at)
            at = parents.get(at)
    named = {view.region.id: view for view in found.regions}
    return tuple(view for id, view in named.items() if id not in above)


@cache
def _cumulative_words() -> frozenset[str]:
    said = (words_in(each).plain("cumulative-words") for each in LANGUAGES)
    return frozenset(fold(word) for each in said for word in each.split("|"))
