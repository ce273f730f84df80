"""``roster template|check|load``."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime
from pathlib import Path

from bot.settings import read_settings
from bot.wiring import open_store
from tests.bot.command_line import Line, line

__all__ = ["line"]


def test_a_roster_is_loaded_once_and_then_changes_nothing(line: Line) -> None:
    assert line("roster", "load", line.roster(), "--yes") == 0
    assert "汇总员甲" in line.out
    assert line("roster", "load", line.roster(), "--yes") == 0
    assert "没有变动" in line.out
    assert "nothing to change" in line.out


def test_checking_writes_nothing(line: Line) -> None:
    assert line("roster", "check", line.roster()) == 0
    first = line.out
    assert line("roster", "check", line.roster()) == 0
    assert line.out == first
    assert "新增" in first


def test_every_bad_line_is_told_with_number_column_and_remedy(line: Line) -> None:
    bad = line.roster(("市级,,,,,汇总员甲,汇总员", "镇级,,,,,汇总员甲,汇集员"))
    assert line("roster", "check", bad) == 1
    rows = [each.split("\t") for each in line.out.splitlines()]
    assert [row[:2] for row in rows[1:]] == [["3", "级别"], ["3", "职责"]]
    assert rows[0][2:] == ["问题", "What", "处理", "Remedy"]
    for row in rows[1:]:
        assert len(row) == 6 and all(row)
        assert all(re.search(r"[\u4e00-\u9fff]", row[n]) for n in (2, 4))


def test_a_roster_with_one_bad_line_loads_nothing_at_all(line: Line) -> None:
    bad = line.roster(("汇总员甲,汇总员", "汇总员甲,汇集员"))
    assert line("roster", "load", bad, "--yes") == 1
    assert line("status") == 0
    assert "roster load" in line.err  # there still is none


def test_nothing_is_loaded_without_consent(line: Line) -> None:
    assert line("roster", "load", line.roster()) == 2  # nobody is there to be asked
    assert "--yes" in line.err
    assert line("roster", "check", line.roster()) == 0
    assert "新增" in line.out


def test_what_ends_is_told_before_it_does(line: Line) -> None:
    line.load()
    assert line("roster", "check", line.roster(lines=5)) == 0
    ended = [each for each in line.out.splitlines() if each.startswith("结束")]
    assert any("000-0005" in each for each in ended)  # the telephone as it was written
    assert any("市公安局" in each for each in ended)


def test_who_is_taken_for_the_same_by_name_alone_is_to_be_looked_at(line: Line) -> None:
    line.load()
    moved = ("市公安局,", "市公安二局,")
    assert line("roster", "check", line.roster(moved, ("000-0005", ""))) == 0
    assert "by name alone" in line.out
    assert line("roster", "check", line.roster(moved, ("000-0005", "000-0015"))) == 0
    assert "by name alone" not in line.out  # a namesake with another telephone is somebody else


def test_a_file_that_is_no_roster_gets_a_kind_answer(line: Line, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    assert line("roster", "check", picture) == 1
    assert "picture.png" in line.err
    assert line("roster", "check", tmp_path / "nothing.csv") == 2
    assert line("roster", "check", tmp_path) == 2


def test_a_template_is_never_written_over_somebodys_roster(line: Line, tmp_path: Path) -> None:
    for name in ("new.xlsx", "new.csv"):
        assert line("roster", "template", "--out", tmp_path / name) == 0
        assert line("roster", "check", tmp_path / name) == 1  # empty, but understood
    mine = tmp_path / "mine.csv"
    mine.write_text("mine")
    assert line("roster", "template", "--out", mine) == 2
    assert mine.read_text() == "mine"
    assert line("roster", "template", "--out", tmp_path / "roster.pdf") == 2


def test_where_several_campaigns_run_one_must_be_named(line: Line) -> None:
    both = ("--campaign", "sichuan-2023,jiaxing-2023")
    assert line("roster", "check", line.roster(), *both) == 2
    assert "--campaign" in line.err
    assert line("roster", "check", line.roster(), "--campaign", "jiaxing-2023") == 0


def test_what_was_handed_over_in_the_chat_is_told_and_left_alone(line: Line) -> None:
    line.load()
    asyncio.run(_stopped("联络员丙"))
    assert line("roster", "load", line.roster(), "--yes") == 0
    assert "没有变动" in line.out
    (kept,) = [each for each in line.out.splitlines() if "已停用" in each]
    assert kept.startswith("联络员丙 000-0005：联络员，嘉兴市/市公安局")
    assert "/handover" in line.out


async def _stopped(name: str) -> None:
    """Somebody's duty is ended in the chat."""
    store = await open_store(read_settings())
    try:
        async with store.transaction() as books:
            now = datetime.now(UTC)
            (person,) = await books.people.find(name)
            (duty,) = await books.people.duties(person.id, now)
            await books.handovers.stop(duty.id, person.id, "nobody's", now)
    finally:
        await store.close()
