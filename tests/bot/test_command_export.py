"""``export`` and ``status``: what is told of a region on the command line."""

from __future__ import annotations

import asyncio
import io
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.campaigns import read_campaigns
from bot.clock import StillClock
from bot.clock_routes import zone_of
from bot.commands.failing import CommandError
from bot.commands.places import Place, find_period, find_place
from bot.commands.staging import begin
from bot.playing import play, player_of
from bot.rehearsal import stage
from bot.settings import read_settings
from rehearsal import Standin
from rehearsal.transcript import Step, parse
from reporting.chain import Region
from tests.bot.command_line import Line, line

__all__ = ["line"]
TESTS = Path(__file__).parents[1]
TEA = str(TESTS / "campaigns" / "tea-2023")
CHAT = TESTS / "chats" / "coordinators.chat"
CITY = "云溪市"
(CAMPAIGN,) = read_campaigns([TEA]).values()


async def played(folder: Path, steps: list[Step]) -> None:
    """A database on which these steps were played, and the files that people received."""
    settings = read_settings(None, campaign=TEA)
    clock = StillClock(begin(settings, None))
    standin = Standin(clock=clock.now, limits=False)
    async with stage(settings, clock, standin, folder) as ready:
        player = player_of(ready, zone_of(ready), CHAT.parent, folder / "got")
        async for _ in play(player, steps):
            pass


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """After the deadline."""
    folder = tmp_path_factory.mktemp("released")
    asyncio.run(played(folder, parse(CHAT.read_text(encoding="utf-8"))))
    return folder


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Before it."""
    folder = tmp_path_factory.mktemp("running")
    steps = parse(CHAT.read_text(encoding="utf-8"))
    asyncio.run(played(folder, steps[: [each.verb for each in steps].index("clock")]))
    return folder


@pytest.fixture
def on(line: Line, monkeypatch: pytest.MonkeyPatch) -> Line:
    monkeypatch.setenv("CAMPAIGN", TEA)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{line.folder}/rehearsal.db")
    return line


def use(on: Line, folder: Path) -> None:
    """A database of this test's own."""
    shutil.copy(folder / "rehearsal.db", on.folder)


def test_what_was_released_is_exported_byte_for_byte(on: Line, released: Path) -> None:
    use(on, released)
    out = on.folder / "table.xlsx"
    assert on("export", CITY, "2023-09", "--out", out) == 0
    (posted,) = (released / "got").glob("云溪市*第1版.xlsx")
    assert out.read_bytes() == posted.read_bytes()
    assert "version 1" in on.out


def test_the_final_table_is_the_sum_of_what_was_released(on: Line, released: Path) -> None:
    use(on, released)
    out = on.folder / "final.xlsx"
    assert on("export", CITY, "final", "--out", out) == 0
    assert "Cumulative, 1 period" in on.out and "2023-08" in on.out
    names = load_workbook(io.BytesIO(out.read_bytes())).sheetnames
    assert names[0].startswith("累计数 ") and names[1:] == ["汇总表 2023年9月"]


def test_before_anything_is_released_there_is_no_final_table(on: Line, running: Path) -> None:
    use(on, running)
    assert on("export", CITY, "final") == 1
    assert "no cumulative table" in on.err


def test_before_the_deadline_it_is_the_current_state_and_says_so(on: Line, running: Path) -> None:
    use(on, running)
    assert on("export", CITY, "2023-09") == 0
    assert "尚未发布" in on.out
    (made,) = on.folder.glob("*.xlsx")
    assert "截至目前" in made.name
    assert load_workbook(io.BytesIO(made.read_bytes())).sheetnames


def test_a_file_that_is_there_is_kept_unless_it_is_named(on: Line, running: Path) -> None:
    use(on, running)
    assert on("export", CITY, "2023-09") == 0
    (made,) = on.folder.glob("*.xlsx")
    made.write_text("mine")
    assert on("export", CITY, "2023-09") == 2
    assert made.read_text() == "mine"
    assert on("export", CITY, "2023-09", "--out", made) == 0


