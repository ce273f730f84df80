"""What a report may take at most, in typed messages, taps and requests."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporting.campaign import Campaign
from tests.benchmarks.reports import generated
from tests.benchmarks.taps import Way, by_text, guided, liaisons, nothing, play
from tests.campaigns import jiaxing, sichuan
from tests.staging import staged

ASKED: tuple[tuple[Way, int], ...] = ((nothing, 0), (guided, 4), (guided, 12), (by_text, 12))


@pytest.mark.parametrize("campaign", [sichuan(), jiaxing()], ids=lambda each: each.key)
async def test_a_report_takes_few_taps_and_each_figure_is_typed_once(
    tmp_path: Path, campaign: Campaign
) -> None:
    async with staged(tmp_path, campaign.key) as stage:
        people = await liaisons(stage, campaign)
        for (way, size), (who, department) in zip(ASKED, people, strict=False):
            figures = generated(campaign, department, size, seed=7)
            played = await play(stage, who, campaign, way, figures)
            assert played.within, played
