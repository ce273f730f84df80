"""``/files [period]``: what units sent beside their figures, to those who may see it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers import dates, scope
from handlers.callback import of_command
from handlers.desk import LIAISONS, Rows, Scene
from handlers.fitting import short
from handlers.outgoing import Act, Button
from handlers.scope import View
from reporting.attaching import in_units
from reporting.calendar import Period
from reporting.campaign import Campaign
from reporting.chain import Submission, Unit

BUTTONS_SHOWN = 90  # Telegram takes 100
LABEL_ROOM = 60
_MORE = re.compile(r"\+(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Sender:
    """A unit and the version that counts, which has attachments."""

    unit: Unit
    submission: Submission


async def files(scene: Scene, words: str) -> list[Act]:
    """The units with attachments, a button each; with a unit's number before it, its files.

    ``+90`` before it: the units after so many.
    """
    views = await _views(scene)
    if not views:
        return [scene.say(scene.words("files-not-yours"))]
    number, _, named = words.partition(" ")
    if named and number.isdecimal():
        return await _sent(scene, views, int(number), named)
    skip = int(found[1]) if named and (found := _MORE.fullmatch(number)) else 0
    words = named if skip else words
    if not (asked := scope.asked(scene, views, words)):
        return [scope.unknown_period(scene, views, words)]
    once = {(view.campaign.key, period.key): (view, period) for view, period in asked}
    return [await _which(scene, view.campaign, period, skip) for view, period in once.values()]


async def _views(scene: Scene) -> list[View]:
    """The regions that the asker coordinates; of a liaison, those of their units."""
    own = {each.unit for each in scene.held(*LIAISONS)}
    found = await scope.views(scene)
    for campaign in scene.desk.campaigns.values():
        regions, units = await scene.books.roster.tree(campaign.key)
        near = {each.region for each in units if each.id in own}
        found += [View(campaign, each) for each in regions if each.id in near]
    return found


async def _which(scene: Scene, campaign: Campaign, period: Period, skip: int) -> Act:
    senders = await _senders(scene, campaign, period)
    title = scene.words(
        "files-title",
        campaign=scene.words.label(campaign.short),
        period=dates.period(scene.words, period.key),
    )
    if not senders:
        return scene.say(scene.words("files-none", title=title))
    text = scene.words("files-which", title=title, count=len(senders))
    return scene.say(text, _buttons(scene, senders, period, skip))


def _buttons(scene: Scene, senders: list[Sender], period: Period, skip: int) -> Rows:
    """As many as a message takes, and one for those that follow."""
    end = skip + BUTTONS_SHOWN
    rows = tuple((_button(scene, each, period),) for each in senders[skip:end])
    if end >= len(senders):
        return rows
    label = scene.words.plain("button-files-more", count=len(senders) - end)
    return (*rows, (Button(label, of_command("files", f"+{end} {period.key}")),))


def _button(scene: Scene, sender: Sender, period: Period) -> Button:
    count = len(sender.submission.attachments)
    label = scene.words.plain("button-files-of", unit=sender.unit.name, count=count)
    return Button(short(label, LABEL_ROOM), of_command("files", f"{sender.unit.id} {period.key}"))


async def _sent(scene: Scene, views: list[View], unit: int, named: str) -> list[Act]:
    """The documents themselves; whether they may be seen is looked at anew."""
    for view in views:
        for period in (each for each in view.campaign.calendar.periods if each.key == named):
            for each in await _senders(scene, view.campaign, period):
                if each.unit.id == unit:
                    return _documents(scene, each)
    return [scene.say(scene.words("files-gone"))]


def _documents(scene: Scene, sender: Sender) -> list[Act]:
    period = dates.period(scene.words, sender.submission.period)
    return [
        scene.say(
            scene.words(
                "files-sent",
                unit=sender.unit.name,
                period=period,
                name=each.name,
                size=in_units(each.size),
                sha256=each.sha256,
            ),
            file=each.file,
        )
        for each in sender.submission.attachments
    ]


async def _senders(scene: Scene, campaign: Campaign, period: Period) -> list[Sender]:
    """The units that the asker may see, a coordinator's whole subtree among them."""
    _, units = await scene.books.roster.tree(campaign.key)
    seen = {each.region.id for each in await scope.reach(scene, await scope.views(scene))}
    own = {each.unit for each in scene.held(*LIAISONS)}
    found = await scene.books.reports.with_attachments(campaign.key, period.key, campaign.form.key)
    return [
        Sender(unit, found[unit.id])
        for unit in units
        if unit.id in found and (unit.id in own or unit.region in seen)
    ]
