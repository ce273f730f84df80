"""Who has which posts now, in words: everybody with a duty in the campaigns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from reporting.campaign import Campaign
from reporting.people import Duty, Person
from reporting.roster import DUTIES
from reporting.roster.nouns import fold, phone_digits
from storage.store import Books


@dataclass(frozen=True, slots=True)
class Posts:
    """A person with what they are, and where, each once and in order."""

    person: Person
    roles: str
    places: str
    zone: ZoneInfo  # of the first campaign they serve

    def is_named(self, name: str) -> bool:
        """Whether that is the person's name, full width or spaces aside."""
        return fold(name) == fold(self.person.name)


async def everybody(books: Books, campaigns: Mapping[str, Campaign], now: datetime) -> list[Posts]:
    """Everybody with a duty in one of the campaigns, by name of the place they serve first."""
    duties: dict[int, list[Duty]] = {}
    names: dict[tuple[str, int], str] = {}
    for key in campaigns:
        regions, units = await books.roster.tree(key)
        names |= {("region", each.id): each.name for each in regions}
        names |= {("unit", each.id): each.name for each in units}
        for duty in await books.people.duties_of(key, now):
            duties.setdefault(duty.person, []).append(duty)
    people = await books.people.by_ids(duties.keys())
    return [_posts(people[id], theirs, names, campaigns) for id, theirs in duties.items()]


def phone_matches(person: Person, phone: str) -> bool:
    """Whether it is the person's number, however it is written."""
    return phone_digits(phone) == phone_digits(person.phone) != ""


def _posts(
    person: Person,
    duties: list[Duty],
    names: Mapping[tuple[str, int], str],
    campaigns: Mapping[str, Campaign],
) -> Posts:
    roles = dict.fromkeys(DUTIES[each.role].zh for each in duties)
    places = dict.fromkeys(_place(each, names) for each in duties)
    zone = campaigns[duties[0].campaign].calendar.zone
    return Posts(person, "、".join(roles), "、".join(places), zone)


def _place(duty: Duty, names: Mapping[tuple[str, int], str]) -> str:
    if duty.unit is not None:
        return names.get(("unit", duty.unit), "")
    return names.get(("region", duty.region), "")
