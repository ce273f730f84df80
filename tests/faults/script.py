"""How a liaison's month goes: redeem the invitation, fill in, hand in, change something, again."""

from __future__ import annotations

from reporting.draft import EXPLAIN, REVIEW
from tests.faults.choosing import choose, is_choice
from tests.faults.liaison import Liaison
from tests.faults.stage import GROUPS

RECEIPT = "✓ 已提交"
EXPLANATION = "本期新增设备未配齐，已督促整改"
NARRATIVE = "开展检查并宣传，详见附件 <b>&"


async def arrive(who: Liaison, code: str) -> None:
    """Open the link of the invitation, and bind the group."""
    await who.says(f"/start {code}")
    if who.role.binds:
        who.calls("/bind", GROUPS[who.role.region])


async def report(who: Liaison) -> None:
    """Fill in from the first question to the receipt."""
    who.busy = True
    await who.says("/fill")
    while RECEIPT not in who.screen().text:
        await _step(who)
    who.busy = False


async def revise(who: Liaison) -> None:
    """Change one figure of what was handed in, and hand it in again."""
    who.busy = True
    await who.says("/fill")
    await who.taps(next(iter(who.screen().buttons)))
    await who.taps(who.button("edit"))
    await who.taps(who.button("jump", "A"))
    key = who.screen().place
    await who.says("77", who.model.one(key, 77, "77"))
    await _submit(who)
    assert RECEIPT in who.screen().text, who.screen()
    who.busy = False


async def _step(who: Liaison) -> None:
    """The pending question, answered in one of the ways there are."""
    screen, rng, model = who.screen(), who.rng, who.model
    place = screen.place
    if place == REVIEW:
        await _submit(who)
    elif place == EXPLAIN:
        lines = model.one(EXPLAIN, EXPLANATION)
        model.submit()
        await who.says(EXPLANATION, lines, submits=True)
    elif not place:  # the draft was saved
        await who.says("/fill")
    elif is_choice(place):
        await choose(who)
    elif rng.random() < 0.03 and (back := screen.offers("back")):
        await who.taps(back)
    elif rng.random() < 0.03 and (save := screen.offers("save")):
        await who.taps(save)
    elif place == "narrative" and (enough := screen.offers("enough")):
        await who.taps(enough)
    elif place == "narrative":
        await who.says(NARRATIVE, model.one(place, NARRATIVE, NARRATIVE))
    elif place.startswith("inspected."):
        value = rng.randint(50, 90) if place.endswith(".C") else rng.randint(1, 60)
        await who.says(f"{value}", model.one(place, value, f"{value}"))
    elif rng.random() < who.haste and (rest := screen.offers("rest")):
        await who.taps(rest, model.rest(place))
    else:
        await _zero(who, place)


async def _zero(who: Liaison, place: str) -> None:
    """0, by its button or typed full width."""
    if who.rng.random() < 0.5:
        await who.taps(who.button("0"), who.model.one(place, 0, "0"))
    else:
        await who.says("０", who.model.one(place, 0, "０"))


async def _submit(who: Liaison) -> None:
    """提交; where words are asked for first, the version is made by them."""
    at_once = not _explains(who)
    if at_once:
        who.model.submit()
    await who.taps(who.button("submit"), submits=at_once)


def _explains(who: Liaison) -> bool:
    """Whether a soft rule stands and was not explained yet: more of G than of C inspected."""
    answers = who.model.answers
    stands = int(answers["inspected.G"]) > int(answers["inspected.C"])
    return stands and EXPLAIN not in answers
