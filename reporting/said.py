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
    SAME = "same"  # 同上月
    SKIP = "skip"  # 跳过: stays unanswered
    ALL = "all"  # 其余全部填0
    UNDO = "undo"  # 撤销: what was just filled is unanswered again
    DECLARE = "declare"  # 零报告
    CLEAR = "clear"  # 清空
    CONFIRM = "confirm"  # 确认
    DISCARD = "discard"  # 重新输入
    LAST = "last"  # 全部同上月


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
    to: str = ""  # a key, for JUMP; for CONFIRM of a card, its digest


Word = Said | Tapped
