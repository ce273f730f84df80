"""``rehearse``: played in the terminal, and as a page."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest
from openpyxl import load_workbook

from rehearsal import Standin
from tests.bot.command_line import Line, environment, line, python

__all__ = ["line"]
HEAD = "# campaign jiaxing-2023\n"
TESTS = Path(__file__).parents[1]


def script(line: Line, text: str) -> Path:
    """A transcript in a file."""
    path = line.folder / "play.chat"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_transcript_that_goes_as_written_ends_with_0(line: Line) -> None:
    """What was printed when nothing was expected is what can be expected the next time."""
    steps = script(line, f"{HEAD}clock    2023-09-22 10:00\n联络员甲 says    /language\n")
    assert line("rehearse", "--play", steps) == 0
    printed = line.out
    assert "bot → 联络员甲" in printed
    body = printed[printed.index("联络员甲 says") : printed.index("走完")]
    as_written = script(line, f"{HEAD}clock    2023-09-22 10:00\n{body}")
    assert line("rehearse", "--play", as_written) == 0
    assert "2 steps played, all went as written" in line.out


def test_what_goes_otherwise_is_shown_as_a_difference_and_ends_with_1(line: Line) -> None:
    steps = script(line, f"{HEAD}联络员甲 says    /language\nbot → 联络员甲\n    晚上好\n")
    assert line("rehearse", "--play", steps) == 1
    assert "-     晚上好" in line.out
    assert "+ " in line.out
    assert "Line 2" in line.out


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("联络员甲 sings    a song\n", "1"),
        (f"{HEAD}路人 says    hello\n", "2"),
        (f"{HEAD}联络员甲 taps    没有这个按钮\n", "2"),
        (f"{HEAD}clock    tomorrow\n", "2"),
    ],
)
def test_what_cannot_be_played_is_named_by_its_line_and_ends_with_2(
    line: Line, text: str, place: str
) -> None:
    assert line("rehearse", "--play", script(line, text)) == 2
    assert f"第 {place} 行" in line.err
    assert f"ine {place} " in line.err


@pytest.mark.parametrize(
    "step",
    ["没有的人 says 好", "clock 2023-99-99 09:00", "roster nothing.csv", "invite 没有的人"],
)
def test_why_a_step_cannot_be_played_is_told_in_a_line_of_each_language(
    line: Line, step: str
) -> None:
    chat = line.folder / "wrong.chat"
    chat.write_text(f"{step}\n", encoding="utf-8")
    assert line("rehearse", "--play", chat) == 2
    chinese, english = line.err.splitlines()
    assert chinese.startswith(f"第 1 行做不了（{step}）：")
    assert english.startswith(f"Line 1 cannot be played ({step}): ")
    assert " / " not in line.err


def test_a_transcript_that_cannot_be_read_ends_with_2(line: Line) -> None:
    assert line("rehearse", "--play", line.folder / "nothing.chat") == 2
    (line.folder / "bytes.chat").write_bytes(b"\xff\xfe\x00")
    assert line("rehearse", "--play", line.folder / "bytes.chat") == 2


def test_received_files_are_left_and_listed_and_the_live_database_is_not_touched(
    line: Line,
) -> None:
    played = TESTS / "chats" / "coordinators.chat"
    tea, got = TESTS / "campaigns" / "tea-2023", line.folder / "got"
    assert line("rehearse", "--play", played, "--campaign", tea, "--files", got) == 0, line.out
    files = sorted(got.iterdir())
    assert files
    assert all(str(each) in line.out for each in files)
    assert all(load_workbook(each).sheetnames for each in files)
    assert list(line.folder.iterdir()) == [got]


async def test_the_page_is_served_until_the_program_is_told_to_stop(tmp_path: Path) -> None:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    program = await asyncio.create_subprocess_exec(
        *python("rehearse", "--port", str(port), "--now", "2023-09-23T08:00"),
        cwd=tmp_path,
        env=environment(CAMPAIGN="jiaxing-2023", DATABASE_URL="sqlite:///live.db"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert program.stdout is not None
    async with asyncio.timeout(60):
        first = (await program.stdout.readline()).decode()
        assert f"http://127.0.0.1:{port}" in first
        assert "2023-09-23 08:00" in first
        program.terminate()
        out, err = await program.communicate()
    assert program.returncode == 0
    assert b"is over" in out
    assert err == b""
    assert list(tmp_path.iterdir()) == []


async def test_a_port_that_is_taken_is_named_with_the_option_for_another(tmp_path: Path) -> None:
    async with Standin() as other:
        program = await asyncio.create_subprocess_exec(
            *python("rehearse", "--port", str(other.port)),
            cwd=tmp_path,
            env=environment(CAMPAIGN="jiaxing-2023"),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        async with asyncio.timeout(60):
            _, err = await program.communicate()
    assert program.returncode == 2
    assert str(other.port) in err.decode()
    assert "--port" in err.decode()
    assert "Traceback" not in err.decode()
