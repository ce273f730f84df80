"""A button's data is only a request: whatever a client sends, the presser's own duties decide."""

from __future__ import annotations

import pytest

from handlers.callback import of_command, of_tap
from handlers.outgoing import Toast
from reporting.draft import EXPLAIN, REVIEW
from reporting.said import Choice, Tapped
from storage.nouns import ReportState
from tests.campaigns import tea
from tests.handlers.office import Office, messages, texts

OWNER, OTHER, PERIOD, FORM = "联络员甲", "联络员丙", "2023-09", "monthly"
FIRST = "visits.self"


async def begun(office: Office) -> str:
    """The owner has begun and answered one question; the report's key."""
    await office.says(OWNER, "/fill")
    await office.says(OWNER, "5")
    async with office.store.reading() as books:
        report = await books.reports.find(office.units["市农业局"], PERIOD, tea().form.key)
        assert report is not None
        return (await books.reports.draft(report.id, office.persons[OWNER])).key


async def state(office: Office) -> object:
    """Everything that a forgery could have changed."""
    async with office.store.reading() as books:
        answered = {
            name: await books.reports.answered(id, PERIOD, tea().form.key)
            for name, id in office.units.items()
        }
        newest = [
            await books.reports.newest(id, PERIOD, tea().form.key) for id in office.units.values()
        ]
        return answered, newest, await books.groups.all()


@pytest.mark.parametrize("choice", Choice)
@pytest.mark.parametrize("place", [FIRST, "visits.shops", "narrative", REVIEW, EXPLAIN, "", "x"])
async def test_another_persons_report_cannot_be_touched(
    office: Office, choice: Choice, place: str
) -> None:
    key = await begun(office)
    before = await state(office)
    for data in (Tapped(key, place, choice), Tapped(key, place, choice, "#1")):
        (toast,) = await office.presses(OTHER, of_tap(data))
        assert isinstance(toast, Toast) and "旧消息" in toast.text
    assert await state(office) == before


@pytest.mark.parametrize("to", ["#0", "#99", "#-1", "#", "#²", "explain", "nonsense", "self", "|"])
async def test_no_press_leads_where_no_button_leads(office: Office, to: str) -> None:
    key = await begun(office)
    before = await state(office)
    await office.presses(OWNER, f"i|{key}|visits.shops|jump|{to}")
    assert await state(office) == before
    assert "12/12" in texts(await office.says(OWNER, "/fill")) or "/12" in texts(
        await office.says(OWNER, "/fill")
    )


@pytest.mark.parametrize("report", ["999999", "", "-1", "1 OR 1=1", "𝟙"])
async def test_a_report_that_is_not_there_is_an_old_button(office: Office, report: str) -> None:
    await begun(office)
    (toast,) = await office.presses(OWNER, f"i|{report}|{FIRST}|0|")
    assert isinstance(toast, Toast) and "旧消息" in toast.text


@pytest.mark.parametrize("unit", ["市农业局", "县农业局", "空谷县农业局"])
async def test_another_units_fill_button_opens_nothing(office: Office, unit: str) -> None:
    data = of_command("fill", f"{office.units[unit]} {PERIOD}")
    said = texts(await office.presses(OTHER, data))
    assert "不能填报" in said and unit not in said and "1/12" not in said
    async with office.store.reading() as books:
        assert await books.reports.conversation(office.persons[OTHER]) is None
        assert await books.reports.find(office.units[unit], PERIOD, tea().form.key) is None


@pytest.mark.parametrize("period", ["2023-07", "2023-10", "2099-01", "", "x"])
async def test_a_period_that_is_not_open_is_not_opened(office: Office, period: str) -> None:
    data = of_command("fill", f"{office.units['市农业局']} {period}")
    assert "1/12" not in texts(await office.presses(OWNER, data))


@pytest.mark.parametrize("region", ["云溪市", "空谷县"])
async def test_another_regions_group_cannot_be_bound(office: Office, region: str) -> None:
    for who in (OWNER, "汇总员乙", "管理员甲"):
        acts = await office.presses(who, of_command("bind", str(office.regions[region])), -1)
        assert messages(acts) == []
        assert [each.alert for each in acts if isinstance(each, Toast)] == [True]
    async with office.store.reading() as books:
        assert await books.groups.all() == ()


async def test_an_interview_is_not_held_in_a_group(office: Office) -> None:
    key = await begun(office)
    before = await state(office)
    await office.bind("云溪市", -1)
    for choice in Choice:
        acts = await office.presses(OWNER, of_tap(Tapped(key, "visits.shops", choice)), -1)
        assert messages(acts) == []
    assert (await state(office))[:2] == before[:2]  # type: ignore[index]


async def test_a_press_by_a_stranger_changes_nothing_and_tells_nothing(office: Office) -> None:
    key = await begun(office)
    before = await state(office)
    for data in (f"i|{key}|visits.shops|0|", of_command("status"), of_command("table")):
        said = texts(await office.presses("路人", data))
        assert "市农业局" not in said and "茶叶" not in said
        assert await office.presses("路人", data, -1) == [Toast("callback")]
    assert await state(office) == before


async def test_the_deputy_shares_the_report_and_its_place_is_their_own(office: Office) -> None:
    """联络员乙 is the deputy of the same unit: the same draft, but not the other's buttons."""
    key = await begun(office)
    (toast,) = await office.presses("联络员乙", of_tap(Tapped(key, "visits.shops", Choice.ZERO)))
    assert isinstance(toast, Toast) and "旧消息" in toast.text
    assert "2/12" in texts(await office.says("联络员乙", "/fill"))
    async with office.store.reading() as books:
        states = await books.reports.states(office.regions["云溪市"], PERIOD, tea().form.key)
    assert states[office.units["市农业局"]] is ReportState.DRAFTING
