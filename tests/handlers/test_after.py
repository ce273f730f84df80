"""After 提交: what can be taken back and until when, who may agree to a correction, and once."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

from openpyxl import load_workbook

from handlers.chain.releasing import release
from handlers.chain.standing import standing
from handlers.outgoing import Message, Retire
from reporting.chain import Contribution, Decision, Submission
from reporting.roster import Roster, RosterUnit, compare
from tests.campaigns import tea
from tests.handlers.office import BEGIN, Office, messages, texts

PERIOD = "2023-09"
UNIT, LIAISON, DEPUTY, OTHER = "市农业局", "联络员甲", "联络员乙", "联络员丙"
COORDINATOR, COUNTY, ADMINISTRATOR = "汇总员甲", "汇总员乙", "管理员甲"
REASON, WHY_NOT = "漏计一家网店的检查", "请附现场检查笔录"
CLOSED = datetime(2023, 9, 29, tzinfo=UTC)


async def reported(office: Office, figure: int = 3) -> None:
    """The unit has handed in a version."""
    await office.submit(tea(), UNIT, PERIOD, LIAISON, lambda key: figure)


async def rolled_up(office: Office) -> None:
    """Its region has closed."""
    office.now = CLOSED
    await office.ring()


async def place(office: Office) -> str:
    return f"{office.units[UNIT]} {PERIOD}"


async def versions(office: Office) -> tuple[Submission, ...]:
    async with office.store.reading() as books:
        return await books.reports.submissions(office.units[UNIT], PERIOD, "monthly")


async def counting(office: Office) -> int | None:
    """The version that counts."""
    async with office.store.reading() as books:
        found = await books.reports.newest(office.units[UNIT], PERIOD, "monthly")
    return found.version if found else None


async def in_table(office: Office) -> Contribution | None:
    """The unit as the region's newest table has it."""
    async with office.store.reading() as books:
        table = await books.rollups.newest(office.regions["云溪市"], PERIOD, "monthly")
    assert table is not None
    return next((each for each in table.contributions if each.name == UNIT), None)


async def asked_for(office: Office, by: str = LIAISON) -> str:
    """A correction waits; its id, as the buttons carry it."""
    await office.says(by, "/correct 9月")
    await office.says(by, REASON)
    async with office.store.reading() as books:
        report = await books.reports.find(office.units[UNIT], PERIOD, "monthly")
    assert report is not None
    await office.presses(by, f"i|{report.id}|review|jump|#0")
    await office.says(by, "8")
    acts = await office.presses(by, f"i|{report.id}|review|submit|")
    async with office.store.transaction() as books:
        await office.kept(books, messages(acts))
    return str((await versions(office))[-1].id)


async def test_either_liaison_takes_back_and_nobody_else(office: Office) -> None:
    await reported(office)
    here = await place(office)
    assert "没有可以撤回" in texts(await office.says(OTHER, f"/withdraw {here} 1"))
    assert "没有填报任务" in texts(await office.says(COORDINATOR, f"/withdraw {here} 1"))
    assert await counting(office) == 1
    assert "现为未报" in texts(await office.presses(DEPUTY, f"c|withdraw|{here} 1"))
    assert await counting(office) is None


async def test_one_tap_takes_nothing_back(office: Office) -> None:
    await reported(office)
    here = await place(office)
    assert "确认撤回" in str(await office.presses(LIAISON, f"c|withdraw|{here}"))
    assert await counting(office) == 1


async def test_a_newer_version_is_not_taken_back_unseen(office: Office) -> None:
    await reported(office)
    await reported(office, 4)
    here = await place(office)
    assert "第 2 版" in texts(await office.presses(LIAISON, f"c|withdraw|{here} 1"))
    assert await counting(office) == 2


async def test_who_took_back_is_on_record(office: Office) -> None:
    await reported(office)
    await office.presses(DEPUTY, f"c|withdraw|{await place(office)} 1")
    async with office.store.reading() as books:
        (line,) = await books.journal.entries(what="withdrawn")
    assert (line.who, line.unit) == (office.persons[DEPUTY], office.units[UNIT])
    assert line.after == {"period": PERIOD, "version": 1}


