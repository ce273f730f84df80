"""Nothing of a campaign stands in code: a row, a column, a department, a place."""

from __future__ import annotations

import io
import tokenize
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
ROOMS = ("reporting", "storage", "exports", "handlers", "bot")

WORDS = (
    "代孕", "采供", "供精", "采卵", "生殖", "准入", "出生医学", "性别鉴定", "身份识别", "互联网",
    "自查", "宣传教育", "户次", "户(人)", "户（人）", "检查对象", "案件数", "责令", "警告数",
    "罚款", "没收", "违法所得", "停业整顿", "吊销", "移送", "投诉", "办结", "违规网站",
    "四川", "成都", "绵阳", "科学城", "嘉兴", "南湖", "秀洲", "海宁", "桐乡", "川卫",
    "市监", "市场监管", "药监", "卫健", "卫生健康", "政法委", "网信", "检察院", "法院", "公安",
    "民政", "妇联", "中医药", "执法总队", "监督所", "卫勤", "联勤",
    "sichuan", "jiaxing", "surrogacy",
)  # fmt: skip

ALLOWED = {
    ("bot/settings.py", "sichuan"),  # the folder that a bot without a setting runs
    ("reporting/numbers/words.py", "户次"),  # counters of the Chinese language, as people type them
    ("reporting/numbers/words.py", "户(人)"),
}

FILES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def said_in_code(source: str) -> list[tuple[int, str]]:
    """Every name and string of the code with its line; comments and docstrings excepted."""
    said, statement = [], True  # whether a token would begin a statement
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT):
            statement = True
        elif token.type not in (tokenize.COMMENT, tokenize.NL):
            if not (statement and token.type == tokenize.STRING):
                said.append((token.start[0], token.string))
            statement = False
    return said


def test_docstrings_and_comments_may_give_examples() -> None:
    source = '"""代孕"""\n# 四川\nx = 1\n\ndef f():\n    """嘉兴"""\n    return "市监"\n'
    words = " ".join(word for _, word in said_in_code(source))
    assert "市监" in words
    assert not any(word in words for word in ("代孕", "四川", "嘉兴"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_word_of_a_campaign_stands_in_code(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    words = [word for word in WORDS if (name, word) not in ALLOWED]
    for line, said in said_in_code(path.read_text(encoding="utf-8")):
        for word in words:
            assert word not in said.casefold(), f"{name}:{line} says {word}"
