"""The campaigns that tests use, read once: the two shipped ones and an invented third."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reporting.campaign import Campaign
from reporting.campaign_file import read_campaign

HERE = Path(__file__).parent
SHIPPED = HERE.parent.parent / "campaigns"


def texts(folder: Path) -> dict[str, str]:
    """The data files of a campaign's folder, by name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.toml"))}


@cache
def sichuan() -> Campaign:
    """Monthly, three levels, 122 figures, a complaint line."""
    return read_campaign(texts(SHIPPED / "sichuan-2023"))


@cache
def jiaxing() -> Campaign:
    """Monthly, two levels, 110 figures, an exception in December."""
    return read_campaign(texts(SHIPPED / "jiaxing-2023"))


@cache
def river() -> Campaign:
    """Invented: weekly, a header three levels deep, a percentage, a blank cell."""
    return read_campaign(texts(HERE / "river-patrol"))


@cache
def tea() -> Campaign:
    """Invented: monthly, two levels, a form of a dozen questions."""
    return read_campaign(texts(HERE / "tea-2023"))