async def test_nothing_is_taken_back_after_closing(office: Office) -> None:
    await reported(office)
    await rolled_up(office)
    here = await place(office)
    assert "不能撤回" in texts(await office.presses(LIAISON, f"c|withdraw|{here} 1"))
    assert await counting(office) == 1


async def test_a_press_of_the_last_minute_that_is_heard_after_the_roll_up_changes_no_table(
    office: Office,
) -> None:
    await reported(office)
    await rolled_up(office)
    office.now = CLOSED - timedelta(hours=9)  # before 24:00 in the campaign's zone
    here = await place(office)
    assert "不能撤回" in texts(await office.presses(LIAISON, f"c|withdraw|{here} 1"))
    assert await counting(office) == 1


async def test_what_is_taken_back_while_the_roll_up_runs_is_in_no_table_for_long(
    office: Office,
) -> None:
    await reported(office)
    async with office.store.reading() as books:
        region = await books.roster.region(office.regions["云溪市"])
        before = await standing(books, tea(), region, tea().calendar.period(PERIOD))
    await office.presses(LIAISON, f"c|withdraw|{await place(office)} 1")
    office.now = CLOSED
    async with office.store.transaction() as books:
        await office.kept(books, await release(books, before, CLOSED))
    await office.ring()
    found = await in_table(office)
    assert found is not None and found.version is None


async def test_the_same_figures_after_a_withdrawal_are_a_new_version(office: Office) -> None:
    await office.says(LIAISON, "/zero")
    async with office.store.reading() as books:
        report = await books.reports.find(office.units[UNIT], PERIOD, "monthly")
    assert report is not None
    await office.presses(LIAISON, f"i|{report.id}|declare|confirm|")
    await office.says(LIAISON, "/again")
    unchanged = await office.presses(LIAISON, f"i|{report.id}|review|submit|")
    assert "没有另行提交" in texts(unchanged)
    await office.presses(LIAISON, f"c|withdraw|{await place(office)} 1")
    await office.says(LIAISON, "/fill")
    assert "第 2 版" in texts(await office.presses(LIAISON, f"i|{report.id}|review|submit|"))
    assert await counting(office) == 2


async def test_reminders_speak_again_of_what_was_taken_back(office: Office) -> None:
    await reported(office)
    office.now = BEGIN + timedelta(days=2)
    account = office.accounts[LIAISON]
    assert [each for each in await office.ring() if each.to.chat == account] == []
    await office.presses(LIAISON, f"c|withdraw|{await place(office)} 1")
    assert [UNIT in each.text for each in await office.ring() if each.to.chat == account] == [True]


async def test_a_correction_is_asked_of_the_units_own_coordinator(office: Office) -> None:
    await reported(office)
    await rolled_up(office)
    await asked_for(office)
    async with office.store.reading() as books:
        cards = [
            each for each in await books.ledger.find() if (each.step or "")[:10] == "correction"
        ]
    assert [each.chat for each in cards] == [office.accounts[COORDINATOR]]
    for said in (REASON, "自查 · 检查数：3 户次 → 8 户次", "云溪市汇总数"):
        assert said in cards[0].payload["text"]


async def test_whoever_is_not_asked_cannot_decide(office: Office) -> None:
    await reported(office)
    await rolled_up(office)
    id = await asked_for(office)
    for who in (LIAISON, DEPUTY, OTHER, COUNTY):
        for command in ("agree", "disagree"):
            assert "不由您审核" in texts(await office.presses(who, f"c|{command}|{id}"))
            assert "不由您审核" in texts(await office.says(who, f"/{command} {id} {WHY_NOT}"))
    assert [each.decision for each in await versions(office)] == [None, None]


