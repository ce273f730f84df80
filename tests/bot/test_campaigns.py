"""Campaigns from their folders: what is wrong is told with file, place and remedy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.campaigns import HOME, CampaignsError, read_campaigns


def copied(tmp_path: Path, name: str = "mine") -> Path:
    return Path(shutil.copytree(HOME / "sichuan-2023", tmp_path / name))


def test_several_campaigns_run_side_by_side_in_the_order_named(tmp_path: Path) -> None:
    found = read_campaigns(["jiaxing-2023", "sichuan-2023"])
    assert list(found) == ["jiaxing-2023", "sichuan-2023"]


def test_a_campaign_may_stand_anywhere(tmp_path: Path) -> None:
    assert len(read_campaigns([str(copied(tmp_path))])) == 1


def test_two_campaigns_of_one_key_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CampaignsError, match="has the key sichuan-2023"):
        read_campaigns(["sichuan-2023", str(copied(tmp_path))])


def test_a_name_that_is_no_folder_is_told_with_those_there_are() -> None:
    with pytest.raises(CampaignsError) as caught:
        read_campaigns(["nowhere-2023"])
    assert "nowhere-2023" in str(caught.value) and "sichuan-2023" in str(caught.value)
    assert "没有活动目录" in str(caught.value)


def test_mistakes_in_every_campaign_are_told_together_with_their_files(tmp_path: Path) -> None:
    one, two = copied(tmp_path, "one"), copied(tmp_path, "two")
    (one / "campaign.toml").write_text("key = ", encoding="utf-8")
    (two / "monthly.toml").unlink()
    with pytest.raises(CampaignsError) as caught:
        read_campaigns([str(one), str(two)])
    for named in (str(one), str(two), "campaign.toml", "monthly.toml"):
        assert named in str(caught.value)


def test_a_file_that_cannot_be_read_is_named_with_the_reason_in_both_languages(
    tmp_path: Path,
) -> None:
    latin, folder = copied(tmp_path, "one"), copied(tmp_path, "two")
    (latin / "campaign.toml").write_bytes("名 = 1".encode("gb18030"))
    (folder / "more.toml").mkdir()
    with pytest.raises(CampaignsError) as caught:
        read_campaigns([str(latin), str(folder)])
    assert str(caught.value).splitlines() == [
        f"CAMPAIGN：读不了 {latin}/campaign.toml：不是 UTF-8 文本。应为可读的 UTF-8 文件。",
        f"    CAMPAIGN: {latin}/campaign.toml cannot be read: it is not text in UTF-8."
        " It must be a readable file in UTF-8.",
        f"CAMPAIGN：读不了 {folder}/more.toml：这是一个目录，不是文件。应为可读的 UTF-8 文件。",
        f"    CAMPAIGN: {folder}/more.toml cannot be read: it is a folder, not a file."
        " It must be a readable file in UTF-8.",
    ]
