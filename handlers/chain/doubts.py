"""A post that may not have arrived is never repeated blindly: a coordinator decides (rule 6.16)."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from handlers.callback import of_command
from handlers.chain.post_keys import again, is_alarm, region_of
from handlers.desk import Desk, Scene, Task
from handlers.outgoing import Act, Address, Button, Message
from handlers.reports.openings import title
from handlers.words import words_in
from reporting.people import Role
from storage.nouns import Notice, NoticeState
from storage.store import Books

IN_DOUBT = (NoticeState.UNCERTAIN, NoticeState.FAILED)


async def due(books: Books, desk: Desk, now: datetime) -> list[Task]:
    """A task for every post in doubt that its coordinators have not been told of."""
    notices = [n for state in IN_DOUBT for n in await books.ledger.find(kind="post", state=state)]
    known = await books.ledger.known([_told(each) for each in notices])
    return [
        partial(_tell, desk, each, now)
        for each in notices
        if _told(each) not in known
        and each.campaign in desk.campaigns
        and not is_alarm(each.step or "")
    ]


def _told(notice: Notice) -> str:
    return f"doubt:{notice.id}"


async def _tell(desk: Desk, notice: Notice, now: datetime, books: Books) -> list[Message]:
    """To every coordinator of the region, with the button that sends it again."""
    region = await books.roster.region(region_of(notice.key))
    messages: list[Message] = []
    for person in await books.people.coordinators(region.id, now):
        if person.telegram is not None:
            words = words_in(person.language)
            campaign = desk.campaigns[notice.campaign or ""]
            about = title(words, campaign, notice.period or "", region.name)
            text = words(f"doubt-{notice.state.value}", title=about)
            send = Button(words.plain("button-resend"), of_command("resend", str(notice.id)))
            key = _told(notice) + (f":{person.id}" if messages else "")
            messages.append(
                Message(Address(person.telegram), text, key, buttons=((send,),), person=person.id)
            )
    return messages


async def resend(scene: Scene, words: str) -> list[Act]:
    """Post it once more, to the group that the region has now, if it still is in doubt."""
    books = scene.books
    found = await books.ledger.find(id=int(words)) if words.isdecimal() and len(words) < 19 else ()
    if not found or found[0].kind != "post" or found[0].state not in IN_DOUBT:
        return [scene.replace_or_say(scene.words("resend-nothing"))]
    if await books.ledger.known([again(found[0].key)]):
        return [scene.replace_or_say(scene.words("resend-nothing"))]
    notice, region = found[0], region_of(found[0].key)
    if region not in {duty.region for duty in scene.held(Role.COORDINATOR)}:
        return [scene.say(scene.words("bind-not-yours"))]
    group = await books.groups.address_of(region)
    if group is None and notice.person is None:
        return [scene.replace_or_say(scene.words("resend-no-group"))]
    post = Message(
        Address(*group) if group and notice.person is None else Address(notice.chat, notice.thread),
        notice.payload["text"],
        key=again(notice.key),
        kind="post",
        file=notice.payload.get("file"),
        person=notice.person,
        campaign=notice.campaign,
        period=notice.period,
        step=notice.step,
    )
    return [post, scene.replace_or_say(scene.words("resend-done"))]
