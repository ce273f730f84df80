"""Duties that were handed over in the chat since a roster was written: the newer word stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reporting.roster.nouns import HandedOver, PersonKey, Post, RosterDuty


def brought_back(
    added: Iterable[RosterDuty],
    held: Iterable[RosterDuty],
    handed: Sequence[HandedOver],
    known: Mapping[PersonKey, PersonKey],
) -> tuple[tuple[RosterDuty, HandedOver], ...]:
    """The duties among ``added`` that their person passed on, each with how.

    It counts as long as whoever had it last still holds it, or it was ended without anybody
    after it; once a roster has given the post to somebody else, the roster is the newer word.
    ``known``: keys after the roster's change → keys now, of people it changes.
    """
    now = {(each.person, each.post) for each in held}
    found = []
    for each in added:
        last = _last(known.get(each.person, each.person), each.post, handed)
        if last is not None and (last.to is None or (last.to, each.post) in now):
            found.append((each, last))
    return tuple(found)


def _last(person: PersonKey, post: Post, handed: Sequence[HandedOver]) -> HandedOver | None:
    """The last of the handovers that begin with this person, one leading to the next."""
    last, holder = None, person
    for each in sorted(handed, key=lambda one: one.at):
        if each.duty.post == post and each.duty.person == holder:
            last, holder = each, each.to or holder
    return last
