"""What a person says to an interview: words typed, or a button pressed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reporting.attaching import Attachment


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
    ENOUGH = "enough"  # 完成: the narrative is told
    LIST = "list"  # 删除…: what of it can be removed
    REMOVE = "remove"  # 删除: the text or file named by ``to``
    AFRESH = "afresh"  # 清空重写
    KEEP = "keep"  # 返回: nothing is removed
    PICK = "pick"  # choose a group, or a figure within one, named by ``to``
    DROP = "drop"  # and choose it no longer
    DONE = "done"  # 完成选择: what was not chosen becomes 0
    EACH = "each"  # 逐项填报: every question is asked in turn
    MORE = "more"  # 更多: another page of what there is to choose from, its number in ``to``


@dataclass(frozen=True, slots=True)
class Said:
    """Words typed."""

    text: str
    shown: str = ""  # where figures are chosen: the one that a number was last shown to answer


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button pressed: of which draft, shown at which place, which choice."""

    draft: str
    place: str
    choice: Choice
    to: str = ""  # a key, for JUMP, PICK and DROP; for CONFIRM of a card, its digest


@dataclass(frozen=True, slots=True)
class Sent:
    """A photo or document sent, with the words under it."""

    attachment: Attachment
    caption: str = ""


Word = Said | Tapped | Sent
