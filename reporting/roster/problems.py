"""Everything that can be wrong with a roster, worded in both languages with its remedy."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from enum import StrEnum

from reporting.label import Label
from reporting.roster.nouns import RosterProblem, fold


class Fault(StrEnum):
    """What can be wrong; the last ones are notes, which keep nothing from being loaded."""

    EMPTY = "empty"
    NO_HEADER = "no-header"
    MISSING_COLUMN = "missing-column"
    REPEATED_COLUMN = "repeated-column"
    FORMULA = "formula"
    TOO_LONG = "too-long"
    PHONE = "phone"
    EMAIL = "email"
    COUNTED = "counted"
    NO_REGION = "no-region"
    UNKNOWN_LEVEL = "unknown-level"
    NO_LEVEL = "no-level"
    LEVELS_DIFFER = "levels-differ"
    NO_PARENT = "no-parent"
    UNKNOWN_PARENT = "unknown-parent"
    WHICH_REGION = "which-region"
    TOP_WITH_PARENT = "top-with-parent"
    CYCLE = "cycle"
    WRONG_LEVEL = "wrong-level"
    NO_DEPARTMENT = "no-department"
    UNKNOWN_DEPARTMENT = "unknown-department"
    DEPARTMENT_NOT_HERE = "department-not-here"
    DEPARTMENTS_DIFFER = "departments-differ"
    COUNTED_DIFFERS = "counted-differs"
    LISTED_TWICE = "listed-twice"
    NO_NAME = "no-name"
    NO_DUTY = "no-duty"
    UNKNOWN_DUTY = "unknown-duty"
    LIAISON_WITHOUT_UNIT = "liaison-without-unit"
    DUTY_WITH_UNIT = "duty-with-unit"
    WHICH_PERSON = "which-person"
    PHONE_OF_TWO = "phone-of-two"
    UNKNOWN_COLUMN = "unknown-column"
    SKIPS_LEVEL = "skips-level"
    SEVERAL_TOPS = "several-tops"
    SAME_LINE = "same-line"
    NOBODY = "nobody"
    NAMESAKES = "namesakes"
    SHARED_LINE = "shared-line"


# what (zh, en), remedy (zh, en)
_WORDS: dict[Fault, tuple[str, str, str, str]] = {
    Fault.EMPTY: (
        "表中没有内容",
        "the file has no lines",
        "请先导出模板，每行填写一人",
        "start from the template, one person a line",
    ),
    Fault.NO_HEADER: (
        "找不到表头",
        "there is no header line",
        "第一行请写：{columns}",
        "write as the first line: {columns}",
    ),
    Fault.MISSING_COLUMN: (
        "缺少“{said}”列",
        "the column '{said}' is missing",
        "请在表头加上“{said}”（内容可以为空）",
        "add '{said}' to the header (its cells may be empty)",
    ),
    Fault.REPEATED_COLUMN: (
        "“{said}”列出现两次",
        "the column '{said}' stands twice",
        "请只保留一列",
        "keep one of them",
    ),
    Fault.FORMULA: (
        "“{said}”像是公式",
        "'{said}' looks like a formula",
        "请改为文字，去掉开头的符号",
        "write plain text, without the sign at the beginning",
    ),
    Fault.TOO_LONG: (
        "超过 {limit} 个字",
        "longer than {limit} characters",
        "请缩短",
        "shorten it",
    ),
    Fault.PHONE: (
        "电话“{said}”不完整",
        "the telephone number '{said}' is not complete",
        "请写全部数字；表格中请把该列设为“文本”格式",
        "write all its digits; in a spreadsheet format the column as text",
    ),
    Fault.EMAIL: (
        "邮箱“{said}”写法不对",
        "'{said}' is not an e-mail address",
        "请改正，或留空",
        "correct it, or leave it empty",
    ),
    Fault.COUNTED: (
        "计入汇总“{said}”不明确",
        "'{said}' does not say whether the unit counts",
        "请写“是”或“否”",
        "write 是 (yes) or 否 (no)",
    ),
    Fault.NO_REGION: (
        "地区为空",
        "the region is empty",
        "每行都要写地区；合并的单元格请先取消合并并逐行填写",
        "write the region on every line; split merged cells and fill each",
    ),
    Fault.UNKNOWN_LEVEL: (
        "没有“{said}”这一级别",
        "there is no level '{said}'",
        "{guess}",
        "{guess}",
    ),
    Fault.NO_LEVEL: (
        "“{region}”没有写级别",
        "the level of {region} is nowhere given",
        "可用：{known}",
        "write one of: {known}",
    ),
    Fault.LEVELS_DIFFER: (
        "“{region}”的级别与第 {other} 行不同",
        "the level of {region} differs from line {other}",
        "请统一",
        "make them the same",
    ),
    Fault.NO_PARENT: (
        "“{region}”没有写上级地区",
        "the parent region of {region} is nowhere given",
        "请写上级地区；只有最高一级（{top}）可以留空",
        "write its parent; only the top level ({top}) has none",
    ),
    Fault.UNKNOWN_PARENT: (
        "上级地区“{said}”不在表中",
        "the parent region '{said}' is not in the roster",
        "请为“{said}”写一行，或改正名称。{guess}",
        "add a line for '{said}', or correct the name. {guess}",
    ),
    Fault.WHICH_REGION: (
        "有几个地区叫“{said}”",
        "several regions are called '{said}'",
        "请在上级地区写明，如“{example}”",
        "say which in the parent's column, like '{example}'",
    ),
    Fault.TOP_WITH_PARENT: (
        "“{region}”是最高一级，不能有上级地区",
        "{region} is of the top level and cannot have a parent",
        "请清空上级地区，或改正级别",
        "empty the parent's cell, or correct the level",
    ),
    Fault.CYCLE: (
        "上级地区成环：{path}",
        "the parents go round in a circle: {path}",
        "请改正其中一个上级地区",
        "correct one of the parents",
    ),
    Fault.WRONG_LEVEL: (
        "“{region}”（{level}）不能在“{parent}”（{above}）之下",
        "{region} ({level}) cannot be below {parent} ({above})",
        "请改正级别或上级地区",
        "correct the level or the parent",
    ),
    Fault.NO_DEPARTMENT: (
        "单位“{unit}”没有写部门",
        "the department of {unit} is not given",
        "可用：{known}",
        "write one of: {known}",
    ),
    Fault.UNKNOWN_DEPARTMENT: (
        "没有“{said}”这个部门",
        "there is no department '{said}'",
        "{guess}",
        "{guess}",
    ),
    Fault.DEPARTMENT_NOT_HERE: (
        "{level}没有“{said}”这个部门",
        "the level {level} has no department '{said}'",
        "可用：{known}",
        "write one of: {known}",
    ),
    Fault.DEPARTMENTS_DIFFER: (
        "单位“{unit}”的部门与第 {other} 行不同",
        "the department of {unit} differs from line {other}",
        "请统一；如果是两个单位，请用不同的名称",
        "make them the same; if they are two units, give them two names",
    ),
    Fault.COUNTED_DIFFERS: (
        "单位“{unit}”的计入汇总与第 {other} 行不同",
        "whether {unit} counts differs from line {other}",
        "请统一",
        "make them the same",
    ),
    Fault.LISTED_TWICE: (
        "单位“{unit}”在第 {other} 行属于另一地区“{region}”，数据会重复计算",
        "{unit} belongs to another region, {region}, on line {other}: it would be summed twice",
        "请只保留一处；如果是两个单位，请用不同的名称",
        "keep one of them; if they are two units, give them two names",
    ),
    Fault.NO_NAME: (
        "写了职责、电话或邮箱，没有写姓名",
        "a duty, a telephone or an address is given, but no name",
        "请写姓名；单位还没有人的，职责、电话、邮箱也留空",
        "write the name, or leave duty, telephone and e-mail empty too for a unit that has no"
        " person yet",
    ),
    Fault.NO_DUTY: (
        "“{name}”没有写职责",
        "the duty of {name} is not given",
        "可用：{known}",
        "write one of: {known}",
    ),
    Fault.UNKNOWN_DUTY: (
        "没有“{said}”这种职责",
        "there is no duty '{said}'",
        "可用：{known}",
        "write one of: {known}",
    ),
    Fault.LIAISON_WITHOUT_UNIT: (
        "联络员没有写单位",
        "a liaison without a unit",
        "请写单位；负责整个地区的是汇总员",
        "write the unit; who serves the whole region is a coordinator (汇总员)",
    ),
    Fault.DUTY_WITH_UNIT: (
        "“{said}”是整个地区的职责，却写了单位“{unit}”",
        "the duty '{said}' is for a whole region, but the unit {unit} is given",
        "请清空单位；兼任联络员请另写一行",
        "empty the unit's cell; a liaison's duty beside it takes a line of its own",
    ),
    Fault.WHICH_PERSON: (
        "有几位“{said}”，电话不同，这一行没有写电话",
        "there are several people called {said} with different telephones; this line gives none",
        "请写这一位的电话：{phones}",
        "write this one's telephone: {phones}",
    ),
    Fault.PHONE_OF_TWO: (
        "手机号 {said} 在第 {other} 行属于“{name}”",
        "the mobile number {said} is {name}'s on line {other}",
        "请改正姓名或电话；不知道的电话留空",
        "correct the name or the number; leave a number that is not known empty",
    ),
    Fault.UNKNOWN_COLUMN: (
        "不认识“{said}”列，未读取",
        "the column '{said}' is not known and was not read",
        "{guess}",
        "{guess}",
    ),
    Fault.SKIPS_LEVEL: (
        "“{region}”（{level}）直接在“{parent}”（{above}）之下，中间跳过一级",
        "{region} ({level}) stands directly below {parent} ({above}): a level is skipped",
        "如果不是有意，请改正上级地区",
        "if that is not meant, correct the parent",
    ),
    Fault.SEVERAL_TOPS: (
        "最高一级的地区不止一个：{known}",
        "there is more than one region of the top level: {known}",
        "如果是同一个，请统一名称",
        "if they are the same, write one name",
    ),
    Fault.SAME_LINE: (
        "与第 {other} 行完全相同，只算一次",
        "the same as line {other}; it counts once",
        "可以删除",
        "it can be deleted",
    ),
    Fault.NOBODY: (
        "单位“{unit}”还没有人",
        "{unit} has no person yet",
        "确定后请补上姓名和职责，再次导入",
        "add a name and a duty later, and load the roster again",
    ),
    Fault.NAMESAKES: (
        "有 {count} 位“{said}”，按电话区分",
        "there are {count} people called {said}, told apart by their telephones",
        "如果是同一人，请统一电话",
        "if they are one person, write one number",
    ),
    Fault.SHARED_LINE: (
        "电话 {said} 由几人共用：{known}",
        "several people share the telephone {said}: {known}",
        "如果是同一人，请统一姓名",
        "if they are one person, write one name",
    ),
}


NOTES = frozenset(
    {
        Fault.UNKNOWN_COLUMN,
        Fault.SKIPS_LEVEL,
        Fault.SEVERAL_TOPS,
        Fault.SAME_LINE,
        Fault.NOBODY,
        Fault.NAMESAKES,
        Fault.SHARED_LINE,
    }
)


def problem(fault: Fault, line: int, column: str = "", **said: object) -> RosterProblem:
    """The fault on a line, with the names it speaks of; a Label speaks each language."""
    zh = {k: v.zh if isinstance(v, Label) else v for k, v in said.items()}
    en = {k: v.en if isinstance(v, Label) else v for k, v in said.items()}
    what_zh, what_en, remedy_zh, remedy_en = _WORDS[fault]
    return RosterProblem(
        line,
        column,
        Label(what_zh.format(**zh), what_en.format(**en)),
        Label(remedy_zh.format(**zh).strip(), remedy_en.format(**en).strip()),
        fault in NOTES,
    )


def listed(known: Iterable[Label]) -> Label:
    """Names in a row."""
    known = tuple(known)
    return Label("、".join(each.zh for each in known), ", ".join(each.en for each in known))


def guess(said: str, known: Iterable[Label], most: int = 30) -> Label:
    """Did you mean …? The nearest known name; where none is near, all of them if not too many."""
    names = {fold(name): each for each in known for name in (each.en, each.zh)}
    near = difflib.get_close_matches(fold(said), names, n=1, cutoff=0.5)
    if near:
        best = names[near[0]]
        both = best.zh if best.zh == best.en else f"{best.zh} ({best.en})"
        return Label(f"是不是“{best.zh}”？", f"Did you mean '{both}'?")
    every = tuple(dict.fromkeys(names.values()))
    if not every or len(every) > most:
        return Label("", "")
    return Label(f"可用：{listed(every).zh}", f"Known are: {listed(every).en}")
