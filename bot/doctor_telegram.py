"""The doctor's look at Telegram: the token, the way there, and whose clock is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.doctor import Finding, bad, good, odd
from bot.probing import Probe, probe
from bot.settings import Settings
from reporting.label import Label

TOKEN, REACH = Label("令牌", "Token"), Label("Telegram", "Telegram")
CLOCK = Label("时钟", "Clock")
ASTRAY = 30  # seconds
REFUSED = (401, 404)


async def telegram(settings: Settings, now: datetime) -> list[Finding]:
    """Ask it once. The token itself is never shown."""
    if settings.bot_token is None:
        return [
            bad(
                TOKEN,
                ("没有设置 BOT_TOKEN", "BOT_TOKEN is not set"),
                ("向 @BotFather 申请，写进 .env", "get one from @BotFather, write it into .env"),
            )
        ]
    found = await probe(settings)
    return [_token(found), *_reach(found), *_clock(found, now)]


def _token(found: Probe) -> Finding:
    if found.status in REFUSED:
        return bad(
            TOKEN,
            ("Telegram 不认识这个令牌", "Telegram does not know this token"),
            (
                "向 @BotFather 重新复制，并检查 BOT_API_URL",
                "copy it again from @BotFather, and check BOT_API_URL",
            ),
        )
    if not found.username:
        return odd(
            TOKEN,
            ("已设置，尚未验证", "set, but not tried"),
            ("先恢复与 Telegram 的连接", "first get Telegram to answer"),
        )
    return good(TOKEN, f"有效，机器人是 @{found.username}", f"good, the bot is @{found.username}")


def _reach(found: Probe) -> Iterator[Finding]:
    if found.username or found.status in REFUSED:
        yield good(REACH, "连得上", "answers")
        return
    yield bad(
        REACH,
        (f"连不上（{found.trouble.zh}）", f"cannot be reached ({found.trouble.en})"),
        (
            "检查网络、代理（HTTPS_PROXY）和 BOT_API_URL",
            "check the network, the proxy (HTTPS_PROXY) and BOT_API_URL",
        ),
    )


def _clock(found: Probe, now: datetime) -> Iterator[Finding]:
    """Against the Date of Telegram's answer; deadlines go by this machine's clock."""
    if found.date is None:
        return
    astray = round((now - found.date).total_seconds())
    if abs(astray) <= ASTRAY:
        yield good(CLOCK, f"与 Telegram 相差 {astray} 秒", f"{astray} s from Telegram's")
        return
    yield bad(
        CLOCK,
        (f"与 Telegram 相差 {astray} 秒", f"is {astray} s from Telegram's"),
        (
            "校准本机时钟（NTP）：截止时间按本机时钟计算",
            "set this machine's clock (NTP): deadlines go by it",
        ),
    )
