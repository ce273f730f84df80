"""Invitations: how a person of the roster gets a Telegram account. Only digests are kept."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, func, insert, literal_column, select, update

from storage import tables
from storage.doors.door import Door
from storage.nouns import NoticeState, Redeemed, Refusal

_i, _p, _g, _l = tables.invites.c, tables.people.c, tables.guesses.c, tables.ledger.c
_INVITE = insert(tables.invites)
_EXPIRE = (
    update(tables.invites)
    .where(
        _i.person == bindparam("who"),
        _i.used_at.is_(None),
        _i.expires_at > bindparam("now"),
    )
    .values(expires_at=bindparam("now"))
)
_FIND = (
    select(_i.person, _i.expires_at, _i.used_at, _p.telegram)
    .join(tables.people, _p.id == _i.person)
    .where(_i.code_hash == bindparam("code"))
    .with_for_update()  # on PostgreSQL; SQLite has one writer anyway
)
_HOLDER = select(_p.id).where(_p.telegram == bindparam("account"))
_USE = (
    update(tables.invites)
    .where(_i.code_hash == bindparam("code"))
    .values(used_at=bindparam("now"), used_by=bindparam("account"))
)
_BIND = (
    update(tables.people)
    .where(_p.id == bindparam("who"))
    .values(telegram=bindparam("account"), blocked=False)
)
_RELEASE = (
    update(tables.people).where(_p.id == bindparam("who")).values(telegram=None, blocked=False)
)
_KEEP_BACK = (
    update(tables.ledger)
    .where(literal_column("state = 'due'"), _l.chat == bindparam("account"))
    .values(state=NoticeState.FAILED, error="released", settled_at=bindparam("now"))
)
_GUESS = insert(tables.guesses)
_GUESSES = select(func.count()).where(
    _g.telegram == bindparam("account"), _g.at >= bindparam("since")
)


class Invites(Door):
    """Codes to bind an account with, each once."""

    async def invite(self, person: int, code_hash: str, now: datetime, expires: datetime) -> None:
        """Keep a new code's digest. Earlier codes of the person that nobody used expire now."""
        await self._do(_EXPIRE, {"who": person, "now": now})
        values = {"person": person, "code_hash": code_hash}
        await self._do(_INVITE, values | {"created_at": now, "expires_at": expires})

    async def redeem(self, code_hash: str, telegram: int, now: datetime) -> Redeemed | Refusal:
        """Bind the account to the invited person, or say why not; then nothing has changed."""
        found = await self._row(_FIND, {"code": code_hash})
        if found is None:
            return Refusal.UNKNOWN
        if found.used_at is not None:
            return Refusal.USED
        if found.expires_at <= now:
            return Refusal.EXPIRED
        holder = await self._value(_HOLDER, {"account": telegram})
        if holder not in (None, found.person) or found.telegram not in (None, telegram):
            return Refusal.FOREIGN
        await self._do(_USE, {"code": code_hash, "now": now, "account": telegram})
        await self._do(_BIND, {"who": found.person, "account": telegram})
        return Redeemed(int(found.person))

    async def release(self, person: int, telegram: int, now: datetime) -> None:
        """Take the account from the person: a stranger's from now on, told nothing any more."""
        await self._do(_RELEASE, {"who": person})
        await self._do(_KEEP_BACK, {"account": telegram, "now": now})

    async def guessed(self, telegram: int, at: datetime) -> None:
        """Note a wrong code from this account."""
        await self._do(_GUESS, {"telegram": telegram, "at": at})

    async def guesses_since(self, telegram: int, since: datetime) -> int:
        """How many wrong codes came from this account since then."""
        return int(await self._value(_GUESSES, {"account": telegram, "since": since}))
