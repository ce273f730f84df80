"""A report in hand: whose it is, of which form, how far it is, and what stands behind it."""

from __future__ import annotations

from dataclasses import dataclass

from handlers import dates
from handlers.desk import LIAISONS, Scene
from handlers.reports.openings import title
from handlers.words import Html, Words
from reporting.campaign import Campaign
from reporting.chain import Unit
from reporting.draft import Background, Draft
from reporting.form import Form
from storage.nouns import Companion, Report


@dataclass(frozen=True, slots=True)
class Work:
    """Everything a turn of an interview needs."""

    report: Report
    campaign: Campaign
    form: Form
    unit: Unit
    draft: Draft
    background: Background
    company: tuple[Companion, ...] = ()  # who else is in it

    def title(self, words: Words) -> Html:
        """Campaign, period and unit."""
        return title(words, self.campaign, self.report.period, self.unit.name)


async def in_hand(scene: Scene) -> Work | None:
    """The report that the speaker is in, as long as the duty for it is theirs."""
    conversation = await scene.books.reports.conversation(scene.speaker.id)
    if conversation is None or not conversation.active:
        return None
    report = conversation.report
    if report.unit not in {each.unit for each in scene.held(*LIAISONS)}:
        await scene.books.reports.leave(scene.speaker.id, scene.now)
        return None
    work = await taken_up(scene, report)
    ended = work.draft.at != conversation.place  # somebody handed it in at this very moment
    return None if ended else work


async def taken_up(scene: Scene, report: Report) -> Work:
    """A report with its draft as it stands, and what its questions may show."""
    campaign = scene.desk.campaigns[report.campaign]
    unit = await scene.books.roster.unit(report.unit)
    draft = await scene.books.reports.draft(report.id, scene.speaker.id)
    behind = await background(scene, campaign, unit, report)
    company = await scene.books.company.others(report.id, scene.speaker.id, scene.now)
    return Work(report, campaign, campaign.forms[report.form], unit, draft, behind, company)


async def background(scene: Scene, campaign: Campaign, unit: Unit, report: Report) -> Background:
    """What the questions of a unit's report may show, and its rules may need."""
    calendar, books = campaign.calendar, scene.books.reports
    before = calendar.before(calendar.period(report.period))
    earlier = [each.key for each in calendar.periods if each.key < report.period]
    usual = campaign.departments.get(unit.department)
    return Background(
        last=await books.last_figures(unit.id, before.key, report.form) if before else None,
        cumulative=await books.cumulative(unit.id, earlier, report.form) if earlier else None,
        department=unit.department,
        usual_columns=usual.usual_columns if usual else (),
        usual_rows=usual.usual_rows if usual else (),
        every=calendar.every,
        aside=(*dates.spoken(report.period), unit.name),
    )
