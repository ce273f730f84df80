"""Why a file could not be read or written, in both languages."""

from __future__ import annotations

import errno

from reporting.label import Label

_WHY = {
    errno.ENOENT: Label("文件或目录不存在", "there is no such file or folder"),
    errno.EISDIR: Label("这是一个目录，不是文件", "it is a folder, not a file"),
    errno.ENOTDIR: Label("路径中有一段不是目录", "a part of the path is not a folder"),
    errno.EACCES: Label("没有权限", "permission is denied"),
    errno.EPERM: Label("没有权限", "permission is denied"),
    errno.EROFS: Label("磁盘是只读的", "the disk is read-only"),
    errno.ENOSPC: Label("磁盘已满", "the disk is full"),
    errno.EDQUOT: Label("磁盘配额已用完", "the disk quota is used up"),
    errno.ENAMETOOLONG: Label("文件名太长", "the name is too long"),
}
_NOT_UTF_8 = Label("不是 UTF-8 文本", "it is not text in UTF-8")


def why(error: OSError | UnicodeDecodeError) -> Label:
    """The reason; one that has no words here goes by the system's number."""
    if isinstance(error, UnicodeDecodeError):
        return _NOT_UTF_8
    known = _WHY.get(error.errno or 0)
    if known is not None:
        return known
    return Label(f"系统错误 {error.errno}", f"system error {error.errno}, {error.strerror}")
