"""Who is reminded when, until when it is worth it, and one message a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.campaign import Campaign, ReminderStep
from reporting.reminders import Nudge, Reminder, due_reminders, messages, steps
from reporting.workdays import working_days
from tests.reporting.small_campaign import SHANGHAI, calendar, campaign

WORKDAYS = working_days("CN", (2023, 2024))
LONG_AGO = datetime(2000, 1, 1, tzinfo=SHANGHAI)


def at(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(2023, month, day, hour, minute, tzinfo=SHANGHAI)


def of_month(key: str, of: Campaign | None = None) -> tuple[Reminder, ...]:
    of = of or campaign()
    return steps(of, "county", of.calendar.period(key), WORKDAYS)


def days(key: str) -> list[tuple[int, int]]:
    return [(day.month, day.day) for day in (r.at.astimezone(SHANGHAI) for r in of_month(key))]


MONTHS = [  # three days and one day before, on the day, five working days after
    ("2023-08", [(8, 22), (8, 24), (8, 25), (8, 28), (8, 29), (8, 30), (8, 31), (9, 1)]),
    # 29 September to 6 October off, 7 and 8 October (a weekend) worked
    ("2023-09", [(9, 22), (9, 24), (9, 25), (9, 26), (9, 27), (9, 28), (10, 7), (10, 8)]),
    ("2023-11", [(11, 22), (11, 24), (11, 25), (11, 27), (11, 28), (11, 29), (11, 30), (12, 1)]),
    # over the year's end: 30 December to 1 January off
    ("2023-12", [(12, 22), (12, 24), (12, 25), (12, 26), (12, 27), (12, 28), (12, 29), (1, 2)]),
]


@pytest.mark.parametrize(("key", "expected"), MONTHS)
def test_the_days_of_a_month_by_hand(key: str, expected: list[tuple[int, int]]) -> None:
    assert days(key) == expected


def test_every_reminder_is_at_nine_in_the_campaigns_zone() -> None:
    assert {each.at.astimezone(SHANGHAI).time() for each in of_month("2023-09")} == {time(9)}


def test_the_ledgers_keys_are_all_different_and_tell_the_distance() -> None:
    assert [(each.step, each.days) for each in of_month("2023-08")] == [
        ("before-3", 3),
        ("before-1", 1),
        ("on-the-day", 0),
        ("overdue-1", -3),
        ("overdue-2", -4),
        ("overdue-3", -5),
        ("overdue-4", -6),
        ("overdue-5", -7),
    ]


def test_a_step_before_the_opening_is_dropped() -> None:
    exceptions = {("2023-09", "opens"): date(2023, 9, 23)}
    late = campaign(calendar(exceptions=exceptions))
    assert of_month("2023-09", late)[0].step == "before-1"


def test_a_reminder_follows_the_exception_of_its_level() -> None:
    moved = campaign(calendar(exceptions={("2023-12", "units_due:county"): date(2023, 12, 27)}))
    assert of_month("2023-12", moved)[0].at == at(12, 24)


def test_nobody_is_reminded_once_late_reports_are_no_longer_taken() -> None:
    many = replace(campaign(), reminders=(ReminderStep("overdue", time(9), overdue=60),))
    assert of_month("2023-08", many)[-1].at == at(9, 25)


def test_a_reminder_is_worth_sending_until_its_day_ends() -> None:
    first = of_month("2023-09")[0]
    assert not first.is_missed(at(9, 22, 23, 59))
    assert first.is_missed(at(9, 23, 0))


def test_a_reminder_is_overtaken_by_the_next_of_the_same_report() -> None:
    twice = replace(
        campaign(),
        reminders=(ReminderStep("morning", time(9)), ReminderStep("evening", time(17))),
    )
    morning, evening = of_month("2023-09", twice)
    assert not morning.is_missed(at(9, 25, 16, 59))
    assert morning.is_missed(at(9, 25, 17))
    assert evening.until == at(9, 26, 0)


def test_reminders_become_due_and_nothing_from_before_the_loading() -> None:
    reminders = of_month("2023-09")
    assert due_reminders(reminders, LONG_AGO, at(9, 22, 8)) == ()
    assert [r.step for r in due_reminders(reminders, LONG_AGO, at(9, 22))] == ["before-3"]
    assert [r.step for r in due_reminders(reminders, at(9, 23), at(9, 25, 9))] == [
        "before-1",
        "on-the-day",
    ]


@given(st.datetimes(datetime(2023, 9, 1), datetime(2023, 10, 20)))
def test_at_most_one_step_of_a_report_is_worth_sending(naive: datetime) -> None:
    now = naive.replace(tzinfo=SHANGHAI)
    due = due_reminders(of_month("2023-09"), LONG_AGO, now)
    assert len([each for each in due if not each.is_missed(now)]) <= 1


def nudge(person: int, unit: int, reminder: Reminder, period: str = "2023-09") -> Nudge:
    return Nudge(person, "small", unit, period, reminder.at.astimezone(SHANGHAI).date(), reminder)


SEPTEMBER = of_month("2023-09")


def test_a_person_with_several_units_gets_one_message_that_lists_them() -> None:
    (message,) = messages([nudge(1, 8, SEPTEMBER[0]), nudge(1, 7, SEPTEMBER[0])])
    assert (message.person, [line.unit for line in message.lines]) == (1, [7, 8])


def test_two_people_get_a_message_each() -> None:
    both = messages([nudge(1, 7, SEPTEMBER[0]), nudge(2, 7, SEPTEMBER[0])])
    assert [each.person for each in both] == [1, 2]


def test_what_falls_on_two_days_is_two_messages() -> None:
    assert len(messages([nudge(1, 7, SEPTEMBER[0]), nudge(1, 7, SEPTEMBER[1])])) == 2


def test_two_steps_of_one_report_on_a_day_are_one_line_and_both_are_settled() -> None:
    later = replace(SEPTEMBER[0], step="again", at=SEPTEMBER[0].at + timedelta(hours=1))
    (message,) = messages([nudge(1, 7, later), nudge(1, 7, SEPTEMBER[0])])
    assert [line.reminder.step for line in message.lines] == ["again"]
    assert {each.reminder.step for each in message.nudges} == {"again", "before-3"}


def test_the_soonest_due_stands_first() -> None:
    other = replace(SEPTEMBER[0], due=SEPTEMBER[0].due - timedelta(days=30))
    (message,) = messages([nudge(1, 7, SEPTEMBER[0]), nudge(1, 9, other, "2023-08")])
    assert [line.period for line in message.lines] == ["2023-08", "2023-09"]
