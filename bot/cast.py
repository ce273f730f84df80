"""Who plays in a rehearsal: everybody of the sample rosters, each with an invitation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.campaigns import folder_of, read_campaigns
from bot.inviting import invite
from bot.rosters import load_roster, read_roster_file
from reporting.people import Person
from storage.store import Books

ROSTER = "roster.csv"


@dataclass(frozen=True, slots=True)
class Part:
    """A person, what they are shown beside their name, and the code that binds them."""

    name: str  # unique in the play: namesakes have their post added
    post: str
    code: str


@dataclass(frozen=True, slots=True)
class Cast:
    """The parts, liaisons first; and every region with the names of its coordinators."""

    parts: tuple[Part, ...]
    coordinators: Mapping[str, tuple[str, ...]]


@dataclass
class _Found:
    people: dict[int, Person] = field(default_factory=dict)
    posts: dict[int, str] = field(default_factory=dict)
    coordinators: dict[str, list[int]] = field(default_factory=dict)

    def add(self, person: Person, post: str) -> None:
        self.people.setdefault(person.id, person)
        self.posts.setdefault(person.id, post)


async def load_cast(books: Books, names: tuple[str, ...], now: datetime) -> Cast:
    """Load the campaigns' sample rosters and invite everybody in them."""
    found = _Found()
    for name in names:
        (campaign,) = read_campaigns([name]).values()
        await books.campaigns.loaded(campaign.key, now)
        roster = read_roster_file(campaign, _sample(name).read_bytes())
        await load_roster(books, campaign, roster, now)
    for key in read_campaigns(names):
        await _find(books, key, now, found)
    return await _cast(books, found, now)


def _sample(name: str) -> Path:
    return folder_of(name) / ROSTER


async def _find(books: Books, campaign: str, now: datetime, found: _Found) -> None:
    regions, units = await books.roster.tree(campaign)
    liaisons = await books.people.liaisons_by_unit(campaign, now)
    for unit in units:
        for person in liaisons.get(unit.id, ()):
            found.add(person, unit.name)
    for region in regions:
        for person in await books.people.coordinators(region.id, now):
            found.add(person, region.name)
            found.coordinators.setdefault(region.name, []).append(person.id)
    for person in await books.people.administrators(campaign, now):
        found.add(person, "")


async def _cast(books: Books, found: _Found, now: datetime) -> Cast:
    times = Counter(each.name for each in found.people.values())
    names = {
        id: each.name if times[each.name] == 1 else f"{each.name}·{found.posts[id]}"
        for id, each in found.people.items()
    }
    parts = [Part(names[id], found.posts[id], await invite(books, id, now)) for id in found.people]
    coordinators = {
        region: tuple(names[id] for id in ids) for region, ids in found.coordinators.items()
    }
    return Cast(tuple(parts), coordinators)
