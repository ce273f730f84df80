"""Who is answered where: every command, by every kind of person, in private and in groups."""

from __future__ import annotations

import pytest

from bot.rosters import load_roster, read_roster_file
from handlers.commands import COMMANDS
from handlers.outgoing import Toast
from tests.campaigns import HERE, tea
from tests.handlers.office import Office, messages, texts

BOUND, UNBOUND = -100, -200
LIAISON, COORDINATOR, COUNTY, ADMINISTRATOR, STRANGER = (
    "联络员甲",
    "汇总员甲",
    "汇总员乙",
    "管理员甲",
    "路人",
)
GREETED, NOT_BOUND, PRIVATELY, IN_GROUP = "您好", "没有绑定汇总群", "私聊", "请在汇总群中"
SILENT = ""

# command → what its answer says, to: liaison, coordinator, administrator, stranger
IN_PRIVATE = {
    "start": (GREETED, GREETED, GREETED, "仅供受邀人员"),
    "fill": ("1/12", "没有填报任务", "没有填报任务", "仅供受邀人员"),
    "zero": ("零报告", "没有填报任务", "没有填报任务", "仅供受邀人员"),
    "template": ("WPS 填写", "没有填报任务", "没有填报任务", "仅供受邀人员"),
    "mine": ("市农业局", "没有填报任务", "没有填报任务", "仅供受邀人员"),
    "withdraw": ("没有可以撤回", "没有填报任务", "没有填报任务", "仅供受邀人员"),
    "correct": ("没有可以更正", "没有待审核", "没有待审核", "仅供受邀人员"),
    "status": ("市农业局", "应报 4", "应报 4", "仅供受邀人员"),
    "missing": ("供汇总员查询", "未报 4 个", "未报 4 个", "仅供受邀人员"),
    "table": ("还没有提交过", "暂无汇总表", "暂无汇总表", "仅供受邀人员"),
    "figure": ("供汇总员使用", "查哪一项", "查哪一项", "仅供受邀人员"),
    "trace": ("供汇总员使用", "查哪一项", "查哪一项", "仅供受邀人员"),
    "history": ("报送历史　市农业局", "查哪个单位", "查哪个单位", "仅供受邀人员"),
    "late": ("供汇总员使用", "云溪市", "云溪市", "仅供受邀人员"),
    "files": ("没有附件", "没有附件", "没有附件", "仅供受邀人员"),
    "handover": ("接任者的姓名", "移交哪一项", "移交哪一项", "仅供受邀人员"),
    "bind": (IN_GROUP, IN_GROUP, IN_GROUP, "仅供受邀人员"),
    "help": ("/fill", "/missing", "/missing", "仅供受邀人员"),
    "language": ("选择语言", "选择语言", "选择语言", "仅供受邀人员"),
    "nonsense": ("没有这个命令", "没有这个命令", "没有这个命令", "仅供受邀人员"),
}
# the same in the group of 云溪市, to: liaison, coordinator, another region's coordinator, stranger
IN_BOUND_GROUP = {
    "start": (PRIVATELY, PRIVATELY, PRIVATELY, SILENT),
    "fill": (PRIVATELY, PRIVATELY, PRIVATELY, SILENT),
    "zero": (PRIVATELY, PRIVATELY, PRIVATELY, SILENT),
    "template": (PRIVATELY, PRIVATELY, PRIVATELY, SILENT),
    "mine": (PRIVATELY, PRIVATELY, PRIVATELY, SILENT),
    "withdraw": (PRIVATELY, PRIVATELY, PRIVATELY, SILENT),
    "correct": (PRIVATELY, PRIVATELY, PRIVATELY, SILENT),
    "status": ("应报 4", "应报 4", "应报 4", SILENT),
    "missing": ("未报 4 个", "未报 4 个", "未报 4 个", SILENT),
    "table": ("暂无汇总表", "暂无汇总表", "暂无汇总表", SILENT),
    "figure": ("查哪一项", "查哪一项", "查哪一项", SILENT),
    "trace": ("查哪一项", "查哪一项", "查哪一项", SILENT),
    "history": ("查哪个单位", "查哪个单位", "查哪个单位", SILENT),
    "late": ("云溪市", "云溪市", "云溪市", SILENT),
    "files": (PRIVATELY, PRIVATELY, PRIVATELY, SILENT),
    "handover": (PRIVATELY, PRIVATELY, PRIVATELY, SILENT),
    "bind": ("只有本地区的汇总员", "已经绑定", "已绑定", SILENT),
    "help": ("/status", "/status", "/status", SILENT),
    "language": (PRIVATELY, PRIVATELY, PRIVATELY, SILENT),
    "nonsense": (SILENT, SILENT, SILENT, SILENT),
}
IN_UNBOUND_GROUP = {
    "status": (SILENT, NOT_BOUND, NOT_BOUND, SILENT),
    "missing": (SILENT, NOT_BOUND, NOT_BOUND, SILENT),
    "table": (SILENT, NOT_BOUND, NOT_BOUND, SILENT),
    "figure": (SILENT, NOT_BOUND, NOT_BOUND, SILENT),
    "trace": (SILENT, NOT_BOUND, NOT_BOUND, SILENT),
    "history": (SILENT, NOT_BOUND, NOT_BOUND, SILENT),
    "late": (SILENT, NOT_BOUND, NOT_BOUND, SILENT),
}


