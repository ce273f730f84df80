"""What is to be said, and what became of it: written before it is sent, settled after.

A key is taken once and for ever, so adding a notice is also claiming the right to say it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, literal_column, select, update

from storage import tables
from storage.doors.door import AnyRow, Door, insert_new
from storage.nouns import NewNotice, Notice, NoticeState

ASKED_AGAIN = (
    "reply",
    "question",
)  # somebody waits: said first, and again when in doubt

_l = tables.ledger.c
_NOTICE = tuple(_l[name] for name in Notice.__slots__)
_ADD = insert_new(tables.ledger, _l.id)
_DUE: ColumnElement[bool] = literal_column("state = 'due'")  # spelt out, as the index has it
_SENDING: ColumnElement[bool] = literal_column("state = 'sending'")
_NEXT = (
    select(*_NOTICE)
    .where(
        _DUE,
        _l.due_at <= bindparam("now"),
        _l.chat.not_in(bindparam("elsewhere", expanding=True)),
    )
    .order_by(_l.rank, _l.due_at, _l.id)
    .limit(1)
)
_CLAIM = (
    update(tables.ledger)
    .where(_l.id == bindparam("which"), _DUE)
    .values(state=NoticeState.SENDING, claimed_at=bindparam("now"), attempts=_l.attempts + 1)
    .returning(*_NOTICE)
)
_SETTLE = (
    update(tables.ledger)
    .where(_l.id == bindparam("which"))
    .values(
        state=bindparam("new"),
        error=bindparam("why"),
        message_id=func.coalesce(bindparam("message"), _l.message_id),
        settled_at=bindparam("at"),
    )
)
_FORGET = (
    update(tables.ledger)
    .where(_l.id == bindparam("which"))
    .values(payload=bindparam("nothing", type_=_l.payload.type))
)
_RETRY = (
    update(tables.ledger)
    .where(_l.id == bindparam("which"))
    .values(state=NoticeState.DUE, due_at=bindparam("later"), error=bindparam("why"))
)
_PUT_OFF = (
    update(tables.ledger)
    .where(_DUE, _l.chat == bindparam("to"), _l.due_at < bindparam("later"))
    .values(due_at=bindparam("later"))
)
_HALF_SAID = select(*_NOTICE).where(_SENDING, _l.kind.in_(ASKED_AGAIN)).order_by(_l.id)
_IN_DOUBT = (
    update(tables.ledger)
    .where(_SENDING, _l.kind.not_in(ASKED_AGAIN))
    .values(state=NoticeState.UNCERTAIN, settled_at=bindparam("now"), error="interrupted")
)
_LAST_QUESTION = (
    select(*_NOTICE)
    .where(
        literal_column("kind = 'question'"),
        _l.person == bindparam("person"),
    )
    .order_by(_l.id.desc())
    .limit(1)
)
AT_MOST = 10_000  # keys in one question: databases take some 32,000
_KNOWN = select(_l.key).where(_l.key.in_(bindparam("keys", expanding=True)))
_ALL = select(*_NOTICE).order_by(_l.id)


class Ledger(Door):
    """The outbox and its history in one."""

    async def add(self, notice: NewNotice, state: NoticeState = NoticeState.DUE) -> int | None:
        """Put it down to be said (or as ``missed``); None if its key was ever used before."""
        found: int | None = await self._value(self._for_here(_ADD), _values(notice, state))
        return found

    async def add_all(
        self, notices: Iterable[NewNotice], state: NoticeState = NoticeState.DUE
    ) -> tuple[int, ...]:
        """Put several down; the ids of those whose key was new."""
        values = [_values(each, state) for each in notices]
        if not values:
            return ()
        return tuple(row.id for row in await self._rows(self._for_here(_ADD), values))

    async def next_due(self, now: datetime, elsewhere: Collection[int] = ()) -> Notice | None:
        """What is to be said next, replies and questions first; not to the chats ``elsewhere``."""
        row = await self._row(_NEXT, {"now": now, "elsewhere": list(elsewhere)})
        return _notice(row) if row else None

    async def claim(self, id: int, now: datetime) -> Notice | None:
        """Take it for sending; None if it is not due any more. Nobody else gets it."""
        row = await self._row(_CLAIM, {"which": id, "now": now})
        return _notice(row) if row else None

    async def sent(self, id: int, message_id: int | None, at: datetime) -> None:
        """It was accepted by the channel."""
        await self.sent_many({id: message_id}, at)

    async def sent_many(self, messages: Mapping[int, int | None], at: datetime) -> None:
        """Notice id → message id, for all that were accepted."""
        lines = [_outcome(id, NoticeState.SENT, at, None, m) for id, m in messages.items()]
        if lines:
            await self._do(_SETTLE, lines)

    async def forget(self, id: int) -> None:
        """Keep no word of what it said."""
        await self._do(_FORGET, {"which": id, "nothing": {"text": ""}})

    async def failed(self, id: int, error: str, at: datetime) -> None:
        """It was refused for good."""
        await self._do(_SETTLE, _outcome(id, NoticeState.FAILED, at, error))

    async def uncertain(self, id: int, error: str, at: datetime) -> None:
        """Nobody knows whether it was accepted; it is not said again by itself."""
        await self._do(_SETTLE, _outcome(id, NoticeState.UNCERTAIN, at, error))

    async def missed(self, ids: Iterable[int], at: datetime) -> None:
        """They came too late to be said."""
        if lines := [_outcome(id, NoticeState.MISSED, at, None) for id in ids]:
            await self._do(_SETTLE, lines)

    async def retry(self, id: int, due_at: datetime, error: str) -> None:
        """It was surely not accepted: due again, later."""
        await self._do(_RETRY, {"which": id, "later": due_at, "why": error})

    async def put_off(self, chat: int, until: datetime) -> None:
        """Nothing that is due to this chat is said before."""
        await self._do(_PUT_OFF, {"to": chat, "later": until})

    async def recover(self, now: datetime) -> tuple[Notice, ...]:
        """At the start of the one sender, before any claim: settle what was left half sent.

        Reminders and posts become uncertain. Replies and questions stay in hand: they are
        returned in their order, to be said again before anything that is said after them.
        """
        await self._do(_IN_DOUBT, {"now": now})
        return tuple(_notice(row) for row in await self._rows(_HALF_SAID))

    async def last_question(self, person: int) -> Notice | None:
        """The person's newest question; without a message id it is still on its way."""
        row = await self._row(_LAST_QUESTION, {"person": person})
        return _notice(row) if row else None

    async def known(self, keys: Collection[str]) -> frozenset[str]:
        """Those of the keys that were used before."""
        every = list(keys)
        parts = (every[n : n + AT_MOST] for n in range(0, len(every), AT_MOST))
        return frozenset(
            [row.key for part in parts for row in await self._rows(_KNOWN, {"keys": part})]
        )

    async def find(self, **equal: Any) -> tuple[Notice, ...]:
        """The notices where these columns are so (``campaign=…, state=…``), oldest first."""
        statement = _ALL.where(*(_l[name] == value for name, value in equal.items()))
        return tuple(_notice(row) for row in await self._rows(statement))


def _rank(kind: str) -> int:
    return 0 if kind in ASKED_AGAIN else 1


def _values(notice: NewNotice, state: NoticeState) -> dict[str, Any]:
    values = {name: getattr(notice, name) for name in NewNotice.__slots__}
    values |= {
        "payload": dict(notice.payload),
        "due_at": notice.due_at or notice.created_at,
    }
    return values | {"rank": _rank(notice.kind), "state": state, "attempts": 0}


def _outcome(
    id: int,
    state: NoticeState,
    at: datetime,
    error: str | None,
    message: int | None = None,
) -> dict[str, Any]:
    return {"which": id, "new": state, "at": at, "why": error, "message": message}


def _notice(row: AnyRow) -> Notice:
    values = row._asdict()
    return Notice(**values | {"state": NoticeState(values["state"])})
