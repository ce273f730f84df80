"""What a unit handed in over time, and who is late or missing again and again."""

from __future__ import annotations

from tests.campaigns import tea
from tests.handlers.months import COORDINATOR, COUNTY, LIAISON, close, data, two_months
from tests.handlers.office import Office, texts

GROUP = -100


async def test_a_unit_has_a_line_a_period_that_has_opened(office: Office) -> None:
    await two_months(office)
    await office.submit(tea(), "市市场监管局", "2023-09", "联络员丙")
    said = texts(await office.says(COORDINATOR, "/history 市市场监管局"))
    assert said.splitlines()[2:] == [
        "· 2023年8月：未报（8月25日 24:00 截止）",
        "· 2023年9月：按时 · 2023-09-22 09:00 · 第 1 版 · 联络员丙 · 零报告",
    ]


async def test_what_is_not_due_yet_is_not_missing(office: Office) -> None:
    await two_months(office)
    said = texts(await office.says(COORDINATOR, "历史 县市场监管局"))
    assert "2023年9月：尚未报送（9月25日 24:00 截止）" in said


async def test_late_is_decided_by_the_first_version_and_the_newest_is_told(office: Office) -> None:
    await two_months(office)
    await close(office)
    for _ in range(2):
        await office.submit(tea(), "市市场监管局", "2023-09", "联络员丙", lambda key: 1)
    said = texts(await office.says(COORDINATOR, "/history 市市场监管局"))
    assert "2023年9月：迟报 · 2023-09-29 01:00 · 第 2 版 · 联络员丙" in said


async def test_part_of_a_name_offers_the_units_that_have_it(office: Office) -> None:
    offered = data(await office.says(COORDINATOR, "/history 市场监管"))
    assert list(offered) == ["市市场监管局（云溪市）", "县市场监管局（青石县）"]
    said = texts(await office.presses(COORDINATOR, offered["县市场监管局（青石县）"]))
    assert "县市场监管局" in said and "市市场监管局" not in said


async def test_a_region_offers_its_own_units(office: Office) -> None:
    offered = data(await office.says(COORDINATOR, "/history 青石"))
    assert list(offered) == ["县农业局（青石县）", "县市场监管局（青石县）"]


async def test_a_name_that_is_not_there_is_said_back(office: Office) -> None:
    assert "没有找到单位“教育局”" in texts(await office.says(COORDINATOR, "/history 教育局"))


async def test_nobody_looks_into_another_regions_units(office: Office) -> None:
    assert "没有找到单位" in texts(await office.says(COUNTY, "/history 市农业局"))
    press = f"c|history|@{office.units['市农业局']}"
    assert "没有找到单位" in texts(await office.presses(COUNTY, press))
    await office.bind("云溪市", GROUP)
    assert "没有找到单位" in texts(await office.says(COORDINATOR, "/history 县农业局", GROUP))


async def test_a_liaisons_history_is_that_of_the_own_unit(office: Office) -> None:
    await two_months(office)
    said = texts(await office.says(LIAISON, "/history"))
    assert "市农业局" in said and "2023年8月：按时" in said
    assert "没有找到单位" in texts(await office.says(LIAISON, "/history 市市场监管局"))


async def test_who_is_missing_again_and_again_comes_first(office: Office) -> None:
    await two_months(office)
    await close(office)
    said = texts(await office.says(COORDINATOR, "/late"))
    assert "已汇总 2 期" in said
    assert said.splitlines()[2:] == [
        "· 市市场监管局：未报 2 次，迟报 0 次（共 2 期）",
        "· 空谷县：未报 2 次，迟报 0 次（共 2 期）",
        "· 青石县：未报 1 次，迟报 0 次（共 2 期）",
        "各期均按时的 1 个",
    ]


async def test_from_a_region_down_to_those_below(office: Office) -> None:
    await two_months(office)
    await close(office)
    below = data(await office.says(COORDINATOR, "迟报"))
    said = await office.presses(COORDINATOR, below["青石县"])
    assert "县市场监管局：未报 2 次" in texts(said)
    assert "返回 云溪市" in data(said)


async def test_before_anything_is_rolled_up_nobody_is_late(office: Office) -> None:
    assert texts(await office.says(COORDINATOR, "/late")).endswith("已汇总 0 期")
