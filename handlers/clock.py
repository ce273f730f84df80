"""The clock is one more speaker: what is due by now, as tasks of one transaction each."""

from __future__ import annotations

from datetime import datetime

from handlers import closing, reminding
from handlers.desk import Desk, Task
from storage.store import Books


async def due(books: Books, desk: Desk, now: datetime) -> list[Task]:
    """Everything whose time has come and that is not yet done, in order.

    Tables come before reminders, children before parents. A task that somebody else has done
    meanwhile says nothing: unique keys and versions decide who was first.
    """
    return [*await closing.due(books, desk, now), *await reminding.due(books, desk, now)]
