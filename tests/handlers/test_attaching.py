"""Photos and documents sent in private: where they go, who is told what, and who may have them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from handlers import front
from handlers.callback import of_command
from handlers.incoming import ChatKind, File, Heard, Speaker, Text, What
from handlers.outgoing import Act, Address
from reporting.attaching import LARGEST, MOST, Attachment, FileKind
from tests.campaigns import HERE, tea
from tests.handlers.office import Office, messages, opened, texts

JIA, YI = "联络员甲", "联络员乙"  # both of 市农业局
LETTER = File("f", "通知.pdf", 9, data=b"%PDF a letter")
PHOTO = File("p", "photo.jpg", 9, "现场检查", FileKind.PHOTO, data=b"\xff\xd8 a photo")


def button(acts: Iterable[Act], label: str) -> str:
    """The data of the button that begins so."""
    rows = [row for each in messages(acts) for row in each.buttons]
    return next(each.data for row in rows for each in row if each.label.startswith(label))


def sent(acts: Iterable[Act]) -> list[int]:
    """The stored files that went out."""
    return [each.file for each in messages(acts) if each.file is not None]


async def at_the_review(office: Office, who: str = JIA, unit: str = "市农业局") -> list[Act]:
    """A report whose figures are all 0, with two files beside it."""
    acts = await office.says(who, f"/again {office.units[unit]} 2023-09")
    acts = await office.presses(who, button(acts, "0"))
    acts = await office.presses(who, button(acts, "其余全部填0"))
    await office.hear(who, LETTER)
    acts = await office.hear(who, PHOTO)
    return await office.presses(who, button(acts, "完成"))


async def handed_in(office: Office, who: str = JIA, unit: str = "市农业局") -> list[Act]:
    return await office.presses(who, button(await at_the_review(office, who, unit), "提交"))


@pytest.mark.parametrize("name", ["a.pdf", "<b>&.pdf", "../../etc/a.pdf", "现场\u202e.pdf", ""])
async def test_a_file_at_any_question_goes_to_the_narrative_and_the_question_stays(
    office: Office, name: str
) -> None:
    asked = await office.says(JIA, "/fill")
    acts = await office.hear(JIA, File("f", name, 9, data=b"x"))
    assert "放入“工作情况”" in texts(acts)
    assert button(acts, "0") == button(asked, "0")
    assert "<b>&.pdf" not in texts(acts) and "\u202e" not in texts(acts) and ".." not in texts(acts)


async def test_both_liaisons_see_what_either_sent_and_may_take_it_back(office: Office) -> None:
    await at_the_review(office)
    await office.says(YI, "/fill")
    acts = await office.says(YI, "改 工作情况")
    assert "已收到 1 条文字（共 4 字）、2 个文件：通知.pdf（13 B）" in texts(acts)
    listed = await office.presses(YI, button(acts, "删除"))
    acts = await office.presses(YI, button(listed, "通知.pdf"))
    assert "已删除" in texts(acts) and "通知.pdf" not in texts(acts)
    again = await office.hear(YI, LETTER)
    assert "已收到文件 通知.pdf" in texts(again)


async def test_the_review_lists_them_and_the_receipt_counts_them(office: Office) -> None:
    review = await at_the_review(office)
    assert "工作情况</b>：现场检查" in texts(review)
    assert "附件</b>：2 个，通知.pdf（13 B）、photo-" in texts(review)
    receipt = await office.presses(JIA, button(review, "提交"))
    assert "附件 2 个" in texts(receipt)


async def test_a_file_that_came_or_went_after_the_review_is_seen_before_it_is_handed_in(
    office: Office,
) -> None:
    review = await at_the_review(office)
    await office.says(YI, "/fill")
    listed = await office.presses(YI, button(await office.says(YI, "改 工作情况"), "删除"))
    await office.presses(YI, button(listed, "通知.pdf"))
    again = await office.presses(JIA, button(review, "提交"))
    assert "第 1 版" not in texts(again) and "附件</b>：1 个" in texts(again)
    assert "第 1 版" in texts(await office.presses(JIA, button(again, "提交")))


async def test_another_attachment_alone_is_a_change(office: Office) -> None:
    await handed_in(office)
    review = await office.says(JIA, f"/again {office.units['市农业局']} 2023-09")
    same = await office.presses(JIA, button(review, "提交"))
    assert "没有另行提交" in texts(same)
    await office.says(JIA, f"/again {office.units['市农业局']} 2023-09")
    review = await office.hear(JIA, File("g", "照片说明.docx", 1, data=b"more"))
    assert "第 2 版" in texts(await office.presses(JIA, button(review, "提交")))


async def test_one_file_too_many_an_empty_one_and_the_same_one_are_refused_kindly(
    office: Office,
) -> None:
    await office.says(JIA, "/fill")
    for n in range(MOST):
        await office.hear(JIA, File("f", f"{n}.pdf", 1, data=bytes([n])))
    full = await office.hear(JIA, LETTER)
    assert f"已有 {MOST} 个文件，“通知.pdf”没有收下" in texts(full)
    assert "内容相同" in texts(await office.hear(JIA, File("f", "x.pdf", 1, data=bytes([3]))))
    assert "空文件" in texts(await office.hear(JIA, File("f", "x.pdf", 0, data=b"")))


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (File("f", "大.zip", LARGEST + 1, too_large=True), "超过 20 MB"),
        (File("f", "断.pdf", 9), "没有取到"),
    ],
)
async def test_what_could_not_be_had_is_said_and_the_question_stays(
    office: Office, file: File, said: str
) -> None:
    assert said in texts(await office.hear(JIA, file))
    asked = await office.says(JIA, "/fill")
    acts = await office.hear(JIA, file)
    assert said in texts(acts)
    assert button(acts, "0") == button(asked, "0")


async def test_without_a_report_in_hand_a_file_is_not_taken(office: Office) -> None:
    assert "请先发送 /fill" in texts(await office.hear(JIA, LETTER))
    assert "这里不收文件" in texts(await office.hear("汇总员甲", LETTER))


@pytest.mark.parametrize(
    ("who", "kind", "what", "wanted"),
    [
        (JIA, ChatKind.PRIVATE, LETTER, True),
        ("汇总员甲", ChatKind.PRIVATE, LETTER, True),
        ("路人", ChatKind.PRIVATE, LETTER, False),
        (JIA, ChatKind.GROUP, LETTER, False),
        (JIA, ChatKind.PRIVATE, Text("十二"), False),
    ],
)
async def test_only_files_in_private_of_people_with_a_duty_are_fetched(
    office: Office, who: str, kind: ChatKind, what: What, wanted: bool
) -> None:
    account = office.accounts.get(who, 1)
    heard = Heard(1, office.now, Speaker(account, who), Address(account), kind, what)
    async with office.store.reading() as books:
        assert await front.wants(heard, books, office.desk) is wanted


async def test_a_coordinator_gets_the_files_of_the_whole_subtree(office: Office) -> None:
    await handed_in(office)
    await handed_in(office, "联络员戊", "县农业局")
    which = await office.says("汇总员甲", "附件 9月")
    assert "有附件的单位（2）" in texts(which)
    documents = await office.presses("汇总员甲", button(which, "县农业局（2）"))
    assert len(sent(documents)) == 2
    assert "县农业局 · 2023年9月" in texts(documents) and "SHA-256" in texts(documents)
    async with office.store.reading() as books:
        kept = await books.files.get(sent(documents)[0])
    assert kept is not None and (kept.name, kept.data) == ("通知.pdf", LETTER.data)


async def test_the_files_of_every_unit_can_be_reached_however_many_there_are(empty: Path) -> None:
    roster = (HERE / "tea-2023" / "roster.csv").read_text(encoding="utf-8")
    names = [f"第{n}所" for n in range(100)]
    roster += "".join(f"云溪市,市级,,{each},农业部门,是,{JIA},联络员,,,\n" for each in names)
    async with opened(empty, [(tea(), roster.encode())]) as office:
        for each in names:
            await with_a_file(office, each)
        which = await office.says("汇总员甲", "附件 9月")
        more = await office.presses("汇总员甲", button(which, "其余 10 个单位"))
        labels = [b.label for acts in (which, more) for m in messages(acts) for (b,) in m.buttons]
        assert {f"{each}（1）" for each in names} < {*labels} and len(labels) == 101
        assert len(sent(await office.presses("汇总员甲", button(more, "第99所")))) == 1


async def with_a_file(office: Office, unit: str) -> None:
    """A version of the unit's that has a file, handed in."""
    data, person = unit.encode(), office.persons[JIA]
    new = Attachment(FileKind.DOCUMENT, "a.txt", len(data), sha256(data).hexdigest())
    async with office.store.transaction() as books:
        report = await books.reports.open("tea-2023", office.units[unit], "2023-09", "monthly")
        before = await books.reports.draft(report.id, person)
        after = replace(before, attachments=(new,))
        files = {new.sha256: data}
        await books.attachments.save(report.id, person, before, after, office.now, files)
        beside = (await books.reports.draft(report.id, person)).attachments
        await books.reports.submit(report.id, person, {}, {}, office.now, "-", beside=beside)


