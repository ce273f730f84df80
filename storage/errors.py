"""What can be wrong with a database, worded for the person who runs the bot."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

from reporting.label import Label


class StorageError(Exception):
    """The database cannot be used: what is wrong, and what to do about it, in both languages."""

    def __init__(self, what: Label, remedy: Label) -> None:
        """Keep the two apart, so that they can be shown in either language."""
        super().__init__(f"{what.en}. {remedy.en}.")
        self.what, self.remedy = what, remedy


CORRUPT = (
    Label(
        "数据库文件已损坏，或不是数据库",
        "The database file is damaged, or not a database",
    ),
    Label(
        "请停止机器人，用最近的备份恢复数据库文件",
        "Stop the bot and put the latest backup of the database file in its place",
    ),
)
LOCKED = (
    Label("数据库正被另一个程序占用", "Another program is holding the database"),
    Label("请先关闭另一个程序，再重试", "Stop the other program, then try again"),
)
CLASHED = (
    Label(
        "两处同时改动相同的内容，数据库放弃了其中一处",
        "Two changes met in the database, and one of them was given up",
    ),
    Label("请重试；机器人自己会重试", "Try again; the bot does so by itself"),
)
FULL = (
    Label("磁盘已满，无法保存", "The disk is full; nothing can be saved"),
    Label(
        "请腾出磁盘空间，未确认的内容会自动重试",
        "Free some space; what was not confirmed is retried",
    ),
)
CLOSED = (
    Label("数据库文件无法打开或不可写", "The database file cannot be opened or written"),
    Label(
        "请检查 DATABASE_URL 的路径和权限",
        "Check the path in DATABASE_URL and its permissions",
    ),
)
AWAY = (
    Label("连接不上数据库服务器", "The database server cannot be reached"),
    Label(
        "请检查 DATABASE_URL 的主机、库名和口令，并确认服务器已启动",
        "Check host, database and password in DATABASE_URL, and that the server runs",
    ),
)
NEWER = (
    Label(
        "数据库由更新版本的程序建立",
        "The database was made by a newer version of the program",
    ),
    Label(
        "请升级程序，或恢复旧版本的备份",
        "Upgrade the program, or restore an older backup",
    ),
)
FOREIGN = (
    Label("这个数据库属于另一个程序", "The database belongs to another program"),
    Label("请在 DATABASE_URL 中写一个新的数据库", "Name a new database in DATABASE_URL"),
)
UNKNOWN_URL = (
    Label("DATABASE_URL 写法不对", "DATABASE_URL is not understood"),
    Label(
        "应为 sqlite:///data/lianluo.db 或 postgresql://用户:口令@主机/库名",
        "Write sqlite:///data/lianluo.db or postgresql://user:password@host/database",
    ),
)

_SIGNS = (  # what the drivers say, in their words
    ("not a database", CORRUPT),
    ("malformed", CORRUPT),
    ("is locked", LOCKED),
    ("disk is full", FULL),
    ("no space left", FULL),
    ("unable to open", CLOSED),
    ("readonly database", CLOSED),
    ("disk i/o error", CLOSED),
)


_STATES = {  # what PostgreSQL says, by its SQLSTATE
    "40001": CLASHED,  # it could not be as if one came after the other
    "40P01": CLASHED,  # each waited for the other
    "55P03": LOCKED,
    "53100": FULL,
}


def explain(error: Exception) -> StorageError | None:
    """The error in words, if it is the database's condition; None if it is a mistake of ours."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if known := _STATES.get(getattr(cause, "sqlstate", None) or ""):
        return StorageError(*known)
    said = str(cause).lower()
    for sign, (what, remedy) in _SIGNS:
        if sign in said:
            return StorageError(what, remedy)
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    return StorageError(*AWAY) if lost else None
