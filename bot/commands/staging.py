"""What page and transcript have in common: the settings of a rehearsal, and when it begins."""

from __future__ import annotations

from datetime import datetime

from bot.campaigns import read_campaigns
from bot.commands.failing import CommandError
from bot.commands.warning import warn
from bot.settings import Settings, read_settings

BEGIN = datetime(2023, 9, 22, 9)
SETTING_UP = "正在布置演练：读入样例名册、绑定人员和群 … Setting the rehearsal up …"


def own_settings(campaign: str | None) -> Settings:
    """The campaigns and the log level as set; nothing that leads to the live bot."""
    warn()
    named = {"campaign": campaign} if campaign else {}
    return read_settings(
        bot_token=None,
        bot_api_url="",
        database_url="sqlite:///rehearsal.db",
        webhook_url="",
        webhook_secret=None,
        **named,
    )


def begin(settings: Settings, now: str | None) -> datetime:
    """When the rehearsal begins: as asked, in the campaign's zone, or at a time worth seeing."""
    calendar = next(iter(read_campaigns(settings.campaign).values())).calendar
    if now is None:
        first = BEGIN.replace(tzinfo=calendar.zone)
        running = calendar.periods[0].start <= first.date() <= calendar.periods[-1].end
        return first if running else calendar.periods[0].opens
    try:
        asked = datetime.fromisoformat(now)
    except ValueError:
        raise CommandError(
            f"--now 看不懂：“{now}”。请写成 2023-09-22T09:00（活动所在时区）。",
            f"--now is not understood: '{now}'. Write 2023-09-22T09:00, in the campaign's zone.",
        ) from None
    return asked if asked.tzinfo else asked.replace(tzinfo=calendar.zone)
