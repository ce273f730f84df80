"""What a person says to an interview: words typed, or a button pressed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Choice(StrEnum):
    """The buttons of an interview."""

    ZERO = "0"
    REST = "rest"  # 本类其余填0
    BACK = "back"  # 上一题
    SAVE = "save"  # 保存草稿
    SUBMIT = "submit"
    EDIT = "edit"  # 修改: choose what to change
    JUMP = "jump"  # to a group or a question, named by ``to``
    NONE = "none"  # 无, for a text


@dataclass(frozen=True, slots=True)
class Said:
    """Words typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button pressed: of which draft, shown at which place, which choice."""

    draft: str
    place: str
    choice: Choice
    to: str = ""  # a key, for JUMP


Word = Said | Tapped
