"""What is to be said, and what became of it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from storage.nouns import NewNotice, NoticeState
from storage.store import Store
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


async def test_whoever_waits_is_answered_first(store: Store) -> None:
    async with store.transaction() as books:
        for key, kind in (("p", "post"), ("m", "reminder"), ("q", "question"), ("r", "reply")):
            await books.ledger.add(notice(key, kind))
        await books.ledger.add(notice("later", "reply", due_at=LATER))
    async with store.transaction() as books:
        first = await books.ledger.claim(3, NOW)
        rest = await books.ledger.claim(3, NOW)
    assert [each.key for each in first] == ["q", "r", "p"]
    assert [each.key for each in rest] == ["m"]
    assert first[0].state is NoticeState.SENDING
    assert (first[0].attempts, first[0].claimed_at, first[0].payload) == (1, NOW, PAYLOAD)


async def test_two_claimers_never_get_the_same(store: Store) -> None:
    async with store.transaction() as books:
        await books.ledger.add_all(notice(str(n)) for n in range(200))

    async def claimer() -> list[int]:
        taken: list[int] = []
        while True:
            async with store.transaction() as books:
                found = await books.ledger.claim(7, NOW)
                await asyncio.sleep(0)
            if not found:
                return taken
            taken += [each.id for each in found]

    taken = [id for ids in await asyncio.gather(*(claimer() for _ in range(4))) for id in ids]
    assert len(taken) == len(set(taken)) == 200


async def test_claims_that_overlap_share_nothing(store: Store) -> None:
    """On PostgreSQL both are open at once; on SQLite the second waits for the first."""
    async with store.transaction() as books:
        await books.ledger.add_all(notice(str(n)) for n in range(4))

    async def claimer() -> set[int]:
        async with store.transaction() as books:
            found = await books.ledger.claim(2, NOW)
            await asyncio.sleep(0.05)
            return {each.id for each in found}

    one, two = await asyncio.gather(claimer(), claimer())
    assert len(one | two) == 4


async def test_a_claim_that_was_not_committed_is_due_again(store: Store) -> None:
    async with store.transaction() as books:
        await books.ledger.add(notice("a"))
    with pytest.raises(ZeroDivisionError):
        async with store.transaction() as books:
            assert len(await books.ledger.claim(1, NOW)) == 1
            raise ZeroDivisionError
    async with store.transaction() as books:
        (again,) = await books.ledger.claim(1, NOW)
    assert again.attempts == 1


async def test_every_outcome_is_on_record(store: Store) -> None:
    async with store.transaction() as books:
        ids = await books.ledger.add_all(notice(key) for key in "abcdef")
        await books.ledger.claim(6, NOW)
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
        await books.ledger.claim(9, NOW)
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
        assert await books.ledger.claim(9, LATER) == ()


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
