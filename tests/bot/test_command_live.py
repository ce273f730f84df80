"""The live commands against the stand-in: the whole way from a roster to a released table."""

from __future__ import annotations

import asyncio
import csv
from pathlib import Path

from rehearsal import Standin
from tests.bot.command_line import ROSTER, environment, python


class Program:
    """``python -m bot`` in a process of its own, as an operator starts it."""

    def __init__(self, folder: Path, standin: Standin, **settings: str) -> None:
        ours = {"BOT_TOKEN": standin.token, "BOT_API_URL": standin.url, "TICK_SECONDS": "0.5"}
        self._folder = folder
        self._env = environment(CAMPAIGN="jiaxing-2023", **(ours | settings))

    async def start(self, *arguments: str) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *python(*arguments),
            cwd=self._folder,
            env=self._env,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )

    async def __call__(self, *arguments: str) -> tuple[int | None, str, str]:
        """Exit code, output, errors."""
        program = await self.start(*arguments)
        async with asyncio.timeout(60):
            out, err = await program.communicate()
        return program.returncode, out.decode(), err.decode()


async def test_from_the_roster_to_a_bot_that_answers_and_stops_cleanly(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text(ROSTER, encoding="utf-8")
    async with Standin() as standin:
        bot = Program(tmp_path, standin)
        assert (await bot("roster", "load", "mine.csv", "--yes"))[0] == 0
        code, out, _ = await bot("invite", "--all", "--csv")
        assert code == 0
        lines = {each["姓名"]: each for each in csv.DictReader(out.splitlines())}
        link = lines["联络员甲"]["链接"]
        assert link.startswith(f"https://t.me/{standin.state.bot.username}?start=")
        running = await bot.start()  # no subcommand: live, for there is a token
        standin.add_user(7001, "某人")
        standin.start(7001, link.partition("start=")[2])
        answer = await standin.until(lambda: standin.messages(7001)[1:], 30)
        assert "联络员甲" in answer[0]["text"]
        running.terminate()
        async with asyncio.timeout(30):
            out, err = map(bytes.decode, await running.communicate())
        assert running.returncode == 0
        assert f"@{standin.state.bot.username}" in out
        assert "sqlite" in out
        assert standin.token not in out + err
        assert standin.refusals() == []


async def test_the_doctor_of_a_bot_in_order_ends_with_0(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text(ROSTER, encoding="utf-8")
    async with Standin() as standin:
        bot = Program(tmp_path, standin)
        await bot("roster", "load", "mine.csv", "--yes")
        code, out, err = await bot("doctor")
    assert (code, err) == (0, "")
    assert f"@{standin.state.bot.username}" in out
    assert standin.token not in out


async def test_a_token_that_telegram_does_not_know_stops_the_start(tmp_path: Path) -> None:
    async with Standin() as standin:
        bot = Program(tmp_path, standin, BOT_TOKEN="70000001:" + "B" * 35)
        code, out, err = await bot("run")
    assert code == 2
    assert "BOT_TOKEN" in err
    assert "BBBB" not in out + err
