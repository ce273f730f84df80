"""What went out: reminders, workbooks, and the ledger that accounts for every message."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from html import unescape

from rehearsal import Message, Standin
from reporting.chain import RollUp
from storage.nouns import Notice, NoticeState
from storage.store import Books
from tests.faults.liaison import REMINDER
from tests.faults.stage import CAST, GROUPS, PERIOD, ZONE, Stage

Tables = Mapping[str, Sequence[RollUp]]


def reminders_once(standin: Standin, notices: Sequence[Notice]) -> None:
    """Nobody gets a step twice; each step has its day, so nobody gets two on one day."""
    ledger: defaultdict[int, Counter[NoticeState]] = defaultdict(Counter)
    for each in notices:
        if each.kind == "reminder":
            ledger[each.chat][each.state] += 1
    for role in CAST:
        days = Counter(
            datetime.fromtimestamp(each.data["date"], ZONE).date()
            for each in _by_bot(standin, role.account)
            if each.text.startswith(REMINDER)
        )
        assert max(days.values(), default=0) <= 1, f"{role.name} was reminded twice: {days}"
        states = ledger[role.account]
        sent, unsure = states[NoticeState.SENT], states[NoticeState.UNCERTAIN]
        assert sent <= len(days) <= sent + unsure, f"{role.name}: {days}, on record {states}"


async def tables(books: Books, stage: Stage) -> Tables:
    """The versions of each group's region."""
    form = stage.campaign.form.key
    return {
        name: await books.rollups.versions(stage.regions[name], PERIOD, form) for name in GROUPS
    }


def workbooks_once(
    standin: Standin, stage: Stage, notices: Sequence[Notice], tables: Tables
) -> None:
    """Each version of a table has one post on record, and its workbook stands once in the group."""
    for region, chat in GROUPS.items():
        files = [each for each in _by_bot(standin, chat) if "document" in each.data]
        names = Counter(each.data["document"]["file_name"] for each in files)
        assert max(names.values(), default=0) <= 1, f"{region}: {names}"
        posts = [each for each in notices if each.kind == "post" and each.chat == chat]
        steps = [each.step for each in posts]
        assert steps == [f"v{table.version}" for table in tables[region]], f"{region}: {steps}"
        assert [table.version for table in tables[region]] == list(range(1, len(steps) + 1))
        seen = {each.message_id for each in files}
        sent = [each for each in posts if each.state is NoticeState.SENT]
        unsure = [each for each in posts if each.state is NoticeState.UNCERTAIN]
        assert len(sent) + len(unsure) == len(posts), f"{region}: {[n.state for n in posts]}"
        assert {each.message_id for each in sent} <= seen
        assert len(sent) <= len(files) <= len(posts), f"{region}: {names}"


def ledger_accounts_for_everything(standin: Standin, notices: Sequence[Notice]) -> None:
    """What is on record as sent is there to be seen; what is to be seen is on record."""
    shown: defaultdict[int, set[str]] = defaultdict(set)
    for each in notices:
        shown[each.chat].add(_seen(each.payload.get("text", "")))
        if each.state is NoticeState.SENT and "carried_by" not in each.payload:
            seen = standin.state.world.chat(each.chat).find(each.message_id or 0)
            assert seen is not None and seen.by_bot, f"no message {each.message_id}: {each.key}"
    for chat, texts in shown.items():
        strange = [m.text for m in _by_bot(standin, chat) if m.text not in texts]
        assert not strange, f"said, and not on record: {strange}"


def _by_bot(standin: Standin, chat: int) -> list[Message]:
    return [m for m in standin.state.world.chat(chat).messages.values() if m.by_bot]


def _seen(text: str) -> str:
    """What Telegram shows of its HTML: without tags, entities as the signs they stand for."""
    return unescape(re.sub(r"<[^>]*>", "", text)).strip()
