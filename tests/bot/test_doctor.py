"""What the doctor finds, and what it says to do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import doctor_telegram
from bot.campaigns import read_campaigns
from bot.doctor import Finding, State
from bot.doctor_roster import calendar, people, traffic
from bot.probing import Probe
from bot.rosters import load_roster, read_roster_file
from bot.settings import read_settings
from bot.wiring import make_desk
from rehearsal import Standin
from reporting.label import Label
from storage.nouns import NewNotice
from storage.store import Store
from tests.bot.command_line import ROSTER, Line, chinese_and_english, line

__all__ = ["line"]
NOW = datetime(2023, 9, 22, 1, tzinfo=UTC)
(CAMPAIGN,) = read_campaigns(["jiaxing-2023"]).values()


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await Store.open(f"sqlite:///{tmp_path}/bot.db")
    await store.migrate()
    yield store
    await store.close()


async def load(store: Store, roster: str) -> None:
    async with store.transaction() as books:
        found = read_roster_file(CAMPAIGN, roster.encode())
        await load_roster(books, CAMPAIGN, found, NOW)


async def of_people(store: Store) -> dict[str, Finding]:
    """Check → finding."""
    async with store.reading() as books:
        return {each.check.en: each for each in await people(books, CAMPAIGN, NOW)}


async def test_no_roster_is_a_problem(store: Store) -> None:
    found = await of_people(store)
    assert found["Roster"].state is State.PROBLEM
    assert found.keys() == {"Roster"}


async def test_a_region_without_a_coordinator_is_a_problem_by_name(store: Store) -> None:
    await load(store, ROSTER.replace("汇总员甲,汇总员", "汇总员甲,管理员"))
    found = await of_people(store)
    assert found["Coordinators"].state is State.PROBLEM
    assert "嘉兴市" in found["Coordinators"].what.zh


async def test_what_only_hampers_is_worth_a_look(store: Store) -> None:
    await load(store, ROSTER.replace("联络员丙,联络员,,000-0005", ",,,"))
    found = await of_people(store)
    assert found["Coordinators"].state is State.OK
    for check, named in (("Groups", "嘉兴市"), ("Liaisons", "市公安局"), ("Accounts", "联络员甲")):
        assert found[check].state is State.WARNING
        assert named in found[check].what.zh


async def test_who_has_blocked_the_bot_is_named(store: Store) -> None:
    await load(store, ROSTER)
    async with store.transaction() as books:
        (person,) = await books.people.find("联络员乙")
        await books.people.invite(person.id, "digest", NOW, NOW + timedelta(days=1))
        await books.people.redeem("digest", 500, NOW)
        await books.people.set_blocked(500, True)
    assert "联络员乙" in (await of_people(store))["Accounts"].what.zh


async def test_what_could_not_be_read_or_said_is_counted(store: Store) -> None:
    async with store.transaction() as books:
        clean = await traffic(books)
        await books.updates.set_aside(1, "{}", "error", NOW)
        id = await books.ledger.add(NewNotice("key", "post", -1, {}, NOW))
        assert id is not None
        await books.ledger.failed(id, "blocked", NOW)
        found = await traffic(books)
    assert [each.state for each in clean] == [State.OK, State.OK]
    assert [each.state for each in found] == [State.WARNING, State.WARNING]
    assert "1" in found[0].what.en and "1 not delivered" in found[1].what.en


def states(found: Probe) -> dict[str, State]:
    """What follows from an answer of Telegram's."""
    clock = doctor_telegram._clock(found, NOW)
    everything = [doctor_telegram._token(found), *doctor_telegram._reach(found), *clock]
    return {each.check.en: each.state for each in everything}


def test_telegrams_answers_are_told_apart() -> None:
    ok, problem = State.OK, State.PROBLEM
    fine = Probe("bot", 200, date=NOW + timedelta(seconds=20))
    assert states(fine) == {"Token": ok, "Telegram": ok, "Clock": ok}
    late = Probe("bot", 200, date=NOW - timedelta(minutes=5))
    assert states(late)["Clock"] is problem
    unknown = Probe(status=401, trouble=Label("HTTP 401", "HTTP 401"))
    assert states(unknown) == {"Token": problem, "Telegram": ok}
    away = Probe(trouble=Label("超时", "timeout"))
    assert states(away) == {"Token": State.WARNING, "Telegram": problem}


async def test_the_token_is_in_nothing_that_is_said_of_a_telegram_that_is_away() -> None:
    async with Standin() as standin:
        settings = read_settings(None, bot_token=standin.token, bot_api_url=standin.url)
    found = await doctor_telegram.telegram(settings, NOW)
    assert standin.token not in repr(found)
    assert any(each.state is State.PROBLEM for each in found)


def test_an_empty_house_has_one_problem_and_nothing_is_made(line: Line) -> None:
    assert line("doctor") == 1
    assert line.out.count("✗ 问题 problem") == 1
    assert "BOT_TOKEN" in line.out
    assert not (line.folder / "data").exists()


def test_everything_is_said_in_both_languages_and_in_words(line: Line) -> None:
    line.load()
    assert line("doctor") == 1
    *checks, zh, en = line.out.splitlines()
    for each in checks:
        assert chinese_and_english(each), each
        assert each.startswith(("✓ 正常 ok", "⚠ 注意 look", "✗ 问题 problem", "    → ")), each
    assert "问题" in zh
    assert "problem" in en


def test_a_campaign_that_is_over_is_said_to_be() -> None:
    desk = make_desk({CAMPAIGN.key: CAMPAIGN})
    late = [each.what for each in calendar(desk, CAMPAIGN, datetime(2030, 1, 1, tzinfo=UTC))]
    assert Label("各期均已截止", "every period has closed") in late
    assert not [x for x in calendar(desk, CAMPAIGN, NOW) if "截止" in x.what.zh]


def test_a_wrong_setting_is_a_problem_of_its_own(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TICK_SECONDS", "soon")
    assert line("doctor") == 1
    assert "TICK_SECONDS" in line.out


def test_a_damaged_database_is_a_problem_with_a_remedy(line: Line) -> None:
    (line.folder / "data").mkdir()
    (line.folder / "data" / "lianluo.db").write_bytes(b"no database at all, only words " * 100)
    assert line("doctor") == 1
    assert "not a database" in line.out
