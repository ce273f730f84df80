"""Making invitations: a code is shown once, and only its digest is kept."""

from __future__ import annotations

import secrets
from datetime import datetime

from reporting.invite import LENGTH, LIFETIME, code, digest
from reporting.people import Person
from storage.store import Books


async def invite(books: Books, person: int, now: datetime) -> str:
    """A new code for a person; the ones before it that nobody used are void."""
    fresh = code(secrets.token_bytes(LENGTH))
    await books.people.invite(person, digest(fresh), now, now + LIFETIME)
    return fresh


async def release(books: Books, person: Person, now: datetime) -> None:
    """Take away a person's account, for they have another: it loses access at once."""
    if person.telegram is not None:
        await books.people.release(person.id, person.telegram, now)
        before = {"person": person.id, "telegram": person.telegram}
        await books.journal.note(None, "released-account", at=now, before=before)
