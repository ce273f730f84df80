"""What the commands on the live database share: its settings, campaigns, and the open store."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from bot import logs
from bot.campaigns import read_campaigns
from bot.commands.failing import CommandError
from bot.commands.warning import warn
from bot.settings import Settings, read_settings
from bot.wiring import open_store
from reporting.campaign import Campaign
from storage.store import Store


@dataclass(frozen=True)
class Live:
    """The settings and campaigns, and the database they name, open and up to date."""

    settings: Settings
    campaigns: Mapping[str, Campaign]
    store: Store

    @property
    def now(self) -> datetime:
        """The present instant."""
        return datetime.now(UTC)


def settings_for(campaign: str | None) -> Settings:
    """The settings, with ``--campaign`` before CAMPAIGN; logging says only what matters."""
    warn()
    settings = read_settings(**({"campaign": campaign} if campaign else {}))
    logs.set_up("WARNING" if settings.log_level == "INFO" else settings.log_level)
    return settings


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Live]:
    """Open everything; CampaignsError or StorageError if it cannot be."""
    campaigns = read_campaigns(settings.campaign)
    store = await open_store(settings)
    try:
        yield Live(settings, campaigns, store)
    finally:
        await store.close()


def the_one(campaigns: Mapping[str, Campaign]) -> Campaign:
    """The only campaign; CommandError where several run and none was named."""
    if len(campaigns) > 1:
        names = ", ".join(campaigns)
        raise CommandError(
            f"同时运行着几个活动（{names}），请用 --campaign 指明一个。",
            f"Several campaigns run ({names}): name one with --campaign.",
        )
    return next(iter(campaigns.values()))
