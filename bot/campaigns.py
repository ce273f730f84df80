"""The campaigns that this bot runs: from their folders, checked before anything starts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.why import why
from reporting.campaign import Campaign
from reporting.campaign_file import CampaignFileError, read_campaign

HOME = Path(__file__).parent.parent / "campaigns"


class CampaignsError(ValueError):
    """Campaigns that cannot run: every reason, in both languages, ready to be printed."""


def folder_of(name: str) -> Path:
    """The folder that ``CAMPAIGN`` names: a path, or a folder under campaigns/."""
    at = Path(name)
    return at if at.is_dir() else HOME / name


def read_campaigns(names: Iterable[str]) -> Mapping[str, Campaign]:
    """The campaigns by key, in the order named. CampaignsError with everything wrong with any."""
    found: dict[str, Campaign] = {}
    wrong: list[str] = []
    for name in names:
        folder = folder_of(name)
        if not folder.is_dir():
            wrong.append(_missing(name))
            continue
        try:
            campaign = read_campaign(_texts(folder))
        except CampaignFileError as error:
            wrong.append(f"{folder}:\n{error}")
        except _UnreadableError as error:
            wrong.append(str(error))
        else:
            if campaign.key in found:
                wrong.append(_twice(name, campaign.key))
            found[campaign.key] = campaign
    if wrong:
        raise CampaignsError("\n".join(wrong))
    return found


class _UnreadableError(Exception):
    """A file that cannot be read: which, why, and what it should be, in both languages."""

    def __init__(self, file: Path, error: OSError | UnicodeDecodeError) -> None:
        said = why(error)
        super().__init__(
            f"CAMPAIGN：读不了 {file}：{said.zh}。应为可读的 UTF-8 文件。\n"
            f"    CAMPAIGN: {file} cannot be read: {said.en}. It must be a readable file in UTF-8."
        )


def _texts(folder: Path) -> dict[str, str]:
    return {each.name: _text(each) for each in sorted(folder.glob("*.toml"))}


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _UnreadableError(file, error) from error


def _missing(name: str) -> str:
    there = sorted(each.name for each in HOME.iterdir() if each.is_dir())
    return (
        f"CAMPAIGN：没有活动目录“{name}”。可用：{'、'.join(there)}，或写目录的路径。\n"
        f"    CAMPAIGN: there is no folder '{name}'. Name one of {', '.join(there)}, or a path."
    )


def _twice(name: str, key: str) -> str:
    return (
        f"CAMPAIGN：“{name}”与另一活动的 key 相同（{key}）。请改其中一个 campaign.toml 的 key。\n"
        f"    CAMPAIGN: '{name}' has the key {key} of another campaign."
        " Change the key in one campaign.toml."
    )
