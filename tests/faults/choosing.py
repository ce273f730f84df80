"""How a liaison chooses what there is to report, and what must be on record of it."""

from __future__ import annotations

from reporting.draft import LEFT, ROWS, SCOPE
from tests.faults.liaison import Liaison
from tests.faults.model import Line

CHOICES = (SCOPE, LEFT)


def is_choice(place: str) -> bool:
    """Whether something is chosen there."""
    return place in CHOICES or place.startswith(ROWS)


async def choose(who: Liaison) -> None:
    """One thing done where something is chosen."""
    place = who.screen().place
    if place == SCOPE:
        await _groups(who)
    elif place == LEFT:
        await who.taps(who.button("done"), who.model.fill(who.model.form.inputs))
    elif place in who.model.answers:  # back at what was gone through
        await who.taps(who.button("skip"))
    else:
        await _first_figure(who, place)


async def _groups(who: Liaison) -> None:
    """A few groups and 完成选择; or 逐项填报. Come back to, it is left as it was."""
    said, rng = who.model.said.get(SCOPE), who.rng
    chosen = str(who.model.answers.get(SCOPE, "")).split()
    keys = [each.key for each in who.model.form.groups[:-1] if each.key not in chosen]
    if said == "each" or (said is None and rng.random() < 0.5):
        await who.taps(who.button("each"), _scope(who, chosen, "each"))
    elif said == "done" or not keys or (chosen and rng.random() < 0.3):
        await who.taps(who.button("done"), _completed(who, chosen))
    else:
        key = rng.choice(keys)
        await who.taps(who.button("pick", key), _scope(who, [*chosen, key], "pick"))


def _completed(who: Liaison, chosen: list[str]) -> tuple[Line, ...]:
    groups = [each for each in who.model.form.groups[:-1] if each.key not in chosen]
    unchosen = [key for each in groups for key in each.questions]
    return _scope(who, chosen, "done") + who.model.fill(unchosen)


def _scope(who: Liaison, chosen: list[str], said: str) -> tuple[Line, ...]:
    return who.model.one(SCOPE, " ".join(sorted(chosen)), said)


async def _first_figure(who: Liaison, place: str) -> None:
    """The first number at once: the group's figures then go on in order."""
    group = next(each for each in who.model.form.groups if ROWS + each.key == place)
    first, value = group.questions[0], who.rng.randint(50, 90)
    lines = who.model.one(place, " ".join(sorted(group.questions)), "pick")
    await who.says(f"{value}", lines + who.model.one(first, value, f"{value}"))
