"""The doctor's rounds: every check in order; where one fails, those that need it are left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.campaigns import CampaignsError, read_campaigns
from bot.doctor import Finding, bad, good, odd
from bot.doctor_database import database, disk, file_of, is_current, not_yet, trouble
from bot.doctor_roster import CAMPAIGN, calendar, people, traffic
from bot.doctor_telegram import telegram
from bot.settings import Settings, SettingsError, read_settings
from bot.settings_names import unknown_names
from bot.wiring import make_desk
from reporting.campaign import Campaign
from reporting.label import Label
from storage.errors import StorageError
from storage.store import Store

SETTINGS = Label("设置", "Settings")


async def rounds(now: datetime) -> list[Finding]:
    """Everything the doctor finds."""
    try:
        settings = read_settings()
    except SettingsError as error:
        remedy = ("改正 .env 或环境变量", "correct .env, or the environment")
        return [bad(SETTINGS, (line, ""), remedy) for line in str(error).splitlines()]
    found = [good(SETTINGS, "可用", "can be used"), *_unknown(), *await telegram(settings, now)]
    campaigns, about = _campaigns(settings, now)
    return [*found, *about, *await _storage(settings, campaigns, now)]


def _unknown() -> list[Finding]:
    """Names in .env that have no effect."""
    remedy = ("改正 .env，或删去这一行", "correct .env, or delete the line")
    return [odd(SETTINGS, (each.zh, each.en), remedy) for each in unknown_names()]


def _campaigns(settings: Settings, now: datetime) -> tuple[Mapping[str, Campaign], list[Finding]]:
    try:
        campaigns = read_campaigns(settings.campaign)
    except CampaignsError as error:
        remedy = ("按提示改正活动文件", "correct the campaign's files as told")
        return {}, [bad(CAMPAIGN, (str(error), ""), remedy)]
    desk = make_desk(campaigns)
    return campaigns, [f for each in campaigns.values() for f in calendar(desk, each, now)]


async def _storage(
    settings: Settings, campaigns: Mapping[str, Campaign], now: datetime
) -> list[Finding]:
    """The database is looked at, never made or brought up to date."""
    try:
        path = file_of(settings)
        room = [disk(path)] if path is not None else []
        if path is not None and not path.exists():
            return [not_yet(path), *room]
        store = await Store.open(settings.database_url.get_secret_value())
    except StorageError as error:
        return [trouble(error)]
    try:
        found = [*await database(store), *room]
        return found + (await _books(store, campaigns, now) if await is_current(store) else [])
    except StorageError as error:
        return [trouble(error), *room]
    finally:
        await store.close()


async def _books(store: Store, campaigns: Mapping[str, Campaign], now: datetime) -> list[Finding]:
    found: list[Finding] = []
    async with store.reading() as books:
        for each in campaigns.values():
            theirs = await people(books, each, now)
            found += [_of(each, one) for one in theirs] if len(campaigns) > 1 else theirs
        return [*found, *await traffic(books)]


def _of(campaign: Campaign, found: Finding) -> Finding:
    """Name the campaign where several run."""
    check, short = found.check, campaign.short
    named = Label(f"{check.zh}（{short.zh}）", f"{check.en} ({short.en})")
    return replace(found, check=named)
