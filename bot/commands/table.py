"""Every command. Nothing heavy is imported until one runs, so that help comes at once."""

from __future__ import annotations

from pathlib import Path

import typer

from bot.commands import options
from bot.commands.failing import CommandError

app = typer.Typer(
    name="python -m bot",
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # its boxes cut Chinese lines short
    context_settings={"help_option_names": ["-h", "--help"]},
)
roster = typer.Typer(rich_markup_mode=None, help="名册：谁报什么。 The roster: who reports.")
app.add_typer(roster, name="roster")


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
    now: options.Now = None,
    port: options.Port = 8080,
    play: options.Play = None,
    files: options.Files = None,
    campaign: options.Campaign = None,
) -> None:
    """在本机演练，不连 Telegram。 Rehearse on this machine, without Telegram."""
    if play is not None:
        from bot.commands.play import play_file

        raise typer.Exit(play_file(play, now, campaign, files or Path("rehearsal-files")))
    if files is not None:
        raise CommandError("--files 只用于 --play。", "--files goes with --play.")
    from bot.commands.rehearse import rehearse

    rehearse(now, port, campaign)


@roster.command("template")
def roster_template(
    out: options.TemplateFile = Path("roster.xlsx"), campaign: options.Campaign = None
) -> None:
    """写出一份空白名册。 Write an empty roster to fill in."""
    from bot.commands.roster import template

    template(out, campaign)


@roster.command("check")
def roster_check(file: options.RosterFile, campaign: options.Campaign = None) -> None:
    """检查名册，列出错误和将有的变动，不写入。 Check a roster; nothing is written."""
    from bot.commands.roster import check

    raise typer.Exit(check(file, campaign))


@roster.command("load")
def roster_load(
    file: options.RosterFile, yes: options.Yes = False, campaign: options.Campaign = None
) -> None:
    """载入名册：要么全部，要么一点不动。 Load a roster, all of it or nothing."""
    from bot.commands.roster import load

    raise typer.Exit(load(file, campaign, yes))


@app.command()
def invite(
    everybody: options.All = False,
    person: options.PersonName = None,
    phone: options.Phone = None,
    again: options.Again = False,
    csv: options.Csv = False,
    out: options.CodesFile = None,
    campaign: options.Campaign = None,
) -> None:
    """发一次性邀请码。 Make one-time invitation codes."""
    if everybody == (person is not None):
        raise CommandError(
            "请写 --all 或 --person 姓名，两者之一。", "Say either --all or --person NAME."
        )
    if person is None and (again or phone):
        raise CommandError(
            "--again、--phone 只用于 --person。", "--again and --phone go with --person."
        )
    from bot.commands.invite import invite_all, invite_one

    if person is None:
        raise typer.Exit(invite_all(campaign, csv, out))
    raise typer.Exit(invite_one(person, phone, again, campaign, csv, out))


@app.command()
def export(
    region: options.RegionName,
    period: options.PeriodName,
    out: options.TableFile = None,
    campaign: options.Campaign = None,
) -> None:
    """导出汇总表：已发布的原件，或现状。 A region's workbook, released or current."""
    from bot.commands.export import export

    raise typer.Exit(export(region, period, out, campaign))


@app.command()
def status(
    region: options.AnyRegion = None,
    period: options.AnyPeriod = None,
    campaign: options.Campaign = None,
) -> None:
    """谁报了，谁没报。 Who has reported, and who has not."""
    from bot.commands.status import status

    raise typer.Exit(status(region, period, campaign))


@app.command()
def doctor() -> None:
    """检查一切是否正常，该怎么办。 Check everything, and say what to do."""
    from bot.commands.doctor import doctor

    raise typer.Exit(doctor())
