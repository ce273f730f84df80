"""What loading a roster would add, change and end. Loading it twice changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from reporting.roster.handed import brought_back
from reporting.roster.nouns import (
    HandedOver,
    PersonKey,
    Post,
    Roster,
    RosterDuty,
    RosterPerson,
    RosterRegion,
    RosterUnit,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Difference(Generic[T]):
    """What is new, what is the same thing but differs (before, after), and what is gone."""

    add: tuple[T, ...] = ()
    change: tuple[tuple[T, T], ...] = ()
    end: tuple[T, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any difference."""
        return bool(self.add or self.change or self.end)


@dataclass(frozen=True, slots=True)
class Changes:
    """The differences in the order in which they are to be made.

    Nothing is deleted: what ends keeps its history. A person never ends, only their duties;
    what a roster leaves blank of a person stays as it was. Added duties name a person by the
    key after the change, ended ones by the key before it.
    """

    regions: Difference[RosterRegion]
    units: Difference[RosterUnit]
    people: Difference[RosterPerson]
    duties: Difference[RosterDuty]
    assumed: tuple[tuple[RosterPerson, RosterPerson], ...] = ()
    """People known from elsewhere and taken for the same by their name alone: to be looked at."""
    kept: tuple[HandedOver, ...] = ()
    """Duties that were handed over since the roster was written: whoever has them keeps them."""

    def __bool__(self) -> bool:
        """Whether loading would do anything."""
        return bool(self.regions or self.units or self.people or self.duties)


def compare(current: Roster, wanted: Roster, handed_over: Sequence[HandedOver] = ()) -> Changes:
    """What turns ``current`` into ``wanted``.

    ``current`` holds the campaign's regions, units and running duties, and the people of
    every campaign, for people are shared. What was handed over in the chat is not undone by a
    roster that does not know of it.
    """
    matching = _Matching(current, wanted)
    known = {each.key: matching.known(each.key) for each in wanted.people}
    # what the roster leaves blank stays as it was
    after = {p.key: p.completed(old) if (old := known[p.key]) else p for p in wanted.people}
    same = [(old, after[key]) for key, old in known.items() if old]
    changed = tuple((old, new) for old, new in same if old != new)
    duties = _duties(
        current.duties,
        wanted.duties,
        {old.key: new.key for old, new in changed},
        {key: new.key for key, new in after.items()},
    )
    renamed = {new.key: old.key for old, new in changed}
    back = brought_back(duties.add, current.duties, handed_over, renamed)
    return Changes(
        _difference(current.regions, wanted.regions, lambda each: each.key),
        _difference(current.units, wanted.units, lambda each: each.key),
        Difference(tuple(after[key] for key, old in known.items() if old is None), changed),
        _without(duties, back),
        tuple(
            (old, after[key])
            for key, old in known.items()
            if old and old.key != key and not matching.share_a_post(old.key, key)
        ),
        tuple(how for _, how in back),
    )


def _without(
    duties: Difference[RosterDuty], back: Iterable[tuple[RosterDuty, HandedOver]]
) -> Difference[RosterDuty]:
    """The same, but nobody gets a duty back, and who took it up does not lose it."""
    gone = {duty for duty, _ in back}
    stay = {(how.to, duty.post) for duty, how in back}
    return Difference(
        add=tuple(each for each in duties.add if each not in gone),
        end=tuple(each for each in duties.end if (each.person, each.post) not in stay),
    )


def _difference(
    current: Iterable[T], wanted: Iterable[T], key: Callable[[T], object]
) -> Difference[T]:
    before, after = {key(each): each for each in current}, {key(each): each for each in wanted}
    return Difference(
        tuple(new for k, new in after.items() if k not in before),
        tuple((before[k], new) for k, new in after.items() if k in before and before[k] != new),
        tuple(old for k, old in reversed(before.items()) if k not in after),
    )


def _duties(
    current: Iterable[RosterDuty],
    wanted: Iterable[RosterDuty],
    renamed: Mapping[PersonKey, PersonKey],
    names: Mapping[PersonKey, PersonKey],
) -> Difference[RosterDuty]:
    """Added and ended ones: another person on a post is an end and a beginning."""
    before = {(renamed.get(each.person, each.person), each.post): each for each in current}
    after = {(names[each.person], each.post): each for each in wanted}
    return Difference(
        add=tuple(
            replace(new, person=names[new.person]) for k, new in after.items() if k not in before
        ),
        end=tuple(old for k, old in before.items() if k not in after),
    )


class _Matching:
    """Who of the people in a new roster is known already."""

    def __init__(self, current: Roster, wanted: Roster) -> None:
        self._current = {each.key: each for each in current.people}
        self._named: dict[str, list[PersonKey]] = {}
        for key in self._current:
            self._named.setdefault(key[0], []).append(key)
        self._namesakes = Counter(each.key[0] for each in wanted.people)
        self._held, self._wanted = _posts(current.duties), _posts(wanted.duties)

    def known(self, key: PersonKey) -> RosterPerson | None:
        """The known person whom the roster means by this key; None: somebody new.

        The same name and telephone; or the same name, unique in both rosters, where one of
        them has no telephone, or where they hold a post in common (then the telephone has
        changed). A namesake elsewhere with another telephone is never taken for the same:
        that would hand one person's duties to another.
        """
        name, digits = key
        alike = self._named.get(name, [])
        if key in self._current or len(alike) != 1 or self._namesakes[name] != 1:
            return self._current.get(key)
        silent = not digits or not alike[0][1]
        return self._current[alike[0]] if silent or self.share_a_post(alike[0], key) else None

    def share_a_post(self, old: PersonKey, new: PersonKey) -> bool:
        """Whether the roster gives the one a post that the other holds."""
        return not self._held.get(old, set()).isdisjoint(self._wanted.get(new, set()))


def _posts(duties: Iterable[RosterDuty]) -> dict[PersonKey, set[Post]]:
    posts: dict[PersonKey, set[Post]] = {}
    for each in duties:
        posts.setdefault(each.person, set()).add(each.post)
    return posts
