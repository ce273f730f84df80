"""Messages survive the ledger."""

import json
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.payload import carried, from_notice, to_notice
from handlers.outgoing import Address, Button, Message
from storage.nouns import NewNotice, Notice, NoticeState

NOW = datetime(2023, 9, 22, 1, 0, tzinfo=UTC)
ids = st.integers(1, 2**40)
maybe = st.none() | ids
words = st.text(max_size=20)
buttons = st.builds(Button, words, words)
messages = st.builds(
    Message,
    to=st.builds(Address, st.integers(-(2**40), 2**40), maybe),
    text=words,
    key=words,
    kind=st.sampled_from(["reply", "question", "reminder", "post"]),
    buttons=st.lists(st.lists(buttons, max_size=3).map(tuple), max_size=3).map(tuple),
    file=maybe,
    edit=maybe,
    person=maybe,
    silent=st.booleans(),
    campaign=st.none() | words,
    period=st.none() | words,
    step=st.none() | words,
    keeps=st.none() | words,
    secret=st.booleans(),
)


def kept(notice: NewNotice) -> Notice:
    """The notice as the ledger gives it back, its payload through JSON."""
    values: dict[str, Any] = {each.name: getattr(notice, each.name) for each in fields(notice)}
    values |= {"payload": json.loads(json.dumps(notice.payload)), "due_at": NOW}
    state = {"id": 1, "state": NoticeState.DUE, "attempts": 0, "error": None}
    return Notice(**values, **state, message_id=None, claimed_at=None, settled_at=None)


@given(messages)
def test_a_message_comes_back_as_it_went_in(message: Message) -> None:
    assert from_notice(kept(to_notice(message, NOW))) == message


def test_a_group_that_moved_meanwhile_is_written_to_where_it_is_now() -> None:
    moved = replace(kept(to_notice(Message(Address(-5), "x", key="k"), NOW)), chat=-1005)
    assert from_notice(moved).to == Address(-1005)


def test_notices_that_a_message_carries_are_on_record_under_their_own_keys() -> None:
    message = Message(Address(1), "两份", key="a", kind="reminder", settles=("b", "c"))
    found = carried(message, NOW)
    assert [each.key for each in found] == ["b", "c"]
    assert {each.payload["carried_by"] for each in found} == {"a"}
