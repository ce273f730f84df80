"""``run``: live. And what ``python -m bot`` alone does."""

from __future__ import annotations

import asyncio

from bot import logs
from bot.commands.console import say
from bot.commands.failing import CommandError
from bot.commands.lasting import for_ever, last
from bot.commands.warning import warn
from bot.settings import Settings, read_settings
from bot.wiring import Bot, build


def run() -> None:
    """Serve Telegram until stopped."""
    warn()
    settings = read_settings()
    if settings.bot_token is None:
        raise CommandError(
            "没有 BOT_TOKEN。请向 @BotFather 申请，写进 .env（见 .env.example）；"
            "或用 python -m bot rehearse 在本机演练。",
            "There is no BOT_TOKEN. Get one from @BotFather and write it into .env (see"
            " .env.example); or try python -m bot rehearse on this machine.",
        )
    logs.set_up(settings.log_level)
    asyncio.run(last(_serve(settings)))


def run_or_rehearse() -> None:
    """Live with a token; without one the rehearsal, saying so."""
    if read_settings().bot_token is not None:
        return run()
    from bot.commands.rehearse import rehearse

    say(
        "没有设置 BOT_TOKEN（环境变量或 .env），因此在本机演练，不连接 Telegram。",
        "BOT_TOKEN is not set (environment or .env), so this is a rehearsal on your machine,"
        " without Telegram.",
    )
    rehearse(None, 8080, None)


async def _serve(settings: Settings) -> None:
    bot = await build(settings)
    try:
        await bot.start()
        _started(bot)
        await for_ever()
    finally:
        await bot.stop()
        say(
            "已停止。没有办完的，下次启动接着办。",
            "Stopped. What is not finished goes on at the next start.",
        )


def _started(bot: Bot) -> None:
    name, settings = f"@{bot.desk.username}", bot.settings
    campaigns = list(bot.desk.campaigns.values())
    kind = settings.database_url.get_secret_value().partition(":")[0].partition("+")[0]
    way = "webhook" if settings.webhook_url else "polling"
    say(
        f"{name} 已启动：{'、'.join(c.short.zh for c in campaigns)}；数据库 {kind}；{way}。"
        "Ctrl-C 停止。",
        f"{name} runs: {', '.join(c.short.en for c in campaigns)}; database {kind}; {way}."
        " Ctrl-C stops it.",
    )