async def test_a_county_sees_its_own_and_a_forged_button_gives_nothing(office: Office) -> None:
    await handed_in(office)
    await handed_in(office, "联络员戊", "县农业局")
    assert "有附件的单位（1）" in texts(await office.says("汇总员乙", "/files 2023-09"))
    forged = of_command("files", f"{office.units['市农业局']} 2023-09")
    assert sent(await office.presses("汇总员乙", forged)) == []
    assert sent(await office.presses("联络员戊", forged)) == []
    assert sent(await office.presses("路人", forged)) == []


async def test_a_liaison_gets_back_what_their_unit_sent(office: Office) -> None:
    await handed_in(office)
    which = await office.says(YI, "附件")
    assert len(sent(await office.presses(YI, button(which, "市农业局（2）")))) == 2


async def test_files_are_never_sent_to_a_group(office: Office) -> None:
    await handed_in(office)
    await office.bind("云溪市", -5)
    forged = of_command("files", f"{office.units['市农业局']} 2023-09")
    assert sent(await office.presses("汇总员甲", forged, group=-5)) == []
    assert sent(await office.says("汇总员甲", "/files", group=-5)) == []


async def test_a_period_without_files_says_so(office: Office) -> None:
    assert "没有附件" in texts(await office.says("汇总员甲", "/files"))
