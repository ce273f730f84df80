"""The clock that can be moved."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.clock import Clock, MovableClock

START = datetime(2023, 9, 22, 1, 0, tzinfo=UTC)
A_MOMENT = timedelta(seconds=5)


def test_the_machines_clock_speaks_utc() -> None:
    assert Clock().now().utcoffset() == timedelta(0)


def test_it_begins_where_it_is_set_and_runs_on() -> None:
    clock = MovableClock(START)
    first = clock.now()
    assert START <= first < START + A_MOMENT
    assert clock.now() > first


def test_it_moves_forward_and_runs_on_from_there() -> None:
    clock = MovableClock(START)
    clock.advance(timedelta(days=1))
    assert START + timedelta(days=1) <= clock.now() < START + timedelta(days=1) + A_MOMENT
    there = datetime(2023, 9, 26, 0, 0, tzinfo=timezone(timedelta(hours=8)))
    clock.move_to(there)
    assert there <= clock.now() < there + A_MOMENT
    assert clock.now().utcoffset() == timedelta(0)


def test_it_never_goes_back() -> None:
    clock = MovableClock(START)
    with pytest.raises(ValueError, match="never goes back"):
        clock.move_to(START - timedelta(seconds=1))


def test_an_instant_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        MovableClock(datetime(2023, 9, 22, 9, 0))
