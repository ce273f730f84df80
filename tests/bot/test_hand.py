"""The offset confirms exactly what is done."""

from hypothesis import given
from hypothesis import strategies as st

from bot.polling import Hand


def batch(*ids: int) -> list[dict[str, int]]:
    return [{"update_id": each} for each in ids]


def test_before_the_first_batch_nothing_is_confirmed() -> None:
    assert Hand().offset is None


def test_what_is_in_hand_is_not_confirmed_and_not_taken_twice() -> None:
    hand = Hand()
    assert hand.take(batch(5, 6, 7)) == batch(5, 6, 7)
    hand.done(6)
    assert hand.offset == 5
    assert hand.take(batch(5, 6, 7, 8)) == batch(8)
    hand.done(5)
    assert hand.offset == 7
    hand.done(7)
    hand.done(8)
    assert hand.offset == 9


def test_numbers_may_begin_anew_after_a_quiet_week() -> None:
    hand = Hand()
    hand.take(batch(900))
    hand.done(900)
    hand.take(batch(40))
    hand.done(40)
    assert hand.offset == 41


@given(st.lists(st.integers(0, 50), min_size=1, unique=True), st.data())
def test_the_offset_never_passes_an_update_that_is_not_done(
    ids: list[int], data: st.DataObject
) -> None:
    hand = Hand()
    hand.take(batch(*ids))
    left = set(ids)
    for each in data.draw(st.permutations(ids)):
        assert hand.offset is not None and hand.offset <= min(left)
        left.discard(each)
        hand.done(each)
    assert hand.offset == max(ids) + 1
