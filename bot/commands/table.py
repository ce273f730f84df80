"""Every command with its options and help. Nothing heavy is imported until a command runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="python -m bot",
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
roster = typer.Typer(help="名册：谁报什么。 The roster: who reports.", no_args_is_help=True)
app.add_typer(roster, name="roster")
Campaign = Annotated[
    str | None,
    typer.Option(
        metavar="NAME[,NAME]",
        help="活动：campaigns/ 下的文件夹名，或路径。 A folder under campaigns/, or a path.",
    ),
]

RosterFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="名册：CSV 或 xlsx。 The roster: CSV or xlsx.")
]
PeriodName = Annotated[
    str,
    typer.Argument(metavar="PERIOD", help="期：2023-09、2023-W36 或 final。 The period."),
]


@app.callback(invoke_without_command=True)
def alone(context: typer.Context) -> None:
    """联络：部门填报链的 Telegram 机器人。不带命令：有 BOT_TOKEN 则正式运行，否则演练。

    A Telegram bot for a departmental reporting chain.

    Without a command: live if there is a BOT_TOKEN, else the rehearsal.
    """
    if context.invoked_subcommand is None:
        from bot.commands.run import run_or_rehearse

        run_or_rehearse()


@app.command()
def run() -> None:
    """正式运行，直到 Ctrl-C。 Run live, until Ctrl-C."""
    from bot.commands.run import run

    run()


@app.command()
def rehearse(
    now: Annotated[
        str | None,
        typer.Option(
            metavar="TIME",
            help="开始的时间，活动所在时区，默认 2023-09-22T09:00。"
            " When it begins, in the campaign's zone.",
        ),
    ] = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="网页的端口。 The page's port.")
    ] = 8080,
    play: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.chat",
            help="不开网页，在终端里走一遍这段对话并对照。"
            " No page: play this transcript in the terminal, and compare.",
        ),
    ] = None,
    files: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="随 --play：收到的文件存放处，默认 ./rehearsal-files。"
            " With --play: where received files are left.",
        ),
    ] = None,
    campaign: Campaign = None,
) -> None:
    """在本机演练：网页上聊天、拨时钟，不连 Telegram。 Rehearse on this machine, in a page."""
    if play is not None:
        from bot.commands.play import play_file

        raise typer.Exit(play_file(play, now, campaign, files or Path("rehearsal-files")))
    if files is not None:
        raise typer.BadParameter("--files 只用于 --play / --files goes with --play")
    from bot.commands.rehearse import rehearse

    rehearse(now, port, campaign)


@roster.command("template")
def roster_template(
    out: Annotated[
        Path,
        typer.Option(metavar="FILE", help="写到哪里，.xlsx 或 .csv。 Where to: .xlsx or .csv."),
    ] = Path("roster.xlsx"),
    campaign: Campaign = None,
) -> None:
    """写出一份空白名册。 Write an empty roster to fill in."""
    from bot.commands.roster import template

    template(out, campaign)


@roster.command("check")
def roster_check(file: RosterFile, campaign: Campaign = None) -> None:
    """检查名册，列出错误和将有的变动，不写入。 Check a roster; nothing is written."""
    from bot.commands.roster import check

    raise typer.Exit(check(file, campaign))


@roster.command("load")
def roster_load(
    file: RosterFile,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="不再询问。 Do not ask for confirmation.")
    ] = False,
    campaign: Campaign = None,
) -> None:
    """载入名册：要么全部，要么一点不动。 Load a roster, all of it or nothing."""
    from bot.commands.roster import load

    raise typer.Exit(load(file, campaign, yes))


@app.command()
def invite(
    all_: Annotated[
        bool,
        typer.Option("--all", help="所有有职责而未绑定的人。 Everybody who is not bound yet."),
    ] = False,
    person: Annotated[
        str | None, typer.Option(metavar="NAME", help="一个人，按姓名。 One person, by name.")
    ] = None,
    phone: Annotated[
        str | None,
        typer.Option(metavar="NUMBER", help="重名时指明电话。 Which of several of that name."),
    ] = None,
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help="换了账号：原账号立即失效。 A new account: the old one loses access at once.",
        ),
    ] = False,
    csv: Annotated[
        bool, typer.Option("--csv", help="以 CSV 输出。 As CSV on the standard output.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="写成 Excel 能打开的 CSV 文件。 To a CSV file that Excel opens."
        ),
    ] = None,
    campaign: Campaign = None,
) -> None:
    """发一次性邀请码。 Make one-time invitation codes."""
    if all_ == (person is not None):
        raise typer.BadParameter("请写 --all 或 --person 之一 / say either --all or --person NAME")
    if person is None and (again or phone):
        raise typer.BadParameter(
            "--again、--phone 只用于 --person / --again and --phone go with --person"
        )
    from bot.commands.invite import invite_all, invite_one

    if person is None:
        raise typer.Exit(invite_all(campaign, csv, out))
    raise typer.Exit(invite_one(person, phone, again, campaign, csv, out))


@app.command()
def export(
    region: Annotated[
        str,
        typer.Argument(
            metavar="REGION", help="地区，如 成都市 或 四川省/成都市。 The region, or its path."
        ),
    ],
    period: PeriodName,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="写到哪里，- 为标准输出；默认用表的名字。 Where to; - is the standard output.",
        ),
    ] = None,
    campaign: Campaign = None,
) -> None:
    """导出汇总表：已发布的原件；未发布则为现状。 A region's workbook, released or as it stands."""
    from bot.commands.export import export

    raise typer.Exit(export(region, period, out, campaign))


@app.command()
def status(
    region: Annotated[
        str | None,
        typer.Argument(metavar="[REGION]", help="地区；不写则列出全部。 A region; none: all."),
    ] = None,
    period: Annotated[
        str | None,
        typer.Argument(metavar="[PERIOD]", help="期；不写则为当前。 The period; none: now."),
    ] = None,
    campaign: Campaign = None,
) -> None:
    """谁报了，谁没报。 Who has reported, and who has not."""
    from bot.commands.status import status

    raise typer.Exit(status(region, period, campaign))


@app.command()
def doctor() -> None:
    """检查一切是否正常，并说明怎么办；有问题时退出码为 1。 Check everything; 1 if a problem."""
    from bot.commands.doctor import doctor

    raise typer.Exit(doctor())
