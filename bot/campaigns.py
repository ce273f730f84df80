"""The campaigns that this bot runs: from their folders, checked before anything starts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

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
        try:
            campaign = read_campaign(_texts(folder))
        except CampaignFileError as error:
            wrong.append(f"{folder}:\n{error}")
        except (OSError, UnicodeDecodeError) as error:
            wrong.append(_unreadable(name, error))
        else:
            if campaign.key in found:
                wrong.append(_twice(name, campaign.key))
            found[campaign.key] = campaign
    if wrong:
        raise CampaignsError("\n".join(wrong))
    return found


def _texts(folder: Path) -> dict[str, str]:
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    return {each.name: each.read_text(encoding="utf-8") for each in sorted(folder.glob("*.toml"))}


def _unreadable(name: str, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        there = sorted(each.name for each in HOME.iterdir() if each.is_dir())
        return (
            f"CAMPAIGN：没有活动目录“{name}”。可用：{'、'.join(there)}，或写目录的路径。\n"
            f"    CAMPAIGN: there is no folder '{name}'. Name one of {', '.join(there)}, or a path."
        )
    return (
        f"CAMPAIGN：无法读取“{name}”：{error}。文件应为 UTF-8 且可读。\n"
        f"    CAMPAIGN: '{name}' cannot be read: {error}. Its files must be readable and in UTF-8."
    )


def _twice(name: str, key: str) -> str:
    return (
        f"CAMPAIGN：“{name}”与另一活动的 key 相同（{key}）。请改其中一个 campaign.toml 的 key。\n"
        f"    CAMPAIGN: '{name}' has the key {key} of another campaign."
        " Change the key in one campaign.toml."
    )
