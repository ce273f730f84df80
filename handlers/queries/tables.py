"""``/table [9月|累计] [地区]``: the workbook as it stands, at any time."""

from __future__ import annotations

from handlers import dates, scope
from handlers.chain import captions, workbooks
from handlers.chain.checking import at_roll_up
from handlers.chain.releasing import signatories
from handlers.chain.standing import Standing, standing
from handlers.desk import LIAISONS, Scene
from handlers.outgoing import Act
from handlers.queries import totals
from handlers.queries.finding import query, unknown
from handlers.reports.openings import openings
from handlers.scope import View
from reporting.calendar import Period


async def table(scene: Scene, words: str) -> list[Act]:
    """A coordinator's region, or the regions of this group; a liaison gets their own report."""
    asked = await query(scene, words)
    if not asked.own:
        if not (scene.private and scene.held(*LIAISONS)):
            return _none(scene)
        return await totals.of_own(scene) if asked.cumulative else await _own(scene)
    found = asked.asked(scene)
    if asked.rest or not found:
        return [unknown(scene, asked)]
    make = totals.of_view if asked.cumulative else _region
    return [await make(scene, view, period) for view, period in found]


def _none(scene: Scene) -> list[Act]:
    not_yours = scene.say(scene.words("table-not-yours"))
    return [not_yours] if scene.private else scope.not_bound(scene)


async def _region(scene: Scene, view: View, period: Period) -> Act:
    """The released workbook, byte for byte, if nothing has come since; else the current state."""
    books, form = scene.books, view.campaign.form
    stands = await standing(books, view.campaign, view.region, period)
    if stands.table is not None and not stands.moved and stands.table.reported:
        version = stands.table.version
        file = await books.rollups.file_of(view.region.id, period.key, form.key, version)
        mark = workbooks.mark(stands, stands.table)
        found = await at_roll_up(books, stands, stands.table)
        caption = captions.released(scene.words, stands, stands.table, mark, found)
        if file is not None:
            return scene.say(caption, file=file)
    return await _current(scene, stands)


async def _current(scene: Scene, stands: Standing) -> Act:
    rolled = stands.rolled_up(scene.now)
    if not rolled.reported:
        title = captions.head(scene.words, stands)
        return scene.say(scene.words("table-nothing-yet", title=title))
    named = await signatories(scene.books, stands, scene.now)
    mark = workbooks.mark(stands, rolled)
    book = workbooks.consolidated(scene.words, stands, rolled, mark, named, current=True)
    file = await scene.books.files.add(book.name, book.data, scene.now)
    return scene.say(captions.current(scene.words, stands, rolled), file=file)


async def _own(scene: Scene) -> list[Act]:
    """What the asker's units handed in, on the official form."""
    handed_in = [each for each in await openings(scene) if each.submitted is not None]
    acts: list[Act] = []
    for opening in handed_in:
        submitted = opening.submitted
        assert submitted is not None
        book = workbooks.of_unit(scene.words, opening, submitted)
        file = await scene.books.files.add(book.name, book.data, scene.now)
        at = dates.moment(opening.campaign.calendar, submitted.submitted_at)
        caption = scene.words(
            "table-mine",
            title=opening.title(scene.words),
            version=submitted.version,
            at=at,
            by=submitted.by,
        )
        acts.append(scene.say(caption, file=file))
    return acts or [scene.say(scene.words("table-mine-none"))]