def test_where_nobody_reported_there_is_no_table(on: Line, running: Path) -> None:
    use(on, running)
    assert on("export", f"{CITY}/青石县", "2023-09") == 1
    assert "no table" in on.err


@pytest.mark.parametrize(("region", "period"), [("无此县", "2023-09"), (CITY, "2023-13")])
def test_what_does_not_exist_is_named_with_what_does(
    on: Line, running: Path, region: str, period: str
) -> None:
    use(on, running)
    assert on("export", region, period) == 2
    assert (CITY if region != CITY else "2023-09") in on.err


def test_status_tells_every_region_or_everybody_in_one(on: Line, released: Path) -> None:
    use(on, released)
    assert on("status", "2023-09") == 0
    rows = [each.split("\t") for each in on.out.splitlines()]
    assert [CITY, "2023-09", "1/4"] in [row[:3] for row in rows]
    assert on("status", CITY, "2023-09") == 0
    rows = [each.split("\t") for each in on.out.splitlines()]
    states = {row[0]: row[1] for row in rows if len(row) > 1}
    assert states["市市场监管局"] == "按时 on time"
    assert states["市农业局"] == "逾期未报 overdue"
    assert "not counted" in states["驻市部队"]
    assert states["青石县（0/2）"] == "逾期未报 overdue"


def test_status_takes_a_period_before_or_without_a_region(on: Line, released: Path) -> None:
    use(on, released)
    assert on("status", "2023-09", CITY) == 0
    swapped = on.out
    assert on("status", CITY, "2023-09") == 0
    assert on.out == swapped


@pytest.mark.parametrize("period", ["2023-13", "2023-w36", "Final"])
def test_a_period_that_nobody_has_is_no_region(on: Line, released: Path, period: str) -> None:
    use(on, released)
    assert on("status", period) == 2
    assert f"没有“{period}”这一期" in on.err and "2023-09" in on.err


def test_a_period_that_only_one_of_two_campaigns_has_is_shown_of_that_one(line: Line) -> None:
    line.load()
    assert line("status", "2023-07", "--campaign", "sichuan-2023,jiaxing-2023") == 0
    assert "嘉兴市" in line.out and "四川" not in line.out


def test_after_the_last_deadline_it_is_said_that_every_period_has_closed(
    on: Line, released: Path
) -> None:
    use(on, released)
    assert on("status") == 0
    assert "各期均已截止" in on.err and "every period has closed" in on.err


def place(*path: str) -> Place:
    return Place(CAMPAIGN, Region(len(path), path[-1], "county", None), path)


def test_a_region_goes_by_its_name_or_as_much_of_its_path_as_is_needed() -> None:
    top, one, other = place("甲市"), place("甲市", "城关区"), place("乙市", "城关区")
    inner = place("乙市", "甲市")
    places = [top, one, other, inner]
    assert find_place(places, "乙市/城关区") is other
    assert find_place(places, "　甲市 / 城关区") is one
    assert find_place(places, "甲市") is top  # the whole path comes before an ending
    assert find_place(places, "乙市/甲市") is inner
    with pytest.raises(CommandError, match="甲市/城关区") as refused:
        find_place(places, "城关区")
    assert "乙市/城关区" in str(refused.value)
    for nothing in ("", "/", "城关", "丙市/城关区"):
        with pytest.raises(CommandError):
            find_place(places, nothing)


def test_without_a_period_it_is_the_one_that_matters_now() -> None:
    first, second, *_ = CAMPAIGN.calendar.periods
    region = Region(1, CITY, CAMPAIGN.tiers[0].key, None)
    assert find_period(CAMPAIGN, region, None, first.opens) is first
    assert find_period(CAMPAIGN, region, None, second.opens) is second
    assert find_period(CAMPAIGN, region, first.key, second.opens) is first
