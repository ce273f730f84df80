"""The ledger's keys of posts: ``post:<campaign>:<region>:<period>:<step>:<whom>``."""

from __future__ import annotations

ALARM = "mismatch-v"


def post_key(campaign: str, region: int, period: str, step: str, person: int | None) -> str:
    """The key of a region's post to its group, or to one person."""
    whom = "group" if person is None else f"person-{person}"
    return f"post:{campaign}:{region}:{period}:{step}:{whom}"


def alarm_step(version: int) -> str:
    """The step of an alarm about a table that was not released."""
    return f"{ALARM}{version}"


def is_alarm(step: str) -> bool:
    """Whether a post's step is such an alarm's."""
    return step.startswith(ALARM)


def region_of(key: str) -> int:
    """The region whose post it is."""
    return int(key.split(":")[2])


def again(key: str) -> str:
    """The key of the same post sent once more."""
    return f"{key}:again"