def heard(acts: object, expected: str) -> None:
    said = texts(acts)  # type: ignore[arg-type]
    assert expected in said if expected else said == ""


def test_every_command_of_the_menu_is_in_these_tables() -> None:
    known = {each.name for each in COMMANDS if each.in_menu} | {"start", "nonsense"}
    assert set(IN_PRIVATE) == set(IN_BOUND_GROUP) == known


@pytest.mark.parametrize("command", IN_PRIVATE)
async def test_in_private_everybody_is_told_of_their_own_duties(
    office: Office, command: str
) -> None:
    people = (LIAISON, COORDINATOR, ADMINISTRATOR, STRANGER)
    for who, expected in zip(people, IN_PRIVATE[command], strict=True):
        heard(await office.says(who, f"/{command}"), expected)


@pytest.mark.parametrize("command", IN_BOUND_GROUP)
async def test_a_group_is_told_of_the_region_bound_to_it(office: Office, command: str) -> None:
    people = (LIAISON, COORDINATOR, COUNTY, STRANGER)
    for who, expected in zip(people, IN_BOUND_GROUP[command], strict=True):
        await office.bind("云溪市", BOUND)
        heard(await office.says(who, f"/{command}", BOUND), expected)


@pytest.mark.parametrize("command", IN_UNBOUND_GROUP)
async def test_a_group_of_nothing_is_told_nothing(office: Office, command: str) -> None:
    people = (LIAISON, COORDINATOR, COUNTY, STRANGER)
    for who, expected in zip(people, IN_UNBOUND_GROUP[command], strict=True):
        heard(await office.says(who, f"/{command}", UNBOUND), expected)


@pytest.mark.parametrize(
    "said", ["12", "你好", "进度", "status", "@somebody 进度", "@rehearsal_bot"]
)
async def test_a_group_talks_among_itself(office: Office, said: str) -> None:
    await office.bind("云溪市", BOUND)
    for who in (LIAISON, COORDINATOR, STRANGER):
        assert await office.says(who, said, BOUND) == []


@pytest.mark.parametrize(
    "said", ["@rehearsal_bot 进度", "进度 @Rehearsal_Bot", "@REHEARSAL_BOT未报"]
)
async def test_a_word_with_the_bots_name_is_meant_for_it(office: Office, said: str) -> None:
    await office.bind("云溪市", BOUND)
    heard(await office.says(LIAISON, said, BOUND), "云溪市")


@pytest.mark.parametrize("period", ["2023-09", "9月", "2023年9月", "9月份", "９"])
async def test_a_period_may_be_named_in_many_ways(office: Office, period: str) -> None:
    heard(await office.says(COORDINATOR, f"/status {period}"), "2023年9月")


async def test_a_coordinator_sees_the_own_region_and_not_the_neighbour(office: Office) -> None:
    said = texts(await office.says(COUNTY, "/status"))
    assert "青石县" in said
    assert "云溪市" not in said and "空谷县" not in said


async def test_a_group_bound_to_another_part_of_the_chain_is_silent(office: Office) -> None:
    """联络员庚 reports to 空谷县; what 青石县's group knows is not theirs."""
    await office.bind("青石县", BOUND)
    for command in ("status", "missing", "table", "figure", "trace", "history", "late"):
        assert await office.says("联络员庚", f"/{command}", BOUND) == []
    heard(await office.says("联络员戊", "/status", BOUND), "青石县")


async def test_a_duty_that_ended_opens_nothing(office: Office) -> None:
    lines = (HERE / "tea-2023" / "roster.csv").read_text(encoding="utf-8").splitlines()
    without = "\n".join(line for line in lines if "联络员丙" not in line)
    async with office.store.transaction() as books:
        await load_roster(books, tea(), read_roster_file(tea(), without.encode()), office.now)
    for command in IN_PRIVATE:
        heard(await office.says("联络员丙", f"/{command}"), "不再能查看和填报")


async def test_every_press_is_answered_so_that_no_button_waits(office: Office) -> None:
    for who in (LIAISON, COORDINATOR, STRANGER):
        for data in ("", "x", "i|1|review|submit|", "c|fill|", "c|nonsense|", "c|bind|1"):
            acts = await office.presses(who, data)
            toasts = [each for each in acts if isinstance(each, Toast)]
            assert len(toasts) == 1, (who, data)
            assert len(messages(acts)) <= 1
