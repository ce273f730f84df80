"""Names in ``.env`` that have no effect are told, wherever the program starts."""

from __future__ import annotations

import pytest

from bot.settings_names import unknown_names
from tests.bot.command_line import Line, line

__all__ = ["line"]


def env(line: Line, text: str) -> None:
    (line.folder / ".env").write_text(text, encoding="utf-8")


def test_a_misspelt_name_is_told_with_the_right_one(line: Line) -> None:
    env(line, "CAMPAIN=jiaxing-2023\nLOG_LEVEL=INFO\n# CAMPANE=x\nexport HTTPS_PROXY=x\n")
    told = unknown_names()
    assert ["CAMPAIN" in each.zh and "CAMPAIGN" in each.en for each in told] == [True, False]
    assert "HTTPS_PROXY" in told[1].zh and "?" not in told[1].en


def test_other_programs_variables_in_the_environment_are_not_looked_at(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAMPAIN", "x")
    assert unknown_names() == []
    env(line, "campaign=jiaxing-2023\n")
    assert unknown_names() == []


def test_it_is_a_warning_when_a_command_starts_and_in_the_doctor(line: Line) -> None:
    env(line, "CAMPAIN=jiaxing-2023\n")
    assert line("status") == 0
    assert "CAMPAIN" in line.err and "CAMPAIGN" in line.err
    line("doctor")
    assert "⚠" in next(each for each in line.out.splitlines() if "CAMPAIN" in each)
    assert line("run") == 2
    assert "CAMPAIN" in line.err
