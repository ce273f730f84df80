"""``invite``."""

from __future__ import annotations

import asyncio
import csv
from datetime import UTC, datetime

import pytest

from reporting.invite import digest
from reporting.people import Person
from storage.nouns import Redeemed, Refusal
from storage.store import Store
from tests.bot.command_line import Line, line

__all__ = ["line"]
NAME = "联络员甲"
HEADS = ["姓名", "职责", "单位或地区", "邀请码", "链接", "有效期"]


def redeem(code: str, account: int) -> Redeemed | Refusal:
    """What the bot does when somebody opens the link."""

    async def work() -> Redeemed | Refusal:
        store = await Store.open("sqlite:///data/lianluo.db")
        try:
            async with store.transaction() as books:
                return await books.people.redeem(digest(code), account, datetime.now(UTC))
        finally:
            await store.close()

    return asyncio.run(work())


def holder(account: int) -> Person | None:
    """Whom the account belongs to."""

    async def work() -> Person | None:
        store = await Store.open("sqlite:///data/lianluo.db")
        try:
            async with store.reading() as books:
                return await books.people.by_telegram(account)
        finally:
            await store.close()

    return asyncio.run(work())


def test_everybody_gets_a_code_of_their_own(line: Line) -> None:
    line.load()
    found = line.invited("--all")
    codes = [each["邀请码"] for each in found.values()]
    assert len(set(codes)) == len(codes) == 5
    assert found["汇总员甲"]["职责"] == "汇总员"
    assert found["汇总员甲"]["单位或地区"] == "嘉兴市"
    assert list(found[NAME]) == HEADS
    assert "/start" in line.err  # no token, so no links, and that is said


@pytest.mark.parametrize("existing", (False, True))
def test_a_file_of_codes_is_its_owner_s_alone(line: Line, existing: bool) -> None:
    line.load()
    file = line.folder / "codes.csv"
    if existing:
        file.write_text("old and longer than what comes " * 200)
        file.chmod(0o644)
    assert line("invite", "--all", "--out", file) == 0
    assert file.stat().st_mode & 0o777 == 0o600
    assert "old" not in file.read_text(encoding="utf-8-sig")


def test_one_person_is_one(line: Line) -> None:
    line.load()
    redeem(line.invited("--all")[NAME]["邀请码"], 500)
    assert line("invite", "--person", "联络员乙") == 0
    assert line("invite", "--all") == 0
    assert "4 new codes" in line.err and "1 person bound" in line.err


def test_who_is_bound_is_not_invited_again(line: Line) -> None:
    line.load()
    code = line.invited("--all")[NAME]["邀请码"]
    assert redeem(code, 500) == Redeemed(holder(500).id)  # type: ignore[union-attr]
    assert NAME not in line.invited("--all")
    assert line("invite", "--person", NAME) == 1
    assert "--again" in line.err


def test_a_new_account_takes_over_and_the_old_one_is_out_at_once(line: Line) -> None:
    line.load()
    redeem(line.invited("--all")[NAME]["邀请码"], 500)
    fresh = line.invited("--person", NAME, "--again")[NAME]["邀请码"]
    assert holder(500) is None
    redeem(fresh, 600)
    person = holder(600)
    assert person is not None
    assert person.name == NAME


def test_a_new_code_voids_the_one_before(line: Line) -> None:
    line.load()
    first = line.invited("--person", NAME)[NAME]["邀请码"]
    line.invited("--person", NAME)
    assert redeem(first, 500) is Refusal.EXPIRED


def test_a_file_for_excel_begins_with_the_bom(line: Line) -> None:
    line.load()
    path = line.folder / "codes.csv"
    assert line("invite", "--all", "--out", path) == 0
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert next(csv.reader(data.decode("utf-8-sig").splitlines())) == HEADS
    assert line.out == ""


def test_no_code_is_voided_where_the_file_cannot_be_written(line: Line) -> None:
    line.load()
    code = line.invited("--person", NAME)[NAME]["邀请码"]
    assert line("invite", "--all", "--out", line.folder / "no" / "codes.csv") == 2
    assert isinstance(redeem(code, 500), Redeemed)


def test_of_two_of_a_name_the_telephone_says_which(line: Line) -> None:
    line.load(line.roster(("联络员乙,联络员B", f"{NAME},联络员B")))
    assert line("invite", "--person", NAME) == 2
    assert "000-0003" in line.err
    found = line.invited("--person", NAME, "--phone", "0000004")
    assert found[NAME]["职责"] == "联络员B"


def test_nobody_of_that_name_and_nobody_at_all(line: Line) -> None:
    assert line("invite", "--all") == 1
    assert "roster load" in line.err
    line.load()
    assert line("invite", "--person", "路人") == 1
    assert "路人" in line.err
