"""What is to be said, and what became of it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from storage.nouns import NewNotice, Notice, NoticeState
from storage.store import Books, Store
from tests.storage.cast import NOW, Cast

LATER = NOW + timedelta(minutes=5)
PAYLOAD = {"text": "第 1 题", "buttons": [[["0", "x:0"]]], "silent": False}


def notice(key: str, kind: str = "reminder", **more: object) -> NewNotice:
    """Something to say to chat 1, now."""
    return replace(NewNotice(key, kind, 1, PAYLOAD, NOW), **more)


async def test_a_key_is_taken_once_and_for_ever(store: Store) -> None:
    async with store.transaction() as books:
        first = await books.ledger.add(notice("remind:甲:2023-09:d3"))
        assert first is not None
        assert await books.ledger.add(notice("remind:甲:2023-09:d3")) is None
        await books.ledger.sent(first, 7, NOW)
    async with store.transaction() as books:
        assert await books.ledger.add(notice("remind:甲:2023-09:d3")) is None
        assert len(await books.ledger.add_all([notice("a"), notice("b"), notice("a")])) == 2
        assert await books.ledger.known(["a", "b", "c"]) == {"a", "b"}


async def test_a_key_that_was_rolled_back_is_free(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        async with store.transaction() as books:
            await books.ledger.add(notice("a"))
            raise ZeroDivisionError
    async with store.transaction() as books:
        assert await books.ledger.add(notice("a")) is not None


async def claimed(books: Books, now: datetime = NOW) -> Notice | None:
    """The next that is due, taken for sending."""
    found = await books.ledger.next_due(now)
    return await books.ledger.claim(found.id, now) if found else None


async def all_claimed(books: Books, now: datetime = NOW) -> list[Notice]:
    """Everything that is due, in order."""
    taken = []
    while found := await claimed(books, now):
        taken.append(found)
    return taken


async def test_whoever_waits_is_answered_first(store: Store) -> None:
    async with store.transaction() as books:
        for key, kind in (("p", "post"), ("m", "reminder"), ("q", "question"), ("r", "reply")):
            await books.ledger.add(notice(key, kind))
        await books.ledger.add(notice("later", "reply", due_at=LATER))
    async with store.transaction() as books:
        taken = await all_claimed(books)
    assert [each.key for each in taken] == ["q", "r", "p", "m"]
    assert taken[0].state is NoticeState.SENDING
    assert (taken[0].attempts, taken[0].claimed_at, taken[0].payload) == (1, NOW, PAYLOAD)


async def test_a_chat_that_must_wait_holds_up_no_other(store: Store) -> None:
    async with store.transaction() as books:
        for key, chat in (("a", 1), ("b", 1), ("c", 2)):
            await books.ledger.add(notice(key, chat=chat))
        others = await books.ledger.next_due(NOW, elsewhere={1, 3})
        assert others is not None and others.key == "c"
        assert await books.ledger.next_due(NOW, elsewhere={1, 2}) is None
        await books.ledger.put_off(1, LATER)
        assert [each.key for each in await all_claimed(books)] == ["c"]
        assert [each.key for each in await all_claimed(books, LATER)] == ["a", "b"]


async def test_what_is_due_later_still_is_not_put_forward(store: Store) -> None:
    much_later = LATER + timedelta(hours=1)
    async with store.transaction() as books:
        await books.ledger.add(notice("a", due_at=much_later))
        await books.ledger.put_off(1, LATER)
        assert await books.ledger.next_due(LATER) is None
        assert await books.ledger.next_due(much_later) is not None


async def test_two_claimers_never_get_the_same(store: Store) -> None:
    async with store.transaction() as books:
        ids = await books.ledger.add_all(notice(str(n)) for n in range(50))

    async def claimer() -> list[int]:
        taken = []
        for id in ids:
            async with store.transaction() as books:
                found = await books.ledger.claim(id, NOW)
                await asyncio.sleep(0)
            taken += [found.id] if found else []
        return taken

    taken = [id for those in await asyncio.gather(*(claimer() for _ in range(4))) for id in those]
    assert sorted(taken) == sorted(ids)


async def test_claims_that_overlap_have_one_winner(store: Store) -> None:
    """On PostgreSQL both are open at once; on SQLite the second waits for the first."""
    async with store.transaction() as books:
        id = await books.ledger.add(notice("a"))
    assert id is not None

    async def claimer() -> Notice | None:
        async with store.transaction() as books:
            found = await books.ledger.claim(id, NOW)
            await asyncio.sleep(0.05)
            return found

    assert (await asyncio.gather(claimer(), claimer())).count(None) == 1


async def test_a_claim_that_was_not_committed_is_due_again(store: Store) -> None:
    async with store.transaction() as books:
        await books.ledger.add(notice("a"))
    with pytest.raises(ZeroDivisionError):
        async with store.transaction() as books:
            assert await claimed(books) is not None
            raise ZeroDivisionError
    async with store.transaction() as books:
        again = await claimed(books)
    assert again is not None and again.attempts == 1


async def test_every_outcome_is_on_record(store: Store) -> None:
    async with store.transaction() as books:
        ids = await books.ledger.add_all(notice(key) for key in "abcdef")
        await all_claimed(books)
        await books.ledger.sent_many({ids[0]: 70, ids[1]: None}, LATER)
        await books.ledger.failed(ids[2], "Forbidden", LATER)
        await books.ledger.uncertain(ids[3], "time-out", LATER)
        await books.ledger.missed([ids[4]], LATER)
        await books.ledger.retry(ids[5], LATER, "429")
    async with store.reading() as books:
        found = [
            (each.state, each.message_id, each.error, each.settled_at)
            for each in await books.ledger.find()
        ]
        (waiting,) = await books.ledger.find(state=NoticeState.DUE)
    assert found == [
        (NoticeState.SENT, 70, None, LATER),
        (NoticeState.SENT, None, None, LATER),
        (NoticeState.FAILED, None, "Forbidden", LATER),
        (NoticeState.UNCERTAIN, None, "time-out", LATER),
        (NoticeState.MISSED, None, None, LATER),
        (NoticeState.DUE, None, "429", None),
    ]
    assert (waiting.key, waiting.due_at, waiting.attempts) == ("f", LATER, 1)


async def test_after_a_crash_questions_are_asked_again_and_reminders_are_not(
    store: Store,
) -> None:
    async with store.transaction() as books:
        await books.ledger.add_all(notice(kind, kind) for kind in ("reply", "question"))
        await books.ledger.add_all(notice(kind, kind) for kind in ("reminder", "post"))
        await all_claimed(books)
        await books.ledger.add(notice("waiting"))
    async with store.transaction() as books:
        in_hand = await books.ledger.recover(LATER)
    assert [each.key for each in in_hand] == ["reply", "question"]
    async with store.reading() as books:
        states = {each.key: each.state for each in await books.ledger.find()}
    assert states == {
        "reply": NoticeState.SENDING,
        "question": NoticeState.SENDING,
        "reminder": NoticeState.UNCERTAIN,
        "post": NoticeState.UNCERTAIN,
        "waiting": NoticeState.DUE,
    }


async def test_a_late_reminder_can_be_put_down_as_missed(store: Store) -> None:
    async with store.transaction() as books:
        await books.ledger.add(notice("late"), NoticeState.MISSED)
        assert await books.ledger.next_due(LATER) is None


async def test_the_last_question_is_the_newest_one_sent_or_still_on_its_way(
    store: Store, cast: Cast
) -> None:
    async with store.transaction() as books:
        assert await books.ledger.last_question(cast.jia) is None
        ids = await books.ledger.add_all(
            notice(str(n), "question", person=cast.jia, chat=5) for n in range(3)
        )
        await books.ledger.add(notice("other", "reply", person=cast.jia))
        await books.ledger.sent_many({ids[0]: 10, ids[1]: 11}, NOW)
        on_its_way = await books.ledger.last_question(cast.jia)
        assert on_its_way is not None and on_its_way.message_id is None
        await books.ledger.sent(ids[2], 12, NOW)
    async with store.reading() as books:
        last = await books.ledger.last_question(cast.jia)
        assert last is not None and (last.chat, last.message_id) == (5, 12)
        assert await books.ledger.last_question(cast.yi) is None
