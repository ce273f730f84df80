"""Why a roster's file cannot be read, in both languages, each with its remedy."""

from __future__ import annotations

from enum import StrEnum

from reporting.label import Label


class Unreadable(StrEnum):
    """Why a file cannot be read. Those of ``exports.guard.Unsafe`` go by the same names."""

    EMPTY = "empty"
    NOT_TEXT = "not-text"
    QUOTES = "quotes"
    OLD_OFFICE = "old-office"
    PASSWORD = "password"
    TOO_MANY_LINES = "too-many-lines"
    FORMULA = "formula"
    TOO_LARGE = "too-large"
    NOT_XLSX = "not-xlsx"
    DAMAGED = "damaged"
    UNPACKS_TOO_LARGE = "unpacks-too-large"
    TOO_MANY_PARTS = "too-many-parts"
    MACROS = "macros"
    EXTERNAL_LINKS = "external-links"


class RosterFileError(ValueError):
    """A roster's file that cannot be read: what is wrong, and what to do about it."""

    def __init__(self, reason: Unreadable, what: Label, remedy: Label) -> None:
        """Keep both apart."""
        super().__init__(f"{what.en}; {remedy.en}")
        self.reason, self.what, self.remedy = reason, what, remedy


_SAVE_AGAIN = ("请用 Excel 或 WPS 打开后另存为 xlsx 或 CSV", "open it and save it as xlsx or CSV")
_SMALLER = (
    "请只保留名册一张工作表，去掉图片和多余格式",
    "keep the roster's sheet only, without pictures and unused formatting",
)

# what (zh, en), remedy (zh, en)
_WORDS: dict[Unreadable, tuple[tuple[str, str], tuple[str, str]]] = {
    Unreadable.EMPTY: (
        ("文件是空的", "the file is empty"),
        ("请先导出模板，每行填写一人", "start from the template, one person a line"),
    ),
    Unreadable.NOT_TEXT: (
        ("既不是 CSV，也不是 xlsx", "this is neither CSV nor xlsx"),
        _SAVE_AGAIN,
    ),
    Unreadable.QUOTES: (
        ("第 {line} 行的引号不成对", "the quotation marks on line {line} do not match"),
        ('请删除多余的半角引号 "', 'delete the " that is too many'),
    ),
    Unreadable.OLD_OFFICE: (
        ("是旧的 xls 文件", "this is an old xls file"),
        ("请另存为 xlsx", "save it as xlsx"),
    ),
    Unreadable.PASSWORD: (
        ("文件设了密码", "the file is protected by a password"),
        ("请去掉密码，再保存", "remove the password, and save it again"),
    ),
    Unreadable.TOO_MANY_LINES: (
        ("超过 {limit} 行", "more than {limit} lines"),
        ("请删除多余的行", "delete the lines that are too many"),
    ),
    Unreadable.FORMULA: (
        ("{cell} 是公式，文件里没有结果", "{cell} is a formula, and the file lacks its result"),
        ("请打开文件，保存一次", "open the file and save it once"),
    ),
    Unreadable.TOO_LARGE: (("文件太大", "the file is too large"), _SMALLER),
    Unreadable.NOT_XLSX: (("不是 xlsx 文件", "this is not an xlsx file"), _SAVE_AGAIN),
    Unreadable.DAMAGED: (("文件已损坏", "the file is damaged"), _SAVE_AGAIN),
    Unreadable.UNPACKS_TOO_LARGE: (
        ("文件展开后太大", "the file is too large once unpacked"),
        _SMALLER,
    ),
    Unreadable.TOO_MANY_PARTS: (("文件内容太多", "the file has too many parts"), _SMALLER),
    Unreadable.MACROS: (
        ("文件带有宏", "the file has macros"),
        ("请另存为不带宏的 xlsx", "save it as an xlsx without macros"),
    ),
    Unreadable.EXTERNAL_LINKS: (
        ("文件引用了别的文件", "the file refers to other files"),
        (
            "请复制后“选择性粘贴—数值”，再保存",
            "copy and paste its values only, then save it again",
        ),
    ),
}


def refused(reason: Unreadable, **said: object) -> RosterFileError:
    """The error with its words."""
    what, remedy = _WORDS[reason]
    return RosterFileError(
        reason,
        Label(what[0].format(**said), what[1].format(**said)),
        Label(remedy[0].format(**said), remedy[1].format(**said)),
    )
