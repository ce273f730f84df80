"""Somebody with duties in several places is told of all of them, and never of others."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.callback import of_command
from handlers.outgoing import Message
from tests.campaigns import HERE, tea
from tests.handlers.office import Office, messages, opened, texts

CLOSED = datetime(2023, 9, 29, tzinfo=UTC)
WHO = "联络员戊"  # of 县农业局 in 青石县, and now of 空谷县 and the city as well
MORE = f"""空谷县,县级,云溪市,空谷县农业局,农业部门,是,{WHO},联络员B,,000-0008,
云溪市,市级,,,,,{WHO},汇总员,,000-0008,
"""


@pytest.fixture
async def office(empty: Path) -> AsyncIterator[Office]:
    roster = (HERE / "tea-2023" / "roster.csv").read_text(encoding="utf-8") + MORE
    async with opened(empty, [(tea(), roster.encode())]) as here:
        yield here


def labels(message: Message) -> list[str]:
    return [button.label for row in message.buttons for button in row]


async def all_locked(office: Office) -> None:
    """Both units' September has gone into the roll-ups of their counties."""
    for unit in ("县农业局", "空谷县农业局"):
        await office.submit(tea(), unit, "2023-09", WHO)
    office.now = CLOSED
    await office.ring()


async def test_every_duty_is_named(office: Office) -> None:
    said = texts(await office.says(WHO, "/start"))
    for duty in ("县农业局 联络员", "空谷县农业局 联络员（B角）", "云溪市 汇总员"):
        assert duty in said


async def test_both_reports_are_offered_by_name(office: Office) -> None:
    (offer,) = messages(await office.says(WHO, "/fill"))
    assert [label.rpartition(" · ")[2] for label in labels(offer)] == ["县农业局", "空谷县农业局"]


async def test_with_one_handed_in_the_other_is_begun_at_once(office: Office) -> None:
    await office.submit(tea(), "县农业局", "2023-09", WHO)
    (question,) = messages(await office.says(WHO, "/fill"))
    assert "空谷县农业局" in question.text and "1/12" in question.text


async def test_reports_that_are_all_locked_are_told_in_one_message(office: Office) -> None:
    await all_locked(office)
    (told,) = messages(await office.says(WHO, "/fill"))
    assert told.text.count("已汇总并锁定") == 2
    assert "· 县农业局" in told.text and "空谷县农业局" in told.text and not told.buttons
    (changed,) = messages(await office.presses(WHO, of_command("fill")))
    assert (changed.edit, changed.text) == (7, told.text)


async def test_what_is_named_and_cannot_be_filled_in_is_not_passed_over(office: Office) -> None:
    await all_locked(office)
    (told,) = messages(await office.says(WHO, "/fill 7月"))
    assert told.text.startswith("目前没有需要填报的报表")


async def test_a_locked_report_that_is_named_is_spoken_of_alone(office: Office) -> None:
    await all_locked(office)
    (told,) = messages(await office.says(WHO, f"/fill {office.units['县农业局']} 2023-09"))
    assert told.text.count("已汇总并锁定") == 1 and "空谷县" not in told.text


async def test_status_is_the_coordinated_region_and_mine_the_own_units(office: Office) -> None:
    assert "云溪市" in texts(await office.says(WHO, "/status"))
    mine = texts(await office.says(WHO, "/mine"))
    assert "县农业局" in mine and "空谷县农业局" in mine and "云溪市" not in mine


async def test_reminders_of_one_day_are_one_message_with_a_line_each(office: Office) -> None:
    reminders = [each for each in await office.ring() if each.kind == "reminder"]
    (mine,) = [each for each in reminders if each.person == office.persons[WHO]]
    assert "县农业局" in mine.text and "空谷县农业局" in mine.text
    assert mine.text.count("还有 3 天") == 2
    assert labels(mine) == ["开始填报", "零报告"]
    assert [each for each in await office.ring() if each.kind == "reminder"] == []


async def test_the_reminder_names_only_what_is_still_owed(office: Office) -> None:
    await office.submit(tea(), "县农业局", "2023-09", WHO)
    reminders = [each for each in await office.ring() if each.kind == "reminder"]
    (mine,) = [each for each in reminders if each.person == office.persons[WHO]]
    assert "· 县农业局" not in mine.text and "空谷县农业局" in mine.text


async def test_a_group_hears_of_its_own_region_whoever_asks(office: Office) -> None:
    await office.bind("空谷县", -1)
    said = texts(await office.says(WHO, "/status", -1))
    assert "空谷县" in said and "青石县" not in said


async def test_two_regions_of_one_group_are_both_answered(office: Office) -> None:
    await office.bind("空谷县", -1)
    await office.bind("青石县", -1)
    (card,) = messages(await office.says(WHO, "/status", -1))
    assert "空谷县" in card.text and "青石县" in card.text
    assert len(messages(await office.says(WHO, "/table", -1))) == 2


async def test_without_a_group_the_coordinator_gets_the_table_in_private(office: Office) -> None:
    await office.submit(tea(), "市农业局", "2023-09", "联络员甲")
    office.now = office.now.replace(day=29, hour=0)
    posts = [each for each in await office.ring() if each.kind == "post" and each.file is not None]
    assert {each.to.chat for each in posts} == {office.accounts[WHO], office.accounts["汇总员甲"]}
