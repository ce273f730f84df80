"""``/mine``: my reports and how far each is."""

from __future__ import annotations

from handlers import dates
from handlers.desk import LIAISONS, Scene
from handlers.filling import ways_in
from handlers.fitting import packed
from handlers.openings import Opening, openings
from handlers.outgoing import Act
from handlers.words import Html
from reporting.deadlines import on_time


async def mine(scene: Scene, words: str) -> list[Act]:
    """Every report that is open for the asker's units, a paragraph each."""
    if not scene.held(*LIAISONS):
        return [scene.say(scene.words("fill-not-yours"))]
    found = await openings(scene)
    if not found:
        return [scene.say(scene.words("mine-none"))]
    parts = [await _part(scene, each) for each in found]
    *before, last = packed(parts)
    return [*map(scene.say, before), scene.say(last, ways_in(scene, found))]


async def _part(scene: Scene, opening: Opening) -> Html:
    words, submitted = scene.words, opening.submitted
    lines = [opening.title(words)]
    if submitted is not None:
        timely = on_time(submitted.first_at, opening.due)
        state = words(
            "mine-locked" if opening.locked else "mine-submitted",
            version=submitted.version,
            at=dates.moment(opening.campaign.calendar, submitted.submitted_at),
            by=submitted.by,
            timeliness=words("on-time" if timely else "late"),
        )
        return Html("\n".join([*lines, dates.deadline_line(words, opening), state]))
    form = opening.campaign.form
    answered = await scene.books.reports.answered(opening.unit.id, opening.period.key, form.key)
    of = len(form.questions)
    lines.append(dates.due(words, opening))
    lines.append(words("mine-drafting" if answered else "mine-open", answered=answered, of=of))
    return Html("\n".join(lines))
