"""The command line on a folder of its own: no settings of the developer's reach it."""

from __future__ import annotations

import csv
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.commands.main import main
from bot.settings import Settings

CAMPAIGN = "jiaxing-2023"
ROSTER = """\
地区,级别,上级地区,单位,部门,计入汇总,姓名,职责,处室,电话,邮箱
嘉兴市,市级,,,,,管理员甲,管理员,,000-0001,
嘉兴市,市级,,,,,汇总员甲,汇总员,,000-0002,
嘉兴市,市级,,市卫生监督所,卫生监督所,是,联络员甲,联络员,,000-0003,
嘉兴市,市级,,市卫生监督所,卫生监督所,是,联络员乙,联络员B,,000-0004,
嘉兴市,市级,,市公安局,公安部门,是,联络员丙,联络员,,000-0005,
"""


class Line:
    """Runs command lines in this process: exit code, standard output, standard error."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.out = self.err = ""

    def __call__(self, *arguments: str | Path) -> int:
        self._capsys.readouterr()
        code = main([str(each) for each in arguments])
        self.out, self.err = self._capsys.readouterr()
        return code

    def load(self, roster: Path | None = None) -> None:
        """A roster into the database."""
        assert self("roster", "load", roster or self.roster(), "--yes") == 0, self.out

    def invited(self, *arguments: str) -> dict[str, dict[str, str]]:
        """Name → the line of the invitations' CSV."""
        assert self("invite", "--csv", *arguments) == 0, self.err
        return {each["姓名"]: each for each in csv.DictReader(self.out.splitlines())}

    def roster(self, *replacements: tuple[str, str], lines: int = 99) -> Path:
        """The first lines of the roster, with words replaced, in a file."""
        text = "\n".join(ROSTER.splitlines()[:lines])
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new)
        path = self.folder / "roster.csv"
        path.write_text(text, encoding="utf-8")
        return path


@pytest.fixture
def line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Line:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAMPAIGN", CAMPAIGN)
    return Line(tmp_path, capsys)


def environment(**settings: str) -> dict[str, str]:
    """For a program of its own: nothing of the developer's settings, but these."""
    ours = {name.upper() for name in Settings.model_fields}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return kept | {"PYTHONPATH": str(Path(__file__).parents[2])} | settings


def python(*arguments: str) -> Sequence[str]:
    """``python -m bot …`` with the interpreter of the tests."""
    return (sys.executable, "-m", "bot", *arguments)


def chinese_and_english(words: str) -> bool:
    """Whether something is said in both languages."""
    return bool(re.search(r"[\u4e00-\u9fff]", words) and re.search(r"[A-Za-z]{2}", words))
