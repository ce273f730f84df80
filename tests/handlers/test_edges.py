"""The last minute of a window, and words that only look like something else."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.chain.post_keys import alarm_step, is_alarm
from tests.campaigns import tea
from tests.handlers.office import Office, texts

CN = ZoneInfo("Asia/Shanghai")
PERIOD, WHO = "2023-09", "联络员甲"


async def test_a_report_of_the_last_minute_of_the_late_window_still_goes_up(
    office: Office,
) -> None:
    office.now = datetime(2023, 9, 29, tzinfo=CN)
    await office.ring()
    office.now = datetime(2023, 10, 25, 23, 59, 50, tzinfo=CN)
    await office.submit(tea(), "市农业局", PERIOD, WHO, lambda key: 1)
    office.now = datetime(2023, 10, 26, 0, 0, 10, tzinfo=CN)
    await office.ring()
    async with office.store.reading() as books:
        table = await books.rollups.newest(office.regions["云溪市"], PERIOD, tea().form.key)
    assert table is not None and table.reported == 1


@pytest.mark.parametrize("said", ["进度 良好，已全部完成", "汇总 情况正常"])
async def test_an_answer_that_begins_with_a_commands_word_is_no_command(
    office: Office, said: str
) -> None:
    await office.says(WHO, "/fill")
    assert "1/12" in texts(await office.says(WHO, said))


def test_an_alarm_is_told_from_a_tables_post() -> None:
    assert is_alarm(alarm_step(2)) and not is_alarm("v2")
