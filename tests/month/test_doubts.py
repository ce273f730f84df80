"""A post whose fate is unknown is not repeated blindly; a coordinator decides."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from bot.rehearsal import Stage
from tests.campaigns import jiaxing
from tests.hands import fill_in
from tests.month.test_first_month import CN, posted_files
from tests.staging import staged

CLOSES = datetime(2023, 10, 3, tzinfo=CN)
GROUP = "嘉兴市汇总群"


async def closed_with(stage: Stage, fault: str) -> None:
    await fill_in(stage, "联络员甲", jiaxing().form, {})
    stage.standin.fault(fault, "sendDocument")  # type: ignore[arg-type]
    await stage.move(CLOSES)
    await stage.bot.alarm.now()
    await stage.settle()


async def test_a_post_that_may_have_arrived_is_asked_about_and_not_doubled(tmp_path: Path) -> None:
    async with staged(tmp_path, "jiaxing-2023") as stage:
        await closed_with(stage, "lost")
        who = stage.people["汇总员甲"]
        assert len(posted_files(stage, GROUP)) == 1
        assert "可能没有送达" in stage.standin.last(who).text
        await stage.restart()
        await stage.bot.alarm.now()
        await stage.settle()
        assert len(posted_files(stage, GROUP)) == 1


async def test_a_coordinator_sends_it_again_once(tmp_path: Path) -> None:
    async with staged(tmp_path, "jiaxing-2023") as stage:
        await closed_with(stage, "lost")
        who = stage.people["汇总员甲"]
        question = stage.standin.last(who).message_id
        stage.standin.tap(who, "重新发送", message_id=question)
        stage.standin.tap(who, "重新发送", message_id=question)
        await stage.settle()
        one, two = posted_files(stage, GROUP)
        assert one == two
        assert stage.standin.refusals() == []
