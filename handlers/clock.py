"""The clock is one more speaker: what is due by now, as tasks of one transaction each."""

from __future__ import annotations

from datetime import datetime

from handlers.chain import closing, doubts, reminding
from handlers.desk import Desk, Task
from storage.store import Books


async def due(books: Books, desk: Desk, now: datetime) -> list[Task]:
    """Everything whose time has come and that is not yet done, in order.

    Tables come before reminders, children before parents. A task that somebody else has done
    meanwhile says nothing: unique keys and versions decide who was first.
    """
    speakers = (closing, reminding, doubts)
    return [task for each in speakers for task in await each.due(books, desk, now)]
