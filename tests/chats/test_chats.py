"""Every ``*.chat`` beside this file, played through the real bot over HTTP, and compared.

``pytest tests/chats --update`` rewrites them; the difference is what is reviewed.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.playing import Played, play, player_of, rewritten
from rehearsal.transcript import parse
from tests.staging import staged

HERE = Path(__file__).parent


def campaigns_of(text: str) -> tuple[str, ...]:
    """The first line names the campaigns: ``# campaign sichuan-2023``."""
    head, _, names = text.splitlines()[0].partition("# campaign ")
    assert names and not head, "the first line of a transcript is: # campaign NAME[,NAME]"
    return tuple(names.strip().split(","))


def assert_only_words_and_numbers(file: Path) -> None:
    """Whatever was typed, a workbook holds no link, and no formula but a form's own, locked."""
    for sheet in load_workbook(file):
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            own = sheet.protection.sheet and cell.protection.locked and cell.data_type == "f"
            assert own or cell.data_type in ("s", "n"), (file.name, sheet.title, cell.coordinate)
            assert cell.hyperlink is None


@pytest.mark.parametrize("path", sorted(HERE.glob("*.chat")), ids=lambda path: path.stem)
async def test_a_conversation_goes_as_written(
    path: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    text = path.read_text(encoding="utf-8")
    played: list[Played] = []
    async with staged(tmp_path, *campaigns_of(text)) as stage:
        zone = next(iter(stage.bot.desk.campaigns.values())).calendar.zone
        player = player_of(stage, zone, HERE, tmp_path / "files")
        async for each in play(player, parse(text)):
            played.append(each)
        refusals = [(r.method, r.answer) for r in stage.standin.refusals()]
    assert refusals == [], refusals
    for file in (each for each in player.received if each.suffix == ".xlsx"):
        assert_only_words_and_numbers(file)
    if request.config.getoption("--update"):
        path.write_text(rewritten(played), encoding="utf-8")
    else:
        assert rewritten(played) == text
