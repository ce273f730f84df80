"""``/mine``: my reports of this and earlier periods, how far each is, and a page for each."""

from __future__ import annotations

from handlers import dates
from handlers.chain import workbooks
from handlers.desk import LIAISONS, Rows, Scene
from handlers.fitting import lines_within, packed, short
from handlers.outgoing import Act
from handlers.reports import versions
from handlers.reports.openings import Opening, report, reports
from handlers.reports.ways import choices, ways
from handlers.scope import is_named
from handlers.words import Html, Words
from reporting.chain import Decision

REASON_SHOWN = 60  # characters


async def mine(scene: Scene, words: str) -> list[Act]:
    """A paragraph each, the newest first; the only one, or the one that is named, in full."""
    if not scene.held(*LIAISONS):
        return [scene.say(scene.words("fill-not-yours"))]
    one = await report(scene, words)
    if one is not None:
        return [await _page(scene, one)]
    found = await reports(scene)
    named = [each for each in found if words and is_named(scene, each.period, words)]
    if words and not named:
        unknown = [scene.say(scene.words("mine-unknown"))] if found else []
        return [*unknown, *_listed(scene, found)]
    found = named or found
    return [await _page(scene, found[0])] if len(found) == 1 else _listed(scene, found)


def _listed(scene: Scene, found: list[Opening]) -> list[Act]:
    if not found:
        return [scene.say(scene.words("mine-none"))]
    *before, last = packed(Html("\n".join(_part(scene.words, each))) for each in found)
    last = Html(f"{last}\n\n{scene.words('mine-which')}")
    undone = [each for each in found if each.fillable and each.submitted is None]
    rows = ways(scene.words, undone[0]) if len(undone) == 1 else ()  # the one to fill in, at once
    rows = (*rows, *choices(scene.words, found, "mine"))
    return [*map(scene.say, before), scene.say(last, rows)]


async def _page(scene: Scene, opening: Opening) -> Act:
    """One report: its state, every version, and what can be done about it."""
    words, form = scene.words, opening.campaign.form.key
    rows: Rows = (*ways(words, opening), *versions.buttons(words, opening))
    lines = _part(words, opening)
    if opening.versions and opening.versions != (opening.submitted,):
        decided = await scene.books.decisions.of_report(opening.unit.id, opening.period.key, form)
        told = lines_within(words, versions.lines(words, opening, decided))
        lines += [words("mine-versions"), *told]
    return scene.replace_or_say("\n".join(lines), rows)


async def version(scene: Scene, words: str) -> list[Act]:
    """``/version ID``: that version on the official form, for who reports for the unit now."""
    if not words:
        return await mine(scene, "")
    known = words.isdecimal() and len(words) < 19
    found = await scene.books.reports.version(int(words)) if known else None
    opening = await report(scene, f"{found.unit} {found.period}") if found else None
    if found is None or opening is None:
        return [scene.say(scene.words("version-none"))]
    book = workbooks.of_unit(scene.words, opening, found)
    file = await scene.books.files.add(book.name, book.data, scene.now)
    told = versions.told(scene.words, opening, found)
    caption = scene.words("version-caption", title=opening.title(scene.words), **told)
    return [scene.say(caption, file=file)]


def _part(words: Words, opening: Opening) -> list[Html]:
    """Campaign, period and unit; the deadline as long as it matters; the state."""
    lines = [opening.title(words)]
    if opening.fillable and not opening.locked:
        due = dates.deadline_line if opening.submitted else dates.due
        lines.append(due(words, opening))
    lines += _handed_in(words, opening) if opening.submitted else _undone(words, opening)
    return [*lines, words("mine-outside")] if opening.outside else lines


def _handed_in(words: Words, opening: Opening) -> list[Html]:
    """What counts, and what became of a correction of it."""
    lines = [_state(words, opening)]
    if pending := opening.pending:
        at = dates.moment(opening.campaign.calendar, pending.submitted_at)
        lines.append(words("mine-pending", version=pending.version, at=at, by=pending.by))
    elif opening.versions[-1].decision is Decision.REFUSED:
        lines.append(words("mine-refused", version=opening.versions[-1].version))
    if opening.correcting and not opening.pending:
        lines.append(words("mine-correcting", reason=short(opening.correcting, REASON_SHOWN)))
    return lines


def _state(words: Words, opening: Opening) -> Html:
    counts = opening.submitted
    assert counts is not None
    key = "mine-locked" if opening.locked else "mine-submitted"
    return words(key, **versions.told(words, opening, counts))


def _undone(words: Words, opening: Opening) -> list[Html]:
    """未填, 草稿 n/m, 已撤回; or that it is over."""
    if not opening.fillable:
        return [words("mine-over")]
    taken_back = [words("mine-withdrawn")] if opening.versions else []
    if not opening.answered:
        return taken_back or [words("mine-open")]
    of = len(opening.campaign.form.questions)
    return [*taken_back, words("mine-drafting", answered=opening.answered, of=of)]
