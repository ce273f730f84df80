"""The one bootstrap: what the bot is made of, and in which order it starts and stops."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from telegram.error import TelegramError

from bot.application import App, make_application, reach, through
from bot.campaigns import read_campaigns
from bot.clock import Clock
from bot.fetching import Fetching, Wants
from bot.intake import Intake
from bot.menu import set_menus
from bot.pace import Limits, Pauses
from bot.polling import Polling
from bot.reception import Hear, Reception
from bot.sending import Sender
from bot.settings import Settings
from bot.tick import Alarm, Due
from bot.verdict import short
from bot.webhook import Webhook
from handlers import clock as speaker
from handlers import front
from handlers.desk import Desk
from reporting.campaign import Campaign
from reporting.workdays import working_days
from storage.store import Store

log = logging.getLogger(__name__)


@dataclass
class Bot:
    """A bot that is put together. ``alarm.now()`` does at once what the clock has made due."""

    settings: Settings
    clock: Clock
    store: Store
    desk: Desk
    intake: Intake
    sender: Sender
    alarm: Alarm
    application: App = field(repr=False)
    way_in: Polling | Webhook = field(repr=False)
    _errands: set[asyncio.Task[None]] = field(default_factory=set, repr=False)

    async def start(self) -> None:
        """Take up what was left, then hear, then let the clock speak."""
        await self.sender.start()
        await self.way_in.start()
        self.alarm.start()
        for errand in (self.way_in.announce, partial(set_menus, self.application.bot)):
            self._errands.add(asyncio.create_task(_insist(errand)))

    async def stop(self) -> None:
        """Stop hearing first; what is not finished is taken up at the next start."""
        await self.alarm.stop()
        for errand in self._errands:
            errand.cancel()
        await asyncio.gather(*self._errands, return_exceptions=True)
        await self.way_in.stop()
        await self.intake.stop()
        await self.sender.stop()
        await self.application.shutdown()
        await self.store.close()

    async def settled(self) -> None:
        """Until everything that reached the bot is answered, and the answers are sent."""
        await self.intake.settled()
        await self.sender.settled()


async def build(
    settings: Settings,
    *,
    clock: Clock | None = None,
    limits: Limits | None = None,
    timeout: float = 20.0,
    hear: Hear = front.hear,
    wants: Wants = front.wants,
    due: Due = speaker.due,
) -> Bot:
    """Read the campaigns, open the database, reach Telegram, put everything together.

    CampaignsError, StorageError or TokenError where one of them cannot be used. ``timeout``:
    seconds to wait for an answer of Telegram's before nobody knows whether a message arrived.
    ``hear`` and ``due`` are who answers updates and the clock; ``wants`` says which files' bytes
    are fetched before.
    """
    if settings.bot_token is None:
        raise ValueError("BOT_TOKEN is needed")
    clock = clock or Clock()
    campaigns = read_campaigns(settings.campaign)
    store = await open_store(settings)
    token = settings.bot_token.get_secret_value()
    application = make_application(token, settings.bot_api_url, timeout=timeout)
    desk = make_desk(campaigns, await reach(application))
    sender = Sender(application.bot, store, clock, limits or Limits())
    fetching = Fetching(application.bot, store, desk, wants)
    reception = Reception(store, desk, clock, sender, hear, fetching)
    intake = Intake(application.bot, through(application, reception.receive), reception.set_aside)
    return Bot(
        settings,
        clock,
        store,
        desk,
        intake,
        sender,
        Alarm(store, desk, clock, sender, intake, due, settings.tick_seconds),
        application,
        _way_in(settings, application, intake),
    )


async def open_store(settings: Settings) -> Store:
    """The database, up to date; StorageError if it cannot be used."""
    store = await Store.open(settings.database_url.get_secret_value())
    await store.migrate()
    return store


def make_desk(campaigns: Mapping[str, Campaign], username: str = "") -> Desk:
    """What handlers have at hand, the working days of the campaigns' years among it."""
    days = {key: working_days(each.holidays, _years(each)) for key, each in campaigns.items()}
    return Desk(campaigns, days, username)


async def _insist(errand: Callable[[], Awaitable[None]]) -> None:
    """Do what Telegram is to know of the bot, as soon as it lets us."""
    pauses = Pauses()
    while True:
        try:
            return await errand()
        except TelegramError as error:
            log.warning("%s; again later", short(error))
            await asyncio.sleep(pauses.next())


def _years(campaign: Campaign) -> range:
    periods = campaign.calendar.periods
    return range(periods[0].start.year - 1, periods[-1].end.year + 2)


def _way_in(settings: Settings, application: App, intake: Intake) -> Polling | Webhook:
    if not settings.webhook_url:
        return Polling(application.bot, intake)
    assert settings.webhook_secret is not None  # Settings sees to it
    secret = settings.webhook_secret.get_secret_value()
    return Webhook(application.bot, intake, settings.webhook_url, secret, settings.listen)