async def test_the_second_to_decide_is_told_who_was_first(office: Office) -> None:
    await reported(office)
    await rolled_up(office)
    id = await asked_for(office)
    first = await office.presses(COORDINATOR, f"c|agree|{id}")
    assert [isinstance(each, Retire) for each in first].count(True) == 1
    second = texts(await office.presses(ADMINISTRATOR, f"c|disagree|{id}"))
    assert "已有决定" in second and COORDINATOR in second
    assert (await versions(office))[-1].decision is Decision.ACCEPTED


async def test_both_liaisons_hear_what_was_decided_and_why(office: Office) -> None:
    await reported(office)
    await rolled_up(office)
    id = await asked_for(office, by=DEPUTY)
    await office.presses(COORDINATOR, f"c|disagree|{id}")
    acts = await office.says(COORDINATOR, WHY_NOT)
    told = {each.to.chat: each.text for each in acts if isinstance(each, Message)}
    for who in (LIAISON, DEPUTY):
        assert "更正未同意" in told[office.accounts[who]] and WHY_NOT in told[office.accounts[who]]
    async with office.store.reading() as books:
        (line,) = await books.journal.entries(what="correction-refused")
    assert (line.who, line.after["reason"]) == (office.persons[COORDINATOR], WHY_NOT)
    assert await counting(office) == 1


async def test_a_correction_goes_up_however_long_ago_its_period_was(office: Office) -> None:
    await reported(office)
    await rolled_up(office)
    office.now = CLOSED + timedelta(days=80)
    await office.ring()
    id = await asked_for(office)
    found = await in_table(office)
    assert found is not None and found.version == 1
    await office.presses(COORDINATOR, f"c|agree|{id}")
    posts = [each for each in await office.ring() if each.kind == "post" and PERIOD in each.key]
    assert ["含更正" in each.text for each in posts] == [True]
    assert posts[0].file is not None
    async with office.store.reading() as books:
        file = await books.files.get(posts[0].file)
    assert file is not None
    sheet = load_workbook(io.BytesIO(file.data))["报送情况"]
    (line,) = [row for row in sheet.iter_rows(values_only=True) if row[1] == UNIT]
    assert (line[3], line[4], line[10]) == (LIAISON, "按时；更正", REASON)
    found = await in_table(office)
    assert found is not None and (found.version, found.reason) == (2, REASON)


async def test_one_correction_waits_at_a_time(office: Office) -> None:
    await reported(office)
    await rolled_up(office)
    await asked_for(office)
    assert "已有一份更正待审核" in texts(await office.says(DEPUTY, "/correct 9月"))


async def test_a_unit_that_came_after_closing_is_not_asked_for_that_period(office: Office) -> None:
    await rolled_up(office)
    new, path = "市林业局", ("云溪市",)
    async with office.store.transaction() as books:
        now = await books.roster.current(tea().key)
        units = (*now.units, RosterUnit(path, new, "agriculture"))
        duties = tuple(
            each if each.unit != "市市场监管局" else type(each)(each.person, each.role, path, new)
            for each in now.duties
        )
        later = Roster(now.regions, units, now.people, duties)
        await books.roster.apply(tea().key, compare(now, later), office.now)
    assert "2023年9月" not in texts(await office.says(OTHER, "/fill"))
    assert [each for each in await office.ring() if each.to.chat == office.accounts[OTHER]] == []
    begun = texts(await office.says(OTHER, "/zero 9月"))
    assert "零报告" in begun and "不计入该期汇总表" in begun
    async with office.store.reading() as books:
        _, found = await books.roster.tree(tea().key)
        unit = next(each.id for each in found if each.name == new)
        report = await books.reports.find(unit, PERIOD, "monthly")
    assert report is not None
    handed_in = await office.presses(OTHER, f"i|{report.id}|declare|confirm|")
    assert "不计入该期汇总表" in texts(handed_in)
    assert "不计入该期汇总表" in texts(await office.says(OTHER, "/mine 9月"))
    async with office.store.reading() as books:
        table = await books.rollups.newest(office.regions["云溪市"], PERIOD, "monthly")
    assert table is not None and new not in {each.name for each in table.contributions}
