"""Who is who: invitation codes bind an account to a person, ``/bind`` a group to a region."""

from __future__ import annotations

from handlers import helping
from handlers.callback import of_command
from handlers.desk import Scene
from handlers.fitting import echoed
from handlers.incoming import Command
from handlers.outgoing import Act, Button, Toast
from handlers.people import taking
from reporting.chain import Region
from reporting.invite import GUESSES, GUESSING_WINDOW, digest
from reporting.people import Duty, Role
from storage.nouns import Refusal


async def stranger(scene: Scene) -> list[Act]:
    """Somebody without a duty: only an invitation is of use, and nothing is told.

    Who had one and has none any more is told so.
    """
    match scene.heard.what:
        case Command("start", code) if scene.private and code:
            return await start(scene, code)
    if not scene.private or await _guessing(scene):
        return []
    return [scene.say(scene.words("former" if scene.person else "stranger"))]


async def start(scene: Scene, code: str) -> list[Act]:
    """``/start CODE``, or the deep link: an invitation, or a duty. Without a code: a greeting."""
    if not code:
        return await helping.greeting(scene)
    if await _guessing(scene):
        return []
    if (taken := await taking.offered(scene, code)) is not None:
        return taken
    speaker = scene.heard.speaker
    assert speaker is not None
    outcome = await scene.books.people.redeem(digest(code), speaker.telegram, scene.now)
    if outcome is Refusal.USED and scene.duties:  # most likely their own link, pressed again
        return await helping.greeting(scene)
    if isinstance(outcome, Refusal):
        if outcome is Refusal.UNKNOWN:
            await scene.books.people.guessed(speaker.telegram, scene.now)
        return [scene.say(scene.words(f"invite-{outcome.value}"))]
    return await helping.welcome(scene, outcome)


async def _guessing(scene: Scene) -> bool:
    """Whether this account has tried too many codes lately: then the bot is silent."""
    speaker = scene.heard.speaker
    assert speaker is not None
    since = scene.now - GUESSING_WINDOW
    return await scene.books.people.guesses_since(speaker.telegram, since) >= GUESSES


async def bind(scene: Scene, words: str) -> list[Act]:
    """``/bind`` in a group, by a coordinator: its region's tables come to this group."""
    duties = scene.held(Role.COORDINATOR)
    regions = [await _region(scene, each) for each in duties]
    if not regions:
        return [_not_yours(scene)]
    wanted = [(d, r) for d, r in zip(duties, regions, strict=True) if words in (r.name, str(r.id))]
    if not wanted and len(regions) == 1 and not words:
        wanted = [(duties[0], regions[0])]
    if not wanted:
        if scene.pressed is not None:
            return [_not_yours(scene)]
        buttons = tuple((Button(r.name, of_command("bind", str(r.id))),) for r in regions)
        which = scene.words("bind-which")
        text = f"{scene.words('bind-other', said=echoed(words))}\n{which}" if words else which
        return [scene.say(text, buttons)]
    return await _bind(scene, *wanted[0])


def _not_yours(scene: Scene) -> Act:
    """A press by somebody else is answered to them alone."""
    if scene.pressed is not None:
        return Toast(scene.pressed.callback, scene.words.plain("bind-not-yours"), alert=True)
    return scene.say(scene.words("bind-not-yours"))


async def _bind(scene: Scene, duty: Duty, region: Region) -> list[Act]:
    where, books = scene.heard.where, scene.books
    before = await books.groups.address_of(region.id)
    await books.groups.bind(
        where.chat, where.thread, region.id, duty.person, scene.heard.title, scene.now
    )
    key = "bound-again" if before == (where.chat, where.thread) else "bound"
    title = scene.words.label(scene.desk.campaigns[duty.campaign].short)
    text = scene.words(key, region=region.name, campaign=title)
    if before is not None and before[0] != where.chat:
        text = scene.words("bound-moved", region=region.name, campaign=title)
    return [scene.replace_or_say(text)]


async def _region(scene: Scene, duty: Duty) -> Region:
    return await scene.books.roster.region(duty.region)
