"""The arguments and options of the commands, each with its help in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

# Options that several commands have

Campaign = Annotated[
    str | None,
    typer.Option(
        metavar="NAME[,NAME]",
        help="活动：campaigns/ 下的文件夹名，或路径。 A folder under campaigns/, or a path.",
    ),
]

# rehearse

Now = Annotated[
    str | None,
    typer.Option(
        metavar="TIME",
        help="开始的时间，活动所在时区，默认 2023-09-22T09:00。"
        " When it begins, in the campaign's zone.",
    ),
]
Port = Annotated[
    int, typer.Option(metavar="PORT", min=0, max=65535, help="网页的端口。 The page's port.")
]
Play = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE.chat",
        help="不开网页，在终端里走一遍这段对话并对照。"
        " No page: play this transcript in the terminal, and compare.",
    ),
]
Files = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="随 --play：收到的文件存放处，默认 ./rehearsal-files。"
        " With --play: where received files are left.",
    ),
]

# roster

RosterFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="名册：CSV 或 xlsx。 The roster: CSV or xlsx.")
]
TemplateFile = Annotated[
    Path,
    typer.Option(
        "--out", metavar="FILE", help="写到哪里，.xlsx 或 .csv。 Where to: .xlsx or .csv."
    ),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="不再询问。 Do not ask for confirmation.")]

# invite

All = Annotated[
    bool, typer.Option("--all", help="所有有职责而未绑定的人。 Everybody who is not bound yet.")
]
PersonName = Annotated[
    str | None,
    typer.Option("--person", metavar="NAME", help="一个人，按姓名。 One person, by name."),
]
Phone = Annotated[
    str | None,
    typer.Option(metavar="NUMBER", help="重名时指明电话。 Which of several of that name."),
]
Again = Annotated[
    bool,
    typer.Option(
        "--again",
        help="换了账号：原账号立即失效。 A new account: the old one loses access at once.",
    ),
]
Csv = Annotated[bool, typer.Option("--csv", help="以 CSV 输出。 As CSV on the standard output.")]
CodesFile = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FILE",
        help="写成 Excel 能打开的 CSV 文件。 To a CSV file that Excel opens.",
    ),
]

# export, status

RegionName = Annotated[
    str,
    typer.Argument(metavar="REGION", help="地区，如 某市 或 某省/某市。 The region, or its path."),
]
PeriodName = Annotated[
    str, typer.Argument(metavar="PERIOD", help="期：2023-09、2023-W36 或 final。 The period.")
]
TableFile = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FILE",
        help="写到哪里，- 为标准输出；默认用表的名字。 Where to; - is the standard output.",
    ),
]
AnyRegion = Annotated[
    str | None,
    typer.Argument(metavar="[REGION]", help="地区；不写则列出全部。 A region; none: all."),
]
AnyPeriod = Annotated[
    str | None,
    typer.Argument(metavar="[PERIOD]", help="期；不写则为当前。 The period; none: now."),
]
