"""A duty is passed on: the old account loses it at the moment the successor takes it up."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from bot.rosters import load_roster, read_roster_file
from handlers.outgoing import Act, Address, Retire
from reporting.invite import GUESSES, HANDOVER_LIFETIME
from reporting.people import Role
from tests.campaigns import HERE, tea
from tests.handlers.office import Office, messages, texts

BING, GENG, COORDINATOR, COUNTY, ADMINISTRATOR = (
    "联络员丙",
    "联络员庚",
    "汇总员甲",
    "汇总员乙",
    "管理员甲",
)
NEW = "联络员癸"
STRANGER = "仅供受邀人员"


def button(acts: list[Act], label: str) -> str:
    """The data behind the button whose label begins so."""
    rows = [row for each in messages(acts) for row in each.buttons]
    return next(each.data for row in rows for each in row if each.label.startswith(label))


async def offered(office: Office, giver: str = BING, start: str = "/handover") -> str:
    """The code of a handover to somebody new, with everything on the way to it."""
    acts = await office.says(giver, start)
    if giver != BING:
        acts = await office.presses(giver, button(acts, "移交："))
    assert "接任者的姓名" in texts(acts)
    acts = await office.says(giver, f"{NEW} 000-0099")
    acts = await office.presses(giver, button(acts, "确认移交"))
    return code_in(acts)


def code_in(acts: list[Act]) -> str:
    found = re.search(r"/start (\w{20})", texts(acts))
    assert found is not None
    return found[1]


async def opens(office: Office, who: str, code: str) -> list[Act]:
    """The link; somebody unknown gets an account of their own."""
    office.accounts.setdefault(who, 7_000_000_000 + len(office.accounts))
    return await office.says(who, f"/start {code}")


async def duties(office: Office, unit: str = "市市场监管局") -> list[tuple[str, Role]]:
    async with office.store.reading() as books:
        held = await books.handovers.of_unit(office.units[unit], office.now)
        people = await books.people.by_ids([each.person for each in held])
        return [(people[each.person].name, each.role) for each in held]


async def test_the_successor_has_the_duty_and_the_old_account_nothing(office: Office) -> None:
    code = await offered(office)
    assert await duties(office) == [(BING, Role.LIAISON)]
    said = texts(await opens(office, NEW, code))
    assert "您已接任 茶叶检查：市市场监管局 联络员" in said and f"{NEW}，您好" in said
    assert await duties(office) == [(NEW, Role.LIAISON)]
    for word in ("/fill", "填报", "12", "/status", "/handover"):
        said = texts(await office.says(BING, word))
        assert "职责已经结束或已移交" in said and "市市场监管局" not in said


async def test_the_draft_stays_with_the_unit(office: Office) -> None:
    await office.says(BING, "填报")
    await office.says(BING, "12")
    code = await offered(office)
    await opens(office, NEW, code)
    await office.says(NEW, "填报")
    assert "现为 12 户次（联络员丙）" in texts(await office.says(NEW, "改 自查 检查数"))


async def test_the_old_one_is_told_and_left_without_a_keyboard(office: Office) -> None:
    code = await offered(office)
    asked = messages(await office.says(BING, "填报"))
    async with office.store.transaction() as books:
        await office.kept(books, asked)
    acts = await opens(office, NEW, code)
    to_him = [each for each in messages(acts) if each.to.chat == office.accounts[BING]]
    assert "已由 联络员癸 接任" in texts(to_him)
    assert Address(office.accounts[BING]) in [each.to for each in acts if isinstance(each, Retire)]


async def test_the_regions_coordinator_is_told(office: Office) -> None:
    acts = await opens(office, NEW, await offered(office))
    told = [each for each in messages(acts) if each.to.chat == office.accounts[COORDINATOR]]
    assert texts(told) == "茶叶检查：市市场监管局 联络员 已由 联络员癸 接任（原：联络员丙）。"


async def test_the_journal_says_who_did_what(office: Office) -> None:
    await opens(office, NEW, await offered(office))
    async with office.store.reading() as books:
        (made,) = await books.journal.entries(what="handover-offered")
        (taken,) = await books.journal.entries(what="handover")
        (person,) = await books.people.find(NEW)
    assert (made.who, made.after) == (office.persons[BING], {"name": f"{NEW} 000-0099"})
    assert taken.unit == office.units["市市场监管局"]
    assert (taken.who, taken.before["person"]) == (person.id, office.persons[BING])
    assert (person.phone, person.telegram) == ("000-0099", office.accounts[NEW])


async def test_a_code_works_once(office: Office) -> None:
    code = await offered(office)
    await opens(office, NEW, code)
    assert "已经用过" in texts(await opens(office, "路人", code))
    assert "已经用过" in texts(await opens(office, BING, code))
    assert await duties(office) == [(NEW, Role.LIAISON)]


async def test_a_code_lasts_seven_days(office: Office) -> None:
    code = await offered(office)
    office.now += HANDOVER_LIFETIME
    assert "已过期" in texts(await opens(office, NEW, code))
    assert await duties(office) == [(BING, Role.LIAISON)]


async def test_a_new_code_makes_the_one_before_void(office: Office) -> None:
    first = await offered(office)
    acts = await office.says(BING, "/handover")
    assert "尚未接任" in texts(acts)
    await office.presses(BING, button(acts, "重新生成"))
    acts = await office.says(BING, NEW)
    second = code_in(await office.presses(BING, button(acts, "确认移交")))
    assert "已作废" in texts(await opens(office, NEW, first))
    assert "您已接任" in texts(await opens(office, NEW, second))


async def test_a_cancelled_code_is_void(office: Office) -> None:
    code = await offered(office)
    acts = await office.says(BING, "移交")
    assert "已取消移交" in texts(await office.presses(BING, button(acts, "取消移交")))
    assert "已作废" in texts(await opens(office, NEW, code))


async def test_a_code_of_a_duty_that_ended_is_void(office: Office) -> None:
    code = await offered(office)
    office.now += timedelta(hours=1)
    async with office.store.transaction() as books:
        (duty,) = await books.handovers.of_unit(office.units["市市场监管局"], office.now)
        await books.handovers.end(duty.id, office.now)
    assert "已作废" in texts(await opens(office, NEW, code))
    assert await duties(office) == []


async def test_ones_own_link_is_for_somebody_else(office: Office) -> None:
    code = await offered(office)
    assert "这是您自己的职责" in texts(await opens(office, BING, code))
    assert await duties(office) == [(BING, Role.LIAISON)]


async def test_who_has_duties_already_is_asked_first_and_keeps_them(office: Office) -> None:
    code = await offered(office)
    acts = await opens(office, GENG, code)
    assert "接任 茶叶检查：市市场监管局 联络员？" in texts(acts)
    assert await duties(office) == [(BING, Role.LIAISON)]
    said = texts(await office.presses(GENG, button(acts, "接任")))
    assert "您已接任" in said and "空谷县农业局" in said
    assert await duties(office) == [(GENG, Role.LIAISON)]
    assert await duties(office, "空谷县农业局") == [(GENG, Role.LIAISON)]


async def test_a_deputy_stays_a_deputy(office: Office) -> None:
    acts = await office.says("联络员乙", "移交")
    acts = await office.says("联络员乙", NEW)
    code = code_in(await office.presses("联络员乙", button(acts, "确认移交")))
    await opens(office, NEW, code)
    assert await duties(office, "市农业局") == [("联络员甲", Role.LIAISON), (NEW, Role.DEPUTY)]


@pytest.mark.parametrize("yes", ["确认", "是", "yes", "Confirm"])
async def test_all_of_it_can_be_typed(office: Office, yes: str) -> None:
    await office.says(BING, "移交")
    await office.says(BING, f"{NEW}x")
    await office.says(BING, NEW)  # another name instead of yes
    code = code_in(await office.says(BING, yes))
    assert f"{NEW}，您好" in texts(await opens(office, NEW, code))


async def test_the_pending_question_is_asked_again_after_the_handover_is_made(
    office: Office,
) -> None:
    await office.says(BING, "填报")
    await office.says(BING, "移交")
    await office.says(BING, NEW)
    said = texts(await office.says(BING, "确认"))
    assert "继续填报" in said and "1/12" in said
    assert "✓ 自查 · 检查数 7" in texts(await office.says(BING, "7"))


@pytest.mark.parametrize("name", ["12", "x" * 21, "甲\n乙", "甲" * 20 + " 000-0001"])
async def test_what_is_no_name_is_asked_again(office: Office, name: str) -> None:
    await office.says(BING, "/handover")
    assert "请输入接任者的姓名" in texts(await office.says(BING, name))
    assert "接任：联络员癸" in texts(await office.says(BING, NEW))


async def test_wrong_codes_are_counted_whichever_kind_they_are(office: Office) -> None:
    code = await offered(office)
    for _ in range(GUESSES):
        await opens(office, NEW, "0" * 20)
    assert await opens(office, NEW, code) == []


async def test_a_coordinator_hands_over_for_a_unit_of_the_own_region(office: Office) -> None:
    code = await offered(office, COORDINATOR, "移交 市市场监管局")
    acts = await opens(office, NEW, code)
    assert await duties(office) == [(NEW, Role.LIAISON)]
    assert "已由 联络员癸 接任" in texts(
        each for each in messages(acts) if each.to.chat == office.accounts[BING]
    )
    assert "接任（原：联络员丙）" in texts(
        each for each in messages(acts) if each.to.chat == office.accounts[COORDINATOR]
    )


@pytest.mark.parametrize("unit", ["县农业局", "空谷县农业局"])
async def test_a_region_below_is_its_own_coordinators(office: Office, unit: str) -> None:
    assert "没有可由您移交的" in texts(await office.says(COORDINATOR, f"移交 {unit}"))
    async with office.store.reading() as books:
        (duty,) = await books.handovers.of_unit(office.units[unit], office.now)
    for step in ("duty", "to", "give", "stop", "stopped", "cancel", "anew"):
        acts = await office.presses(COORDINATOR, f"c|handover|{step} {duty.id} {NEW}")
        assert "没有执行" in texts(acts)


async def test_nobody_hands_over_what_is_not_theirs(office: Office) -> None:
    async with office.store.reading() as books:
        (duty,) = await books.handovers.of_unit(office.units["市市场监管局"], office.now)
    for who in (GENG, COUNTY, "联络员甲"):
        for step in ("duty", "give", "stopped", "cancel"):
            acts = await office.presses(who, f"c|handover|{step} {duty.id} {NEW}")
            assert "没有执行" in texts(acts)
    for id in ("", "x", "999", "9" * 30):
        assert "没有执行" in texts(await office.presses(BING, f"c|handover|duty {id}"))


async def test_a_coordinators_list_goes_by_pages(office: Office) -> None:
    acts = await office.says(ADMINISTRATOR, "移交")
    acts = await office.presses(ADMINISTRATOR, button(acts, "本地区各单位"))
    assert "第 1/2 页" in texts(acts)
    acts = await office.presses(ADMINISTRATOR, button(acts, "下一页"))
    assert "空谷县农业局" in [b.label for row in messages(acts)[0].buttons for b in row]


async def test_an_administrator_hands_over_a_coordinators_duty(office: Office) -> None:
    code = await offered(office, ADMINISTRATOR, "移交 青石县")
    said = texts(await opens(office, NEW, code))
    assert "您已接任 茶叶检查：青石县 汇总员" in said
    assert "职责已经结束" in texts(await office.says(COUNTY, "/status"))


async def test_a_coordinator_passes_on_their_own_duty(office: Office) -> None:
    acts = await office.says(COUNTY, "移交")
    await office.presses(COUNTY, button(acts, "青石县 汇总员（本人）"))
    acts = await office.says(COUNTY, NEW)
    code = code_in(await office.presses(COUNTY, button(acts, "确认移交")))
    await opens(office, NEW, code)
    assert "青石县" in texts(await office.says(NEW, "/status"))


async def test_access_can_be_ended_at_once(office: Office) -> None:
    acts = await office.says(COORDINATOR, "移交 市市场监管局")
    acts = await office.presses(COORDINATOR, button(acts, "立即停用"))
    assert await duties(office) == [(BING, Role.LIAISON)]
    acts = await office.presses(COORDINATOR, button(acts, "确认停用"))
    assert "已停用 联络员丙" in texts(acts)
    assert "已由 汇总员甲 停用" in texts(acts)
    assert "职责已经结束" in texts(await office.says(BING, "填报"))
    assert "市市场监管局 — 尚无联络员" in texts(await office.says(COORDINATOR, "/missing"))


async def test_a_code_made_before_is_void_once_access_was_ended(office: Office) -> None:
    code = await offered(office)
    office.now += timedelta(minutes=1)
    async with office.store.reading() as books:
        (duty,) = await books.handovers.of_unit(office.units["市市场监管局"], office.now)
    await office.presses(COORDINATOR, f"c|handover|stopped {duty.id}")
    assert "已作废" in texts(await opens(office, NEW, code))


async def test_a_unit_with_nobody_gets_somebody_again(office: Office) -> None:
    async with office.store.reading() as books:
        (duty,) = await books.handovers.of_unit(office.units["市市场监管局"], office.now)
    await office.presses(COORDINATOR, f"c|handover|stopped {duty.id}")
    acts = await office.says(COORDINATOR, "移交 市市场监管局")
    assert "尚无联络员" in texts(acts)
    await office.presses(COORDINATOR, button(acts, "指定联络员"))
    acts = await office.says(COORDINATOR, NEW)
    code = code_in(await office.presses(COORDINATOR, button(acts, "确认移交")))
    acts = await opens(office, NEW, code)
    assert await duties(office) == [(NEW, Role.LIAISON)]
    assert all(each.to.chat != office.accounts[BING] for each in messages(acts))


async def test_nobody_ends_their_own_access(office: Office) -> None:
    async with office.store.reading() as books:
        (duty,) = await books.handovers.of_unit(office.units["市市场监管局"], office.now)
    assert "没有执行" in texts(await office.presses(BING, f"c|handover|stopped {duty.id}"))


async def test_a_giver_who_may_no_longer_give_has_given_nothing(office: Office) -> None:
    code = await offered(office, COORDINATOR, "移交 市市场监管局")
    async with office.store.transaction() as books:
        (duty,) = [
            each
            for each in await books.handovers.of_region(office.regions["云溪市"], office.now)
            if each.role is Role.COORDINATOR
        ]
        await books.handovers.end(duty.id, office.now)
    assert "已作废" in texts(await opens(office, NEW, code))


async def test_a_successor_bound_to_another_account_is_told_so(office: Office) -> None:
    await office.says(BING, "/handover")
    acts = await office.says(BING, "联络员庚 000-0010")
    code = code_in(await office.presses(BING, button(acts, "确认移交")))
    assert "已绑定另一个账号" in texts(await opens(office, "路人", code))
    assert "接任" in texts(await opens(office, GENG, code))


async def test_only_the_digest_of_a_code_is_kept(office: Office) -> None:
    code = await offered(office)
    async with office.store.reading() as books:
        found = await books.handovers.by_code(code)
    assert found is None


async def test_a_message_in_english_for_who_reads_english(office: Office) -> None:
    await office.says(BING, "/language English")
    code = await offered(office, COORDINATOR, "移交 市市场监管局")
    acts = await opens(office, NEW, code)
    to_him = texts(each for each in messages(acts) if each.to.chat == office.accounts[BING])
    assert "Tea inspection: 市市场监管局, liaison has been taken over by 联络员癸" in to_him


async def test_a_roster_that_still_lists_the_old_one_does_not_bring_them_back(
    office: Office,
) -> None:
    await opens(office, NEW, await offered(office))
    roster = read_roster_file(tea(), (HERE / "tea-2023" / "roster.csv").read_bytes())
    async with office.store.transaction() as books:
        changes = await load_roster(books, tea(), roster, office.now)
    (kept,) = changes.kept
    assert (kept.duty.person, kept.to) == ((BING, "0000005"), (NEW, "0000099"))
    assert not changes
    assert await duties(office) == [(NEW, Role.LIAISON)]


async def test_a_successor_is_greeted_though_the_report_is_locked(office: Office) -> None:
    await office.submit(tea(), "市市场监管局", "2023-09", BING)
    office.now += timedelta(days=9)
    await office.ring()
    assert "已汇总并锁定" in texts(await office.says(BING, "填报"))
    code = await offered(office)
    assert "您已接任" in texts(await office.says(NEW, f"/start {code}"))
