"""What the command line says about itself."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from bot.commands.table import app
from tests.bot.command_line import Line, chinese_and_english, environment, line

__all__ = ["line"]
README = Path(__file__).parents[2] / "README.md"


def commands(of: Any = None, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command with its full name."""
    for name, each in (of or typer.main.get_command(app)).commands.items():
        if hasattr(each, "commands"):
            yield from commands(each, (*path, name))
        else:
            yield (*path, name), each


def test_every_command_is_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    code = " ".join(map(" ".join, re.findall(r"```(.*?)```|`([^`]+)`", text, re.DOTALL)))
    for path, _ in commands():
        for name in path:
            assert re.search(rf"\b{name}\b", code), f"README.md does not name {' '.join(path)}"


def test_every_command_and_option_is_explained_in_both_languages() -> None:
    for path, command in commands():
        assert chinese_and_english(command.help), path
        for parameter in command.params:
            if parameter.name != "help":
                assert chinese_and_english(parameter.help or ""), (path, parameter.name)


def test_help_is_shown_without_loading_the_bot() -> None:
    program = (
        "import sys; from bot.commands.main import main; main(['--help']);"
        "heavy = {'sqlalchemy', 'telegram', 'openpyxl', 'pydantic'} & set(sys.modules);"
        "sys.exit(repr(heavy) if heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", program], env=environment(), check=True, timeout=30)


def test_wrong_usage_is_explained_and_ends_with_2(line: Line) -> None:
    for arguments in (
        ("nosuch",),
        ("roster",),
        ("roster", "check"),
        ("rehearse", "--port", "70000"),
        ("rehearse", "--files", "x"),
        ("rehearse", "--now", "tomorrow"),
        ("invite",),
        ("invite", "--all", "--person", "联络员甲"),
        ("invite", "--all", "--again"),
        ("export", "嘉兴市"),
    ):
        assert line(*arguments) == 2, arguments
        assert chinese_and_english(line.err), arguments
        assert line.out == ""
