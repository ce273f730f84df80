"""However a command fails: a clear line in both languages, an exit code, never the token."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.bot.command_line import Line, chinese_and_english, line

__all__ = ["line"]
TOKEN = "123456789:" + "A" * 35


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("BOT_TOKEN", "abc"),
        ("LOG_LEVEL", "LOUD"),
        ("CAMPAIGN", "nowhere"),
        ("TICK_SECONDS", "soon"),
    ],
)
def test_a_wrong_setting_is_named_and_ends_with_2(
    line: Line, monkeypatch: pytest.MonkeyPatch, setting: str, value: str
) -> None:
    monkeypatch.setenv(setting, value)
    assert line("status") == 2
    assert setting in line.err
    assert chinese_and_english(line.err)


def test_run_without_a_token_says_what_to_do_and_ends_with_2(line: Line) -> None:
    assert line("run") == 2
    assert "BOT_TOKEN" in line.err
    assert "rehearse" in line.err


def test_a_database_that_cannot_be_opened_ends_with_1(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    (line.folder / "file").write_text("in the way")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{line.folder}/file/x.db")
    assert line("status") == 1
    assert "DATABASE_URL" in line.err


@pytest.mark.parametrize(
    ("arguments", "zh"),
    [
        (("roster", "check", "nothing.csv"), "不存在"),
        (("roster", "check", "."), "目录"),
        (("rehearse", "--play", "nothing.chat"), "不存在"),
        (("roster", "template", "--out", "nowhere/roster.csv"), "不存在"),
        (("rehearse", "--port", "70000"), "不能大于 65535"),
        (("rehearse", "--port", "x"), "整数"),
        (("rehearse", "--prot", "1"), "--port"),
        (("rostr",), "roster"),
        (("roster", "check"), "缺少"),
        (("status", "a", "b", "c"), "多余"),
        (("invite",), "--all"),
        (("invite", "--all", "--again"), "--again"),
        (("rehearse", "--files", "x"), "--play"),
    ],
)
def test_the_reason_is_told_in_chinese_and_in_english(
    line: Line, arguments: tuple[str, ...], zh: str
) -> None:
    assert line(*arguments) == 2
    chinese, english = line.err.splitlines()
    assert zh in chinese
    assert not re.search(r"[A-Za-z]+ [a-z]+ [a-z]+", chinese)
    assert not re.search(r"[\u4e00-\u9fff]", english)


def broken(*_: object) -> None:
    raise RuntimeError(f"something with {TOKEN} in it")


def test_what_nobody_expected_is_one_line_without_the_token(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.commands.status.status", broken)
    assert line("status") == 1
    assert "RuntimeError" in line.err
    assert "LOG_LEVEL=DEBUG" in line.err
    assert "Traceback" not in line.err
    assert "AAAA" not in line.err


def test_the_trace_is_to_be_had_and_does_not_hold_the_token_either(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.commands.status.status", broken)
    monkeypatch.setenv("LOG_LEVEL", "DEBUG")
    assert line("status") == 1
    assert "Traceback" in line.err
    assert "AAAA" not in line.err


def test_the_live_bots_settings_are_read_from_the_env_file(line: Line) -> None:
    Path(".env").write_text("LOG_LEVEL=LOUD\n")
    assert line("status") == 2
    assert "LOG_LEVEL" in line.err
