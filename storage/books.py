"""The books of one transaction: a door for every subject."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.doors.attachments import Attachments
from storage.doors.campaigns import Campaigns
from storage.doors.company import Company
from storage.doors.decisions import Decisions
from storage.doors.files import Files
from storage.doors.groups import Groups
from storage.doors.handovers import Handovers
from storage.doors.journal import Journal
from storage.doors.ledger import Ledger
from storage.doors.people import People
from storage.doors.progress import Progress
from storage.doors.prompts import Prompts
from storage.doors.reports import Reports
from storage.doors.rollups import RollUps
from storage.doors.roster import Rosters
from storage.doors.updates import Updates


class Books:
    """What ``Store.transaction`` and ``Store.reading`` hand out."""

    def __init__(self, connection: AsyncConnection, *, writing: bool = False) -> None:
        """Open every door on this connection."""
        self.updates = Updates(connection, writing)
        self.campaigns = Campaigns(connection, writing)
        self.roster = Rosters(connection, writing)
        self.people = People(connection, writing)
        self.prompts = Prompts(connection, writing)
        self.handovers = Handovers(connection, writing)
        self.groups = Groups(connection, writing)
        self.reports = Reports(connection, writing)
        self.attachments = Attachments(connection, writing)
        self.company = Company(connection, writing)
        self.decisions = Decisions(connection, writing)
        self.rollups = RollUps(connection, writing)
        self.progress = Progress(connection, writing)
        self.files = Files(connection, writing)
        self.ledger = Ledger(connection, writing)
        self.journal = Journal(connection, writing)
