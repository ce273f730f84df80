"""``/table 累计``: the cumulative workbook of a region, or of a liaison's own units."""

from __future__ import annotations

from handlers.chain.releasing import signatories_of
from handlers.chain.workbooks import Signatories
from handlers.desk import LIAISONS, Scene
from handlers.outgoing import Act
from handlers.queries import finals, to_date
from handlers.queries.to_date import ToDate
from handlers.scope import View
from reporting.calendar import Period


async def of_view(scene: Scene, view: View, until: Period) -> Act:
    """A region's, over its own newest released tables through a period."""
    campaign, region = view.campaign, view.region
    sums = await to_date.of_region(scene.books, campaign, region, scene.now, until)
    people = await signatories_of(scene.books, campaign.key, region.id, scene.now)
    return await _handed_out(scene, sums, people)


async def of_own(scene: Scene) -> list[Act]:
    """Of each unit that the asker reports for, over what it handed in."""
    acts, roster = [], scene.books.roster
    for duty in {each.unit: each for each in scene.held(*LIAISONS)}.values():
        assert duty.unit is not None
        unit, region = await roster.unit(duty.unit), await roster.region(duty.region)
        campaign = scene.desk.campaigns[duty.campaign]
        sums = await to_date.of_unit(scene.books, campaign, region.tier, unit, scene.now)
        filler = Signatories(scene.speaker.name, scene.speaker.phone)
        acts.append(await _handed_out(scene, sums, filler))
    return acts


async def _handed_out(scene: Scene, sums: ToDate, people: Signatories) -> Act:
    """The workbook, as long as periods, sums and sheet agree."""
    if not sums.cumulative.brought:
        return scene.say(scene.words("cumulative-none", name=sums.name))
    made = finals.final(scene.words, sums, people, scene.now)
    if made.wrong:
        return scene.say(finals.differing(scene.words, sums, made.wrong))
    file = await scene.books.files.add(made.book.name, made.book.data, scene.now)
    return scene.say(finals.caption(scene.words, sums), file=file)
