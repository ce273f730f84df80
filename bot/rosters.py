"""A roster's file into the database: all of it or nothing, and what it changes."""

from __future__ import annotations

from datetime import datetime

from exports.roster_file import read_rows
from reporting.campaign import Campaign
from reporting.roster import Changes, Roster, RosterProblem, compare, read_roster
from storage.store import Books


class RosterRefusedError(ValueError):
    """The roster has bad lines, each with its number and remedy; nothing was loaded."""

    def __init__(self, problems: tuple[RosterProblem, ...]) -> None:
        super().__init__(f"{len(problems)} bad lines")
        self.problems = problems


def read_roster_file(campaign: Campaign, data: bytes) -> Roster:
    """The roster in a file; RosterFileError or RosterRefusedError."""
    found = read_roster(campaign, read_rows(data))
    if isinstance(found, Roster):
        return found
    raise RosterRefusedError(found)


async def changes_of(books: Books, campaign: Campaign, roster: Roster) -> Changes:
    """What loading the roster would add, change and end; what was handed over in chat stays."""
    current = await books.roster.current(campaign.key)
    return compare(current, roster, await books.roster.handed_over(campaign.key))


async def load_roster(books: Books, campaign: Campaign, roster: Roster, now: datetime) -> Changes:
    """Make the database say what the roster says."""
    changes = await changes_of(books, campaign, roster)
    await books.roster.apply(campaign.key, changes, now)
    return changes
