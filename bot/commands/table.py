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
Campaign = Annotated[
    str | None,
    typer.Option(
        metavar="NAME[,NAME]",
        help="活动：campaigns/ 下的文件夹名，或路径。 A folder under campaigns/, or a path.",
    ),
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
